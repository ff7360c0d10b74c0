package tagging

import (
	"strings"
	"unicode/utf8"

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
	feature     int
	kind, value string
}

func (s shownFeature) String() string { return s.kind + ":" + s.value }

// set adds a feature and, where there is something to show, how evidence names it: "kind:value".
func (a *analysis) set(feature int, kind, value string) {
	a.features.set(feature)
	if value != "" {
		a.shown = append(a.shown, shownFeature{feature, kind, value})
	}
}

func (a *analysis) has(feature int) bool { return a.features.has(feature) }

// is reports whether word i is of a reserved class.
func (a *analysis) is(i int, class int) bool {
	return i >= 0 && i < len(a.words) && a.words[i].info.slots.has(a.tagger.taxonomy.language.slots[class])
}

// analyse works out the features that the sentence has of itself.
func (a *analysis) analyse(kind policy.SentenceKind) {
	a.form(kind)
	a.moods()
	a.subject()
	if !a.has(hasVerb) {
		a.set(isFormFragment, "", "")
	}
	a.past()
	lang := &a.tagger.taxonomy.language
	for _, w := range lang.words {
		for i := range a.words {
			if a.words[i].info.slots.has(w.slot) {
				a.set(w.feature, "word", a.words[i].info.text)
				break
			}
		}
	}
	for i := range lang.times {
		if start, end := lang.times[i].find(a.words); start >= 0 {
			a.set(hasTime, "time", a.quote(start, end))
			break
		}
	}
	for i := range a.words {
		switch info := a.words[i].info; {
		case info.special("year"):
			a.set(hasYear, "", "")
		case isNumber(info.text):
			a.set(hasNumber, "", "")
		}
		if k := a.words[i].info.actor; k != actorNone {
			a.actor(k, a.words[i].info.text)
		}
	}
	if a.is(0, classPronoun) || a.is(1, classPronoun) && (a.is(0, classPreposition) || a.is(0, classAdverb)) {
		a.set(isStartsPronoun, "pronoun", a.words[0].info.text)
	}
}

// actor notes that the sentence names an actor.
func (a *analysis) actor(k actorKind, form string) {
	if !a.has(actors[k].named) {
		a.set(actors[k].named, actors[k].name, form)
	}
	if k != actorOutside && !a.has(hasActor) {
		a.set(hasActor, actors[k].name, form)
	}
}

// form sets what the sentence looks like.
func (a *analysis) form(kind policy.SentenceKind) {
	switch kind {
	case policy.Item:
		a.set(isFormItem, "", "")
	case policy.Row:
		a.set(isFormRow, "", "")
		if a.namesAlone() {
			a.set(isFormNames, "", "")
		}
	}
	if strings.HasSuffix(strings.TrimRight(a.text, " \n\"”"), "?") {
		a.set(isFormQuestion, "", "")
	}
	if len(a.words) <= shortSentence {
		a.set(isFormShort, "", "")
	}
	first := 0
	for first < len(a.words)-1 && (a.is(first, classAdverb) || isNumber(a.words[first].info.text)) {
		first++
	}
	if a.is(first, classImperative) {
		a.set(isFormImperative, "form", a.words[first].info.text)
	}
	if a.is(first, classInfinitive) {
		a.set(isFormInfinitive, "form", a.words[first].info.text)
	}
	if i := strings.IndexByte(a.text, ':'); i > 0 && i < len(a.text)-1 && strings.Count(a.text[:i], " ") < roleLine {
		a.set(isFormLabel, "label", a.text[:i])
	}
}

// namesAlone reports whether no word says what is done: a row of headings ("Ansvarig | Klart"), or of who and when ("Teknisk chef |
// 31 maj 2026"). All its words are names, headings, actors, dates, or short.
func (a *analysis) namesAlone() bool {
	for i, w := range a.words {
		inDate := i > 0 && isNumber(a.words[i-1].info.text)
		if !w.capital && !inDate && w.info.actor == actorNone && utf8.RuneCountInString(w.info.text) >= telling && !isNumber(w.info.text) {
			return false
		}
	}
	return true
}

// telling is how many letters a word has at least that says what is done.
const telling = 4

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
		modal := a.modal(i)
		if modal < 0 && !a.is(i, classVerb) && !a.is(i, classPassive) {
			continue
		}
		if modal < 0 && (i > 1 && a.is(i-1, classDeterminer) || i > 0 && a.words[i-1].info.text == "att") {
			continue // "de delar", "att förändras": no finite verb
		}
		a.verbs = append(a.verbs, i)
		if modal >= 0 && !a.has(modal) && !a.inRelative(i) {
			a.set(modal, "modality", a.words[i].info.text)
		}
	}
	if len(a.verbs) > 0 {
		a.set(hasVerb, "", "")
	}
}

// inRelative reports whether the verb at word i is that of a relative clause: "den dag som åtgärden ska vara klar".
func (a *analysis) inRelative(i int) bool {
	return !a.words[i].boundary && (a.is(i-1, classRelative) ||
		a.is(i-2, classRelative) && !a.words[i-1].boundary && a.words[0].info != a.words[i-2].info)
}

// modal returns the feature of the modal verb at word i, or -1.
func (a *analysis) modal(i int) int {
	switch {
	case a.is(i, classMust):
		return isModalMust
	case a.is(i, classShould):
		return isModalShould
	case a.is(i, classMay):
		return isModalMay
	case a.is(i, classWant):
		return isModalWant
	}
	return -1
}

// past finds out whether the sentence tells what has happened: its first finite verb is in the past tense, or it is
// "har" with a supine, and nothing is demanded.
func (a *analysis) past() {
	if a.has(isModalMust) || a.has(isModalShould) {
		return
	}
	for i := range a.words {
		if a.is(i, classPast) && !a.is(i+1, classOrdinal) && (len(a.verbs) == 0 || i < a.verbs[0]) {
			a.set(isTensePast, "", "")
			return
		}
		if !a.is(i, classHave) || len(a.verbs) > 0 && a.verbs[0] < i {
			continue
		}
		for j := i + 1; j < len(a.words) && j <= i+perfectReach && !a.words[j].boundary; j++ {
			if a.is(j, classSupine) {
				a.set(isTensePast, "", "")
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
