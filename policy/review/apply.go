package review

import (
	"fmt"
	"slices"

	"github.com/styrdok/styrdok/policy"
)

// A Conflict is a correction that does not fit the document as it was read now.
type Conflict struct {
	Correction
	Problem Problem `json:"problem"`
}

// Problem says what keeps a correction from being applied, or makes it needless.
type Problem string

// The problems. All but Agrees mean that the correction was not applied.
const (
	Gone      Problem = "gone"      // the quote does not stand in the document, or inside a much longer sentence
	Ambiguous Problem = "ambiguous" // it stands at several places, and the context does not tell which is meant
	Moved     Problem = "moved"     // the program now reads the same value elsewhere
	Agrees    Problem = "agrees"    // the program now says the same
)

// Apply returns doc as people say that it is, and the conflicts. What a person said carries [policy.ByPerson]. doc is not
// changed; the result shares with it what no correction touches. Corrections that are not about doc are passed over. A
// correction that could not be applied is an issue of the result.
func Apply(doc *policy.Document, corrections []Correction) (*policy.Document, []Conflict) {
	mine := Of(doc, corrections)
	if len(mine) == 0 {
		return doc, nil
	}
	a := newAmender(doc)
	amended := a.doc
	for _, c := range mine {
		problem := a.apply(c)
		if problem == "" {
			continue
		}
		a.conflicts = append(a.conflicts, Conflict{c, problem})
		if problem != Agrees {
			amended.Issues = append(amended.Issues, issueOf(c, problem))
		}
	}
	slices.SortStableFunc(amended.Tags, func(x, y policy.Tag) int { return x.Sentence - y.Sentence })
	amended.Facts = factsFrom(a.facts)
	return amended, a.conflicts
}

// newAmender returns an amender of a copy of doc.
func newAmender(doc *policy.Document) *amender {
	amended := *doc
	amended.Tags, amended.Issues = slices.Clone(doc.Tags), slices.Clone(doc.Issues)
	return &amender{doc: &amended, places: newPlaces(doc), facts: factsOf(&doc.Facts)}
}

// reasons are what an analyst reads of a correction that was not applied.
var reasons = map[Problem]string{
	Gone:      "citatet finns inte i dokumentet",
	Ambiguous: "citatet finns på flera ställen, och sammanhanget visar inte vilket som avses",
	Moved:     "uppgiften läses nu på ett annat ställe",
}

func issueOf(c Correction, problem Problem) policy.Issue {
	what := "taggen " + c.Name
	if c.Kind == KindFact {
		what = "uppgiften " + c.Name
	}
	return policy.Issue{Severity: policy.Warning, Code: "correction-" + string(problem),
		Message: fmt.Sprintf("En persons rättelse av %s tillämpades inte: %s.", what, reasons[problem])}
}

// An amender applies corrections to a copy of a document.
type amender struct {
	doc       *policy.Document
	places    *places
	facts     []fact
	conflicts []Conflict
}

func (a *amender) apply(c Correction) Problem {
	if c.Kind == KindTag {
		return a.tag(c)
	}
	if _, known := formOf(c.Name); c.Kind != KindFact || !known {
		return Gone
	}
	return a.fact(c)
}

// tag applies what c says of a tag.
func (a *amender) tag(c Correction) Problem {
	place, problem := a.places.find(c)
	if problem != "" {
		return problem
	}
	if len(place.sentences) == 0 {
		return Gone
	}
	agrees := 0
	for _, s := range place.sentences {
		i := slices.IndexFunc(a.doc.Tags, func(t policy.Tag) bool { return t.Sentence == s && t.Name == c.Name })
		switch {
		case c.Verdict == Remove && i < 0:
			agrees++
		case c.Verdict == Remove:
			a.doc.Tags = slices.Delete(a.doc.Tags, i, i+1)
		case i < 0:
			a.doc.Tags = append(a.doc.Tags, policy.Tag{Name: c.Name, Sentence: s, Score: 1, Evidence: evidenceOf(c), By: policy.ByPerson})
		default:
			if c.Verdict == Add && a.doc.Tags[i].By != policy.ByPerson {
				agrees++
			}
			t := &a.doc.Tags[i]
			t.By, t.Score, t.Evidence = policy.ByPerson, 1, append(evidenceOf(c), t.Evidence...)
		}
	}
	if agrees == len(place.sentences) {
		return Agrees
	}
	return ""
}

// evidenceOf says, as the evidence of a tag, that a person spoke: "person:add".
func evidenceOf(c Correction) []string { return []string{"person:" + string(c.Verdict)} }

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
