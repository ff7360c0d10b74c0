package corpus

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The forms of a noun.
const (
	base = iota
	definite
	plural
	definitePlural
	article
)

// topics is how many first parts of compounds are a document's own: what it speaks of again and again.
const topics = 12

// A writer writes one document.
type writer struct {
	rng          *rand.Rand
	lists        *lists
	municipality string
	topics       [topics]string
	places       [topics]string
}

func newWriter(rng *rand.Rand, municipality string) *writer {
	w := &writer{rng: rng, lists: words(), municipality: municipality}
	for i := range w.topics {
		w.topics[i] = w.lists.modifiers[w.rng.IntN(len(w.lists.modifiers))]
		w.places[i] = w.lists.pick(rng, "place-first") + w.lists.pick(rng, "place-last")
	}
	return w
}

// rank returns a number below n by the law of Zipf and Mandelbrot: its chance falls with 1/(flat + rank).
func (w *writer) rank(n int) int {
	const flat = 6 // the first few are about as frequent
	return min(n-1, int(flat*(math.Pow(float64(n)/flat+1, w.rng.Float64())-1)))
}

func (w *writer) pick(list string) string { return w.lists.pick(w.rng, list) }

// modifier returns the first part of a compound: mostly one of the document's own.
func (w *writer) modifier() string {
	if w.rng.IntN(2) == 0 {
		return w.topics[w.rank(topics)]
	}
	return w.lists.modifiers[w.rank(len(w.lists.modifiers))]
}

// noun returns a form of a noun: a simple one now and then, mostly a compound of two parts, sometimes of three.
func (w *writer) noun(form int) string {
	const simple, three = 15, 7 // of a hundred
	head := w.lists.heads[w.rank(len(w.lists.heads))]
	s := head[form]
	switch n := w.rng.IntN(100); {
	case n < simple:
		return s
	case n < simple+three:
		s = joined(w.lists.modifiers[w.rank(len(w.lists.modifiers))], s)
	}
	return joined(w.modifier(), s)
}

// indefinite returns a noun with its article, every other time with an adjective between.
func (w *writer) indefinite() string {
	head := w.lists.heads[w.rank(len(w.lists.heads))]
	s := head[article] + " "
	if w.rng.IntN(2) == 0 {
		adjective := 0
		if head[article] == "ett" {
			adjective = 1
		}
		s += w.adjective(adjective) + " "
	}
	return s + joined(w.modifier(), head[base])
}

// the returns a noun with adjective and definite article.
func (w *writer) the() string {
	head := w.lists.heads[w.rank(len(w.lists.heads))]
	the := "den "
	if head[article] == "ett" {
		the = "det "
	}
	return the + w.adjective(2) + " " + joined(w.modifier(), head[definite])
}

func (w *writer) adjective(form int) string {
	return w.lists.adjectives[w.rank(len(w.lists.adjectives))][form]
}

// joined joins two parts of a compound; of three like consonants one goes.
func joined(first, second string) string {
	n := len(first)
	if n > 1 && first[n-1] == first[n-2] && second[0] == first[n-1] {
		first = first[:n-1]
	}
	return first + second
}

func (w *writer) place() string {
	if w.rng.IntN(2) == 0 {
		return w.places[w.rank(topics)]
	}
	return w.pick("place-first") + w.pick("place-last")
}

// sentence returns a sentence of this kind.
func (w *writer) sentence(kind string) string { return upperFirst(w.expand(kind)) }

// expand returns a line of this kind with its slots filled in.
func (w *writer) expand(kind string) string {
	lines := w.lists.templates[kind]
	var b []byte
	for _, p := range lines[w.rng.IntN(len(lines))] {
		b = append(b, p.literal...)
		if p.slot == "" {
			continue
		}
		s := w.fill(p.slot)
		if s == "" {
			b = bytes.TrimRight(b, ", ")
		}
		b = append(b, s...)
	}
	return string(b)
}

// fill returns what stands for a slot.
func (w *writer) fill(slot string) string {
	switch slot {
	case "d":
		return w.noun(definite)
	case "dp":
		return w.noun(definitePlural)
	case "p":
		return w.noun(plural)
	case "h":
		return upperFirst(w.noun(base))
	case "i":
		return w.indefinite()
	case "the":
		return w.the()
	case "an":
		return w.adjective(0)
	case "ap":
		return w.adjective(2)
	case "vi", "vp", "vs", "vt", "vu":
		return w.lists.verbs[w.rank(len(w.lists.verbs))][strings.IndexByte("ipstu", slot[1])]
	case "body", "role":
		return w.pick(slot)
	case "Body", "Role":
		return lowerFirst(w.pick(strings.ToLower(slot)))
	case "m":
		return w.municipality
	case "place":
		return w.place()
	case "tail":
		if w.rng.IntN(3) == 0 {
			return ""
		}
		return w.expand("tail")
	case "open", "law", "month":
		return w.expand(slot)
	case "town":
		town, _, _ := strings.Cut(w.pick("partner"), "|")
		return town
	case "towns":
		return w.fill("town") + " och " + w.fill("town")
	}
	return w.number(slot)
}

// number returns what stands for a slot that is a number.
func (w *writer) number(slot string) string {
	switch slot {
	case "year":
		return strconv.Itoa(firstYear + w.rng.IntN(years+10))
	case "number":
		return strconv.Itoa(2 + w.rank(2000))
	case "percent":
		return strconv.Itoa(1 + w.rng.IntN(99))
	case "amount":
		return fmt.Sprintf("%d %03d", 1+w.rank(900), w.rng.IntN(1000))
	}
	panic("corpus: no slot {" + slot + "}")
}

func upperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }
func lowerFirst(s string) string { return mapFirst(s, unicode.ToLower) }

func mapFirst(s string, f func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(f(r)) + s[size:]
}
