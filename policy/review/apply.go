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
			a.doc.Tags = slices.DeleteFunc(a.doc.Tags, func(t policy.Tag) bool { // what refines it has nothing to refine
				return t.Sentence == s && (t.Name == c.Name || t.Parent == c.Name && t.By != policy.ByPerson)
			})
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
