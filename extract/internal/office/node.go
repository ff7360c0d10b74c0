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

// A node is an element, or a text if it has no name.
type node struct {
	name  string // "w:p", with the prefix of prefixes
	attrs []attribute
	kids  []*node
	text  string
}

type attribute struct{ name, value string }

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
	dec := xml.NewDecoder(bytes.NewReader(data))
	names := map[xml.Name]string{}
	name := func(n xml.Name) string {
		s, ok := names[n]
		if !ok {
			s = prefixes[n.Space] + ":" + n.Local
			names[n] = s
		}
		return s
	}
	root := &node{}
	stack := []*node{root}
	for count := 0; ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return root, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: name(t.Name)}
			for _, a := range t.Attr {
				if key := name(a.Name); a.Name.Space != "xmlns" && !strings.HasPrefix(key, "w:rsid") {
					n.attrs = append(n.attrs, attribute{key, a.Value})
				}
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
			count++
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 1 {
				top.kids = append(top.kids, &node{text: string(t)})
				count++
			}
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return nil, fmt.Errorf("%w: %w", ErrDamaged, errEntities)
			}
		}
		if count > maxNodes || len(stack) > maxDepth {
			return nil, ErrTooLarge
		}
	}
}

// attr returns an attribute's value, "" if there is none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

func (n *node) hasAttr(name string) bool {
	if n == nil {
		return false
	}
	for _, a := range n.attrs {
		if a.name == name {
			return true
		}
	}
	return false
}

// child returns the first child of a name, nil if there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.kids {
		if c.name == name {
			return c
		}
	}
	return nil
}

// path returns the first child of the first child … of the names.
func (n *node) path(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}

// find returns the first element of a name below n, in document order, nil if there is none.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.kids {
		if c.name == name {
			return c
		}
		if f := c.find(name); f != nil {
			return f
		}
	}
	return nil
}

// content returns all text below n.
func (n *node) content() string {
	if n == nil {
		return ""
	}
	if n.name == "" {
		return n.text
	}
	var sb strings.Builder
	for _, c := range n.kids {
		sb.WriteString(c.content())
	}
	return sb.String()
}
