package office

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

const (
	docxNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
	docxHead  = "<w:document " + docxNames + "><w:body>"
	docxTail  = "</w:body></w:document>"
)

// p returns a paragraph with properties and runs.
func p(properties, runs string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>"
}

// r returns a run of text.
func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

const testStyles = `<w:styles ` + docxNames + `>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/><w:rPr><w:sz w:val="56"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Runt1"><w:name w:val="Runt 1"/><w:basedOn w:val="Runt2"/></w:style>
<w:style w:type="paragraph" w:styleId="Runt2"><w:name w:val="Runt 2"/><w:basedOn w:val="Runt1"/></w:style>
<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ny"><w:name w:val="Ny sida"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

const testNumbering = `<w:numbering ` + docxNames + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Kapitel"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:lvlText w:val="Kapitel %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimalZero"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Kapitel"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl></w:lvlOverride></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`

const testRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.ekeby.example/plan.pdf" TargetMode="External"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="/word/footer1.xml"/>
</Relationships>`

// docxFile returns a DOCX file with a body, and styles, lists, notes and heads to refer to.
func docxFile(t testing.TB, body string) []byte {
	return archiveOf(t, map[string]string{
		"[Content_Types].xml": "<Types/>", "word/document.xml": docxHead + body + docxTail, "word/styles.xml": testStyles, "word/numbering.xml": testNumbering,
		"word/_rels/document.xml.rels":  testRels,
		"word/footnotes.xml":            `<w:footnotes ` + docxNames + `><w:footnote w:id="0" w:type="separator"><w:p>` + r("skräp") + `</w:p></w:footnote><w:footnote w:id="1">` + p("", r("Not ett.")) + p("", r("Mera.")) + `</w:footnote><w:footnote w:id="2"><w:p>` + r("Not två.") + `</w:p></w:footnote><w:footnote w:id="3"><w:p><w:hyperlink r:id="rId1">` + r("Not tre.") + `</w:hyperlink></w:p></w:footnote></w:footnotes>`,
		"word/_rels/footnotes.xml.rels": strings.ReplaceAll(testRels, "plan.pdf", "not.pdf"),
		"word/endnotes.xml":             `<w:endnotes ` + docxNames + `><w:endnote w:id="1"><w:p><w:r><w:endnoteReference w:id="1"/></w:r>` + r("Slutnot.") + `</w:p></w:endnote></w:endnotes>`,
		"word/header1.xml":              `<w:hdr ` + docxNames + `>` + p("", r("Ekeby kommun")) + `</w:hdr>`,
		"word/footer1.xml":              `<w:ftr ` + docxNames + `><w:tbl><w:tr><w:tc>` + p("", r("Dnr 1")) + `</w:tc><w:tc>` + p("", r("Sida 1")) + `</w:tc></w:tr></w:tbl></w:ftr>`,
		"docProps/core.xml":             `<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Plan</dc:title><dc:creator>Ekeby kommun</dc:creator><t:created>2020-01-02T03:04:05Z</t:created></c:coreProperties>`,
	})
}

func ps(id string) string { return `<w:pStyle w:val="` + id + `"/>` }

func list(num, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr>`
}

const (
	pageEnd  = `<w:r><w:br w:type="page"/></w:r>`
	rendered = `<w:lastRenderedPageBreak/>`
)

