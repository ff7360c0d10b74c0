package people

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Without returns s without names of people, e-mail addresses and telephone numbers, and without the commas and brackets that they leave
// empty. A text without any comes back as it is.
func Without(s string) string {
	s = WithoutContacts(s)
	spans := names(s)
	if len(spans) == 0 {
		return s
	}
	var b strings.Builder
	last := 0
	for _, span := range spans {
		b.WriteString(s[last:span[0]])
		last = span[1]
	}
	b.WriteString(s[last:])
	out := strings.NewReplacer("()", "", " ,", ",", " .", ".").Replace(strings.Join(strings.Fields(b.String()), " "))
	return strings.Trim(out, " ,;:–-/")
}

// Name reports whether the whole of name is a person's. Facts have names of bodies in small letters, so text is where it stands in
// the document: a person's has two or three words, all with a capital there, and none of them is part of a body's or a role's name.
func Name(name, text string) bool {
	if WithoutContacts(name) != name {
		return true
	}
	fields := strings.Fields(name)
	if len(fields) < 2 || len(fields) > 3 || namesBody(name) {
		return false
	}
	for _, f := range fields {
		i := capitalised(text, f)
		if i < 0 {
			return false
		}
		text = text[i+len(f):]
	}
	return true
}

// bodyParts are parts of the names of bodies and roles, of which no person's name has one.
var bodyParts = [...]string{"fullmäktige", "styrelse", "nämnd", "utskott", "beredning", "förvaltning", "kontor", "kansli", "sektor", "enhet",
	"avdelning", "bolag", "stiftelse", "grupp", "nätverk", "råd", "team", "forum", "ordförande", "chef", "direktör", "samordnare", "strateg",
	"handläggare", "utredare", "representant", "sekreterare", "kommun", "region", "direkt", "förbund", "förening", "länsstyrelse", "tjänst",
	"upphandling", "verk", "service", "skola", "bibliotek", "energi", "vatten", "bostäder", "sverige"}

func namesBody(name string) bool {
	name = strings.ToLower(name)
	for _, part := range bodyParts {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// capitalised returns where word stands in s with a capital first letter, -1 if it does not.
func capitalised(s, word string) int {
	r, size := utf8.DecodeRuneInString(word)
	return strings.Index(s, string(unicode.ToUpper(r))+word[size:])
}

// maxNameWords is how many words a name has at most: two given names and two family names.
const maxNameWords = 4

// names returns where in s people's names stand, as byte ranges: a given name and the words with capitals after it, or two words with
// capitals of which the last has a family name's ending.
func names(s string) [][2]int {
	var found [][2]int
	words := capitals(s)
	for i := 0; i < len(words); i++ {
		last := i
		for last+1 < len(words) && last-i+1 < maxNameWords && s[words[last].end:words[last+1].start] == " " && words[last+1].capital {
			last++
		}
		if last == i || !words[i].capital {
			continue
		}
		// What stands before the name may have a capital too: "Kommunchef Eva Lund", "Ansvarig Eva Lund".
		for from := i; from < last; from++ {
			if !givenName(words[from].text) && !(from+1 == last && familyName(words[last].text) && !namesBody(words[from].text) && !roleWord(words[from].text)) {
				continue
			}
			if notName(words[from+1].text) {
				break
			}
			found = append(found, [2]int{words[from].start, words[last].end})
			break
		}
		i = last
	}
	return found
}

// A word is a run of letters and hyphens.
type word struct {
	start, end int
	text       string
	capital    bool
}

// capitals returns the words of s, with those marked that begin with a capital and go on in small letters, as names do.
func capitals(s string) []word {
	var words []word
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		end := i
		for end < len(s) {
			c, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(c) && c != '-' {
				break
			}
			end += n
		}
		rest, _ := utf8.DecodeRuneInString(s[i+size : end])
		words = append(words, word{i, end, s[i:end], unicode.IsUpper(r) && unicode.IsLower(rest)})
		i = end
	}
	return words
}

// givenName reports whether a word is a common given name, alone ("Eva", "Evas") or doubled ("Anna-Lena").
func givenName(w string) bool {
	first, _, _ := strings.Cut(strings.ToLower(w), "-")
	return given[first]
}

// familyEndings are endings that family names have and hardly any other word with a capital. Names of places have -berg, -ström, -lund and
// the like, so these tell nothing.
var familyEndings = [...]string{"sson", "ssons", "qvist", "qvists", "stedt", "stedts"}

func familyName(w string) bool {
	for _, e := range familyEndings {
		if len(w) > len(e)+1 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// notName reports whether a word with a capital that follows a given name makes it the name of a street, a school or a fund: "Erik Dahlbergsgatan".
func notName(w string) bool {
	w = strings.ToLower(w)
	for _, e := range [...]string{"gatan", "vägen", "torget", "platsen", "parken", "skolan", "gymnasiet", "kyrkan", "priset", "fonden", "stiftelsen"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// roleWord reports whether a word announces a person without being part of the name.
func roleWord(w string) bool {
	switch strings.ToLower(w) {
	case "ansvarig", "ansvariga", "kontaktperson", "kontakt", "handläggare", "dokumentansvarig", "dokumentägare", "av", "och", "författare", "rektor", "ledamot":
		return true
	}
	return false
}
