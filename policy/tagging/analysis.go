package tagging

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// An analysis is what the rules may ask of one sentence.
type analysis struct {
	tagger   *Tagger
	text     string
	words    []word
	verbs    []int // indexes of finite verbs
	features bitset
	shown    []shownFeature
}

// A shownFeature is how a feature is named in evidence: "body:kommunstyrelsen".
type shownFeature struct {
	feature int
	text    string
}

// set adds a feature and, where there is something to show, how evidence names it.
func (a *analysis) set(name, kind, value string) {
	n, ok := a.tagger.taxonomy.registry.numbers[name]
	if !ok {
		return
	}
	a.put(n, kind, value)
}

func (a *analysis) put(n int, kind, value string) {
	a.features.set(n)
	if value != "" {
		a.shown = append(a.shown, shownFeature{n, kind + ":" + value})
	}
}

func (a *analysis) has(name string) bool {
	n, ok := a.tagger.taxonomy.registry.numbers[name]
	return ok && a.features.has(n)
}

// is reports whether word i is of a reserved class.
func (a *analysis) is(i int, class string) bool {
	return i >= 0 && i < len(a.words) && a.words[i].info.slots.has(a.tagger.taxonomy.language.slots[class])
}

// analyse works out the features that the sentence has of itself.
func (a *analysis) analyse(kind policy.SentenceKind) {
	a.form(kind)
	a.moods()
	a.subject()
	if !a.has("verb") {
		a.set("form:fragment", "", "")
	}
	a.past()
	lang := &a.tagger.taxonomy.language
	for _, w := range lang.words {
		for i := range a.words {
			if a.words[i].info.slots.has(w.slot) {
				a.put(w.feature, "word", a.words[i].info.text)
				break
			}
		}
	}
	for i := range lang.times {
		if start, end := lang.times[i].find(a.words); start >= 0 {
			a.set("time", "time", a.quote(start, end))
			break
		}
	}
	for i := range a.words {
		switch info := a.words[i].info; {
		case info.special("year"):
			a.set("year", "", "")
		case isNumber(info.text):
			a.set("number", "", "")
		}
		if k := a.words[i].info.actor; k != actorNone {
			a.actor(k, a.words[i].info.text)
		}
	}
	if a.is(0, "pronoun") || a.is(1, "pronoun") && (a.is(0, "preposition") || a.is(0, "adverb")) {
		a.set("starts:pronoun", "pronoun", a.words[0].info.text)
	}
	if a.is(0, "background") {
		a.set("starts:background", "", "")
	}
}

func (a *analysis) actor(k actorKind, form string) {
	for name, kind := range actorNames {
		if kind == k && !a.has("actor:"+name) {
			a.set("actor:"+name, name, form)
			if k != actorOutside && !a.has("actor") {
				a.set("actor", name, form)
			}
		}
	}
}

// form sets what the sentence looks like.
func (a *analysis) form(kind policy.SentenceKind) {
	switch kind {
	case policy.Item:
		a.set("form:item", "", "")
	case policy.Row:
		a.set("form:row", "", "")
	}
	if strings.HasSuffix(strings.TrimRight(a.text, " \n\"”"), "?") {
		a.set("form:question", "", "")
	}
	if len(a.words) <= shortSentence {
		a.set("form:short", "", "")
	}
	first := 0
	for first < len(a.words)-1 && (a.is(first, "adverb") || isNumber(a.words[first].info.text)) {
		first++
	}
	if a.is(first, "imperative") {
		a.set("form:imperative", "form", a.words[first].info.text)
	}
	if a.is(first, "infinitive") {
		a.set("form:infinitive", "form", a.words[first].info.text)
	}
	if i := strings.IndexByte(a.text, ':'); i > 0 && i < len(a.text)-1 && strings.Count(a.text[:i], " ") < roleLine {
		a.set("form:label", "label", a.text[:i])
	}
}

// shortSentence is how many words a line that is no sentence has at most; roleLine, how many a role line or label has.
const (
	shortSentence = 3
	roleLine      = 6
)

// moods finds the finite verbs and the modality.
func (a *analysis) moods() {
	for i := range a.words {
		if a.words[i].info.actor != actorNone {
			continue // "MAS" is no passive
		}
		modal := ""
		for _, m := range []string{"must", "should", "may", "want"} {
			if a.is(i, m) {
				modal = m
			}
		}
		if modal == "" && !a.is(i, "verb") && !a.is(i, "passive") {
			continue
		}
		if modal == "" && (i > 1 && a.is(i-1, "determiner") || i > 0 && a.words[i-1].info.text == "att") {
			continue // "de delar", "att förändras": no finite verb
		}
		a.verbs = append(a.verbs, i)
		if modal != "" && !a.has("modal:"+modal) {
			a.set("modal:"+modal, "modality", a.words[i].info.text)
		}
	}
	if len(a.verbs) > 0 {
		a.set("verb", "", "")
	}
}

// past finds out whether the sentence tells what has happened: its first finite verb is in the past tense, or it is
// "har" with a supine, and nothing is demanded.
func (a *analysis) past() {
	if a.has("modal:must") || a.has("modal:should") {
		return
	}
	for i := range a.words {
		if a.is(i, "past") && (len(a.verbs) == 0 || i < a.verbs[0]) {
			a.set("tense:past", "", "")
			return
		}
		if !a.is(i, "have") || len(a.verbs) > 0 && a.verbs[0] < i {
			continue
		}
		for j := i + 1; j < len(a.words) && j <= i+perfectReach && !a.words[j].boundary; j++ {
			if a.is(j, "supine") {
				a.set("tense:past", "", "")
				return
			}
		}
	}
}

// perfectReach is how many words may stand between "har" and its supine: "har under flera år byggts".
const perfectReach = 6

// quote returns the words from start to end as they stand in the sentence, white space made single.
func (a *analysis) quote(start, end int) string {
	return clip(a.text[a.words[start].start:a.words[end-1].end])
}

// evidenceRunes is how long a quote in evidence is at most.
const evidenceRunes = 60

func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n == evidenceRunes {
			return strings.TrimSpace(s[:i]) + "…"
		}
		n++
	}
	return s
}