func TestDOCXHeadingsAndLists(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"styles", p(ps("Rubrik1"), r("A")) + p("", r("B")), []string{"heading1: A", "paragraph: B"}},
		{"the title stands above", p(ps("Rubrik"), r("A")) + p(ps("Rubrik1"), r("B")), []string{"heading1: A", "heading2: B"}},
		{"numbered headings", p(ps("Kapitel"), r("A")) + p(ps("Rubrik2"), r("B")) + p(ps("Rubrik2"), r("C")) + p(ps("Kapitel"), r("D")) + p(ps("Rubrik2"), r("E")),
			[]string{"heading1: 1 A", "heading2: 1.1 B", "heading2: 1.2 C", "heading1: 2 D", "heading2: 2.1 E"}},
		{"an outline level without a style", p(`<w:outlineLvl w:val="2"/>`, r("A")), []string{"heading3: A"}},
		{"a heading style taken out of the outline", p(ps("Rubrik1")+`<w:outlineLvl w:val="9"/>`, r("A")), []string{"paragraph: A"}},
		{"styles in a circle, and one that is not there", p(ps("Runt1"), r("A")) + p(ps("Borta"), r("B")), []string{"paragraph: A", "paragraph: B"}},
		{"an empty heading", p(ps("Rubrik1"), "") + p("", r("A")), []string{"paragraph: A"}},
		{"bullets", p(list("4", "0"), r("a")) + p(list("4", "0"), r("b")), []string{"list-item •: a", "list-item •: b"}},
		{"numbers and letters", p(list("2", "0"), r("a")) + p(list("2", "1"), r("b")) + p(list("2", "1"), r("c")) + p(list("2", "2"), r("d")) + p(list("2", "0"), r("e")) + p(list("2", "1"), r("f")),
			[]string{"list-item 1.: a", "list-item a): b", "list-item b): c", "list-item 1.2.1: d", "list-item 2.: e", "list-item a): f"}},
		{"a list that starts again", p(list("2", "0"), r("a")) + p(list("3", "0"), r("b")) + p(list("3", "0"), r("c")), []string{"list-item 1.: a", "list-item 1.: b", "list-item 2.: c"}},
		{"a level that was skipped", p(list("2", "2"), r("a")), []string{"list-item 1.1.1: a"}},
		{"levels that go on, and that start late", p(list("5", "0"), r("a")) + p(list("5", "1"), r("b")) + p(list("5", "0"), r("c")) + p(list("5", "1"), r("d")), []string{"list-item Kapitel 5: a", "list-item 01: b", "list-item Kapitel 6: c", "list-item 02: d"}},
		{"a list by its style's list", p(list("6", "0"), r("a")), []string{"list-item 1: a"}},
		{"a level of the use's own", p(list("7", "0"), r("a")), []string{"list-item A: a"}},
		{"a bulleted heading", p(ps("Rubrik1")+list("4", "0"), r("a")), []string{"heading1: a"}},
		{"a numbered heading by hand", p(ps("Rubrik1")+list("2", "0"), r("a")), []string{"heading1: 1. a"}},
		{"no list", p(list("0", "0"), r("a")) + p(list("99", "0"), r("b")) + p(list("2", "77"), r("c")), []string{"paragraph: a", "paragraph: b", "paragraph: c"}},
	}
	runDOCX(t, tests)
}

