package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/people"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sampleReport() *compare.Report {
	return compare.Documents(sample.Documents(), compare.Options{
		AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Tags: sample.Tags(), SetAside: sample.SetAside(),
		Links: sample.Links(), Generator: "styrdok test",
	})
}

// manyReport is a report on n municipalities with as many documents each.
func manyReport(n, each int) *compare.Report {
	return compare.Documents(sample.Many(n, each), compare.Options{Tags: sample.Tags()})
}

func write(t *testing.T, format string, r *compare.Report, opts render.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Write(&b, format, r, opts); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// comparedReport is the report on documents in which there is something of all that a comparison finds.
func comparedReport() *compare.Report {
	return compare.Documents(sample.Analysed(), compare.Options{
		AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Tags: sample.ThemeTags(), Generator: "styrdok test", Taxonomy: "default 0123456789ab",
		Peers: []compare.PeerGroup{{Name: "Kusten", Municipalities: []string{"Ekeby", "Sjövik", "Åmål"}}},
	})
}

func TestGolden(t *testing.T) {
	golden(t, "report", "The report on the sample documents.", sampleReport())
	golden(t, "compared", "The report on documents in which there is something of all that a comparison finds.", comparedReport())
}

func golden(t *testing.T, name, comment string, r *compare.Report) {
	t.Helper()
	for _, lang := range []string{"sv", "en"} {
		file := "testdata/" + name + "-" + lang + ".txtar"
		got := &txtar.Archive{Comment: []byte(comment + " Write it anew with: go test ./compare/render -run Golden -update\n")}
		for _, format := range []string{"md", "html", "csv", "json", "facts"} {
			if lang == "en" && format != "md" && format != "html" {
				continue // the others have no language
			}
			data := write(t, format, r, render.Options{Lang: lang})
			if format == "html" { // the style sheet, the script and their hashes would change with every touch of a colour
				data = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`).ReplaceAllString(data, "<$1>…</$1>")
				data = regexp.MustCompile(`sha256-.*?&#39;`).ReplaceAllString(data, "sha256-…&#39;")
			}
			got.Files = append(got.Files, txtar.File{Name: format, Data: []byte(data)})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Files) != len(got.Files) {
			t.Fatalf("%s has %d files, want %d", file, len(want.Files), len(got.Files))
		}
		for i, f := range got.Files {
			if diff := cmp.Diff(string(want.Files[i].Data), string(f.Data)); diff != "" {
				t.Errorf("%s %s (-want +got):\n%s", lang, f.Name, diff)
			}
		}
	}
}

func TestSameReportSameBytes(t *testing.T) {
	for _, format := range render.Formats() {
		first := write(t, format, sampleReport(), render.Options{})
		for range 5 {
			if write(t, format, sampleReport(), render.Options{}) != first {
				t.Errorf("%s differs from one time to the next", format)
				break
			}
		}
	}
}

// However it is broken into lines, the file is what encoding/json makes of the report.
func TestJSONIsTheReport(t *testing.T) {
	for name, r := range map[string]*compare.Report{"sample": sampleReport(), "compared": comparedReport(), "hostile": hostileReport(), "empty": {}} {
		var want, got bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
		if err := json.Compact(&got, []byte(write(t, "json", r, render.Options{}))); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String()[:want.Len()-1] {
			t.Errorf("%s: report.json holds something else than the report", name)
		}
	}
}

func TestFormatsAreListed(t *testing.T) {
	want := []string{"html", "md", "json", "xlsx", "docx", "csv", "facts"}
	if diff := cmp.Diff(want, render.Formats()); diff != "" {
		t.Error(diff)
	}
	render.Formats()[0] = "changed"
	if render.Formats()[0] != "html" {
		t.Error("a caller can change the formats")
	}
}

func TestUnknownFormatAndLanguage(t *testing.T) {
	if err := render.Write(&bytes.Buffer{}, "doc", sampleReport(), render.Options{}); !errors.Is(err, render.ErrFormat) {
		t.Errorf("format doc: %v", err)
	}
	if err := render.Write(&bytes.Buffer{}, "md", sampleReport(), render.Options{Lang: "de"}); !errors.Is(err, render.ErrLang) {
		t.Errorf("language de: %v", err)
	}
}

type failing struct{ n int }

func (f *failing) Write(p []byte) (int, error) {
	if f.n -= len(p); f.n < 0 {
		return 0, os.ErrClosed
	}
	return len(p), nil
}

func TestAWritersErrorComesBack(t *testing.T) {
	for _, format := range render.Formats() {
		for _, n := range []int{0, 700} {
			if err := render.Write(&failing{n}, format, sampleReport(), render.Options{}); !errors.Is(err, os.ErrClosed) {
				t.Errorf("%s after %d bytes: %v", format, n, err)
			}
		}
	}
}

func TestNothingToShow(t *testing.T) {
	r := compare.Documents(nil, compare.Options{})
	for _, format := range render.Formats() {
		if write(t, format, r, render.Options{}) == "" {
			t.Errorf("%s is empty", format)
		}
	}
}

// facts.json is what `export facts` prints for the same documents.
func TestFactsAreThoseOfTheExport(t *testing.T) {
	docs := sample.Documents()
	for _, d := range docs { // as the one who reads a file does it
		d.Facts = people.Facts(d.Facts)
	}
	want, err := json.Marshal(policy.NewFactsFile(docs))
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := json.Compact(&got, []byte(write(t, "facts", sampleReport(), render.Options{}))); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Error(diff)
	}
}

