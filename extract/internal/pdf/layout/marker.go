package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the characters that programs set before list items, those of Symbol and Wingdings in the private use area too.
const bullets = "•‣◦·∙▪■□●○◆◇►▶➢➤➔→✓✔❖⁃–—-*¾\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf071\uf0e0\uf02d\uf0be\uf0b0\uf0ad"

// marker returns how many of the words on a line are a list item's marker, 0 if it has none.
func marker(words []*word, more ...*word) int {
	words = append(words, more...)
	if len(words) < 2 || words[1].tight {
		return 0
	}
	text := words[0].text
	r, size := utf8.DecodeRuneInString(text)
	if size == len(text) && (strings.ContainsRune(bullets, r) || r >= 0xf000 && r <= 0xf0ff) {
		return 1
	}
	if text == "o" && words[0].font != words[1].font {
		return 1 // the bullet of the second level in Word
	}
	if numbered(text) {
		return 1
	}
	return 0
}

// numbered reports whether text is the number of a list item: "3.", "a)", "(iv)", "12)".
func numbered(text string) bool {
	inner := strings.TrimPrefix(text, "(")
	last := inner[max(len(inner)-1, 0):]
	if last != "." && last != ")" {
		return false
	}
	inner = inner[:len(inner)-1]
	if inner == "" || len(inner) > 4 {
		return false
	}
	digits, letters := 0, 0
	for _, r := range inner {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		default:
			return false
		}
	}
	if letters == 0 {
		return digits <= 2
	}
	if digits > 0 {
		return false
	}
	return letters == 1 && last == ")" || strings.Trim(inner, "ivx") == "" && last == ")"
}

// markerText returns the marker as it stands; private characters are bullets.
func markerText(w *word) string {
	r, _ := utf8.DecodeRuneInString(w.text)
	if r >= 0xe000 && r <= 0xf8ff || w.text == "o" {
		return "•"
	}
	return w.text
}

// minLeader is how many dots are a leader.
const minLeader = 4

// leaders reports whether the row is of a contents list: dots lead to a number at its end.
func leaders(r *row) bool {
	last := r.words[len(r.words)-1].text
	number := last[len(strings.TrimRight(last, "0123456789ivxIVX")):]
	if !pageNumber(number) {
		return false
	}
	rest := last[:len(last)-len(number)]
	for i := len(r.words) - 1; i >= 0; i-- {
		if i < len(r.words)-1 {
			rest = r.words[i].text
		}
		dots := trailingDots(rest)
		if dots >= minLeader {
			return true
		}
		if len(strings.TrimRight(rest, leaderDots)) > 0 {
			return false
		}
		if dots > 0 && len(r.words)-1-i >= minLeader { // dots parted by spaces
			return true
		}
	}
	return false
}

// leaderDots are what leaders are made of.
const leaderDots = ".…_·"

// trailingDots counts the dots at the end of text; an ellipsis is three.
func trailingDots(text string) int {
	if text == "" {
		return 0
	}
	if last := text[len(text)-1]; last < utf8.RuneSelf && last != '.' && last != '_' {
		return 0 // most words
	}
	n := 0
	for _, r := range text[len(strings.TrimRight(text, leaderDots)):] {
		if n++; r == '…' {
			n += 2
		}
	}
	return n
}

// pageNumber reports whether text is a number as pages have it: digits, or Roman numerals.
func pageNumber(text string) bool {
	if text == "" || len(text) > 5 {
		return false
	}
	return strings.Trim(text, "0123456789") == "" || strings.Trim(strings.ToLower(text), "ivxlc") == ""
}
