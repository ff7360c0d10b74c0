package html

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

const (
	// leastEntries is how many links to places on the page a contents list has at least.
	leastEntries = 2
	// entryShare is the share of a contents list's letters that stands in such links; the rest are its heading and page numbers.
	entryShare = 0.6
)

// contentsNames are what contents lists are called, in headings, ids and classes.
var contentsNames = []string{"innehållsförteckning", "innehåll", "på den här sidan", "på denna sida", "sidans innehåll", "genvägar", "table of contents", "contents"}

func isContentsName(s string) bool {
	s = strings.ToLower(strings.Trim(s, " :0123456789"))
	for _, name := range contentsNames {
		if s == name {
			return true
		}
	}
	return false
}

// isContents reports whether n is the page's contents list: most of it leads to places on the page.
func (w *walker) isContents(n *html.Node) bool {
	id := attr(n, "id")
	if attr(n, "role") == "doc-toc" || isContentsName(id) && strings.ContainsAny(id, "0123456789") {
		return true // the second is how LibreOffice writes it
	}
	p := w.parts[n]
	return p.links >= leastEntries && float64(p.inLinks) >= entryShare*float64(p.letters) && !isElement(n, "html", "body", "main", "article")
}

// contents takes a contents list: an entry a block. The heading above it belongs to it.
func (w *walker) contents(n *html.Node) {
	if k := len(w.out) - 1; k >= 0 && isContentsName(w.out[k].Text) {
		w.out[k].Kind, w.out[k].Level = page.Contents, 0
	}
	from, last := len(w.out), w.last
	w.inContents = true
	w.within(n, page.Paragraph, 0, "", page.Font{})
	w.inContents, w.last = false, last
	for i := from; i < len(w.out); i++ {
		b := &w.out[i]
		if b.Kind != page.Table {
			b.Kind, b.Level = page.Contents, 0
			if b.Marker == "•" {
				b.Marker = ""
			}
		}
	}
}
