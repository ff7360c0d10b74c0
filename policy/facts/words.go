package facts

import (
	"unicode"
	"unicode/utf8"
)

// splitWords returns the words of s; hyphens and colons stand inside words.
func splitWords(s string) []cell {
	var words []cell
	for at := range wordStarts(s) {
		if n := len(words); n > 0 && at < words[n-1].end {
			continue
		}
		words = append(words, cell{at, wordEnd(s, at)})
	}
	return words
}

// wordStarts yields the bytes at which words begin.
func wordStarts(s string) func(func(int) bool) {
	return func(yield func(int) bool) {
		in := false
		for i, c := range s {
			if isWordRune(c) {
				if !in && !yield(i) {
					return
				}
				in = true
			} else {
				in = false
			}
		}
	}
}

// wordEnd returns where the word that begins at i ends; hyphens stand inside words.
func wordEnd(s string, i int) int {
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(c) && !(c == '-' && i+1 < len(s) && isWordRune(firstRune(s[i+1:]))) {
			break
		}
		i += size
	}
	return i
}

// wordAt reports whether the bytes start to end of s stand as words of their own.
func wordAt(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !isWordRune(before) && !isWordRune(after)
}

func isWordRune(c rune) bool {
	return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func upperAt(s string, i int) bool { return unicode.IsUpper(firstRune(s[i:])) }
