package layout

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/internal/pdf/font"
)

// Letter-spaced text with gaps about as wide as those that part words falls into pieces of any length.
const (
	// minSpacing is the least letter-spacing that counts, in parts of the font size.
	minSpacing = 0.05
	// maxSpacing is how much wider than the usual a gap within a word may be, in parts of the font size.
	maxSpacing = 0.12
	// spacedGap is the widest gap between two letters that tells of letter-spacing.
	spacedGap = 0.6
	// minGaps is how many gaps must tell of it.
	minGaps = 6
)

// leastSpaces is how many letters there are at most to a space where words are parted by spaces.
const leastSpaces = 10

// A spacing is the white between the glyphs of what is set in one font at one size.
type spacing struct {
	font  *font.Font
	size  float64
	white float64 // all together
	gaps  int
	wide  int // the gaps that are wide enough to be letter-spacing
}

// add takes in n gaps with so much white all together.
func (s *spacing) add(white float64, n int) {
	s.white += white
	s.gaps += n
	if white >= minSpacing*s.size*float64(n) {
		s.wide += n
	}
}

// usual returns the mean white, 0 if the text is not letter-spaced.
func (s *spacing) usual() float64 {
	if s.gaps < minGaps || 2*s.wide < s.gaps || s.white < minSpacing*s.size*float64(s.gaps) {
		return 0
	}
	return s.white / float64(s.gaps)
}

// closeTracked joins the pieces of letter-spaced words on a page that uses spaces: none stands between them, and the gap is hardly wider
// than usual in what is set in their font and size. words are in the order of drawing; their memory is used again.
func closeTracked(words []word) []word {
	spaces, letters := 0, 0
	for i := range words {
		letters += words[i].letters
		if words[i].blanks > 0 {
			spaces++
		}
	}
	if leastSpaces*spaces < letters {
		return words
	}
	styles := spacings(words)
	if len(styles) == 0 {
		return words
	}
	out := words[:1]
	for i := 1; i < len(words); i++ {
		last, w := &out[len(out)-1], &words[i]
		k := slices.IndexFunc(styles, func(s spacing) bool { return s.font == w.font && s.size == w.size })
		if k < 0 || !beside(last, w) || w.x0-last.x1 > styles[k].usual()+maxSpacing*w.size {
			out = append(out, *w)
			continue
		}
		last.gaps += w.gaps + w.x0 - last.x1
		last.text += w.text
		last.x1 = max(last.x1, w.x1)
		last.letters += w.letters
		last.last = w.last
	}
	return out
}

// spacings returns the letter-spaced styles among words.
func spacings(words []word) []spacing {
	var all []spacing
	k := -1
	for i := range words {
		w := &words[i]
		if k < 0 || all[k].font != w.font || all[k].size != w.size {
			k = slices.IndexFunc(all, func(s spacing) bool { return s.font == w.font && s.size == w.size })
		}
		if k < 0 {
			k = len(all)
			if k == maxStyles {
				return nil
			}
			all = append(all, spacing{font: w.font, size: w.size})
		}
		all[k].add(w.gaps, w.letters-1)
		if i > 0 && beside(&words[i-1], w) {
			all[k].add(w.x0-words[i-1].x1, 1)
		}
	}
	return slices.DeleteFunc(all, func(s spacing) bool { return s.usual() == 0 })
}

// beside reports whether b, drawn after a, stands right beside it without a space, in the same font and size.
func beside(a, b *word) bool {
	gap := b.x0 - a.x1
	return b.blanks == 0 && a.font == b.font && a.size == b.size && gap > 0 && gap < spacedGap*b.size && b.seq == a.last+1 &&
		math.Abs(b.y-a.y) < baseShift*b.size && !a.drawn && !b.drawn
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
