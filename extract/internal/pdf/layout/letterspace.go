package layout

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

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
