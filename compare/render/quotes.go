package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/compare"
)

// A pair is a cell of a table row with the head of its column.
type pair struct{ Head, Cell string }

// Row returns the cells of a quote that is a row of a table, each with its head; nil for any other quote.
func (v *view) Row(q compare.Quote) []pair {
	if !strings.Contains(q.Quote, "\t") {
		return nil
	}
	cells, heads := strings.Split(q.Quote, "\t"), strings.Split(q.Opener, "\t")
	row := make([]pair, len(cells))
	for i, c := range cells {
		row[i].Cell = oneLine(c)
		if len(heads) == len(cells) {
			row[i].Head = oneLine(heads[i])
		}
	}
	return row
}

// Plain returns a quote as a line of text: an item with what opens its list, a row with the heads of its columns.
func (v *view) Plain(q compare.Quote) string {
	row := v.Row(q)
	if row == nil {
		return strings.TrimSpace(oneLine(q.Opener) + " " + oneLine(q.Quote))
	}
	var parts []string
	for _, p := range row {
		switch {
		case p.Cell == "":
		case p.Head == "":
			parts = append(parts, p.Cell)
		default:
			parts = append(parts, p.Head+": "+p.Cell)
		}
	}
	return strings.Join(parts, " | ")
}

// quoteMarks are what documents put around quotes of their own.
const quoteMarks = "”“\"»«"

// quoted puts s in quotation marks, unless it is whole in its own; where s was cut behind its own first mark, it closes it.
func (v *view) quoted(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || !strings.ContainsRune(quoteMarks, first) {
		return v.T("quoted", s)
	}
	switch next := strings.IndexAny(s[size:], quoteMarks); {
	case next < 0:
		return s + string(first)
	case strings.TrimRight(s[size+next:], quoteMarks+".") == "":
		return s
	}
	return v.T("quoted", s)
}

// PageOf returns the page of a quote, with the number printed on it where that differs, and whether a person vouches for it.
func (v *view) PageOf(q compare.Quote) string {
	s := v.Pages(q.Pages)
	if len(q.Pages) == 0 {
		s = v.Page(q.Page)
	}
	if label := oneLine(q.PageLabel); label != "" && label != strconv.Itoa(q.Page) {
		s += " (" + v.T("printed", label) + ")"
	}
	return s + v.Reviewed(q.By)
}
