package layout

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A row is words on one base line, from left to right.
type row struct {
	words []*word
	y     float64
	size  float64 // of most of its words
}

func (r *row) x0() float64 { return r.words[0].x0 }

func (r *row) x1() float64 {
	x := r.words[0].x1
	for _, w := range r.words[1:] {
		x = max(x, w.x1)
	}
	return x
}

// rowShift is how far apart the base lines of one row may be, in parts of the font size.
const rowShift = 0.3

// rowsOf puts words into rows from top to bottom.
func rowsOf(words []*word) []row {
	slices.SortStableFunc(words, func(a, b *word) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	var rows []row
	start := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) {
			w, first := words[i], words[start]
			if w.y-first.y <= rowShift*min(w.size, max(first.size, w.size*0.5)) {
				continue
			}
		}
		rows = append(rows, makeRow(words[start:i:i]))
		start = i
	}
	return rows
}

func makeRow(words []*word) row {
	slices.SortStableFunc(words, func(a, b *word) int {
		switch {
		case a.x0 < b.x0:
			return -1
		case a.x0 > b.x0:
			return 1
		}
		return 0
	})
	words = closeSpaced(closeKerned(dropDoubles(words)))
	r := row{words: words}
	best := 0.0
	for i, w := range words {
		w.tight = false
		if i > 0 {
			w.tight = touches(words[i-1], w)
		}
		if weight := w.width(); weight > best && !w.super && !w.sub {
			best = weight
			r.y, r.size = w.y, w.size
		}
	}
	if r.size == 0 {
		r.y, r.size = words[0].y, words[0].size
	}
	return r
}

// touches reports whether no space parts two neighbours on a row.
func touches(a, b *word) bool {
	gap := (b.x0 - a.x1) / min(a.size, b.size)
	if jump(a, b) { // two pieces that were not drawn one after the other: a word only if they fit close
		return b.blanks == 0 && gap > -0.05 && gap < 0.05
	}
	return b.blanks == 0 && gap <= wordGap
}

// jump reports whether something else was drawn between two neighbours on a row: they are in different cells or columns, or one
// of them was set afterwards.
func jump(a, b *word) bool { return b.seq != a.last+1 }

// dropDoubles drops words that are printed a second time over themselves, a little aside, to look bold or shadowed.
func dropDoubles(words []*word) []*word {
	out := words[:0]
	for _, w := range words {
		double := false
		for i := len(out) - 1; i >= 0 && i >= len(out)-4; i-- {
			o := out[i]
			if o.text == w.text && math.Abs(o.x0-w.x0) < 0.25*w.size && math.Abs(o.y-w.y) < 0.25*w.size {
				double = true
				break
			}
		}
		if !double {
			out = append(out, w)
		}
	}
	return out
}

// Letter-spaced text with gaps about as wide as those that part words falls into pieces of any length.
const (
	// minSpacing is the least letter-spacing that counts, in parts of the font size.
	minSpacing = 0.05
	// maxSpacing is how much wider than the usual a gap within a word may be, in parts of the font size.
	maxSpacing = 0.12
)

// closeKerned joins the pieces of letter-spaced words that are parted where letters have no kerning: no space stands between them,
// and the gap is hardly wider than those within them.
func closeKerned(words []*word) []*word {
	gaps, n, size := 0.0, 0, 0.0
	for _, w := range words {
		gaps += w.gaps
		n += w.letters - 1
		size = max(size, w.size)
	}
	if n < 2 || !words[0].strict || gaps/float64(n) < minSpacing*size {
		return words
	}
	usual := gaps / float64(n)
	out := words[:1]
	for _, w := range words[1:] {
		last := out[len(out)-1]
		if gap := w.x0 - last.x1; w.blanks == 0 && sameSet(last, w) && !jump(last, w) && gap <= usual+maxSpacing*size {
			k := *last
			k.text += w.text
			k.x1 = max(k.x1, w.x1)
			k.letters += w.letters
			k.last = w.last
			k.gaps += w.gaps + gap
			out[len(out)-1] = &k
			continue
		}
		out = append(out, w)
	}
	return out
}

// minSpaced is how many pieces in a row make letter-spaced text.
const minSpaced = 4

// closeSpaced joins the letters of letter-spaced words: runs of pieces of a letter or two, with even gaps; a gap that is wider than
// most parts two words.
func closeSpaced(words []*word) []*word {
	for start := 0; start < len(words); {
		end := start
		glyphs := 0
		for end < len(words) && short(words[end]) && (end == start || sameSet(words[end-1], words[end])) {
			glyphs += words[end].letters
			end++
		}
		if end-start >= minSpaced && glyphs*2 <= 3*(end-start) && mostlyLetters(words[start:end]) && !alphabet(words[start:end]) {
			joined := joinSpaced(words[start:end])
			words = slices.Replace(words, start, end, joined...)
			start += len(joined)
			continue
		}
		start = max(end, start+1)
	}
	return words
}

// short reports whether w is a glyph or two, as the pieces of letter-spaced words are.
func short(w *word) bool {
	if w.letters > 2 || w.super || w.sub {
		return false
	}
	r, size := utf8.DecodeRuneInString(w.text)
	return unicode.IsLetter(r) || size == len(w.text) && (unicode.IsDigit(r) || unicode.IsPunct(r) && r != '•' && r != '·')
}

// mostlyLetters reports whether more than half of the words are letters: digits in a row are a table's.
func mostlyLetters(words []*word) bool {
	n := 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w.text); unicode.IsLetter(r) {
			n++
		}
	}
	return 2*n > len(words)
}

// sameSet reports whether two neighbours can be parts of one letter-spaced text.
func sameSet(a, b *word) bool {
	return a.font == b.font && math.Abs(a.size-b.size) < 0.1*a.size && b.x0-a.x1 < 2*a.size
}

// alphabet reports whether the words are letters in alphabetical order: an index, no word.
func alphabet(words []*word) bool {
	for i := 1; i < len(words); i++ {
		if words[i-1].text >= words[i].text {
			return false
		}
	}
	return true
}

func joinSpaced(words []*word) []*word {
	gaps := make([]float64, 0, len(words)-1)
	for i := 1; i < len(words); i++ {
		gaps = append(gaps, words[i].x0-words[i-1].x1)
	}
	sorted := slices.Clone(gaps)
	slices.Sort(sorted)
	size := words[0].size
	limit := sorted[(len(sorted)-1)/2]*1.45 + 0.05*size
	joined := []*word{}
	for i, w := range words {
		if i > 0 && gaps[i-1] <= limit {
			last := joined[len(joined)-1]
			last.text += w.text
			last.x1 = max(last.x1, w.x1)
			last.letters += w.letters
			last.last = w.last
			continue
		}
		c := *w
		c.blanks = max(c.blanks, 1)
		joined = append(joined, &c)
	}
	return joined
}
