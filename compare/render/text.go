package render

import (
	"strings"
	"unicode/utf8"
)

// clean returns s as text that every format can hold: valid UTF-8, with the replacement character for what XML 1.0 (section
// 2.2) does not allow, line breaks of one kind, and marks that turn the direction of writing closed at the end, so that
// they cannot turn what follows.
func clean(s string) string {
	if isClean(s, false) {
		return s
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, string(utf8.RuneError))
	}
	if strings.ContainsFunc(s, isForbidden) {
		s = strings.Map(func(r rune) rune {
			if isForbidden(r) {
				return utf8.RuneError
			}
			return r
		}, strings.ReplaceAll(s, "\r\n", "\n"))
	}
	return closeDirections(s)
}

// isClean reports, in one pass, that clean has nothing to change in s; with line, that oneLine has not either. Most text of a
// report passes here many times. Of a rare string that has to be looked at more closely it says false.
func isClean(s string, line bool) bool {
	for i := 0; i < len(s); {
		if isPlain[s[i]] {
			i++
			continue
		}
		n := lineChar(s, i)
		if n == 0 && !line && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n') {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// lineChar returns how many bytes the character at s[i] has, 0 if it may not stand there in clean text of one line.
func lineChar(s string, i int) int {
	switch b := s[i]; {
	case b > ' ' && b < 0x7f:
		return 1
	case b == ' ':
		if i == 0 || i+1 == len(s) || s[i+1] == ' ' {
			return 0
		}
		return 1
	case b == 0xc3 && i+1 < len(s) && s[i+1]&0xc0 == 0x80: // å, ä, ö and the like
		return 2
	case b >= utf8.RuneSelf:
		return otherChar(s[i:])
	}
	return 0
}

// otherChar is lineChar of a character that is not of ASCII.
func otherChar(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || r == '\u0085' || r >= '\u2028' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || isForbidden(r) {
		return 0
	}
	return size
}

// isPlain tells of each byte whether it is a visible character of ASCII that is no markup either.
var isPlain = func() (plain [256]bool) {
	for b := '!'; b <= '~'; b++ {
		plain[b] = markupEscapes[b] == ""
	}
	return plain
}()

// isForbidden reports whether r is none of XML's characters, or a carriage return.
func isForbidden(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' || r == 0x7f || r == 0xfffe || r == 0xffff
}

// The marks of the Unicode bidirectional algorithm that open an embedding, an override or an isolate, and those that
// close them.
const (
	opensEmbedding  = "\u202a\u202b\u202d\u202e"
	opensIsolate    = "\u2066\u2067\u2068"
	closesEmbedding = "\u202c"
	closesIsolate   = "\u2069"
)

func closeDirections(s string) string {
	if !strings.ContainsAny(s, opensEmbedding+opensIsolate) {
		return s
	}
	var open []string
	for _, r := range s {
		switch {
		case strings.ContainsRune(opensEmbedding, r):
			open = append(open, closesEmbedding)
		case strings.ContainsRune(opensIsolate, r):
			open = append(open, closesIsolate)
		case len(open) > 0 && string(r) == open[len(open)-1]:
			open = open[:len(open)-1]
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		s += open[i]
	}
	return s
}

// oneLine returns s cleaned and on one line: cells of a table row are set apart by a bar.
func oneLine(s string) string {
	if isClean(s, true) {
		return s
	}
	s = strings.ReplaceAll(clean(s), "\t", " | ")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\u0085' || r == '\u2028' || r == '\u2029'
	}), " ")
}

// shorten cuts s to n runes at most, at a word's end, with an ellipsis.
func shorten(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n-1]
	s = string(runes)
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return s + "…"
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return strings.ToUpper(string(r)) + s[size:]
}
