package tagging

// A trait is one of several things that a sentence can be: which subject it has, which modality.
type trait struct {
	none string // its name where the sentence has none of the features
	of   []int  // the features, the one that tells most first
}

// The traits that pairs are made of.
const (
	traitSubject = iota
	traitModal
	traitVerb
	traitForm
	traitHeading
	traitOpener
	traitGenre
	traitSection
	traitTime
	traits // how many they are
)

// fixedTraits are those that do not depend on the taxonomy.
var fixedTraits = [traits]trait{
	traitSubject: {"subject:?", []int{isSubjectBody, isSubjectRole, isSubjectStaff, isSubjectOutside, isSubjectWork, isSubjectMunicipality,
		isSubjectDocument, isSubjectPeople, isSubjectWe, isSubjectYou, isSubjectOccasion, isSubjectLaw, isSubjectOther, isSubjectNone}},
	traitModal:   {"modal:none", []int{isModalMust, isModalShould, isModalMay, isModalWant, isTensePast, hasVerb}},
	traitVerb:    {"voice:none", []int{hasPassive, hasStative, isFormInfinitive, isFormImperative}},
	traitForm:    {"form:prose", []int{isFormItem, isFormRow, isFormQuestion, isFormLabel}},
	traitHeading: {"heading:none", nil},
	traitOpener:  {"opener:none", nil},
	traitGenre:   {"genre:none", nil},
	traitSection: {"section:none", nil},
	traitTime:    {"time:none", []int{hasTime}},
}

// traitOfKind tells which trait a feature of the taxonomy's is one of.
var traitOfKind = map[string]int{"heading": traitHeading, "parent": traitHeading, "opener": traitOpener, "genre": traitGenre, "section": traitSection}

// pairs are the traits that mean something together which neither means alone.
var pairs = [...][]int{
	{traitSubject, traitModal}, {traitSubject, traitVerb}, {traitSubject, traitHeading}, {traitSubject, traitSection},
	{traitSubject, traitOpener}, {traitSubject, traitGenre}, {traitSubject, traitTime},
	{traitModal, traitHeading}, {traitModal, traitGenre}, {traitModal, traitVerb}, {traitForm, traitHeading}, {traitForm, traitOpener},
	{traitForm, traitSection}, {traitForm, traitGenre}, {traitForm, traitModal}, {traitHeading, traitGenre}, {traitTime, traitVerb},
	{traitSubject, traitModal, traitVerb}, {traitSubject, traitModal, traitGenre}, {traitSubject, traitModal, traitHeading},
}

// collectPairs adds the pairs of traits that the sentence has.
func (r *reading) collectPairs(v *vector, a *analysis) {
	var has [traits]string
	for t := range has {
		has[t] = r.tagger.traits[t].none
		for _, n := range r.tagger.traits[t].of {
			if a.has(n) {
				has[t] = r.tagger.taxonomy.registry.names[n]
				break
			}
		}
	}
	for _, p := range pairs {
		if len(p) == 2 {
			v.put(pairValue, "2:", has[p[0]], "&", has[p[1]])
		} else {
			v.put(pairValue, "3:", has[p[0]], "&", has[p[1]], "&", has[p[2]])
		}
	}
}
