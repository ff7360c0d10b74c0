package compare

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// documentNouns are the base forms of words for a document, as a whole word or a compound's last part, by which a thing that
// is followed up is known to be the document itself and not the work that it is about.
var documentNouns = [...]string{"policy", "strategi", "riktlinje", "dokument", "reglemente", "rutin", "anvisning",
	"program", "plan", "handbok", "delegationsordning", "bestämmelse"}

// ofItself reports whether a follow-up is about the document: what is followed up is called by a document's name, or by
// that of d's own kind, and by nothing beside it ("policyn", "riktlinjerna och handlingsplanen", not "arbetet med policyn"); or
// it is told in a whole sentence that has the document renewed ("varje mandatperiod ska policyn ses över").
func ofItself(d *policy.Document, f policy.FollowUp) bool {
	words := swedish.Words(f.What)
	if len(words) == 0 {
		return false
	}
	if renewed(d, words, f.Interval) {
		return true
	}
	named := false
	for _, t := range words {
		switch w := swedish.Normal(t.Text); {
		case namesDocument(d, w):
			named = true
		case !about[w] && !swedish.IsStop(w):
			return false
		}
	}
	return named
}

// about are words that may stand with a document's name and leave it the document.
var about = set("denna", "detta", "dessa", "hela", "kommunens", "kommungemensamma", "revidering", "revideringen", "översyn",
	"översynen", "uppdatering", "aktualisering", "aktualiteten", "innehållet", "av", "i", "för", "styrande", "övergripande",
	"internationella", "gällande", "och")

// namesDocument reports whether a word names a document, or is of d's own kind.
func namesDocument(d *policy.Document, word string) bool {
	kind := strings.ToLower(d.Facts.Kind.Value)
	for _, lemma := range swedish.Lemmas(word) {
		if kind != "" && (lemma == kind || slices.Contains(swedish.Lemmas(kind), lemma)) {
			return true
		}
		for _, noun := range documentNouns {
			if lemma == noun || strings.HasSuffix(lemma, noun) && len(lemma) > len(noun)+2 {
				return true
			}
		}
	}
	return false
}

// renewals are the beginnings of verbs by which a document is renewed; "upp" and "över" belong to the two before them.
var renewals = [...]string{"revider", "utvärder", "uppdater", "ompröv", "aktualiser", "förnya", "följ", "ses"}

// newVersions are the beginnings of words for what leaves a new version behind. That something was followed up or evaluated can
// be told by no document that asks for it; only each mandate period is both in the words of those who write policies.
var newVersions = [...]string{"revider", "uppdater", "ompröv", "aktualiser", "förny", "översyn", "omarbet", "ändr"}

// asksForNewVersion reports whether a sentence asks for a new version, and not for follow-up alone.
func asksForNewVersion(sentence string) bool {
	var last string
	for _, t := range swedish.Words(sentence) {
		w := swedish.Normal(t.Text)
		if hasStem(w, newVersions[:]) || w == "över" && (last == "ses" || last == "se") || w == "om" && (last == "arbetas" || last == "arbeta") {
			return true
		}
		last = w
	}
	return false
}

// clauseWords is how many words may stand between a document's name and what is to be done with it.
const clauseWords = 5

// renewed reports whether a sentence has the document renewed: its name, or a pronoun that begins the sentence where the
// interval is that of documents, with such a verb soon after it. With a preposition before it, it is what something else is done by.
func renewed(d *policy.Document, words []swedish.Token, interval string) bool {
	for i, t := range words {
		w := swedish.Normal(t.Text)
		pronoun := i == 0 && interval == mandatePeriod && (w == "den" || w == "det" || w == "de" || w == "dessa")
		if !pronoun && !(isDefinite(w) && namesDocument(d, w)) || i > 0 && prepositions[swedish.Normal(words[i-1].Text)] {
			continue
		}
		for _, next := range words[i+1 : min(len(words), i+1+clauseWords)] {
			if hasStem(swedish.Normal(next.Text), renewals[:]) {
				return true
			}
		}
	}
	return false
}

var prepositions = set("med", "enligt", "av", "i", "till", "från", "för", "om", "utifrån", "mot", "på", "efter")

// isDefinite reports whether a noun has the ending of a definite form.
func isDefinite(w string) bool {
	return strings.HasSuffix(w, "n") || strings.HasSuffix(w, "et") || strings.HasSuffix(w, "na")
}
