package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// An opening is a name that a sentence begins with and what comes after it.
type opening struct {
	name     string // lower case, without the s of a genitive
	next     string // the word after it, "kommun" skipped, lower case
	full     bool   // "Ekeby kommun"
	genitive bool
	rest     string // what follows, lower case
}

// ownsVerbs are what stands after a municipality of which it is told that it has a partner town.
var ownsVerbs = set("har hade fick är saknar avslutade sade tecknade ingick samarbetar valde knöt skrev")

// maxNameWords is how many words the name of a Swedish municipality has at most.
const maxNameWords = 3

// openingOf reads the name that s begins with; no name is a word of the language ("Avtalet").
func openingOf(s string) (opening, bool) {
	words := splitWords(s)
	for len(words) > 0 && subjectLeads[strings.ToLower(words[0].of(s))] {
		words = words[1:]
	}
	n := 0
	for n < len(words) && n < maxNameWords && upperAt(s, words[n].start) && (n == 0 || strings.TrimSpace(s[words[n-1].end:words[n].start]) == "") {
		n++
	}
	if n == 0 || n == len(words) {
		return opening{}, false
	}
	sub := opening{name: lower(s[words[0].start:words[n-1].end])}
	last := lower(words[n].of(s))
	if last != "kommun" && last != "kommuns" && (swedish.IsStop(sub.name) || swedish.Known(words[0].of(s))) {
		return opening{}, false
	}
	if last == "kommun" || last == "stad" || last == "kommuns" || last == "stads" {
		sub.full, sub.genitive = true, strings.HasSuffix(last, "s")
		if n++; n == len(words) {
			return opening{}, false
		}
	} else if name, ok := strings.CutSuffix(sub.name, "s"); ok && isTwinWord(last) {
		sub.name, sub.genitive = name, true
	}
	if strings.TrimSpace(s[words[n-1].end:words[n].start]) != "" {
		return opening{}, false
	}
	sub.next, sub.rest = lower(words[n].of(s)), lower(s[words[n].start:])
	return sub, true
}

// subjectLeads are words before the name of a sentence's subject.
var subjectLeads = set("även också däremot grannen grannkommunen grannstaden")

// othersSubject reports whether a sentence begins with another municipality, as the one whose partner towns or agreements it tells.
func (r *reader) othersSubject(s string) bool {
	sub, ok := openingOf(s)
	if !ok || r.isOwn(sub) || r.ownName == "" && !r.severalNamed() {
		return false
	}
	if _, listed := policy.DefaultRegister().Find(sub.name); listed {
		return ownsVerbs[sub.next] || isTwinWord(sub.next) || sub.full
	}
	if sub.genitive {
		return isTwinWord(sub.next)
	}
	if words := splitWords(sub.rest); len(words) > 1 { // "Tyvärr har kontakten …": the name is none
		if subject := words[1].of(sub.rest); !isTwinWord(subject) && hasSuffixOf(subject, "en", "et", "erna", "arna") {
			return false
		}
	}
	if !ownsVerbs[sub.next] || sub.next == "är" || sub.next == "fick" || sub.next == "har" && hasAny(sub.rest, "har varit", "har också varit") {
		return false // a partner town of ours may be told of like this
	}
	return hasTwinCue(sub.rest) && !hasWord(sub.rest, "kommunen", "kommunens", "oss", "vår", "vårt") || sub.next == "samarbetar"
}

// opensOwn reports whether a sentence begins with the document's own municipality.
func (r *reader) opensOwn(s string) bool {
	sub, ok := openingOf(s)
	return ok && r.ownName != "" && r.isOwn(sub)
}

// isOwnName reports whether s is the own municipality's name: "Ekeby", "Ekeby kommun".
func (r *reader) isOwnName(s string) bool {
	l := strings.TrimSuffix(lower(strings.TrimSpace(s)), " kommun")
	return r.ownName != "" && r.isOwn(opening{name: l})
}

func (r *reader) isOwn(sub opening) bool {
	return sub.name == r.ownName || sub.name == r.owner || sub.name+"s" == r.ownName || sub.name == r.ownName+"s"
}
