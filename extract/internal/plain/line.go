package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the signs that begin a list item and nothing else does.
const bullets = "•·▪▫●○◦‣⁃■□◆◇➢➤✓✔►▶"

// maxEnumeration is how high a list is numbered; a higher number that begins a line is a year or an amount.
const maxEnumeration = 99

// bullet returns the bullet that begins s and what follows it. Certain is false for signs that may be a dash or a word.
func bullet(s string) (mark, rest string, certain bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(bullets, r), r >= 0xE000 && r <= 0xF8FF:
		certain = true
	case strings.ContainsRune("-–—*+", r), r == 'o':
		if len(s) > size && s[size] != ' ' && s[size] != '\t' {
			return "", s, false
		}
		if r == 'o' && len(s) == size {
			return "", s, false
		}
		certain = len(s) > size && s[size] == '\t'
	default:
		return "", s, false
	}
	return s[:size], strings.TrimSpace(s[size:]), certain
}

// enumeration returns the list number that begins s ("3.", "a)", "(2)") and what follows it.
func enumeration(s string) (mark, rest string) {
	i := 0
	if strings.HasPrefix(s, "(") {
		i++
	}
	from, n := i, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		if n > maxEnumeration {
			return "", s
		}
		i++
	}
	letter := i == from
	if letter && i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
		i++
	}
	if i == from || i >= len(s) || s[i] != ')' && (s[i] != '.' || letter || from == 1) {
		return "", s
	}
	i++
	if i < len(s) && s[i] != ' ' && s[i] != '\t' {
		return "", s
	}
	return s[:i], strings.TrimSpace(s[i:])
}

// sectionNumber reports whether s begins with a number of several parts: "2.1 Ansvar".
func sectionNumber(s string) bool {
	word, rest, ok := strings.Cut(s, " ")
	parts := strings.Split(strings.TrimRight(word, "."), ".")
	if !ok || rest == "" || len(parts) < 2 || len(parts) > 4 {
		return false
	}
	for _, p := range parts {
		if p == "" || len(p) > 2 || strings.Trim(p, "0123456789") != "" {
			return false
		}
	}
	return true
}

// contentsLine reports whether s is a line of a contents list: words, perhaps with a number and a tab before them, then a
// tab or leader and a page number.
func contentsLine(s string) bool {
	body := strings.TrimRight(s, "0123456789")
	digits := len(s) - len(body)
	if digits == 0 || digits > 3 {
		return false
	}
	title := strings.TrimRight(body, " \t.…·_")
	leader := body[len(title):]
	if !strings.ContainsFunc(title, unicode.IsLetter) {
		return false
	}
	if strings.Count(leader, ".") >= 3 || strings.Contains(leader, "…") || strings.Contains(leader, "___") {
		return true
	}
	return strings.Contains(leader, "\t") && (!strings.Contains(title, "\t") || numbered(title) || strings.HasPrefix(title, "Bilaga"))
}

// numbered reports whether s is a heading's number, a gap and its words: two cells, but no row of a table.
func numbered(s string) bool {
	c := cells(s)
	return len(c) == 2 && strings.Trim(c[0], "0123456789.") == "" && len(c[0]) <= 8 && strings.ContainsFunc(c[1], unicode.IsLetter)
}

// gapped reports whether s has a wide gap between words, as a page head with something at each end has.
func gapped(s string) bool {
	return strings.Contains(s, "    ") && len(cells(s)) > 1 && !numbered(s) && !isItem(s)
}

// contentsTitle reports whether s is the heading of a contents list.
func contentsTitle(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, ": "))
	return s == "innehåll" || s == "innehållsförteckning"
}

// pageMark reports whether s is a page's number with the number of pages: "2/4", "3(7)", "5 [5]".
func pageMark(s string) bool {
	numbers := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /()[]", r) })
	if len(numbers) != 2 || !strings.ContainsAny(s, "/([") || len(s) > 9 {
		return false
	}
	for _, n := range numbers {
		if strings.Trim(n, "0123456789") != "" {
			return false
		}
	}
	return true
}

// cells splits s at tabs and at runs of three spaces or more.
func cells(s string) []string {
	var out []string
	for _, part := range strings.Split(strings.ReplaceAll(s, "   ", "\t"), "\t") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// ended reports whether s ends as a sentence or its opener does.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!:…", r)
}

// linking are words after which no line of a heading ends, so that the text goes on.
var linking = map[string]bool{"och": true, "eller": true, "samt": true, "för": true, "med": true, "av": true, "i": true,
	"på": true, "till": true, "från": true, "om": true, "som": true, "att": true, "den": true, "det": true, "de": true,
	"en": true, "ett": true, "vid": true, "hos": true, "mellan": true, "enligt": true, "inom": true, "under": true,
	"är": true, "har": true, "ska": true, "kan": true, "vår": true, "våra": true, "sin": true, "sina": true}

// goesOn reports whether a text that ends with s cannot end there.
func goesOn(s string) bool {
	if r, _ := utf8.DecodeLastRuneInString(s); r == ',' || r == '-' || r == '\u00ad' || r == '–' || r == '&' {
		return true
	}
	return linking[strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])]
}

// startsLower reports whether the first letter or digit of s is a lower-case letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"”’»([“"))
	return unicode.IsLower(r)
}
