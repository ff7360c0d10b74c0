package compare

import (
	"strings"

	"github.com/styrdok/styrdok/compare/internal/worddiff"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// passage shows run r of documents a and b, with their words aligned.
func (c *corpus) passage(a, b int, r run) SharedPassage {
	x, y := c.of(a), c.of(b)
	last := r[len(r)-1]
	p := SharedPassage{
		A: c.stretch(x, r[0].i, last.i), B: c.stretch(y, r[0].j, last.j), Sentences: len(r), Exact: true,
	}
	var edits []Edit
	for n, m := range r {
		if n > 0 {
			edits = c.skipped(edits, x, r[n-1].i+1, m.i, last.i, Removed)
			edits = c.skipped(edits, y, r[n-1].j+1, m.j, last.j, Added)
		}
		edits = appendDiff(edits, c.piece(x, m.i, last.i), c.piece(y, m.j, last.j))
	}
	kept, all := 0, 0
	for _, e := range edits {
		n := len(swedish.Words(e.Text))
		all += n
		if e.Op == Kept {
			kept += n
			all += n
		} else {
			p.Exact = false
		}
	}
	p.Words = kept
	if all > 0 {
		p.Likeness = round(2*float64(kept)/float64(all), 3)
	}
	if !p.Exact {
		p.Edits = edits
	}
	return p
}

// skipped adds the sentences from to to (half-open) of a document to edits.
func (c *corpus) skipped(edits []Edit, list []sentence, from, to, last int, op EditOp) []Edit {
	for i := from; i < to; i++ {
		edits = appendEdit(edits, op, c.piece(list, i, last))
	}
	return edits
}

// piece returns the text of sentence i of a document up to the next one; of the last of a passage, up to its end.
func (c *corpus) piece(list []sentence, i, last int) string {
	span := c.span(list[i])
	text := c.docs[list[i].doc].Text
	if i == last {
		return text[span.Start:span.End]
	}
	if next := c.span(list[i+1]).Start; next > span.End {
		between := text[span.End:next]
		if strings.TrimSpace(between) == "" {
			return text[span.Start:next]
		}
		return text[span.Start:span.End] + "\n" // a heading, or what is not compared, stands between
	}
	return text[span.Start:span.End] + " "
}

// stretch returns the sentences first to last of a document as one excerpt.
func (c *corpus) stretch(list []sentence, first, last int) Excerpt {
	d := c.docs[list[first].doc]
	span := policy.Span{Start: c.span(list[first]).Start, End: max(c.span(list[first]).End, c.span(list[last]).End)}
	return excerpt(d, span, d.Sentences[list[first].at].Section)
}

// appendDiff adds what leads from before to after.
func appendDiff(edits []Edit, before, after string) []Edit {
	for _, s := range worddiff.Diff(before, after) {
		edits = appendEdit(edits, [...]EditOp{worddiff.Keep: Kept, worddiff.Remove: Removed, worddiff.Add: Added}[s.Op], s.Text)
	}
	return edits
}

// appendEdit adds a step, to the last one if that does the same.
func appendEdit(edits []Edit, op EditOp, text string) []Edit {
	if n := len(edits); n > 0 && edits[n-1].Op == op {
		edits[n-1].Text += text
		return edits
	}
	return append(edits, Edit{op, text})
}
