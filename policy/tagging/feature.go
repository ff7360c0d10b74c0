package tagging

import (
	"fmt"
	"sort"
	"strings"
)

// The features of a sentence that rules may ask for, by their numbers. Beside them stand those that depend on the taxonomy:
// heading:TAG, parent:TAG, title:TAG, opener:TAG, previous:TAG and tag:TAG for each tag, section:KIND, genre:KIND and
// word:CLASS.
const (
	isSubjectBody = iota
	isSubjectRole
	isSubjectStaff
	isSubjectOutside
	isSubjectWork
	isSubjectMunicipality
	isSubjectDocument
	isSubjectPeople
	isSubjectWe
	isSubjectYou
	isSubjectOccasion
	isSubjectLaw
	isSubjectOther
	isSubjectNone
	hasActor
	isActorBody
	isActorRole
	isActorStaff
	isActorOutside
	isModalMust
	isModalShould
	isModalMay
	isModalWant
	isTensePast
	hasVerb
	hasPassive
	hasStative
	isFormItem
	isFormRow
	isFormQuestion
	isFormImperative
	isFormInfinitive
	isFormFragment
	isFormLabel
	isFormShort
	isFormNames
	isFormHeader
	hasOpener
	isOpenerActor
	isHeadingActor
	isStartsPronoun
	hasTime
	hasNumber
	hasYear
)

// fixedFeatures are their names in a taxonomy.
var fixedFeatures = [...]string{
	isSubjectBody:         "subject:body",
	isSubjectRole:         "subject:role",
	isSubjectStaff:        "subject:staff",
	isSubjectOutside:      "subject:outside",
	isSubjectWork:         "subject:work",
	isSubjectMunicipality: "subject:municipality",
	isSubjectDocument:     "subject:document",
	isSubjectPeople:       "subject:people",
	isSubjectWe:           "subject:we",
	isSubjectYou:          "subject:you",
	isSubjectOccasion:     "subject:occasion",
	isSubjectLaw:          "subject:law",
	isSubjectOther:        "subject:other",
	isSubjectNone:         "subject:none",
	hasActor:              "actor",
	isActorBody:           "actor:body",
	isActorRole:           "actor:role",
	isActorStaff:          "actor:staff",
	isActorOutside:        "actor:outside",
	isModalMust:           "modal:must",
	isModalShould:         "modal:should",
	isModalMay:            "modal:may",
	isModalWant:           "modal:want",
	isTensePast:           "tense:past",
	hasVerb:               "verb",
	hasPassive:            "passive",
	hasStative:            "stative",
	isFormItem:            "form:item",
	isFormRow:             "form:row",
	isFormQuestion:        "form:question",
	isFormImperative:      "form:imperative",
	isFormInfinitive:      "form:infinitive",
	isFormFragment:        "form:fragment",
	isFormLabel:           "form:label",
	isFormShort:           "form:short",
	isFormNames:           "form:names",
	isFormHeader:          "form:header",
	hasOpener:             "opener",
	isOpenerActor:         "opener:actor",
	isHeadingActor:        "heading:actor",
	isStartsPronoun:       "starts:pronoun",
	hasTime:               "time",
	hasNumber:             "number",
	hasYear:               "year",
}

// registry numbers the features of a taxonomy.
type registry struct {
	numbers map[string]int
	names   []string
}

func newRegistry(tags, sections, genres, classes []string) *registry {
	r := &registry{numbers: map[string]int{}}
	for _, f := range fixedFeatures {
		r.put(f)
	}
	for _, prefix := range []string{"heading:", "parent:", "title:", "opener:", "previous:", "tag:"} {
		for _, t := range tags {
			r.put(prefix + t)
		}
	}
	for _, s := range sections {
		r.put("section:" + s)
	}
	for _, g := range genres {
		r.put("genre:" + g)
	}
	for _, c := range classes {
		r.put("word:" + c)
	}
	return r
}

func (r *registry) put(name string) {
	if _, ok := r.numbers[name]; !ok {
		r.numbers[name] = len(r.names)
		r.names = append(r.names, name)
	}
}

// number returns the number of a feature, or an error that names its kind's features.
func (r *registry) number(name string) (int, error) {
	if n, ok := r.numbers[name]; ok {
		return n, nil
	}
	kind, _, _ := strings.Cut(name, ":")
	var same []string
	for _, n := range r.names {
		if k, _, _ := strings.Cut(n, ":"); k == kind {
			same = append(same, n)
		}
	}
	sort.Strings(same)
	if len(same) == 0 {
		return 0, fmt.Errorf("there is no condition %q", name)
	}
	return 0, fmt.Errorf("there is no condition %q; there are %s", name, strings.Join(same, ", "))
}