// report.json holds the whole report: what is read back gives every other format, byte for byte.
func TestEveryFormatComesFromTheJSON(t *testing.T) {
	var back compare.Report
	if err := json.Unmarshal([]byte(write(t, "json", sampleReport(), render.Options{})), &back); err != nil {
		t.Fatal(err)
	}
	for _, format := range render.Formats() {
		if write(t, format, &back, render.Options{}) != write(t, format, sampleReport(), render.Options{}) {
			t.Errorf("%s differs", format)
		}
	}
}

// The page of very many documents stays small enough for a browser; no quote is lost, and none is left out silently.
func TestVeryManyQuotes(t *testing.T) {
	few := manyReport(4, 10)
	if html := write(t, "html", few, render.Options{}); strings.Contains(html, "passages.csv") || !strings.Contains(html, `class="more"`) {
		t.Error("few quotes are not all on the page")
	}
	many := manyReport(60, 4)
	html := write(t, "html", many, render.Options{})
	if strings.Contains(html, `class="more"`) {
		t.Error("the page holds all quotes")
	}
	if n := strings.Count(html, `class="quote"`); n < 4*60 {
		t.Errorf("the page shows %d quotes", n)
	}
	if n := strings.Count(html, "citat finns i filen passages.csv."); n < 4*60 {
		t.Errorf("the page says %d times that there are more", n)
	}
	if n := len(html); n > 10<<20 {
		t.Errorf("the page has %d bytes", n)
	}
	rows, err := csv.NewReader(strings.NewReader(write(t, "csv", many, render.Options{}))).ReadAll()
	if want := 1 + 60*4*48; err != nil || len(rows) != want {
		t.Errorf("%d rows in passages.csv, want %d: %v", len(rows), want, err)
	}
}

func TestPageLinks(t *testing.T) {
	r := sampleReport()
	html := write(t, "html", r, render.Options{})
	for _, want := range []string{
		`href="../kommuner/Ekeby/ekeby-policy.pdf#page=2"`,
		`href="../kommuner/%C3%84lmhult/almhult-2003.pdf#page=1"`,
		`href="../kommuner/Sj%C3%B6vik/sjovik-webb.txt"`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(html, "sjovik-webb.txt#page") {
		t.Error("a text has no page to open at")
	}
	if strings.Contains(html, "lost-sida.txt\"") {
		t.Error("a document without a link is linked")
	}
}

func TestPeopleStandInNoTable(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		html := write(t, "html", sampleReport(), render.Options{Lang: lang})
		for rest := html; ; {
			i := strings.Index(rest, "<table")
			if i < 0 {
				break
			}
			j := i + strings.Index(rest[i:], "</table>")
			for _, s := range []string{"Per Exempel", "per exempel", "12 34 56", "@ale"} {
				if strings.Contains(rest[i:j], s) {
					t.Errorf("%s stands in a table", s)
				}
			}
			rest = rest[j:]
		}
		if !strings.Contains(html, "per.exempel@ale.example") {
			t.Error("the quote has lost its words")
		}
	}
}
