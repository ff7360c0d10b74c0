package render

import (
	"fmt"
	"strings"
)

// A docxStyle is a paragraph's look: sizes in half points, distances in twentieths of a point, colours as RRGGBB.
type docxStyle struct {
	id, name, format, text string
}

// docxStyles have the names by which word processors know them, so that a contents list and the navigation pane work.
var docxStyles = []docxStyle{
	{"Title", "Title", `<w:spacing w:after="60"/>`, `<w:b/><w:color w:val="1B3A5C"/><w:sz w:val="48"/>`},
	{"Subtitle", "Subtitle", `<w:spacing w:after="240"/>`, `<w:color w:val="556170"/><w:sz w:val="24"/>`},
	{"Heading1", "heading 1", outline(0, 360), `<w:b/><w:color w:val="1B3A5C"/><w:sz w:val="32"/>`},
	{"Heading2", "heading 2", outline(1, 240), `<w:b/><w:sz w:val="26"/>`},
	{"Heading3", "heading 3", outline(2, 160), `<w:b/><w:sz w:val="22"/>`},
	{"Quote", "Quote", `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="D5DBE2"/></w:pBdr><w:spacing w:after="120"/><w:ind w:left="284"/>`, ``},
	{"Answer", "Answer", `<w:keepNext/><w:spacing w:after="80"/>`, ``},
	{"Cell", "Table Contents", `<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="18"/>`},
	{"CellHead", "Table Heading", `<w:keepNext/><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>`, `<w:b/><w:color w:val="1B3A5C"/><w:sz w:val="18"/>`},
	{"CellNarrow", "Table Contents Narrow", `<w:spacing w:before="20" w:after="20" w:line="228" w:lineRule="auto"/>`, `<w:sz w:val="16"/>`},
	{"CellNarrowHead", "Table Heading Narrow", `<w:keepNext/><w:spacing w:before="20" w:after="20" w:line="228" w:lineRule="auto"/>`, `<w:b/><w:color w:val="1B3A5C"/><w:sz w:val="16"/>`},
	{"FootnoteText", "footnote text", `<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="18"/>`},
}

func outline(level, before int) string {
	return fmt.Sprintf(`<w:keepNext/><w:spacing w:before="%d" w:after="80"/><w:outlineLvl w:val="%d"/>`, before, level)
}

// locale returns the language of the memo's own words, as word processors name it.
func (v *view) locale() string {
	if v.Lang == "en" {
		return "en-GB"
	}
	return "sv-SE"
}

// styles returns the part with the styles.
func (m *memo) styles() string {
	var b strings.Builder
	b.WriteString(`<w:styles` + xmlnsWords + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:sz w:val="22"/>` +
		`<w:lang w:val="` + m.locale() + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	for _, s := range docxStyles {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`,
			s.id, s.name, s.format, s.text)
	}
	line := `w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>`
	b.WriteString(`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>` +
		`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
		`<w:top ` + line + `<w:left ` + line + `<w:bottom ` + line + `<w:right ` + line + `<w:insideH ` + line + `<w:insideV ` + line +
		`</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`)
	return b.String()
}
