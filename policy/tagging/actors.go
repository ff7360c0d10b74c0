package tagging

import (
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/bodies"
)

// actorKind says what sort of doer a word names.
type actorKind uint8

const (
	actorNone    actorKind = iota
	actorBody              // nämnd, styrelse, förvaltning, grupp
	actorRole              // chef, samordnare, rektor
	actorStaff             // personal, medarbetare, enhet: anybody who works there
	actorOutside           // länsstyrelse, leverantör: not the municipality's own
)

// actors tells of each kind what a taxonomy calls it, and the features that it gives as a subject and anywhere.
var actors = [...]struct {
	name           string
	subject, named int
}{
	actorBody:    {"body", isSubjectBody, isActorBody},
	actorRole:    {"role", isSubjectRole, isActorRole},
	actorStaff:   {"staff", isSubjectStaff, isActorStaff},
	actorOutside: {"outside", isSubjectOutside, isActorOutside},
}

// endings are the inflections that Swedish nouns take after their stem, definite, plural and genitive. What they form
// with a given stem is not checked: a wrong form does not occur in real text.
var endings = map[string]bool{
	"": true, "n": true, "en": true, "et": true, "t": true, "a": true, "an": true, "ar": true, "arna": true,
	"er": true, "erna": true, "or": true, "orna": true, "r": true, "rna": true, "na": true, "ne": true, "nen": true,
}

// longestEnding is the length of the longest ending with a genitive s.
const longestEnding = 5

// actorTable recognises bodies and roles by the last part of the word ("omvårdnadsnämnderna").
type actorTable struct {
	words     map[string]actorKind
	stems     map[string]actorKind
	compounds map[string]actorKind // stems that count as the last part of a compound only ("-råd": folkhälsoråd, not råd)
	except    map[string]bool      // stems of words that only look like actors ("målgrupp")
}

// kind tells what actor a lower-case form names, and whether it stands in the genitive.
func (t *actorTable) kind(form string) (actorKind, bool) {
	if k, ok := t.words[form]; ok {
		return k, false
	}
	best, kind, genitive := 0, actorNone, false
	for cut := 0; cut <= longestEnding && cut < len(form); cut++ {
		stem, ending := form[:len(form)-cut], form[len(form)-cut:]
		if !utf8.ValidString(ending) {
			continue
		}
		bare := strings.TrimSuffix(ending, "s")
		if !endings[bare] {
			continue
		}
		if bare == "na" && strings.HasSuffix(stem, "ar") {
			stem += "e" // "samordnarna", of "samordnare"
		}
		if k, n := t.stem(stem); n > best {
			best, kind, genitive = n, k, bare != ending
		}
		if k, ok := t.words[stem]; ok && len(stem) > best {
			best, kind, genitive = len(stem), k, bare != ending
		}
	}
	if best == 0 {
		return ofBody(form)
	}
	return kind, genitive
}

// ofBody tells what actor a form names by the morphology of Swedish bodies, which the taxonomy adds to.
func ofBody(form string) (actorKind, bool) {
	kind, genitive, ok := bodies.KindOf(form)
	switch {
	case !ok:
		return actorNone, false
	case kind == bodies.Role:
		return actorRole, genitive
	case kind == bodies.Outside:
		return actorOutside, genitive
	}
	return actorBody, genitive
}

// stem returns the kind of the longest stem that s ends in, and its length in bytes. An exception of that length or
// longer wins with kind actorNone.
func (t *actorTable) stem(s string) (actorKind, int) {
	for i := range s {
		tail := s[i:]
		if t.except[tail] {
			return actorNone, len(tail)
		}
		if k, ok := t.compounds[tail]; ok && i > 1 {
			return k, len(tail)
		}
		if k, ok := t.stems[tail]; ok && i != 1 {
			return k, len(tail)
		}
	}
	return actorNone, 0
}
