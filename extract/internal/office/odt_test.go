package office

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
)

const (
	odtType  = "application/vnd.oasis.opendocument.text"
	odtNames = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`
)

const odtCommon = `<office:document-styles ` + odtNames + `><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Titel" style:family="paragraph"/>
<style:style style:name="Rubrik_20_2" style:display-name="Rubrik 2" style:family="paragraph"><style:text-properties fo:font-size="150%" fo:font-weight="bold"/></style:style>
<style:style style:name="Ny" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Slut" style:family="paragraph"><style:paragraph-properties fo:break-after="page"/></style:style>
<style:style style:name="Onumrerad" style:family="paragraph" style:parent-style-name="Onumrerad" style:list-style-name=""/>
<style:style style:name="Mast" style:family="paragraph" style:master-page-name="Andra"/>
<style:style style:name="Punkt" style:family="paragraph" style:list-style-name="P"/>
<style:style style:name="Dold" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="a" text:display-levels="2"/></text:outline-style>
<text:list-style style:name="P"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="i" style:num-prefix="("  style:num-suffix=")"/></text:list-style>
</office:styles><office:master-styles>
<style:master-page style:name="Standard"><style:header><text:p>Ekeby</text:p></style:header><style:footer style:display="false"><text:p>x</text:p></style:footer></style:master-page>
<style:master-page style:name="Andra"><style:footer><text:p>Bilaga</text:p></style:footer></style:master-page>
</office:master-styles></office:document-styles>`

func odtParts(body string) map[string]string {
	return map[string]string{"mimetype": odtType, "styles.xml": odtCommon,
		"content.xml": `<office:document-content ` + odtNames + `><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
		"meta.xml":    `<office:document-meta ` + odtNames + `><office:meta><dc:title>Plan</dc:title><meta:creation-date>2020-01-02T03:04:05.678</meta:creation-date><dc:language>sv-SE</dc:language></office:meta></office:document-meta>`}
}

// tp returns a paragraph of a style.
func tp(style, text string) string {
	return `<text:p text:style-name="` + style + `">` + text + `</text:p>`
}

func th(level, text string) string {
	return `<text:h text:outline-level="` + level + `">` + text + `</text:h>`
}

func item(content string) string { return "<text:list-item>" + content + "</text:list-item>" }

