package layout

import (
	"slices"
	"unicode"
)

// rightToLeft reports whether a word is of a script that is written from right to left.
func rightToLeft(w *word) bool {
	for _, r := range w.text {
		if r < 0x590 {
			if unicode.IsLetter(r) {
				return false
			}
			continue
		}
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

// logical returns the words of a line in the order in which they are read: runs of words written from right to left are turned
// around, and so are their letters, which are kept in the order in which they stand.
func logical(words []*word) []*word {
	if !slices.ContainsFunc(words, rightToLeft) {
		return words
	}
	out := slices.Clone(words)
	for start := 0; start < len(out); {
		if !rightToLeft(out[start]) {
			start++
			continue
		}
		end := start + 1
		for next := end; next < len(out); next++ { // numbers and signs within the run turn with it
			if rightToLeft(out[next]) {
				end = next + 1
			} else if hasLetters(out[next]) {
				break
			}
		}
		turn(out[start:end])
		start = end
	}
	return out
}

func hasLetters(w *word) bool {
	for _, r := range w.text {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// turn reverses a run of words, and the letters of each word that is written from right to left.
func turn(words []*word) {
	first := words[0].tight
	tight := make([]bool, len(words))
	for i := 1; i < len(words); i++ {
		tight[len(words)-i] = words[i].tight
	}
	slices.Reverse(words)
	for i, w := range words {
		k := *w
		k.tight = tight[i]
		if rightToLeft(w) {
			k.text = reversed(w.text)
		}
		words[i] = &k
	}
	words[0].tight = first
}

// reversed reverses a text; marks stay behind their letters, and brackets turn.
func reversed(text string) string {
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for end := len(runes); end > 0; {
		start := end - 1
		for start > 0 && unicode.Is(unicode.Mn, runes[start]) {
			start--
		}
		for _, r := range runes[start:end] {
			switch r {
			case '(':
				r = ')'
			case ')':
				r = '('
			}
			out = append(out, r)
		}
		end = start
	}
	return string(out)
}
