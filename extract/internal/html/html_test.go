package html

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

var update = flag.Bool("update", false, "write the golden files")

// lines returns the blocks of a page, one a line: kind, marker, text.
func lines(t testing.TB, src string) []string {
	t.Helper()
	doc, err := Read(context.Background(), []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return show(doc)
}

func show(doc *page.Document) []string {
	var out []string
	for _, b := range doc.Pages[0].Blocks {
		s := b.Kind.String()
		if b.Level > 0 {
			s += fmt.Sprint(b.Level)
		}
		if b.Marker != "" {
			s += " " + b.Marker
		}
		out = append(out, s+": "+strings.ReplaceAll(strings.ReplaceAll(b.Text, "\t", " | "), "\n", " // "))
	}
	return out
}

func ExampleRead() {
	doc, err := Read(context.Background(), []byte("<nav>Start</nav><main><h1>Policy</h1><p>Policyn gäller f&ouml;r alla.</p></main>"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range doc.Pages[0].Blocks {
		fmt.Println(b.Kind, b.Text)
	}
	// Output:
	// chrome Start
	// heading Policy
	// paragraph Policyn gäller för alla.
}

// prose is enough text for content to be taken for it.
const prose = "<p>Kommunen ska varje år se till att målen i planen nås och att alla som berörs får veta hur det går.</p>"

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"nothing", "", nil},
		{"white space", "<p>  ett \n två&nbsp;<b>tre</b><i>fyra</i> <!-- fem --></p>", []string{"paragraph: ett två trefyra"}},
		{"soft hyphens and word breaks", "<p>käll&shy;sortering av<wbr>fall</p>", []string{"paragraph: källsortering avfall"}},
		{"text outside of elements", "ett<div>två</div>tre", []string{"paragraph: ett", "paragraph: två", "paragraph: tre"}},
		{"headings", "<h1>A</h1><h4>B<br>C</h4><h2></h2>", []string{"heading1: A", "heading4: B C"}},
		{"headings by role and by SiteVision's classes", `<div role=heading aria-level=3>A</div><p class="sv-font-rubrik-2">B</p>`, []string{"heading3: A", "heading2: B"}},
		{"line breaks in prose", "<p>Det här är en rad som är så lång att den som skrev den måste ha brutit den för hand<br>här någonstans.</p>",
			[]string{"paragraph: Det här är en rad som är så lång att den som skrev den måste ha brutit den för hand här någonstans."}},
		{"line breaks between labels", "<p>Telefon: 1<br/>E-post: a@b.example</p>", []string{"paragraph: Telefon: 1", "paragraph: E-post: a@b.example"}},
		{"lists", "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", []string{"list-item •: a", "list-item •: b", "list-item •: c", "paragraph: d"}},
		{"numbered lists", `<ol start=3><li>a<li value=7>b<li>c</ol><ol type=a><li>d</ol><ol type=I><li>e<li>f</ol><ol reversed><li>g<li>h</ol>`,
			[]string{"list-item 3.: a", "list-item 7.: b", "list-item 8.: c", "list-item a.: d", "list-item I.: e", "list-item II.: f", "list-item 2.: g", "list-item 1.: h"}},
		{"a list of labels is a table", "<dl><dt>Antagen<dd>2020<dt>Dnr<dd>KS 1<dd>KS 2</dl>", []string{"table: Antagen | 2020 // Dnr | KS 1 //  | KS 2"}},
		{"a list of terms is text", "<dl><dt>Vänort<dd>En ort i ett annat land som kommunen har kommit överens med om att samarbeta en längre tid.</dl>",
			[]string{"paragraph: Vänort", "paragraph: En ort i ett annat land som kommunen har kommit överens med om att samarbeta en längre tid."}},
		{"details", "<h2>A</h2><details><summary>B?</summary><p>C.</p></details><details><summary><h4>D</h4></summary>E</details>",
			[]string{"heading2: A", "heading3: B?", "paragraph: C.", "heading4: D", "paragraph: E"}},
		{"what is dropped", "<p>a</p><script>b</script><style>c</style><template><p>d</p></template><noscript>e</noscript><svg><text>f</text></svg><p hidden>g</p><p style='color:red; DISPLAY : none'>h</p><p aria-hidden=true>i</p><p><del>j</del><ins>k</ins> <span class='x sr-only'>l</span></p>",
			[]string{"paragraph: a", "paragraph: k"}},
		{"what a button unfolds", `<h2><button aria-expanded=false aria-controls=x>A</button></h2><div id=x hidden><p>B</p></div><button>Skriv ut</button>`, []string{"heading2: A", "paragraph: B"}},
		{"a button that is a heading", `<h2>A</h2><button aria-expanded=false aria-controls=x>B</button><div id=x style="display:none">C</div>`, []string{"heading2: A", "heading3: B", "paragraph: C"}},
		{"a button that names nothing", `<h2>A</h2><div><div><button aria-expanded=false>B</button></div><div aria-hidden=true><p>C</p></div></div><button aria-expanded=false>D</button>E`,
			[]string{"heading2: A", "heading3: B", "paragraph: C", "paragraph: E"}},
		{"preformatted text", "<pre>Syfte\nMål</pre>", []string{"paragraph: Syfte", "paragraph: Mål"}},
		{"marks of Word's", "<p>i <st1:place w:st='on'>Ekeby</st1:place> kommun<o:p>&nbsp;</o:p></p>", []string{"paragraph: i Ekeby kommun"}},
		{"a bullet of Word's", "<p class=MsoListParagraph><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>fler resor</p>", []string{"list-item ·: fler resor"}},
		{"mathematics", "<p>yta <math><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></math> m</p>", []string{"paragraph: yta a+b m"}},
		{"ruby", "<p><ruby>ab<rp>(</rp><rt>c</rt></ruby></p>", []string{"paragraph: ab"}},
		{"items with headings and tables", "<ul><li><h3>A</h3><p>b</p></li><li><table><tr><td>c<td>d</table></li></ul>", []string{"heading3: A", "list-item •: b", "table: c | d"}},
		{"items without a list", "<li>a<li>b", []string{"list-item •: a", "list-item •: b"}},
		{"hidden items", "<ol><li>a<li hidden>b<li>c</ol>", []string{"list-item 1.: a", "list-item 2.: c"}},
		{"a fieldset", "<form><fieldset><legend>Syfte</legend>Planen gäller.</fieldset></form>", []string{"paragraph: Syfte", "paragraph: Planen gäller."}},
		{"quotes", "<p><q>Lätt att leva</q></p>", []string{"paragraph: ”Lätt att leva”"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.src)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTables(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"cells", "<table><caption>C</caption><thead><tr><th>a<th>b</thead><tr><td><p>c</p><p>d</p><td><ul><li>e<li>f</ul></table>", []string{"paragraph: C", "table: a | b // c d | e f"}},
		{"cells over columns and rows", "<table><tr><td rowspan=2>a<td>b<td>c<tr><td colspan=2>d<tr><td>e<td>f<td>g</table>", []string{"table: a | b | c //  | d |  // e | f | g"}},
		{"an absurd span", "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b<tr><td>c<td>d</table>", []string{"table: a" + strings.Repeat(" | ", maxColumns-1) + "b // " + strings.Repeat(" | ", maxColumns-1) + "c d"}},
		{"empty rows", "<table><tr><td> <td><tr><td>a<td>b</table>", []string{"table: a | b"}},
		{"one cell is a box", "<table><tr><td><p>a</p><ul><li>b</ul></table>", []string{"paragraph: a", "list-item •: b"}},
		{"headings in cells lay out the page", "<table><tr><td><h2>a</h2><p>b</p><td>c</table>", []string{"heading2: a", "paragraph: b", "paragraph: c"}},
		{"a table in a table lays it out", "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e</table>", []string{"table: a | b // c | d", "paragraph: e"}},
		{"presentation", "<table role=presentation><tr><td>a<td>b</table>", []string{"paragraph: a", "paragraph: b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.src)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestChrome(t *testing.T) {
	text := strings.TrimSuffix(strings.TrimPrefix(prose, "<p>"), "</p>")
	tests := []struct {
		name, src string
		want      []string
	}{
		{"landmarks", "<header>A</header><nav><ul><li>B<li>C</ul></nav>" + prose + "<aside>D</aside><footer>E</footer>",
			[]string{"chrome: A", "chrome: B C", "paragraph: " + text, "chrome: D", "chrome: E"}},
		{"roles", "<div role=banner>A</div><div role=navigation>B</div>" + prose + "<div role=contentinfo>C</div>",
			[]string{"chrome: A", "chrome: B", "paragraph: " + text, "chrome: C"}},
		{"all around main", "<div>A</div><main>" + prose + "</main><p>B</p>", []string{"chrome: A", "paragraph: " + text, "chrome: B"}},
		{"names", "<div class='ekeby-cookieBanner'>A</div><div id='brodsmulor'>B</div>" + prose + "<div class=share-links>C</div>",
			[]string{"chrome: A", "chrome: B", "paragraph: " + text, "chrome: C"}},
		{"a wrapper's name", "<div class='has-menu'><h1>A</h1>" + prose + "</div>", []string{"heading1: A", "paragraph: " + text}},
		{"the heading above the content", "<div id=page><h1>A</h1><div class=region-content>" + prose + "</div></div><div>B</div>",
			[]string{"heading1: A", "paragraph: " + text, "chrome: B"}},
		{"a main without the text is not believed", "<main><p>Laddar innehållet på sidan, vänta en liten stund medan det hämtas från servern och visas här.</p></main>" + strings.Repeat(prose, 5),
			[]string{"paragraph: Laddar innehållet på sidan, vänta en liten stund medan det hämtas från servern och visas här.", "paragraph: " + text, "paragraph: " + text, "paragraph: " + text, "paragraph: " + text, "paragraph: " + text}},
		{"a long foot without a landmark", "<main>" + prose + "</main><div>" + prose + prose + "</div>", []string{"paragraph: " + text, "chrome: " + text, "chrome: " + text}},
		{"an article's own header", "<article><header><h1>A</h1></header>" + prose + "</article>", []string{"heading1: A", "paragraph: " + text}},
		{"a listen button", "<main>" + prose + "<a href='//app-eu.readspeaker.com/x'>Lyssna</a></main>", []string{"paragraph: " + text}},
		{"a search form", "<div role=search><label>Sök</label><input></div>" + prose, []string{"chrome: Sök", "paragraph: " + text}},
		{"spans of a menu", "<nav><span>A</span><span>B</span></nav>" + prose, []string{"chrome: A B", "paragraph: " + text}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.src)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNotesAndContents(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"LibreOffice", `<p>a<a class=sdfootnoteanc name=sdfootnote1anc href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id=sdfootnote1><p><a class=sdfootnotesym name=sdfootnote1sym href="#sdfootnote1anc">1</a>b</p></div>`,
			[]string{"paragraph: a.", "footnote 1: b"}},
		{"Word", `<p>a<a href="#_ftn2" name="_ftnref2"><span>[2]</span></a></p><div style='mso-element:footnote' id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> b</p></div>`,
			[]string{"paragraph: a", "footnote 2: b"}},
		{"pandoc", `<p>a<a href="#fn1" role="doc-noteref" id="fnref1"><sup>1</sup></a></p><section class=footnotes role="doc-endnotes"><ol><li id=fn1><p>b<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>`,
			[]string{"paragraph: a", "footnote 1: b"}},
		{"a power is no mark", "<p>10 m<sup>2</sup></p>", []string{"paragraph: 10 m2"}},
		{"a contents list", `<h2>Innehåll</h2><ul><li><a href="#a">Bakgrund</a></li><li><a href="#b">Ansvar</a></li></ul><h2 id=a>Bakgrund</h2><h2 id=b>Ansvar</h2>`,
			[]string{"contents: Innehåll", "contents: Bakgrund", "contents: Ansvar", "heading2: Bakgrund", "heading2: Ansvar"}},
		{"links that lead nowhere are none", `<ul><li><a href="#">Fler än alla</a></li><li><a href="#">Bättre</a></li></ul>`, []string{"list-item •: Fler än alla", "list-item •: Bättre"}},
		{"pages of a word processor", `<div title="header"><p>a</p></div><p>b</p><div title="footer"><p>c</p></div>`, []string{"page-head: a", "paragraph: b", "page-foot: c"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.src)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStyles(t *testing.T) {
	doc, err := Read(context.Background(), []byte(`<p style="font-size: 16px"><span style="font-weight:bold">Syfte</span></p><p><b>Obs</b> att detta gäller.</p>`))
	if err != nil {
		t.Fatal(err)
	}
	b := doc.Pages[0].Blocks
	if !b[0].Font.Bold || b[0].Font.Size != 12 || b[1].Font.Bold {
		t.Errorf("fonts %+v, %+v", b[0].Font, b[1].Font)
	}
}

func TestLinks(t *testing.T) {
	src := `<base href="https://www.ekeby.example/a/"><nav><a href="/meny">Meny</a></nav><main>` + prose +
		`<a href="plan.pdf">Planen <b>(pdf)</b></a> <a href="#x">x</a> <a href="javascript:y()">y</a> <a href="tel:1">z</a> <a href="https://b.example/c">Annat</a></main>`
	doc, err := Read(context.Background(), []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	want := []page.Link{{Page: 1, Target: "https://www.ekeby.example/a/plan.pdf", Text: "Planen (pdf)"}, {Page: 1, Target: "https://b.example/c", Text: "Annat"}}
	if diff := cmp.Diff(want, doc.Links); diff != "" {
		t.Error(diff)
	}
}

func TestMetadata(t *testing.T) {
	tests := []struct {
		name, src string
		want      policy.Metadata
	}{
		{"elements", `<html lang=sv><head><title> Plan
 för Ekeby </title><meta name=Author content="Ekeby kommun"><meta name=generator content=SiteVision><meta name="DC.Date.Created" content="2020-01-02"><meta property="article:modified_time" content="2021-03-04T05:06:07+01:00">`,
			policy.Metadata{Title: "Plan för Ekeby", Author: "Ekeby kommun", Producer: "SiteVision", Created: "2020-01-02", Modified: "2021-03-04T05:06:07+01:00", Language: "sv"}},
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"WebPage","datePublished":"2019-05-06","dateModified":"2019-05-07 10:00"}]}</script>`,
			policy.Metadata{Created: "2019-05-06", Modified: "2019-05-07"}},
		{"broken linked data, time elements", `<script type="application/ld+json">{"datePublished":</script><time itemprop=datePublished datetime="2018-01-01">1 januari</time>`, policy.Metadata{Created: "2018-01-01"}},
		{"no date", `<meta name=date content="igår"><meta property="og:title" content="T"><meta name="dcterms.language" content="sv-SE">`, policy.Metadata{Title: "T", Language: "sv-SE"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Read(context.Background(), []byte(tt.src))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, doc.Metadata); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	for name, src := range map[string]string{
		"utf-8":                             "<p>Åmål</p>",
		"byte order mark":                   "\xef\xbb\xbf<p>Åmål</p>",
		"utf-16":                            "\xff\xfe<\x00p\x00>\x00\xc5\x00m\x00\xe5\x00l\x00",
		"utf-16, big-endian":                "\xfe\xff\x00<\x00p\x00>\x00\xc5\x00m\x00\xe5\x00l",
		"windows-1252, not said":            "<p>\xc5m\xe5l</p>",
		"iso-8859-1, said":                  "<meta charset=iso-8859-1><p>\xc5m\xe5l</p>",
		"windows-1252 that says it is utf8": "<meta charset=utf-8><p>\xc5m\xe5l</p>",
		"utf-8 that says it is iso-8859-1":  "<meta charset=iso-8859-1><p>Åmål</p>",
	} {
		if got := lines(t, src); len(got) != 1 || got[0] != "paragraph: Åmål" {
			t.Errorf("%s: %q", name, got)
		}
	}
	cut := "<meta charset=utf-8>" + strings.Repeat(prose, 20) + "<p>Åm\xc3"
	if got := lines(t, cut); got[len(got)-1] != "paragraph: Åm" {
		t.Errorf("a page cut off in a letter: %q", got[len(got)-1])
	}
}

func TestLimits(t *testing.T) {
	_, err := Read(context.Background(), []byte(strings.Repeat("<div>", 100_000)))
	if !errors.Is(err, ErrDamaged) {
		t.Errorf("nested deep: %v", err)
	}
	if _, err := Read(context.Background(), make([]byte, maxSize+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("large: %v", err)
	}
	if _, err := Read(context.Background(), []byte(strings.Repeat("<br>", maxNodes+1))); !errors.Is(err, ErrTooLarge) {
		t.Errorf("many elements: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, []byte("<p>a")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Pages that nest deep, or have many of a kind in a row, take time in proportion to their size: what a level holds is not looked
// through anew at each.
func TestLinearTime(t *testing.T) {
	const n = 20_000
	for name, src := range map[string]string{
		"landmarks": strings.Repeat("<article><header class=menu>", 200) + strings.Repeat("<p>ord</p>", n),
		"menus":     "<nav>" + strings.Repeat("<ul><li>", 200) + strings.Repeat("<p>ord</p>", n),
		"terms":     strings.Repeat("<dl><dd>", 200) + strings.Repeat("<p>ord</p>", n),
		"tables":    strings.Repeat("<table><tr><td>", 100) + strings.Repeat("<p>ord</p>", n),
		"contents":  "<div role=doc-toc>" + strings.Repeat("<div>", 200) + strings.Repeat("<a href='#a'>ord</a><br>", n),
		"notes":     "<ul class=footnotes>" + strings.Repeat("<li>ord", n),
		"marks":     "<p>" + strings.Repeat("<b>ord</b><a href='#fn1'>1</a>", n),
		"lines":     "<p>" + strings.Repeat("rad<br>", n),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if got := lines(t, src); len(got) == 0 {
				t.Error("no blocks")
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			} else {
				t.Log(took)
			}
		})
	}
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/format/*.htm*")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(lines(t, string(data)), "\n") + "\n"
		golden := filepath.Join("testdata", filepath.Base(file)+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{prose, "<table><tr><td rowspan=3>a<table><tr><td>b", "<ol reversed><li value=-9>a<dl><dt>b<dd>c", "<main><h1>a</h1>" + prose + "<nav>b",
		`<a href="#fn1"><sup>1</sup></a><li id=fn1>x`, "\xff\xfe<\x00p\x00", "<details><summary><button aria-expanded aria-controls=x>y<p id=x hidden>z", "<pre>a\nb<br>c", "<p>a<br>- b<br><br>c\u00ad"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), data)
		if (doc == nil) == (err == nil) {
			t.Fatalf("document %v and error %v", doc, err)
		}
		if err != nil {
			return
		}
		for _, b := range doc.Pages[0].Blocks {
			checkBlock(t, b)
		}
	})
}

// checkBlock holds what page.Block promises.
func checkBlock(t *testing.T, b page.Block) {
	t.Helper()
	if strings.TrimSpace(b.Text) == "" && b.Kind != page.Table || !utf8.ValidString(b.Text) {
		t.Errorf("%s %q", b.Kind, b.Text)
	}
	at := 0
	for _, l := range b.Lines {
		if l.Start < at || l.End < l.Start || l.End > len(b.Text) {
			t.Errorf("lines %+v of %q", b.Lines, b.Text)
		}
		at = l.End
	}
	for _, row := range b.Rows {
		for _, c := range row {
			if c.Start > c.End || c.End > len(b.Text) || strings.ContainsAny(b.Text[c.Start:c.End], "\t\n") {
				t.Errorf("cell %+v of %q", c, b.Text)
			}
		}
	}
}
