package review

import (
	"slices"

	"github.com/styrdok/styrdok/policy"
)

// fact applies what c says of a fact.
func (a *amender) fact(c Correction) Problem {
	i := -1
	if c.Verdict != Add {
		i = a.find(c)
	}
	if c.Verdict == Remove {
		return a.removeFact(c, i)
	}
	if i >= 0 {
		if c.Verdict == Change {
			a.facts[i].parts = partsOf(c.Name, c.Correction)
		}
		a.byPerson(i)
		return ""
	}
	value := c.Correction
	if c.Verdict == Keep {
		value = c.Value
	}
	if i = a.same(c.Name, value); i >= 0 {
		a.byPerson(i)
		return Agrees
	}
	return a.insert(c, value)
}

func (a *amender) removeFact(c Correction, i int) Problem {
	switch {
	case i >= 0:
		a.facts = slices.Delete(a.facts, i, i+1)
		return ""
	case a.same(c.Name, c.Value) >= 0:
		return Moved
	}
	return Agrees
}

func (a *amender) byPerson(i int) {
	a.facts[i].evidence.By, a.facts[i].evidence.Confidence = policy.ByPerson, 1
}

// find returns the index of the fact that c is about, -1 if it is not there: of its name, of its value or, where that is
// the only one, of the same first part; an item of a list must be from the same quote, too.
func (a *amender) find(c Correction) int { return findFact(a.facts, c) }

func findFact(facts []fact, c Correction) int {
	first, n := -1, 0
	for i, f := range facts {
		if f.name != c.Name || isList(c.Name) && squeeze(f.evidence.Quote) != squeeze(c.Quote) {
			continue
		}
		if squeeze(f.value()) == squeeze(c.Value) {
			return i
		}
		if squeeze(f.parts[0]) == squeeze(partsOf(c.Name, c.Value)[0]) {
			first, n = i, n+1
		}
	}
	if n != 1 {
		return -1
	}
	return first
}

// same returns the index of a fact that says value, wherever it was read, -1 if there is none. Parts that value leaves
// out may be anything.
func (a *amender) same(name, value string) int {
	want := partsOf(name, value)
	return slices.IndexFunc(a.facts, func(f fact) bool {
		for i, p := range want {
			if p != "" && squeeze(p) != squeeze(f.parts[i]) {
				return false
			}
		}
		return f.name == name
	})
}

// insert adds the fact value at the place of c's quote. A document has one title: another one gives way.
func (a *amender) insert(c Correction, value string) Problem {
	e := policy.Evidence{Confidence: 1, By: policy.ByPerson}
	if squeeze(c.Quote) != "" {
		place, problem := a.places.find(c)
		if problem != "" {
			return problem
		}
		e.Citation = place.citation
	} else if isList(c.Name) {
		return Gone
	}
	f := fact{c.Name, partsOf(c.Name, value), e}
	if !isList(c.Name) {
		a.facts = slices.DeleteFunc(a.facts, func(x fact) bool { return x.name == c.Name })
	}
	a.facts = append(a.facts, f)
	return ""
}

// partsOf returns the parts of a value of the fact called name, as many as it has.
func partsOf(name, value string) []string {
	f, _ := formOf(name)
	return f.split(value)[:len(f.parts)]
}
