package html

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

// maxMark is how many characters a footnote's mark has at most: "[123]".
const maxMark = 5

// isMark reports whether s can be a footnote's mark.
func isMark(s string) bool {
	s = strings.Trim(s, "[]() ")
	if s == "" || len(s) > maxMark {
		return false
	}
	return strings.Trim(s, "0123456789") == "" || strings.Trim(s, "ivx") == "" || strings.Trim(s, "*†‡") == ""
}

// noteNames are words in ids, classes and targets of footnotes and of the links to them and back.
var noteNames = set("footnote footnotes fotnot fotnoter endnote endnotes slutnot ftn ftnref edn ednref fn fnref sdfootnote sdendnote noteref msofootnotereference")

// isNoteName reports whether s, an id or a target, is a footnote's: "sdfootnote1sym", "_ftn2", "fn:3".
func isNoteName(s string) bool {
	word := strings.TrimLeft(strings.ToLower(s), "_#")
	if i := strings.IndexAny(word, "0123456789:-_"); i >= 0 {
		word = word[:i]
	}
	return noteNames[word]
}

// isNoteMark reports whether the link n leads to a footnote or back from one; the text reads on without it.
func (w *walker) isNoteMark(n *html.Node) bool {
	ref, ok := strings.CutPrefix(attr(n, "href"), "#")
	if !ok {
		return false
	}
	role := attr(n, "role")
	if role == "doc-noteref" || role == "doc-backlink" {
		return true
	}
	s := text(n)
	if w.kind == page.Footnote && (isMark(s) || strings.Trim(s, "↑↩^\ufe0e") == "") {
		return true
	}
	if !isMark(s) {
		return false
	}
	return isNoteName(ref) || isElement(n.Parent, "sup") && w.named[ref] || n.FirstChild != nil && isElement(n.FirstChild, "sup") && w.named[ref]
}

// isNote reports whether n holds one footnote.
func (w *walker) isNote(n *html.Node) bool {
	if w.kind == page.Footnote {
		return false
	}
	if role := attr(n, "role"); role == "doc-footnote" || role == "doc-endnote" {
		return true
	}
	if id := attr(n, "id"); strings.ContainsAny(id, "0123456789") && isNoteName(id) && w.linked[id] {
		return true
	}
	if strings.ContainsAny(attr(n, "id"), "0123456789") && isNoteName(attr(n, "id")) && isElement(n, "div", "li", "aside") {
		return true
	}
	if n.Data != "li" {
		return false
	}
	for p, up := n.Parent, 0; p != nil && up < 2; p, up = p.Parent, up+1 {
		for _, word := range nameWords(p) {
			if word == "footnotes" || word == "endnotes" || word == "fotnoter" {
				return true
			}
		}
		if attr(p, "role") == "doc-endnotes" {
			return true
		}
	}
	return false
}

// note takes a footnote; its number is the marker. place is its number in a list, "" if it stands in none.
func (w *walker) note(n *html.Node, place string) {
	w.within(n, page.Footnote, 0, noteNumber(n, place), page.Font{})
}

// noteNumber returns the number of the footnote n: its mark, its place in a list, or the number in its id.
func noteNumber(n *html.Node, place string) string {
	for c := range n.Descendants() {
		if isElement(c, "a") && strings.HasPrefix(attr(c, "href"), "#") && isMark(text(c)) {
			return strings.Trim(text(c), "[]() ")
		}
	}
	if place != "" && place != "•" {
		return place
	}
	id := attr(n, "id")
	if i := strings.IndexAny(id, "0123456789"); i >= 0 {
		return strings.TrimRight(id[i:], "abcdefghijklmnopqrstuvwxyz:-_")
	}
	return ""
}
