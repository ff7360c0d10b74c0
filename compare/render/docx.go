package render

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
)

// writeDOCX writes a memo for a word processor (ECMA-376, Office Open XML): the short answers as a table, the quotes in sight
// with a footnote for the source of each, and the facts. It is written part by part: no library with a licence that fits
// writes footnotes.
func writeDOCX(w io.Writer, v *view) error {
	m := newMemo(v)
	m.write()
	if err := v.ctx.Err(); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	if err := addParts(z, m.parts()); err != nil {
		return err
	}
	return z.Close()
}

// The namespaces of the parts.
const (
	nsWord     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	mediaWord  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	xmlnsWords = ` xmlns:w="` + nsWord + `" xmlns:r="` + nsOffice + `"`
)

// parts returns the package of a memo that is written.
func (m *memo) parts() []officePart {
	return []officePart{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRels},
		{"docProps/core.xml", m.coreProperties()},
		{"word/document.xml", `<w:document` + xmlnsWords + `><w:body>` + m.body.String() + docxPage + `</w:body></w:document>`},
		{"word/footnotes.xml", `<w:footnotes` + xmlnsWords + `>` + docxSeparators + m.notes.String() + `</w:footnotes>`},
		{"word/styles.xml", m.styles()},
		{"word/settings.xml", docxSettings},
		{"word/_rels/document.xml.rels", m.links.rels(docxDocumentRels)},
		{"word/_rels/footnotes.xml.rels", m.noteLinks.rels("")},
	}
}

// docxLinks are the targets outside that a part leads to, by their relationship.
type docxLinks struct {
	targets []string
	known   map[string]int
}

// id returns the relationship of a target.
func (l *docxLinks) id(target string) string {
	n, ok := l.known[target]
	if !ok {
		if l.known == nil {
			l.known = make(map[string]int)
		}
		l.targets = append(l.targets, target)
		n = len(l.targets)
		l.known[target] = n
	}
	return fmt.Sprintf("link%d", n)
}

func (l *docxLinks) rels(inside string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + nsPackage + `/relationships">` + inside)
	for i, target := range l.targets {
		fmt.Fprintf(&b, `<Relationship Id="link%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+1, nsOffice, xmlText(target))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

const (
	docxTypes = `<Types xmlns="` + nsPackage + `/content-types">` +
		officeDefaults +
		`<Override PartName="/word/document.xml" ContentType="` + mediaWord + `document.main+xml"/>` +
		`<Override PartName="/word/footnotes.xml" ContentType="` + mediaWord + `footnotes+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + mediaWord + `styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + mediaWord + `settings+xml"/>` +
		`</Types>`
	docxRels = `<Relationships xmlns="` + nsPackage + `/relationships">` +
		`<Relationship Id="document" Type="` + nsOffice + `/officeDocument" Target="word/document.xml"/>` +
		officeCore +
		`</Relationships>`
	docxDocumentRels = `<Relationship Id="styles" Type="` + nsOffice + `/styles" Target="styles.xml"/>` +
		`<Relationship Id="settings" Type="` + nsOffice + `/settings" Target="settings.xml"/>` +
		`<Relationship Id="footnotes" Type="` + nsOffice + `/footnotes" Target="footnotes.xml"/>`
	// docxSeparators are the two lines above footnotes, which every file with footnotes must have (17.11.23).
	docxSeparators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`
	docxSettings = `<w:settings` + xmlnsWords + `><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
	// docxPage is A4 on its long side, since the table of answers is wide; lengths are in twentieths of a point.
	docxPage = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
)
