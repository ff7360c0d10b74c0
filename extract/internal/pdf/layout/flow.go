package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// goesOn reports whether row next belongs to the block that rows are.
func (c *composer) goesOn(rows []row, next *row, l leaf, leading float64) bool {
	last := &rows[len(rows)-1]
	if hasTable(next) || leaders(next) || marker(next.words) > 0 && !c.wrapped(rows, next, l) {
		return false
	}
	change := sizeChange
	if next.words[0].hidden && last.words[0].hidden {
		change = hiddenChange
	}
	if d := next.size - last.size; d > change*last.size || -d > change*last.size {
		return false
	}
	if bold(last) != bold(next) && (boldRow(last) || boldRow(next)) && boldRow(last) != boldRow(next) {
		return false
	}
	gap := (next.y - last.y) / max(next.size, 0.1)
	usual := leading
	if len(rows) > 1 {
		usual = (last.y - rows[len(rows)-2].y) / max(last.size, 0.1)
	} else if c.doc.headingSize(last) {
		usual = 1.3
	}
	if gap > usual+paragraphGap || gap > 2.2 || gap < 0.3 {
		return false
	}
	if len(groups(next)) > 1 && len(groups(last)) > 1 && next.words[0].font != last.words[0].font {
		return false
	}
	return c.sameFlow(rows, next, l)
}

// sameFlow judges by the line ends and beginnings whether next goes on with the paragraph.
func (c *composer) sameFlow(rows []row, next *row, l leaf) bool {
	last := &rows[len(rows)-1]
	item := marker(rows[0].words)
	left := rows[0].x0()
	if item > 0 {
		left = rows[0].words[item].x0
	} else if len(rows) > 1 {
		left = rows[1].x0()
	}
	if centred(last, next) {
		return c.doc.headingSize(last) || !deliberate(last, next, l)
	}
	in := next.x0() - left
	switch {
	case in > indent*next.size && !hangs(rows, next):
		return false // a first line set in
	case item > 0 && in < -1.2*next.size && next.x0() < rows[0].x0()+0.3*next.size:
		return !deliberate(last, next, l) && startsLower(next)
	case in < -3*next.size && len(rows) > 1:
		return false
	}
	if deliberate(last, next, l) {
		return c.doc.headingSize(last) && boldRow(last) == boldRow(next) && !endsSentence(last)
	}
	return true
}

// hangs reports whether next is the second line of a paragraph whose first stands out to the left.
func hangs(rows []row, next *row) bool {
	return len(rows) == 1 && next.x0()-rows[0].x0() < 6*next.size
}

// deliberate reports whether the line break after last was made on purpose: the next word had room before the column's edge.
func deliberate(last, next *row, l leaf) bool {
	room := l.x1 - last.x1()
	need := next.words[0].width() + 0.3*next.size
	first, _ := utf8.DecodeLastRuneInString(last.words[len(last.words)-1].text)
	if first == '-' || first == '\u00ad' || first == '\u2010' {
		return false
	}
	return room > need+1.2*next.size && !startsLower(next)
}

// startsLower reports whether a row begins with a small letter.
func startsLower(r *row) bool {
	c, _ := utf8.DecodeRuneInString(r.words[0].text)
	return unicode.IsLower(c)
}

func endsSentence(r *row) bool {
	text := r.words[len(r.words)-1].text
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, ":")
}

// wrapped reports whether what looks like a marker is only a word that a line break set first: "… 12 till" / "14. Det …".
func (c *composer) wrapped(rows []row, next *row, l leaf) bool {
	last := &rows[len(rows)-1]
	r, _ := utf8.DecodeRuneInString(next.words[0].text)
	if !unicode.IsDigit(r) && !strings.ContainsRune("-–—", r) {
		return false
	}
	full := l.x1-last.x1() < next.words[0].width()+2*next.size
	body := rows[0].x0()
	if n := marker(rows[0].words); n > 0 {
		body = rows[0].words[n].x0
	} else if len(rows) > 1 {
		body = rows[1].x0()
	}
	d := next.x0() - body
	return full && d < 0.3*next.size && d > -0.3*next.size && !endsSentence(last)
}

// centred reports whether both rows have the same middle and different ends.
func centred(a, b *row) bool {
	ma, mb := (a.x0()+a.x1())/2, (b.x0()+b.x1())/2
	d := ma - mb
	return d < 2 && d > -2 && (a.x0()-b.x0() > a.size || b.x0()-a.x0() > a.size)
}

// bold reports whether a row has bold words; boldRow whether it has only such.
func bold(r *row) bool {
	return slices.ContainsFunc(r.words, func(w *word) bool { return w.font.Bold })
}

func boldRow(r *row) bool {
	return !slices.ContainsFunc(r.words, func(w *word) bool { return !w.font.Bold })
}
