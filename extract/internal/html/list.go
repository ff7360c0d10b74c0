package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

// list takes a list, its items numbered as a browser would.
func (w *walker) list(n *html.Node, font page.Font) {
	if w.chrome && !w.inMenu {
		w.menu(n, font)
		return
	}
	number, step := 1, 1
	if hasAttr(n, "reversed") {
		step, number = -1, 0
		for c := range n.ChildNodes() {
			if isElement(c, "li") {
				number++
			}
		}
	}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		number = start
	}
	for c := range n.ChildNodes() {
		if !isElement(c, "li") || w.hidden(c) {
			w.node(c, font)
			continue
		}
		if value, err := strconv.Atoi(attr(c, "value")); err == nil {
			number = value
		}
		marker := "•"
		if n.Data == "ol" {
			marker = counter(attr(n, "type"), number)
			number += step
		}
		w.flush()
		if !w.chrome && w.isNote(c) {
			w.note(c, strings.TrimSuffix(marker, "."))
			continue
		}
		if !w.chrome && w.isChrome(c) {
			w.block(c, font)
			continue
		}
		w.within(c, page.ListItem, 0, marker, font)
	}
	w.flush()
}

// menu takes a list around the content as one block.
func (w *walker) menu(n *html.Node, font page.Font) {
	from := len(w.out)
	w.inMenu = true
	w.children(n, font)
	w.flush()
	w.inMenu = false
	var all page.Flow
	for _, b := range w.out[from:] {
		all.Write(b.Text+" ", page.Font{})
	}
	w.out = append(w.out[:from], all.Blocks(page.Chrome, 0, "")...)
}

// counter returns the number of an ordered list's item as type says.
func counter(kind string, n int) string {
	if n > 0 {
		switch kind {
		case "a", "A":
			s := ""
			for ; n > 0; n = (n - 1) / 26 {
				s = string(rune('a'+(n-1)%26)) + s
			}
			if kind == "A" {
				s = strings.ToUpper(s)
			}
			return s + "."
		case "i", "I":
			if s := page.Roman(n); kind == "I" {
				return strings.ToUpper(s) + "."
			} else {
				return s + "."
			}
		}
	}
	return strconv.Itoa(n) + "."
}

// maxValue is how many words a description has at most in a list of labels and values ("Antagen: 2020-02-03"), which is
// read as a table; longer ones are text.
const maxValue = 12

// maxLabels is how many letters such a list has at most; a longer one is text, and is not looked at more closely.
const maxLabels = 5000

// definitions takes a definition list: labels with short values as a table, terms with text as paragraphs.
func (w *walker) definitions(n *html.Node, font page.Font) {
	var rows [][]string
	labels := w.parts[n].letters <= maxLabels
	for c := range n.Descendants() {
		if !labels {
			break
		}
		if !isElement(c, "dt", "dd") || w.hidden(c) {
			continue
		}
		s := text(c)
		labels = labels && len(strings.Fields(s)) <= maxValue && !w.parts[c].heading
		switch {
		case c.Data == "dt":
			rows = append(rows, []string{s})
		case len(rows) == 0:
			labels = false
		case len(rows[len(rows)-1]) > 1:
			rows = append(rows, []string{"", s})
		default:
			rows[len(rows)-1] = append(rows[len(rows)-1], s)
		}
	}
	if !labels || len(rows) < 2 || w.chrome || w.cell {
		w.children(n, font)
		return
	}
	w.collectLinks(n)
	w.add(page.TableOf(rows))
}

// collectLinks notes the links below n, whose text is taken without a walk.
func (w *walker) collectLinks(n *html.Node) {
	for c := range n.Descendants() {
		if isElement(c, "a") {
			w.link(c)
		}
	}
}
