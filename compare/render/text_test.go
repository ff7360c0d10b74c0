package render

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"Åäö": "Åäö", "a\x00b": "a\ufffdb", "a\r\nb": "a\nb", "a\rb": "a\ufffdb", "a\xffb": "a\ufffdb", "\x1b[31m": "\ufffd[31m",
		"a\tb\nc": "a\tb\nc", "\u202eom": "\u202eom\u202c", "\u202eom\u202c": "\u202eom\u202c", "\u2067\u202a": "\u2067\u202a\u202c\u2069",
		"\uffff": "\ufffd", "": "",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Nämnden ska.", "\u202e\x00<b>", "=1", "1. a", "| x |\n# y", "\u2028a\tb", "[a](b) ![c](d) <e>", "\\*_`~$&@"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := clean(s)
		if !utf8.ValidString(c) || clean(c) != c {
			t.Errorf("clean(%q) is %q, and once more %q", s, c, clean(c))
		}
		var x struct {
			Text string `xml:",chardata"`
		}
		var b strings.Builder
		if err := xml.EscapeText(&b, []byte(c)); err != nil {
			t.Error(err)
		}
		if err := xml.Unmarshal([]byte("<x>"+b.String()+"</x>"), &x); err != nil || x.Text != c {
			t.Errorf("%q is no XML text: %v", c, err)
		}
		if line := oneLine(s); strings.ContainsAny(line, "\n\t\u2028\u2029") || oneLine(line) != line {
			t.Errorf("oneLine(%q) is %q", s, line)
		}
		if md := mdText(s); unescapedMark.MatchString(strings.ReplaceAll(md, `\\`, "")) {
			t.Errorf("mdText(%q) has markup: %q", s, md)
		} else if back := unescape.ReplaceAllString(md, "$1"); back != oneLine(s) {
			t.Errorf("mdText(%q) reads as %q", s, back)
		}
		if short := shorten(oneLine(s), 20); utf8.RuneCountInString(short) > 20 {
			t.Errorf("shorten(%q) is %q", s, short)
		}
		if n := len(fitCell(c)); n > len(c) {
			t.Errorf("fitCell(%q) has %d bytes", c, n)
		}
	})
}

