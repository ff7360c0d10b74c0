package people

import (
	"strings"
	"unicode"
)

// minPhoneDigits is the number of digits from which a run of digits, spaces and hyphens is taken for a telephone number. A
// Swedish one has eight at least with its area code; a date has eight and a dnr may have more, but a date begins with a year.
const minPhoneDigits = 8

// WithoutContacts returns s without e-mail addresses and telephone numbers, and without the words that announce them ("tfn", "e-post").
// Where there are none, it returns s as it is; else its spaces become one each.
func WithoutContacts(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '@' || unicode.IsDigit(r) }) {
		return s
	}
	fields := strings.Fields(s)
	kept := fields[:0:0]
	for i := 0; i < len(fields); {
		n := phoneFields(fields[i:])
		if isMail(fields[i]) {
			n = 1
		}
		if n > 0 {
			i += n
			kept = withoutLabel(kept)
			continue
		}
		kept = append(kept, fields[i])
		i++
	}
	if len(kept) == len(fields) {
		return s
	}
	return strings.TrimRight(strings.Join(kept, " "), " ,;:")
}

// withoutLabel drops the word that announces an address or a number.
func withoutLabel(fields []string) []string {
	if n := len(fields); n > 0 && contactLabels[strings.Trim(strings.ToLower(fields[n-1]), ":.,(")] {
		return fields[:n-1]
	}
	return fields
}

var contactLabels = map[string]bool{"tfn": true, "tel": true, "telefon": true, "mobil": true, "e-post": true, "epost": true,
	"mejl": true, "mail": true, "e-mail": true}

func isMail(field string) bool {
	at := strings.IndexByte(field, '@')
	return at > 0 && strings.Contains(field[at:], ".")
}

// phoneFields returns how many of the leading fields make up a telephone number: it begins with 0 or +, and holds digits
// and a few marks only.
func phoneFields(fields []string) int {
	if f := strings.TrimLeft(fields[0], "("); !strings.HasPrefix(f, "0") && !strings.HasPrefix(f, "+") {
		return 0
	}
	digits, n := 0, 0
	for _, f := range fields {
		here := 0
		for _, r := range f {
			switch {
			case r >= '0' && r <= '9':
				here++
			case !strings.ContainsRune("+-–()/.,;", r):
				here = -len(f)
			}
		}
		if here <= 0 {
			break
		}
		digits += here
		n++
	}
	if digits < minPhoneDigits {
		return 0
	}
	return n
}