func runDOCX(t *testing.T, tests []struct {
	name, body string
	want       []string
}) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(read(t, docxFile(t, tt.body)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDOCXText(t *testing.T) {
	box := func(text string) string { return "<w:txbxContent>" + p("", r(text)) + "</w:txbxContent>" }
	field := func(code, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + code + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	runDOCX(t, []struct {
		name, body string
		want       []string
	}{
		{"pieces of a run", p("", `<w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>stöd</w:t><w:tab/><w:t>käll</w:t><w:softHyphen/><w:t>sortera</w:t></w:r>`), []string{"paragraph: EU-stöd källsortera"}},
		{"lines", p("", `<w:r><w:t>Dnr 1</w:t><w:br/><w:t>Antagen 2020</w:t><w:cr/><w:t>Gäller alla</w:t></w:r>`), []string{"paragraph: Dnr 1", "paragraph: Antagen 2020", "paragraph: Gäller alla"}},
		{"hidden", p("", r("a ")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Dold"/></w:rPr><w:t>c</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Dold"/><w:vanish w:val="0"/></w:rPr><w:t>d</w:t></w:r>`), []string{"paragraph: a d"}},
		{"changes", p("", r("a")+"<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins>"+r("c")+"</w:ins><w:moveFrom>"+r("d")+"</w:moveFrom><w:moveTo>"+r("e")+"</w:moveTo>"), []string{"paragraph: ace"}},
		{"a deleted end", p("<w:rPr><w:del/></w:rPr>", r("a ")) + p(ps("Rubrik1"), r("b")) + p("", r("c")), []string{"paragraph: a b", "paragraph: c"}},
		{"a large initial", p(`<w:framePr w:dropCap="drop"/>`, r("P")) + p("", r("lanen gäller.")), []string{"paragraph: Planen gäller."}},
		{"fields", p("", r("a ")+field(" PAGE ", r("2"))+`<w:fldSimple w:instr="DATE">`+r(" 2020")+`</w:fldSimple>`), []string{"paragraph: a 2 2020"}},
		{"a field that is never shown", p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>`+r("a")) + p("", r("b")), []string{"paragraph: b"}},
		{"fields in one another", p("", field("HYPERLINK &quot;https://c.example&quot;", r("a ")+field(" IF 1 = 1 ", field("PAGE", r("b"))))), []string{"paragraph: a b"}},
		{"a contents list", p("", field(` TOC \o "1-3" `, r("Syfte 1")+"</w:p><w:p>"+r("Mål 2"))) + p(ps("Innehll1"), r("Ansvar 3")) + p("", r("a")), []string{"contents: Syfte 1", "contents: Mål 2", "contents: Ansvar 3", "paragraph: a"}},
		{"a contents control", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("", r("Innehåll")) + `</w:sdtContent></w:sdt>` + p("", r("a")), []string{"contents: Innehåll", "paragraph: a"}},
		{"controls", p("", `<w:sdt><w:sdtContent>`+r("a")+`</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+r("Klicka här")+`</w:sdtContent></w:sdt>`), []string{"paragraph: a"}},
		{"a text box, once", p("", r("a")+`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>`+box("b")+`</w:drawing></mc:Choice><mc:Fallback><w:pict>`+box("b")+`</w:pict></mc:Fallback></mc:AlternateContent></w:r>`) + p("", r("c")),
			[]string{"paragraph: a", "paragraph: b", "paragraph: c"}},
		{"an old text box", p("", `<w:r><mc:AlternateContent><mc:Fallback><w:pict>`+box("b")+`</w:pict></mc:Fallback></mc:AlternateContent></w:r>`), []string{"paragraph: b"}},
		{"notes", p("", r("a")+`<w:r><w:footnoteReference w:id="1"/></w:r>`+r(".")) + p("", r("b")+`<w:r><w:endnoteReference w:id="1"/><w:footnoteReference w:id="2"/><w:footnoteReference w:id="9"/></w:r>`) + p("", r("c")),
			[]string{"paragraph: a.", "footnote 1: Not ett. Mera.", "paragraph: b", "footnote 2: Not två.", "paragraph: c", "footnote i: Slutnot."}},
		{"mathematics", p("", r("yta ")+"<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), []string{"paragraph: yta a+b"}},
		{"a typed bullet", p("", r("- ett")), []string{"list-item -: ett"}},
	})
}

func TestDOCXTables(t *testing.T) {
	cell := func(props, text string) string {
		return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + p("", r(text)) + "</w:tc>"
	}
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	runDOCX(t, []struct {
		name, body string
		want       []string
	}{
		{"cells", "<w:tbl>" + row(cell("", "a"), cell("", "b")) + row(cell("", "c"), "<w:tc>"+p(list("2", "0"), r("d"))+p(list("2", "0"), r("e"))+"</w:tc>") + "</w:tbl>", []string{"table: a | b // c | 1. d 2. e"}},
		{"merged cells", "<w:tbl>" + row(cell(`<w:vMerge w:val="restart"/>`, "a"), cell("", "b"), cell("", "c")) + row(cell("<w:vMerge/>", ""), cell(`<w:gridSpan w:val="2"/>`, "d")) + row(cell("", "e"), cell("", "f"), cell("", "g")) + "</w:tbl>",
			[]string{"table: a | b | c //  | d |  // e | f | g"}},
		{"cells that begin late", "<w:tbl>" + row(cell("", "a"), cell("", "b")) + `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + cell("", "c") + "</w:tr></w:tbl>", []string{"table: a | b //  | c"}},
		{"controls and changes around rows and cells", "<w:tbl><w:sdt><w:sdtContent>" + row(cell("", "a"), "<w:sdt><w:sdtContent>"+cell("", "b")+"</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt><w:ins>" + row(cell("", "c"), cell("", "d")) + "</w:ins></w:tbl>", []string{"table: a | b // c | d"}},
		{"a deleted row", "<w:tbl>" + row(cell("", "a"), cell("", "b")) + "<w:tr><w:trPr><w:del/></w:trPr>" + cell("", "c") + "</w:tr></w:tbl>", []string{"table: a | b"}},
		{"a box", "<w:tbl>" + row("<w:tc>"+p("", r("a"))+p("", r("b"))+"</w:tc>") + "</w:tbl>", []string{"paragraph: a", "paragraph: b"}},
		{"a page laid out", "<w:tbl>" + row("<w:tc>"+p(ps("Rubrik1"), r("a"))+p("", r("b"))+"</w:tc>", cell("", "c")) + "</w:tbl>", []string{"heading1: a", "paragraph: b", "paragraph: c"}},
		{"over a page's end", "<w:tbl>" + row(cell("", "a"), cell("", "b")) + row("<w:tc>"+p("", r("c")+"<w:r>"+rendered+"<w:t>d</w:t></w:r>")+"</w:tc>", "<w:tc>"+p("", r("e")+"<w:r>"+rendered+"</w:r>")+"</w:tc>") + row(cell("", "f"), cell("", "g")) + "</w:tbl>" + p("", r("h")),
			[]string{"table: a | b // c d | e", "---", "table: f | g", "paragraph: h"}},
		{"a note in a cell", "<w:tbl>" + row("<w:tc>"+p("", r("a")+`<w:r><w:footnoteReference w:id="2"/></w:r>`)+"</w:tc>", cell("", "b")) + "</w:tbl>", []string{"table: a | b", "footnote 1: Not två."}},
		{"an absurd span", "<w:tbl>" + row(cell(`<w:gridSpan w:val="999999999"/>`, "a"), cell("", "b")) + row(cell("", "c"), cell("", "d")) + "</w:tbl>", []string{"table: a" + strings.Repeat(" | ", maxColumns-1) + "b // c | d"}},
	})
}

func TestDOCXPages(t *testing.T) {
	sect := func(kind string) string {
		return `<w:sectPr><w:type w:val="` + kind + `"/></w:sectPr>`
	}
	runDOCX(t, []struct {
		name, body string
		want       []string
	}{
		{"by hand", p("", r("a")) + p("", pageEnd) + p("", r("b")), []string{"paragraph: a", "---", "paragraph: b"}},
		{"by hand, and found again by Word", p("", r("a")+pageEnd) + p("", "<w:r>"+rendered+"<w:t>b</w:t></w:r>"), []string{"paragraph: a", "---", "paragraph: b"}},
		{"by Word, in a sentence", p(list("4", "0"), r("Nämnden")+"<w:r>"+rendered+"<w:t> ansvarar.</w:t></w:r>"), []string{"list-item •: Nämnden", "---", "paragraph: ansvarar."}},
		{"by Word, before a heading", p("", r("a")) + p(ps("Rubrik1"), "<w:r>"+rendered+"<w:t>b</w:t></w:r>"), []string{"paragraph: a", "---", "heading1: b"}},
		{"by Word, in a heading", p(ps("Rubrik1"), r("a")+"<w:r>"+rendered+"<w:t> b</w:t></w:r>") + p("", r("c")), []string{"heading1: a b", "---", "paragraph: c"}},
		{"a page left empty", p("", r("a")+pageEnd) + p("", pageEnd) + p("", r("b")), []string{"paragraph: a", "---", "---", "paragraph: b"}},
		{"by a style", p(ps("Ny"), r("a")) + p(ps("Ny"), r("b")) + p("", pageEnd) + p(ps("Ny"), r("c")), []string{"paragraph: a", "---", "paragraph: b", "---", "paragraph: c"}},
		{"sections", p(sect("nextPage"), r("a")) + p(sect("continuous"), r("b")) + p("", r("c")) + `<w:sectPr><w:type w:val="oddPage"/></w:sectPr>`, []string{"paragraph: a", "paragraph: b", "---", "paragraph: c"}},
		{"a text box before the end of a page", p("", `<w:r><w:drawing><w:txbxContent>`+p("", r("a"))+`</w:txbxContent></w:drawing></w:r>`+r("b")+pageEnd) + p("", r("c")), []string{"paragraph: b", "paragraph: a", "---", "paragraph: c"}},
		{"head and foot", p(`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="first" r:id="rId3"/></w:sectPr>`, r("a")) + p("", r("b")) +
			`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="first" r:id="rId3"/><w:titlePg/></w:sectPr>`,
			[]string{"page-head: Ekeby kommun", "paragraph: a", "---", "paragraph: b", "page-foot: Dnr 1 Sida 1"}},
	})
}

func TestDOCXLinksFontsAndImages(t *testing.T) {
	doc := read(t, docxFile(t, p(ps("Rubrik1"), r("Plan"))+p("", `<w:hyperlink r:id="rId1">`+r("Planen")+`</w:hyperlink><w:hyperlink w:anchor="x">`+r(" här")+`</w:hyperlink>`)+
		p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("B")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)+
		p("", `<w:r><w:footnoteReference w:id="3"/></w:r>`)+p("", pageEnd+`<w:r><w:drawing><a:blip/></w:drawing></w:r>`)))
	want := []page.Link{{Page: 1, Target: "https://www.ekeby.example/plan.pdf", Text: "Planen"}, {Page: 1, Target: "https://b.example", Text: "B"}, {Page: 1, Target: "https://www.ekeby.example/not.pdf", Text: "Not tre."}}
	if diff := cmp.Diff(want, doc.Links); diff != "" {
		t.Error(diff)
	}
	if f := doc.Pages[0].Blocks[0].Font; !f.Bold || f.Size != 16 {
		t.Errorf("heading's font %+v", f)
	}
	if f := doc.Pages[0].Blocks[1].Font; f.Bold || f.Size != 11 {
		t.Errorf("text's font %+v", f)
	}
	if last := doc.Pages[1].Record; last.Method != policy.MethodUnread || last.Images != 1 || len(doc.Issues) != 1 || doc.Issues[0].Page != 2 {
		t.Errorf("a page that is a picture: %+v, %+v", last, doc.Issues)
	}
	if m := doc.Metadata; m.Title != "Plan" || m.Author != "Ekeby kommun" || m.Created != "2020-01-02T03:04:05Z" || m.Language != "sv-SE" {
		t.Errorf("metadata %+v", m)
	}
}

// Strict OOXML has other namespaces, and another name for its main part is allowed.
func TestDOCXStrict(t *testing.T) {
	doc := read(t, archiveOf(t, map[string]string{"[Content_Types].xml": "",
		"_rels/.rels":        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/dokument2.xml"/></Relationships>`,
		"word/dokument2.xml": `<d xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>a</x:t></x:r></x:p></x:body></d>`}))
	if diff := cmp.Diff([]string{"paragraph: a"}, show(doc)); diff != "" {
		t.Error(diff)
	}
}

func FuzzDOCX(f *testing.F) {
	for _, s := range []string{p(ps("Kapitel"), r("a")), p("", pageEnd+r("b")), "<w:tbl><w:tr><w:tc>" + p(list("2", "1"), r("c")) + "</w:tc></w:tr></w:tbl>",
		p("<w:rPr><w:del/></w:rPr>", r("d")), p("", `<w:r><w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/></w:r>`), p("", "<w:r>"+rendered+"</w:r>") + "<w:sectPr/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		data := docxFile(t, body)
		doc, err := Read(t.Context(), bytes.NewReader(data), int64(len(data)))
		if (doc == nil) == (err == nil) {
			t.Fatalf("document %v and error %v", doc, err)
		}
		checkDocument(t, doc)
	})
}

// What nests deep or comes often takes time in proportion to its size.
func TestLinearTime(t *testing.T) {
	const n = 5_000
	for name, body := range map[string]string{
		"tables":     strings.Repeat("<w:tbl><w:tr><w:tc>", 60) + strings.Repeat(p("", r("ord")), n) + strings.Repeat("</w:tc></w:tr></w:tbl>", 60),
		"fields":     "<w:p>" + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, 100) + "</w:p>" + strings.Repeat(p("", r("ord")), n),
		"lines":      "<w:p><w:r>" + strings.Repeat("<w:t>rad</w:t><w:br/>", n) + "</w:r></w:p>",
		"pages":      strings.Repeat(p("", pageEnd), n),
		"one item":   "<w:p>" + strings.Repeat(r("ord "), n) + "</w:p>",
		"text boxes": strings.Repeat("<w:p><w:r><w:drawing><w:txbxContent>", 30) + strings.Repeat(p("", r("ord")), n) + strings.Repeat("</w:txbxContent></w:drawing></w:r></w:p>", 30),
	} {
		t.Run(name, func(t *testing.T) {
			data := docxFile(t, body)
			start := time.Now()
			read(t, data)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
