package swedish

import (
	"strings"
	"unicode/utf8"
)

const (
	// minModifier and minHead are how many letters a part needs; the exceptions stand in shortModifiers and shortHeads.
	minModifier = 3
	minHead     = 3
	// minCompound is the length of the shortest compounds (elbil).
	minCompound = 5
)

var (
	shortModifiers = set("el it eu by ö år fn is ny")
	shortHeads     = set("by år kö öl")
	// noHeads are words that are mostly an ending (regionalise-ring).
	noHeads = set("öre gen lera tik tenta planet ring ringa ras rad al ar är ör era ens ans iv isk")
	// noModifiers are particles and prefixes: what they make is a new word (försäkra, underlag), not a compound.
	noModifiers = set("för före fram efter under över upp ut in till från med mot om på vid av an be van miss hän mis sam när")
)

// Parts returns the parts of a compound in their base forms, first part first: "vänort", "avtal" for vänortsavtalet;
// nil for a word that is no compound. A part that is a compound itself is not taken apart ("arbetsmiljö", "policy").
func Parts(word string) []string { return parts(Normal(word)) }

// parts is Parts for a normal word.
func parts(w string) []string {
	lx := words()
	return lx.parts(lx.readingOf(w))
}

func first(list []string) string { return list[0] }

// listedParts returns the parts of a compound in the word list, nil unless all readings are compounds.
func (lx *lexicon) listedParts(ids []int32) []string {
	for _, id := range ids {
		if lx.lexemes[id].split == 0 {
			return nil
		}
	}
	l := lx.lexemes[ids[0]]
	modifier, head := l.lemma[:l.split], l.lemma[l.split:]
	if m, _, ok := lx.modifier(modifier); ok {
		modifier = m
	}
	return []string{modifier, head}
}

// A splitting is one way to take a word apart.
type splitting struct {
	at       int // where the head begins
	modifier string
	heads    []int32
	// headPrefix stands before the head's lemma if the head itself is an ending ("uppfyll" before "else").
	headPrefix string
	penalty    int
	join       int // the modifier's share of penalty
}

// split takes w, which is not in the word list, apart. Of several ways it takes the one with the least unusual parts,
// and of equals the one with the longest head.
func (lx *lexicon) split(w string) (splitting, bool) {
	if s, ok := lx.splitKnown(w); ok {
		return s, true
	}
	if utf8.RuneCountInString(w) < minCompound {
		return splitting{}, false
	}
	return lx.splitUnknown(w)
}

// splitKnown is split for parts that are known, both of them.
func (lx *lexicon) splitKnown(w string) (splitting, bool) {
	var best splitting
	found := false
	if utf8.RuneCountInString(w) < minCompound {
		return best, false
	}
	for i := range w {
		if i < 2 {
			continue
		}
		for _, at := range [2]int{i, doubledAt(w, i)} {
			if at < 0 {
				continue
			}
			s, ok := lx.splitAt(w, i, at, !found || best.penalty > compoundPenalty)
			joined := ok && found && s.at == best.at+1 && w[best.at] == 's' && s.join < best.join // arbets-lag, not arbet-slag
			if ok && (!found || s.penalty < best.penalty || joined && s.penalty == best.penalty) {
				best, found = s, true
			}
		}
	}
	return best, found
}

// doubledAt returns where the head begins if it shares a consonant with the modifier's end (busstation), else -1.
func doubledAt(w string, i int) int {
	if i >= 2 && w[i-1] == w[i-2] && w[i-1] >= 'a' && w[i-1] <= 'z' && i < len(w) && w[i] != w[i-1] {
		return i - 1
	}
	return -1
}

// splitAt takes w apart into the modifier w[:i], which may be a compound itself if compounds says so, and the head w[at:].
func (lx *lexicon) splitAt(w string, i, at int, compounds bool) (splitting, bool) {
	heads := lx.headsOf(w[at:])
	if len(heads) == 0 {
		return splitting{}, false
	}
	m, penalty, ok := lx.listedModifier(w[:i])
	if !ok && compounds {
		m, penalty, ok = lx.compoundModifier(w[:i])
	}
	if !ok {
		return splitting{}, false
	}
	return splitting{at: at, modifier: m, heads: heads, penalty: penalty + lx.headPenalty(w[at:], heads), join: penalty}, true
}

