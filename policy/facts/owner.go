package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// likelyOwner returns the name under which a document of an unknown municipality speaks of it: the one it names most often as a municipality, as
// one that does something or has partner towns; names in the title and the first lines count most. "" if it names none.
func (r *reader) likelyOwner() string {
	b := ballot{count: map[string]int{}, outside: map[string]bool{}}
	for i := range r.units {
		u := &r.units[i]
		for _, p := range findTold(u.text) {
			b.outside[lower(p.name)] = b.outside[lower(p.name)] || p.country != "SE"
		}
		if u.shortLine() && hasWord(u.lower, "från") { // "Inbjudan från …"
			words := splitWords(u.text)
			for k := 1; k < len(words); k++ {
				if words[k-1].of(u.lower) == "från" {
					b.outside[words[k].of(u.lower)] = true
				}
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.shortLine() && hasWord(u.lower, "från") {
			continue
		}
		weight := 1
		if u.heading && u.level == 0 || i < titleUnits {
			weight = 3
		}
		b.hear(u, weight)
	}
	if b.count[b.best] < 2 {
		return ""
	}
	return b.best
}

// shortLine reports whether u is a heading or a line that is no sentence.
func (u *unit) shortLine() bool {
	return u.heading || len(u.text) <= maxHeadingLine && !strings.HasSuffix(u.text, ".")
}

// A ballot counts how often a document names whom as its own municipality.
type ballot struct {
	count   map[string]int
	best    string
	outside map[string]bool // whoever something comes from, and towns abroad
}

func (b *ballot) vote(name string, n int) {
	if b.outside[name] {
		return
	}
	b.count[name] += n
	if b.best == "" || b.count[name] > b.count[b.best] {
		b.best = name
	}
}

// hear counts the votes of u.
func (b *ballot) hear(u *unit, weight int) {
	words := splitWords(u.text)
	for k := 0; k+1 < len(words); k++ {
		name := words[k].of(u.lower)
		if !upperAt(u.text, words[k].start) || strings.ContainsAny(u.text[words[k].end:words[k+1].start], ".,;:()\t") {
			continue
		}
		switch next := words[k+1].of(u.lower); {
		case next == "kommun" || next == "kommuns" || next == "stad" || next == "stads":
			if k+2 == len(words) || !strings.HasPrefix(strings.TrimSpace(u.text[words[k+1].end:]), ",") && words[k+2].of(u.lower) != "i" {
				b.vote(name, 2*weight)
			}
		case ownerVerbs[next] && (k == 0 || !afterPreposition[words[k-1].of(u.lower)]) && !swedish.IsStop(name) && !swedish.Known(name):
			b.vote(name, weight)
		case ownsTwin(u.lower, words[k+1:]) && strings.HasSuffix(name, "s") && !swedish.Known(name):
			if m, ok := policy.DefaultRegister().Find(strings.TrimSuffix(name, "s")); ok { // of a town abroad it is told, too, that it has partner towns
				b.vote(strings.ToLower(m.Name), 2*weight)
			}
		}
	}
}

// ownsTwin reports whether words of l begin with a word for partner towns, or with one that describes and then such a word: "femte vänort".
func ownsTwin(l string, words []cell) bool {
	for k := 0; k < 2 && k < len(words); k++ {
		word := words[k].of(l)
		if isTwinWord(word) {
			return true
		}
		if !isDescribingWord(word) && !rankWords[word] {
			break
		}
	}
	return false
}

var rankWords = set("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde nya enda")

// severalNamed is namesSeveral, worked out once.
func (r *reader) severalNamed() bool {
	if r.several == unknown {
		r.several = no
		if r.namesSeveral() {
			r.several = yes
		}
	}
	return r.several == yes
}

// namesSeveral reports whether the document names two municipalities or more: if none is its own as far as can be told, none is.
func (r *reader) namesSeveral() bool {
	first := ""
	for i := range r.units {
		text := r.units[i].text
		for _, w := range splitWords(text) {
			if !upperAt(text, w.start) {
				continue
			}
			m, ok := policy.DefaultRegister().Find(w.of(text))
			if ok && first != "" && m.Name != first {
				return true
			}
			if ok {
				first = m.Name
			}
		}
	}
	return false
}

// afterPreposition are words after which a name is not what its sentence is about.
var afterPreposition = set("med till från i på av för om mot hos och samt eller vid mellan utanför nära vänorten vänstaden staden kommunen orten byn")

// titleUnits is how many units at the top tell whose a document is.
const titleUnits = 3

// ownerVerbs are what the documents of a municipality say that it does.
var ownerVerbs = set("har ska skall deltar söker saknar är samarbetar bedriver vill arbetar ingår kom")