var (
	unescapedMark = regexp.MustCompile("(^|[^\\\\])[`*_{}\\[\\]<>|~#$&]|^[-+=]|^[0-9]+[.)]")
	unescape      = regexp.MustCompile(`(?s)\\(.)`)
)

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", " =1": "' =1", "\t=1": "'\t=1", "\ufeff=1": "'\ufeff=1", "＝1": "'＝1",
		"a=1": "a=1", "0.9": "0.9", "": "", "\n-": "'\n-", "’–": "’–",
	} {
		if got := harmless(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzCSVCell(f *testing.F) {
	f.Add("=cmd|' /C calc'!A0")
	f.Add("\"\n,\x00")
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		w := csv.NewWriter(&b)
		want := harmless(s)
		if err := w.Write([]string{want, "x"}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		row, err := csv.NewReader(strings.NewReader(b.String())).Read()
		if err != nil && err != io.EOF || len(row) != 2 || row[0] != want {
			t.Errorf("%q comes back as %q, %v", want, row, err)
		}
		if t2 := strings.TrimSpace(row[0]); t2 != "" && strings.ContainsRune("=+-@", rune(t2[0])) {
			t.Errorf("%q may be taken for a formula", row[0])
		}
	})
}

func TestQuoted(t *testing.T) {
	v, err := newView(&compare.Report{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"Vi ska.": "”Vi ska.”", "”Vi ska.”": "”Vi ska.”", "”Vi ska”.": "”Vi ska”.", "”Vi ska…": "”Vi ska…”",
		"”Vi” ska bli bäst.": "””Vi” ska bli bäst.”", "Vi ”ska”": "”Vi ”ska””", "\"Vi ska": "\"Vi ska\"", "": "””",
	} {
		if got := v.quoted(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// In sight are three quotes of the first document and one of each further one; a single one more is shown at once.
func TestGroupQuotes(t *testing.T) {
	var quotes []compare.Quote
	for i, id := range strings.Fields("a a a a a b b c c d b") { // the last one follows the denials
		quotes = append(quotes, compare.Quote{Document: id, Goal: strconv.Itoa(i)})
	}
	before := slices.Clone(quotes)
	var got []string
	for _, g := range groupQuotes(quotes) {
		line := g.Document
		for _, q := range g.Shown {
			line += " " + q.Goal
		}
		line += " +"
		for _, q := range g.More {
			line += " " + q.Goal
		}
		got = append(got, line)
	}
	if want := "[a 0 1 2 + 3 4 b 5 + 6 10 c 7 8 + d 9 +]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	if !reflect.DeepEqual(quotes, before) {
		t.Errorf("the report has changed: %v", quotes)
	}
}

func TestRows(t *testing.T) {
	v, err := newView(&compare.Report{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	quote := func(text, opener string) compare.Quote {
		return compare.Quote{Citation: policy.Citation{Quote: text}, Opener: opener}
	}
	for _, c := range []struct{ text, opener, want string }{
		{"Styrelsen\tledning\tårligen", "Nämnd\tAnsvar\tHur ofta", "Nämnd: Styrelsen | Ansvar: ledning | Hur ofta: årligen"},
		{"Styrelsen\t\tårligen", "Nämnd\tAnsvar\tHur ofta", "Nämnd: Styrelsen | Hur ofta: årligen"},
		{"Styrelsen\tledning", "Nämnd\tAnsvar\tHur ofta", "Styrelsen | ledning"},
		{"ge unga plats", "Vi ska:", "Vi ska: ge unga plats"},
		{"Vi ska.", "", "Vi ska."},
	} {
		if got := v.Plain(quote(c.text, c.opener)); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestRanges(t *testing.T) {
	for want, in := range map[string][]int{"": nil, "1": {1}, "1–2": {1, 2}, "1, 3–5, 9": {1, 3, 4, 5, 9}} {
		if got := ranges(in); got != want {
			t.Errorf("%v: %q", in, got)
		}
	}
}

func TestHref(t *testing.T) {
	for _, c := range []struct{ folder, file, want string }{
		{"/a/rapport", "/a/Ale/policy.pdf", "../Ale/policy.pdf"},
		{"/a/rapport", "/a/Åmål/policy nr #1 100%.pdf", "../%C3%85m%C3%A5l/policy%20nr%20%231%20100%25.pdf"},
		{"/a", "/a/b:c.pdf", "./b:c.pdf"},
		{"rapport", "kommuner/x?.pdf", "../kommuner/x%3F.pdf"},
	} {
		got := Href(filepath.FromSlash(c.folder), filepath.FromSlash(c.file))
		if got != c.want {
			t.Errorf("%s from %s: %s, want %s", c.file, c.folder, got, c.want)
		}
		if u, err := url.Parse(got); err != nil || u.Fragment != "" || u.RawQuery != "" {
			t.Errorf("%s is no reference: %v", got, err)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct {
		href, format string
		page         int
		want         string
	}{
		{"../a.pdf", "pdf", 3, "../a.pdf#page=3"},
		{"../a.pdf#sida", "pdf", 3, "../a.pdf#page=3"},
		{"../a.pdf", "pdf", 0, "../a.pdf"},
		{"../a.txt", "text", 3, "../a.txt"},
		{"file:///a/b.pdf", "pdf", 1, "file:///a/b.pdf#page=1"},
		{"https://ekeby.example/b.pdf", "pdf", 1, "https://ekeby.example/b.pdf#page=1"},
		{"javascript:alert(1)", "pdf", 1, ""},
		{"JavaScript:alert(1)//", "text", 0, ""},
		{"data:text/html,x", "pdf", 1, ""},
		{"%zz", "pdf", 1, ""},
		{"", "pdf", 1, ""},
	} {
		v, err := newView(&compare.Report{Documents: []compare.Document{{ID: "x", Href: c.href, Format: c.format}}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := v.Link("x", c.page); got != c.want {
			t.Errorf("%q page %d: %q, want %q", c.href, c.page, got, c.want)
		}
	}
}

// Every text stands in both languages, takes the same arguments in both, and every text that the page asks for is there.
func TestMessages(t *testing.T) {
	verb := regexp.MustCompile(`%[a-z]`)
	for key, m := range messages {
		if m.sv == "" || m.en == "" {
			t.Errorf("%s: a language is missing", key)
		}
		if sv, en := verb.FindAllString(m.sv, -1), verb.FindAllString(m.en, -1); strings.Join(sv, "") != strings.Join(en, "") {
			t.Errorf("%s: %v and %v", key, sv, en)
		}
	}
	var asked [][]string
	templates, err := filepath.Glob("html/*.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range templates {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		asked = append(asked, regexp.MustCompile(`\.(?:T|Lower) "([^"]+)"`).FindAllStringSubmatch(string(text), -1)...)
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range sources {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		asked = append(asked, regexp.MustCompile(`\.T\("([^"]+)"[,)]`).FindAllStringSubmatch(string(code), -1)...)
	}
	if len(asked) < 120 {
		t.Errorf("the report asks for %d texts only", len(asked))
	}
	for _, a := range asked {
		if _, ok := messages[a[1]]; !ok {
			t.Errorf("the report asks for %q", a[1])
		}
	}
}

func TestShortNames(t *testing.T) {
	doc := func(id, municipality, kind, date string) compare.Document {
		return compare.Document{ID: id, Municipality: municipality, Kind: compare.Value{Value: kind}, Date: compare.Value{Value: date}}
	}
	v, err := newView(&compare.Report{Documents: []compare.Document{
		doc("a", "Ale", "policy", "2014"), doc("b", "Ale", "policy", "2014-05-01"), doc("c", "Ale", "web page", ""),
		doc("d", "Åmål", "policy", "2014"), doc("e", "Åmål", "", "2014"),
	}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"a": "a", "b": "b", "c": "Webbsida", "d": "Policy 2014", "e": "e", "none": "none"} {
		if got := v.ShortName(id); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// Every text is asked for: by its key in the code or in a template, or as what data may say.
func TestNoMessageIsLeftOver(t *testing.T) {
	var sources strings.Builder
	for _, pattern := range []string{"*.go", "html/*.tmpl"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "messages") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sources.Write(text)
		}
	}
	said := map[string]bool{}
	for _, words := range [][]string{
		{string(compare.Must), string(compare.Should), string(compare.May), string(compare.States)},
		{string(compare.Came), string(compare.Went), string(compare.Reworded), string(compare.Moved)},
		{string(compare.Series), string(compare.Own), string(compare.Template), string(compare.Borrowed), string(compare.Stray)},
		{string(compare.Overdue), string(compare.InTime), string(compare.Renewed), string(compare.NotKnown)},
		{string(policy.MethodText), string(policy.MethodRepaired), string(policy.MethodOCR), string(policy.MethodFallback), string(policy.MethodEmpty)},
		{"by-cue", "by-heading", "by-body", "by-opener"},
		{"basis-option", "basis-mapping", "basis-folder", "basis-title", "basis-mail-domain", "basis-text"},
	} {
		for _, w := range words {
			if messages[w] == (message{}) {
				t.Errorf("no text for what data may say: %s", w)
			}
			said[w] = true
		}
	}
	for key := range messages {
		if !said[key] && !strings.Contains(sources.String(), `"`+key+`"`) {
			t.Errorf("nothing asks for %q", key)
		}
	}
}
