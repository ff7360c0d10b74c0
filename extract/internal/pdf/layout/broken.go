package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Programs break a word that is wider than its cell wherever the cell ends, without a hyphen ("kommunsty", "relsen").

// minBroken is how large a share of the lines that may have been broken so must be full, if they were.
const minBroken = 0.5

// wideLetter is how much wider than others the letters m and w are.
const wideLetter = 1.6

// minCapitals is how many capitals the first piece of a word in capitals has at least, and the rest but one: fewer are labels.
const minCapitals = 3

// brokenWords tells which lines of a table's cells end within a word. The zero value knows of none.
type brokenWords struct {
	measure []float64 // how wide the lines of each column may be
}

// brokenIn finds out whether a table has words broken within: some of the pieces can be no words, and where the next line begins with a
// small letter, not one more letter had room.
func brokenIn(cells [][][]row) brokenWords {
	var b brokenWords
	for _, r := range cells {
		for c, lines := range r {
			for len(b.measure) <= c {
				b.measure = append(b.measure, 0)
			}
			for i := range lines {
				b.measure[c] = max(b.measure[c], natural(&lines[i]))
			}
		}
	}
	may, full, sure := 0, 0, false
	for _, r := range cells {
		for c, lines := range r {
			for i := 1; i < len(lines); i++ {
				if !b.mayBreak(lines, i, c) {
					continue
				}
				may++
				if b.full(&lines[i-1], &lines[i], c) {
					full++
					sure = sure || loneEnding(lines, i) || noWord(last(&lines[i-1]).text, lines[i].words[0].text)
				}
			}
		}
	}
	if !sure || float64(full) < minBroken*float64(may) {
		return brokenWords{}
	}
	return b
}

// at reports whether line i of a cell of column c goes on with the word that the line before it ended in.
func (b brokenWords) at(lines []row, i, c int) bool {
	return i > 0 && b.measure != nil && b.mayBreak(lines, i, c) && b.full(&lines[i-1], &lines[i], c)
}

// mayBreak reports whether a word that the column is too narrow for may be parted before line i of a cell.
func (b brokenWords) mayBreak(lines []row, i, c int) bool {
	l, r := last(&lines[i-1]), lines[i].words[0]
	if l.width()+r.width() <= b.measure[c] || function[strings.ToLower(l.text)] || function[r.text] && !loneEnding(lines, i) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(l.text)
	begin, _ := utf8.DecodeRuneInString(r.text)
	switch {
	case unicode.IsLower(end):
		return unicode.IsLower(begin)
	case unicode.IsUpper(end):
		return min(l.letters, 1+r.letters) >= minCapitals && unicode.IsUpper(begin) && !strings.ContainsFunc(l.text+r.text, unicode.IsLower)
	}
	return unicode.IsDigit(end) && unicode.IsDigit(begin)
}

// loneEnding reports whether line i is a cell's last and nothing but an ending that is a word of another kind elsewhere: nothing that
// is written ends with an article.
func loneEnding(lines []row, i int) bool {
	return i == len(lines)-1 && len(lines[i].words) == 1 && articles[lines[i].words[0].text]
}

// full reports whether the first letter of the line below had no room in the line above.
func (b brokenWords) full(above, below *row, c int) bool {
	w := below.words[0]
	first := w.width() / float64(max(w.letters, 1))
	if strings.ContainsAny(w.text[:1], "mwMW") {
		first *= wideLetter
	}
	return natural(above)+first > b.measure[c]-0.05*w.size
}

func last(r *row) *word { return r.words[len(r.words)-1] }

// natural returns how wide a line is before it is justified.
func natural(r *row) float64 {
	width := 0.0
	for i, w := range r.words {
		width += w.width()
		if i > 0 {
			width += min(max(w.x0-r.words[i-1].x1, 0), 0.3*w.size)
		}
	}
	return width
}

// function are words beside which a line is broken between words.
var function = setOf("och eller samt i på av för med till om att det den de en ett som är ska kan vid från inom under per hos utan varje vart alla två tre före efter mot senast inte tredje fjärde femte år gång")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

var articles = setOf("en er den de")

// What Swedish words begin and end with; inflections and derivations that are no words; abbreviations, which have no vowel either.
var (
	onsets        = setOf("bj bl br ch cr cy dj dr dv fj fl fn fr gj gl gn gr hj hv kj kl kn kr kv lj mc mj nj ph pj pl pr ps rh sc sf sh sj sk sl sm sn sp sq sr st sv th tj tr ts tv vr wh wr")
	codas         = setOf("bj bl br dj dl dn dr fj fl fr gj gl gr hj kj kl kr mj nj pj pl pr sj tj tl tn tr vj vl vn vr")
	endings       = setOf("ad ade al ar are aren arna at et erna ering ning ningar ningen ing orna or isk iska igt ligt lig liga na nas elsen else elser het heten heter tion tionen ionen ter tet")
	abbreviations = setOf("kl kr mkr tkr nr st dnr jfr mm kv tel bl ggr sek min km å ö i")
)

// noWord reports whether one of the pieces that a line break parts can be no word of its own.
func noWord(left, right string) bool {
	left, right = strings.ToLower(left), strings.ToLower(strings.TrimRight(right, ".,;:)"))
	if abbreviations[left] || abbreviations[right] || !letters(right) {
		return false
	}
	r := []rune(right)
	if len(r) == 1 || endings[right] || !strings.ContainsAny(right, vowels) {
		return true
	}
	vowel := func(r rune) bool { return strings.ContainsRune(vowels+"é", r) }
	return !vowel(r[0]) && !vowel(r[1]) && !onsets[string(r[:2])] || len(left) > 2 && codas[left[len(left)-2:]]
}

const vowels = "aeiouyåäöéü"

func letters(s string) bool {
	return !slices.ContainsFunc([]rune(s), func(r rune) bool { return !unicode.IsLetter(r) })
}