// headsOf returns the lexemes that w, the end of a word, may be a form of.
func (lx *lexicon) headsOf(w string) []int32 {
	base, genitive := strings.CutSuffix(w, "s")
	if hash := hashOf(base); !lx.ends.has(hash) && !(genitive && lx.ends.has(nextHash(hash, 's'))) {
		return nil
	}
	if utf8.RuneCountInString(w) < minHead && !shortHeads[w] {
		return nil
	}
	if ids := lx.tails[w]; len(ids) > 0 {
		return ids
	}
	if genitive && len(lx.tails[base]) > 0 && len(lx.forms[w]) == 0 {
		return lx.tails[base]
	}
	var out []int32
	for _, id := range lx.lookup(w) {
		l := lx.lexemes[id]
		if l.pos == verb && utf8.RuneCountInString(w) <= minHead { // -bar and -sam are endings
			continue
		}
		if l.bound || l.pos == other || noHeads[l.lemma] || utf8.RuneCountInString(l.lemma) < minHead && !shortHeads[l.lemma] {
			continue
		}
		if l.lemma == w && l.pos != verb { // "politiker" is first of all a politician, not forms of politik; "lösa" is of lös
			out = append([]int32{id}, out...)
			continue
		}
		out = append(out, id)
	}
	return out
}

// headPenalty is 0 for a noun of the word list, more for what is seldom the last part of a compound.
func (lx *lexicon) headPenalty(w string, heads []int32) int {
	best := 9
	for _, id := range heads {
		p := 0
		switch l := lx.lexemes[id]; {
		case l.pos == verb:
			p = 3
		case l.pos == adjective:
			p = 1
		case l.made:
			p = 1
		}
		best = min(best, p)
	}
	if utf8.RuneCountInString(w) <= minHead {
		best++
	}
	if strings.HasSuffix(w, "s") && len(lx.forms[w]) == 0 {
		best++ // års-kurs, not år-skurs
	}
	return best
}

// modifier returns the base form of w, the beginning of a compound, and how unusual it is there.
func (lx *lexicon) modifier(w string) (string, int, bool) {
	if m, penalty, ok := lx.listedModifier(w); ok {
		return m, penalty, true
	}
	return lx.compoundModifier(w)
}

// listedModifier is modifier for the words of the word list.
func (lx *lexicon) listedModifier(w string) (string, int, bool) {
	links := lx.linksOf(w)
	if len(links) == 0 {
		return "", 0, false
	}
	best := links[0]
	for _, l := range links[1:] {
		if l.penalty < best.penalty {
			best = l
		}
	}
	return lx.lexemes[best.lexeme].lemma, int(best.penalty), true
}

// compoundPenalty is what a modifier costs that is a compound outside the word list.
const compoundPenalty = 3

// compoundModifier takes a modifier that is a compound itself: "ledningsgrupp" in ledningsgruppsmöte.
func (lx *lexicon) compoundModifier(w string) (string, int, bool) {
	best, penalty := "", 0
	for i := range w {
		if i < 2 {
			continue
		}
		first := lx.linksOf(w[:i])
		if len(first) == 0 {
			continue
		}
		for _, l := range lx.linksOf(w[i:]) {
			head := lx.lexemes[l.lexeme]
			if head.pos != noun || head.bound {
				continue
			}
			p := int(first[0].penalty+l.penalty) + compoundPenalty
			if !strings.HasSuffix(w, "s") {
				p++ // after a compound the s that joins is the rule: bidragsbrott-s-lag
			}
			if best == "" || p < penalty {
				best, penalty = w[:i]+head.lemma, p
			}
		}
	}
	return best, penalty, best != ""
}
