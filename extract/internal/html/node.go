package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// attr returns an attribute's value, "" if there is none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// isElement reports whether n is an element of one of the names.
func isElement(n *html.Node, names ...string) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, name := range names {
		if n.Data == name {
			return true
		}
	}
	return false
}

// text returns the text under n, white space run together, without what is dropped.
func text(n *html.Node) string {
	var sb strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			sb.WriteString(n.Data)
		case n.Type == html.ElementNode && dropped[n.Data]:
			return
		case n.Type == html.ElementNode && !isInline(n.Data):
			sb.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(strings.ReplaceAll(sb.String(), "\u00ad", "")), " ")
}

// nameWords returns the words in n's id and classes, in lower case: "sv-breadcrumbPortlet" has sv, breadcrumb, portlet.
func nameWords(n *html.Node) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	lower := false
	for _, r := range attr(n, "id") + " " + attr(n, "class") {
		switch {
		case !unicode.IsLetter(r):
			flush()
			lower = false
			continue
		case unicode.IsUpper(r) && lower:
			flush()
		}
		lower = unicode.IsLower(r)
		word.WriteRune(unicode.ToLower(r))
	}
	flush()
	return out
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Elements by what becomes of them. What is in none of the lists is a block.
var (
	dropped = set(`script style template noscript svg iframe object embed audio video canvas map select input textarea datalist
		option optgroup progress meter link meta title base head param source track frameset frame noframes applet`)
	inline = set(`a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr picture q rb rp rt ruby s samp small
		span strike strong sub sup time tt u var wbr slot math mi mo mn mrow msup msub mfrac mtext semantics`)
)

// isInline reports whether an element stands in a line. Names with a colon are Word's marks in a line ("st1:place").
func isInline(name string) bool { return inline[name] || strings.Contains(name, ":") }
