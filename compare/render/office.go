package render

import (
	"archive/zip"
	"cmp"
	"encoding/xml"
	"io"
	"strings"
)

// What the files of word processors and spreadsheets have in common (ECMA-376, Office Open XML): parts in an archive, types and
// relationships of parts, and what a file says of itself.
const (
	nsOffice  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage = "http://schemas.openxmlformats.org/package/2006"

	officeDefaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`
	officeCore = `<Relationship Id="core" Type="` + nsPackage + `/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
)

// An officePart is a file of the package.
type officePart struct{ name, content string }

// createPart begins a part of the package.
func createPart(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}) // no time: the same report, the same bytes
}

func addParts(z *zip.Writer, parts []officePart) error {
	for _, p := range parts {
		f, err := createPart(z, p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+p.content); err != nil {
			return err
		}
	}
	return nil
}

// noDay is the date of a file whose report holds for no day.
const noDay = "2000-01-01"

// coreProperties returns what a report's file says of itself. Its dates come from the report, so that the same report gives the same
// bytes.
func (v *view) coreProperties() string {
	return coreProperties(v.T("title"), v.Municipalities(), v.Report.Generator, v.locale(), cmp.Or(v.Report.AsOf, noDay))
}

func coreProperties(title, subject, creator, language, day string) string {
	stamp := day + "T00:00:00Z"
	return `<cp:coreProperties xmlns:cp="` + nsPackage + `/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		`xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + xmlText(title) + `</dc:title><dc:subject>` + xmlText(subject) + `</dc:subject>` +
		`<dc:creator>` + xmlText(creator) + `</dc:creator><dc:language>` + language + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:created>` +
		`<dcterms:modified xsi:type="dcterms:W3CDTF">` + stamp + `</dcterms:modified></cp:coreProperties>`
}

// xmlText returns s, cleaned, as text of an element or of an attribute.
func xmlText(s string) string { return xmlEscapes.Replace(clean(s)) }

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\t", "&#x9;", "\n", "&#xA;")
