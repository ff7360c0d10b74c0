package tagging

import "fmt"

// language is what the taxonomy says of Swedish: what is needed to find a sentence's subject, mood and time.
type language struct {
	slots    [classes]int // the slots of the reserved word classes
	subjects []numbered   // subject:KIND
	sections []numbered   // section:KIND and, per tag, its headings
	headings []numbered   // one a tag, in the tags' order; number is heading:TAG
	genres   []numbered
	times    []pattern
	words    []numbered // word:CLASS
}

// numbered is a feature with what speaks for it: patterns, or a slot.
type numbered struct {
	feature  int
	name     string
	patterns []pattern
	slot     int
}

// The word classes that the analysis of a sentence asks for. A taxonomy may leave any of them empty.
const (
	classMust = iota
	classShould
	classMay
	classWant
	classVerb
	classPassive
	classPast
	classHave
	classSupine
	classPreposition
	classSubordinator
	classAdverb
	classDeterminer
	classDistributive
	classUnit
	classPronoun
	classImperative
	classInfinitive
	classStative
	classRoleNoun
	classOpening
	classRelative
	classOrdinal
	classes // how many they are
)

var reserved = [classes]string{
	classMust:         "must",
	classShould:       "should",
	classMay:          "may",
	classWant:         "want",
	classVerb:         "verb",
	classPassive:      "passive",
	classPast:         "past",
	classHave:         "have",
	classSupine:       "supine",
	classPreposition:  "preposition",
	classSubordinator: "subordinator",
	classAdverb:       "adverb",
	classDeterminer:   "determiner",
	classDistributive: "distributive",
	classUnit:         "unit",
	classPronoun:      "pronoun",
	classImperative:   "imperative",
	classInfinitive:   "infinitive",
	classStative:      "stative",
	classRoleNoun:     "role-noun",
	classRelative:     "relative",
	classOrdinal:      "ordinal",
	classOpening:      "opening",
}

func (c *compiler) language(tags []string) (language, error) {
	var l language
	for class, name := range reserved {
		if _, ok := c.classes[name]; !ok {
			c.classes[name] = nil
		}
		slot, err := c.vocabulary.slot("{" + name + "}")
		if err != nil {
			return l, c.at(c.file.Words[name], err)
		}
		l.slots[class] = slot
	}
	for _, name := range sorted(c.file.Words) { // each class is checked, used or not
		if _, err := c.vocabulary.slot("{" + name + "}"); err != nil {
			return l, c.at(c.file.Words[name], fmt.Errorf("words %s: %w", name, err))
		}
	}
	var err error
	for _, part := range []struct {
		prefix string
		lists  map[string]texts
		to     *[]numbered
	}{{"subject:", c.file.Subjects, &l.subjects}, {"section:", c.file.Sections, &l.sections}, {"genre:", c.file.Genres, &l.genres}} {
		for _, name := range sorted(part.lists) {
			n := numbered{name: name}
			if n.feature, err = c.registry.number(part.prefix + name); err != nil {
				return l, c.at(part.lists[name], err)
			}
			if n.patterns, err = c.patterns(part.lists[name]); err != nil {
				return l, err
			}
			*part.to = append(*part.to, n)
		}
	}
	for i, name := range tags {
		n := numbered{name: name, feature: c.registry.numbers["heading:"+name]}
		if n.patterns, err = c.patterns(c.file.Tags[i].Headings); err != nil {
			return l, err
		}
		l.headings = append(l.headings, n)
	}
	l.times, err = c.patterns(c.file.Times)
	return l, err
}