func TestODT(t *testing.T) {
	table := func(rows string) string { return "<table:table>" + rows + "</table:table>" }
	row := func(cells string) string { return "<table:table-row>" + cells + "</table:table-row>" }
	cell := func(text string) string { return "<table:table-cell>" + tp("", text) + "</table:table-cell>" }
	const soft = "<text:soft-page-break/>"
	tests := []struct {
		name, body string
		want       []string
	}{
		{"headings are numbered by the outline", th("1", "A") + th("2", "B") + th("1", "C") + `<text:h text:outline-level="1" text:is-list-header="true">D</text:h><text:h text:outline-level="1" text:style-name="Onumrerad">E</text:h>`,
			[]string{"heading1: 1. A", "heading2: 1.a B", "heading1: 2. C", "heading1: D", "heading1: E"}},
		{"headings by their style's name", tp("Titel", "A") + tp("Rubrik_20_2", "B"), []string{"heading1: A", "heading3: 1.a B"}},
		{"white space", tp("", "a  b<text:s text:c=\"3\"/>c<text:tab/>d\n e"), []string{"paragraph: a b c d e"}},
		{"lines", tp("", "Dnr 1<text:line-break/>Antagen 2020"), []string{"paragraph: Dnr 1", "paragraph: Antagen 2020"}},
		{"hidden", tp("", `a<text:span text:style-name="Dold">b</text:span><text:span>c</text:span><text:hidden-text text:is-hidden="true">d</text:hidden-text>`) + `<text:section text:display="none">` + tp("", "e") + `</text:section><text:section>` + tp("", "f") + "</text:section>",
			[]string{"paragraph: ac", "paragraph: f"}},
		{"changes", `<text:tracked-changes><text:changed-region><text:deletion>` + tp("", "x") + `</text:deletion></text:changed-region></text:tracked-changes>` + tp("", `a<text:change/><text:change-start/>b<text:change-end/>`), []string{"paragraph: ab"}},
		{"comments and fields", tp("", `a<office:annotation>`+tp("", "x")+`</office:annotation> <text:page-number>3</text:page-number>`), []string{"paragraph: a 3"}},
		{"bullets", `<text:list text:style-name="P">` + item(tp("", "a")+tp("", "b")) + item(tp("", "c")) + "</text:list>", []string{"list-item –: a", "paragraph: b", "list-item –: c"}},
		{"bullets by the paragraph's style", `<text:list>` + item(tp("Punkt", "a")) + "</text:list>", []string{"list-item –: a"}},
		{"numbers", `<text:list text:style-name="N">` + item(tp("", "a")+"<text:list>"+item(tp("", "b"))+item(tp("", "c"))+"</text:list>") + item(tp("", "d")+"<text:list>"+item(tp("", "e"))+"</text:list>") + "</text:list>",
			[]string{"list-item 3.: a", "list-item (i): b", "list-item (ii): c", "list-item 4.: d", "list-item (i): e"}},
		{"a list in an item without text", `<text:list text:style-name="N">` + item("<text:list>"+item(tp("", "a"))+"</text:list>") + item(tp("", "b")) + "</text:list>", []string{"list-item (i): a", "list-item 3.: b"}},
		{"lists that go on", `<text:list xml:id="l1" text:style-name="N">` + item(tp("", "a")) + `</text:list>` + tp("", "b") + `<text:list text:style-name="N" text:continue-numbering="true">` + item(tp("", "c")) + `</text:list><text:list text:style-name="N">` + item(tp("", "d")) + `</text:list><text:list text:continue-list="l1" text:style-name="N">` + item(tp("", "e")) + "</text:list>",
			[]string{"list-item 3.: a", "paragraph: b", "list-item 4.: c", "list-item 3.: d", "list-item 5.: e"}},
		{"a number of its own, and a header", `<text:list text:style-name="N"><text:list-header>` + tp("", "a") + `</text:list-header><text:list-item text:start-value="9">` + tp("", "b") + "</text:list-item></text:list>", []string{"paragraph: a", "list-item 9.: b"}},
		{"a list of no known style", `<text:list text:style-name="X">` + item(tp("", "a")) + "</text:list>", []string{"list-item •: a"}},
		{"notes", tp("", `a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>`+tp("", "b")+tp("", "c")+`</text:note-body></text:note>.`) + tp("", `d<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>`+tp("", "e")+`</text:note-body></text:note>`) + tp("", "f"),
			[]string{"paragraph: a.", "footnote 1: b c", "paragraph: d", "paragraph: f", "footnote i: e"}},
		{"text boxes", tp("", `a<draw:frame><draw:text-box>`+tp("", "b")+`</draw:text-box></draw:frame>c`) + tp("", "d"), []string{"paragraph: ac", "paragraph: b", "paragraph: d"}},
		{"a contents list", `<text:table-of-content><text:index-body><text:index-title>` + tp("", "Innehåll") + `</text:index-title>` + tp("", "Syfte<text:tab/>1") + `</text:index-body></text:table-of-content>`, []string{"contents: Innehåll", "contents: Syfte 1"}},
		{"tables", table(`<table:table-header-rows>` + row(cell("a")+cell("b")) + `</table:table-header-rows>` + row(cell("c")+"<table:covered-table-cell/>")), []string{"table: a | b // c | "}},
		{"a row without end", table(row(cell("a")+cell("b")) + `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>`), []string{"table: a | b"}},
		{"a table over a page's end", table(row(cell("a")+cell("b")) + soft + row(cell("c")+cell("d"))), []string{"table: a | b", "---", "table: c | d"}},
		{"pages", tp("Ny", "a") + tp("", "b "+soft+"c") + tp("Ny", "d") + tp("Slut", "e") + tp("Ny", "f"), []string{"paragraph: a", "paragraph: b", "---", "paragraph: c", "---", "paragraph: d", "paragraph: e", "---", "paragraph: f"}},
		{"page styles", tp("", "a") + tp("Mast", "b"), []string{"paragraph: a", "---", "paragraph: b", "page-foot: Bilaga"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := append([]string{"page-head: Ekeby"}, tt.want...)
			if diff := cmp.Diff(want, show(read(t, archiveOf(t, odtParts(tt.body))))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestODTFontsLinksMetadata(t *testing.T) {
	doc := read(t, archiveOf(t, odtParts(tp("Rubrik_20_2", "A")+tp("Standard", `<text:a xlink:href="https://b.example/c.pdf">B</text:a> <text:a xlink:href="#d">D</text:a>`))))
	b := doc.Pages[0].Blocks
	if f := b[1].Font; !f.Bold || f.Size != 18 {
		t.Errorf("heading's font %+v", f)
	}
	if f := b[2].Font; f.Bold || f.Size != 12 {
		t.Errorf("text's font %+v", f)
	}
	if diff := cmp.Diff([]page.Link{{Page: 1, Target: "https://b.example/c.pdf", Text: "B"}}, doc.Links); diff != "" {
		t.Error(diff)
	}
	if m := doc.Metadata; m.Title != "Plan" || m.Created != "2020-01-02T03:04:05" || m.Language != "sv-SE" {
		t.Errorf("metadata %+v", m)
	}
}

func FuzzODT(f *testing.F) {
	for _, s := range []string{th("1", "a"), tp("Ny", "b"), `<text:list text:style-name="N">` + item(tp("", "c")) + "</text:list>", "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>",
		`<text:list><text:list-item><text:list text:continue-list="x"><text:list-item>` + tp("", "d") + "</text:list-item></text:list></text:list-item></text:list>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		data := archiveOf(t, odtParts(body))
		doc, err := Read(t.Context(), bytes.NewReader(data), int64(len(data)))
		if (doc == nil) == (err == nil) {
			t.Fatalf("document %v and error %v", doc, err)
		}
		checkDocument(t, doc)
	})
}
