package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	// maxNodes is how many elements and texts a part may have: a thousand pages of Word, each word edited apart, have half of it.
	maxNodes = 2_000_000
	// maxDepth is how deep elements may nest: a table in a table in a text box nests forty deep.
	maxDepth = 200
)

// prefixes are our names for the namespaces that are read. OOXML has two sets: transitional and strict.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                          "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                   "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "rel",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":                "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                            "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":               "mc",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                                 "a",
	"urn:schemas-microsoft-com:vml":                                             "v",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ep",
	"http://purl.oclc.org/ooxml/officeDocument/extendedProperties":              "ep",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"http://purl.org/dc/terms/":                                                 "dcterms",
	"http://www.w3.org/1999/xlink":                                              "xlink",
	"http://www.w3.org/XML/1998/namespace":                                      "xml",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":               "fo",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                         "draw",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                          "office",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                            "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                           "table",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                           "style",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":                            "meta",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                        "manifest",
}

// errEntities means that a part declares entities, which no word processor does and an attack by expansion needs.
var errEntities = errors.New("declares entities")

// parse parses XML. What stands before the damage in a damaged part comes back with the error.
func parse(data []byte) (*node, error) {
	root := &node{}
	p := parser{names: map[xml.Name]string{}, stack: []*node{root}}
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return root, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if err := p.take(token); err != nil {
			return nil, err
		}
	}
}

// A parser builds the tree of a part.
type parser struct {
	names map[xml.Name]string
	stack []*node // the open elements, outermost first
	count int
}

// take takes a token. Its error means that the part must not be read.
func (p *parser) take(token xml.Token) error {
	top := p.stack[len(p.stack)-1]
	switch t := token.(type) {
	case xml.StartElement:
		n := &node{name: p.name(t.Name)}
		for _, a := range t.Attr {
			if key := p.name(a.Name); a.Name.Space != "xmlns" && !strings.HasPrefix(key, "w:rsid") {
				n.attrs = append(n.attrs, attribute{key, a.Value})
			}
		}
		top.kids = append(top.kids, n)
		p.stack = append(p.stack, n)
		p.count++
	case xml.EndElement:
		p.stack = p.stack[:len(p.stack)-1]
	case xml.CharData:
		if len(p.stack) > 1 {
			top.kids = append(top.kids, &node{text: string(t)})
			p.count++
		}
	case xml.Directive:
		if bytes.Contains(t, []byte("ENTITY")) {
			return fmt.Errorf("%w: %w", ErrDamaged, errEntities)
		}
	}
	if p.count > maxNodes || len(p.stack) > maxDepth {
		return ErrTooLarge
	}
	return nil
}

// name returns our name for an element or attribute.
func (p *parser) name(n xml.Name) string {
	s, ok := p.names[n]
	if !ok {
		s = prefixes[n.Space] + ":" + n.Local
		p.names[n] = s
	}
	return s
}
