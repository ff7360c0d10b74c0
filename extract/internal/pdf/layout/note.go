package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noteShare is how much smaller than the text a footnote is set at most.
const noteShare = 0.93

// noteNumber returns the number that a footnote's first row begins with, "" if it is none. Programs set it as a word of its own,
// raised or not, or against the note's first word.
func (d *figures) noteNumber(r *row) string {
	if r.size > noteShare*d.body {
		return ""
	}
	text := r.words[0].text
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	rest := text[len(digits):]
	if digits == "" || len(digits) > 3 {
		if len(r.words) > 1 && (text == "*" || text == "**" || text == "†") {
			return text
		}
		return ""
	}
	if rest == "" {
		if len(r.words) < 2 {
			return ""
		}
		first, _ := utf8.DecodeRuneInString(r.words[1].text)
		if unicode.IsUpper(first) || unicode.IsLetter(first) && r.words[0].size < 0.8*r.words[1].size {
			return digits
		}
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(first) {
		return digits
	}
	return ""
}

// findNotes returns the numbers of the footnotes on a page. Notes stand in the lower part.
func (d *figures) findNotes(s *Sheet, rows []row) map[string]bool {
	notes := map[string]bool{}
	_, height := s.upright()
	for i := range rows {
		if rows[i].y > 0.4*height {
			if n := d.noteNumber(&rows[i]); n != "" {
				notes[n] = true
			}
		}
	}
	return notes
}

// upright returns the sheet's width and height with its text upright.
func (s *Sheet) upright() (width, height float64) {
	if s.turn%2 == 1 {
		return s.Height, s.Width
	}
	return s.Width, s.Height
}

// dropNotes takes the references to footnotes out of a line, and sets other raised numbers apart from the words before them,
// unless they are part of a unit (m², CO₂).
func dropNotes(words []*word, notes map[string]bool) []*word {
	plain := true
	for _, w := range words {
		plain = plain && !w.super
	}
	if plain {
		return words
	}
	out := make([]*word, 0, len(words))
	for i, w := range words {
		if !w.super || i == 0 || !w.tight {
			out = append(out, w)
			continue
		}
		mark := strings.Trim(w.text, ",.;:) ")
		if notes[mark] {
			tail := strings.TrimLeft(w.text, "0123456789*†")
			if tail != "" {
				k := *w
				k.text = tail
				out = append(out, &k)
			}
			continue
		}
		if noteLike(mark) && !unit(words[i-1].text) {
			k := *w
			k.tight = false
			w = &k
		}
		out = append(out, w)
	}
	return out
}

// noteLike reports whether text is digits, as a note's number is.
func noteLike(text string) bool {
	return text != "" && strings.Trim(text, "0123456789,") == ""
}

// unit reports whether a raised number after text belongs to it: a unit or a power.
func unit(text string) bool {
	switch strings.ToLower(text) {
	case "m", "km", "cm", "dm", "mm", "hm", "co", "kvm":
		return true
	}
	return strings.Trim(text, "0123456789.,") == "" || utf8.RuneCountInString(text) == 1
}
