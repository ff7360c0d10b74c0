package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hasAny reports whether s (in lower case) contains one of words.
func hasAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// hasWord reports whether one of phrases stands in s as words of their own.
func hasWord(s string, phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return indexWord(s, p) >= 0 })
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

// firstOf returns where the first of phrases stands in s, or -1.
func firstOf(s string, phrases ...string) int {
	first := -1
	for _, p := range phrases {
		if i := strings.Index(s, p); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

func hasPrefixOf(s string, beginnings ...string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(s, b) })
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
