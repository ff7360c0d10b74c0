package html

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

// A walker takes the blocks out of a page.
type walker struct {
	*survey
	doc  *goquery.Document
	main *html.Node // nil if all of the page may be content
	base *url.URL

	out    []page.Block
	links  []page.Link
	images int

	flow   page.Flow
	kind   page.Kind
	level  int    // of the heading we are in
	marker string // of the list item or footnote we are in, until a block has it
	last   int    // the level of the last heading
	chrome bool
	cell   bool // in a table's cell
	tables int  // how many tables we are in

	inMenu, inContents bool
}

func newWalker(doc *goquery.Document) *walker {
	w := &walker{survey: newSurvey(doc.Get(0)), doc: doc}
	w.main = w.mainContent(doc)
	for _, s := range []string{doc.Find("base[href]").AttrOr("href", ""), doc.Find("link[rel=canonical]").AttrOr("href", ""),
		doc.Find("meta[property='og:url']").AttrOr("content", "")} {
		if u, err := url.Parse(s); err == nil && u.IsAbs() {
			w.base = u
			break
		}
	}
	return w
}

// page takes the blocks of the whole page.
func (w *walker) page() {
	w.chrome = w.main != nil
	w.node(w.doc.Get(0), page.Font{})
	w.flush()
}

// flush ends the block that is under way.
func (w *walker) flush() {
	if w.flow.Empty() {
		w.flow = page.Flow{}
		return
	}
	for _, b := range w.flow.Blocks(w.kind, w.level, w.marker) {
		w.add(b)
	}
	if w.kind == page.ListItem {
		w.kind = page.Paragraph
	}
	w.marker = ""
}

// add appends a block; around the content all blocks are chrome.
func (w *walker) add(b page.Block) {
	if w.chrome {
		b.Kind, b.Level, b.Marker = page.Chrome, 0, ""
	}
	w.out = append(w.out, b)
}

// node takes what n and what is below it hold.
func (w *walker) node(n *html.Node, font page.Font) {
	switch n.Type {
	case html.TextNode:
		w.flow.Write(n.Data, font)
	case html.ElementNode:
		w.element(n, font)
	default:
		w.children(n, font)
	}
}

func (w *walker) children(n *html.Node, font page.Font) {
	for c := range n.ChildNodes() {
		w.node(c, font)
	}
}

func (w *walker) element(n *html.Node, font page.Font) {
	switch {
	case n.Data == "br":
		w.flow.Break()
	case n.Data == "img":
		if !w.chrome {
			w.images++
		}
	case dropped[n.Data] || n.Data == "del" || w.hidden(n):
	case isInline(n.Data):
		w.inline(n, font)
	case n.Data == "button":
		w.button(n, font)
	default:
		w.flush()
		w.block(n, font)
		w.flush()
	}
}

// inline takes an element that stands in a line.
func (w *walker) inline(n *html.Node, font page.Font) {
	switch n.Data {
	case "b", "strong":
		font.Bold = true
	case "i", "em":
		font.Italic = true
	case "rt", "rp":
		return
	case "a":
		if w.isNoteMark(n) || isListenLink(n) {
			return
		}
		w.link(n)
	case "q":
		w.flow.Write("”", font)
		defer w.flow.Write("”", font)
	}
	if w.chrome { // menus part their entries by boxes, not by white space
		w.flow.Write(" ", font)
		defer w.flow.Write(" ", font)
	}
	w.children(n, styled(n, font))
}

// button takes a button: the one that unfolds a part of the content is its heading, others are left out.
func (w *walker) button(n *html.Node, font page.Font) {
	switch {
	case w.kind == page.Heading:
		w.children(n, font)
	case !w.chrome && w.unfolds(n):
		w.flush()
		w.heading(n, w.below(), font)
	}
}

// within takes the children of n as blocks of kind, and returns to what was under way.
func (w *walker) within(n *html.Node, kind page.Kind, level int, marker string, font page.Font) {
	k, l, m := w.kind, w.level, w.marker
	w.kind, w.level, w.marker = kind, level, marker
	w.children(n, font)
	w.flush()
	w.kind, w.level, w.marker = k, l, m
}

func (w *walker) heading(n *html.Node, level int, font page.Font) {
	w.within(n, page.Heading, level, "", font)
}

// below returns the level of a heading below the last one.
func (w *walker) below() int { return min(6, w.last+1) }

// link notes where a link in the content leads.
func (w *walker) link(n *html.Node) {
	href := strings.TrimSpace(attr(n, "href"))
	u, err := url.Parse(href)
	if w.chrome || err != nil || href == "" || strings.HasPrefix(href, "#") {
		return
	}
	if w.base != nil && !u.IsAbs() {
		u = w.base.ResolveReference(u)
	}
	switch strings.ToLower(u.Scheme) {
	case "", "http", "https", "mailto":
		w.links = append(w.links, page.Link{Page: 1, Target: u.String(), Text: text(n)})
	}
}

// isListenLink reports whether n starts a program that reads the page aloud.
func isListenLink(n *html.Node) bool {
	href := strings.ToLower(attr(n, "href"))
	return strings.Contains(href, "readspeaker.com") || strings.Contains(href, "insipio.com") || strings.Contains(href, "browsealoud")
}
