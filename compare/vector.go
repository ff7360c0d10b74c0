package compare

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A vector is what a sentence speaks of: terms with their weights, ascending by term, of length 1.
type vector []weight

type weight struct {
	term  uint32
	value float64
}

// dot returns the cosine of two vectors of length 1.
func (v vector) dot(w vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].term < w[j].term:
			i++
		case v[i].term > w[j].term:
			j++
		default:
			sum += v[i].value * w[j].value
			i, j = i+1, j+1
		}
	}
	return sum
}

// plus returns v and w added up, not of length 1.
func (v vector) plus(w vector) vector {
	sum := make(vector, 0, len(v)+len(w))
	i, j := 0, 0
	for i < len(v) || j < len(w) {
		switch {
		case j == len(w) || i < len(v) && v[i].term < w[j].term:
			sum = append(sum, v[i])
			i++
		case i == len(v) || v[i].term > w[j].term:
			sum = append(sum, w[j])
			j++
		default:
			sum = append(sum, weight{v[i].term, v[i].value + w[j].value})
			i, j = i+1, j+1
		}
	}
	return sum
}

func (v vector) length() float64 {
	sum := 0.0
	for _, w := range v {
		sum += w.value * w.value
	}
	return math.Sqrt(sum)
}

// A vocabulary numbers what words have in common: the roots of their base forms, and of their parts.
type vocabulary struct {
	*lexis
	terms map[string]uint32
	// shown is the base form by which a term is shown: that of the first word that has it.
	shown []string
	// of has the terms of each word of the lexis that was met.
	of map[uint32][]weight
	// documents is in how many of the vectors each term stands.
	documents []int
	vectors   int
}

// partWeight is what a part of a compound weighs beside the whole word: vänortsutbyte speaks of utbyte, too, but less.
const partWeight = 0.5

// noContent are words that tell how binding or how general a sentence is, and not what it is about.
var noContent = set("ska", "skola", "skall", "måste", "böra", "bör", "kunna", "kan", "få", "får", "vilja", "vill", "bli", "göra", "ha",
	"genom", "inom", "samt", "även", "också", "annan", "olik", "olika", "all", "alla", "varje", "kommun", "inte", "utan",
	"någon", "något", "några", "andra", "policy", "riktlinje", "strategi", "plan", "program", "dokument", "mål", "syfte", // the document itself
	"dels", "både", "båda", "stor", "god", "hög", "ny", "viktig", "sådan")

func newVocabulary(l *lexis) *vocabulary {
	return &vocabulary{lexis: l, terms: make(map[string]uint32), of: make(map[uint32][]weight)}
}

// termsOf returns the terms of a word; none for names, numbers and words without content.
func (v *vocabulary) termsOf(word uint32) []weight {
	if t, ok := v.of[word]; ok {
		return t
	}
	var list []weight
	if x := v.words[word]; !v.isName(word) && !swedish.IsStop(x.normal) && !isNumber(x.normal) && utf8.RuneCountInString(x.normal) > 1 {
		term := swedish.Analyze(x.normal)[0]
		if lemma := term.Lemmas[0]; !noContent[lemma] && !noContent[x.normal] {
			list = append(list, weight{v.term(swedish.Root(lemma), lemma), 1})
			for _, p := range term.Parts {
				if !noContent[p] {
					list = append(list, weight{v.term(swedish.Root(p), p), partWeight})
				}
			}
		}
	}
	v.of[word] = list
	return list
}

func isNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

func (v *vocabulary) term(root, lemma string) uint32 {
	n, ok := v.terms[root]
	if !ok {
		n = uint32(len(v.shown))
		v.terms[root] = n
		v.shown = append(v.shown, lemma)
		v.documents = append(v.documents, 0)
	}
	return n
}

// raw returns the terms of a text with the largest weight of each, and counts them.
func (v *vocabulary) raw(text string) vector {
	var list vector
	for _, w := range v.numbers(nil, tokens(nil, text)) {
		list = append(list, v.termsOf(w)...)
	}
	slices.SortFunc(list, func(a, b weight) int { return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(b.value, a.value)) })
	list = slices.CompactFunc(list, func(a, b weight) bool { return a.term == b.term })
	for _, w := range list {
		v.documents[w.term]++
	}
	v.vectors++
	return list
}

// weigh weighs the terms of x by how rare they are (the inverse document frequency of Spärck Jones 1972), and gives it the length 1.
func (v *vocabulary) weigh(x vector) {
	for i := range x {
		x[i].value *= math.Log(float64(v.vectors+1) / float64(v.documents[x[i].term]))
	}
	if n := x.length(); n > 0 {
		for i := range x {
			x[i].value /= n
		}
	}
}
