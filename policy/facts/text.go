package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hasAny reports whether s (in lower case) contains one of words.
func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// hasWord reports whether one of phrases stands in s as words of their own.
func hasWord(s string, phrases ...string) bool {
	for _, p := range phrases {
		if indexWord(s, p) >= 0 {
			return true
		}
	}
	return false
}

// indexWord returns where phrase stands in s as words of their own, or -1.
func indexWord(s, phrase string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], phrase)
		if i < 0 {
			return -1
		}
		i += from
		if wordAt(s, i, i+len(phrase)) {
			return i
		}
		from = i + 1
		for from < len(s) && !utf8.RuneStart(s[from]) {
			from++
		}
	}
}

func hasPrefixOf(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func hasSuffixOf(s string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(s, e) })
}

// lower returns s in lower case if that keeps every byte in its place, else s itself: offsets found in the result hold in s.
func lower(s string) string {
	if l := strings.ToLower(s); len(l) == len(s) {
		return l
	}
	return strings.Map(func(c rune) rune {
		if l := unicode.ToLower(c); utf8.RuneLen(l) == utf8.RuneLen(c) {
			return l
		}
		return c
	}, s)
}

// set returns the words of s as a set.
func set(s string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
