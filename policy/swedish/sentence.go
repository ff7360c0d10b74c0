package swedish

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Range is a half-open range of bytes in the text that was given.
type Range struct{ Start, End int }

// maxNoteDigits is how many digits a footnote mark has at most: "kommunen.12" is a mark, "kl. 8.300" is none.
const maxNoteDigits = 2

// Sentences splits running text into sentences and returns their ranges in order, without the white space around them.
// A line feed always ends a sentence. A footnote mark glued to the end of a sentence ("kommunen.1") belongs to no
// sentence. The rules are those of Swedish writing: a full stop after an abbreviation, an initial or an enumerating
// number does not end a sentence, nor does one before a lower-case letter.
func Sentences(text string) []Range {
	var out []Range
	start := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end, next := -1, i+size
		switch r {
		case '\n':
			end = i
		case '.', '?', '!', '…':
			end, next = ending(text, start, i)
		}
		if end >= 0 {
			out = appendTrimmed(out, text, start, end)
			start = next
		}
		i = next
	}
	return appendTrimmed(out, text, start, len(text))
}

// ending decides whether the terminator at i ends the sentence that began at start. If so, end is where the sentence
// ends and next where the following one begins; else end is -1 and next is where to go on.
func ending(text string, start, i int) (end, next int) {
	j := i
	for j < len(text) && strings.IndexByte(".?!", text[j]) >= 0 || strings.HasPrefix(text[j:], "…") {
		_, size := utf8.DecodeRuneInString(text[j:])
		j += size
	}
	dots := j - i
	end = j + closers(text[j:])
	next = end + noteMark(text, i, end)
	if next < len(text) && !startsWithSpace(text[next:]) {
		return -1, j
	}
	rest := strings.TrimLeftFunc(text[next:], unicode.IsSpace)
	if rest == "" {
		return end, next
	}
	if dots > 3 && text[i] == '.' || !beginsSentence(rest) {
		return -1, j
	}
	if text[i] == '.' && dots == 1 && end == j && next == end && keepsOn(text, start, i) {
		return -1, j
	}
	return end, next
}

// closers returns the length of the closing quotes and brackets that s begins with.
func closers(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune("\"'”’»)]", r) {
			break
		}
		n += size
	}
	return n
}

// noteMark returns the length of a footnote mark at text[at:], glued to the end of a sentence whose terminator stands
// at stop; 0 if there is none.
func noteMark(text string, stop, at int) int {
	before, _ := utf8.DecodeLastRuneInString(text[:stop])
	if !unicode.IsLetter(before) && before != ')' || len(lastWord(text[:stop])) < 3 {
		return 0
	}
	n, digits := 0, 0
	for at+n < len(text) && digits <= maxNoteDigits {
		r, size := utf8.DecodeRuneInString(text[at+n:])
		if (r < '0' || r > '9') && !strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰", r) {
			break
		}
		n += size
		digits++
	}
	if digits > maxNoteDigits || at+n < len(text) && !startsWithSpace(text[at+n:]) {
		return 0
	}
	return n
}

// beginsSentence reports whether s, which begins with no space, can begin a sentence.
func beginsSentence(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			return true
		case unicode.IsLower(r):
			return false
		case unicode.IsLetter(r):
			return true
		case r == ',' || r == ';':
			return false
		}
	}
	return true
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

func appendTrimmed(out []Range, text string, start, end int) []Range {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for end > start {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= size
	}
	if start == end {
		return out
	}
	return append(out, Range{start, end})
}
