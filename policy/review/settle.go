package review

import "github.com/styrdok/styrdok/policy"

// Settle returns c as it stands in doc now: with the quote as doc has it, what stands around it, and doc's ID and hash. So
// what somebody wrote by hand gets its context, and two corrections of one thing are known to be that. If c does not fit
// doc, or is needless, it says why; only one that does not fit is returned as it was.
func Settle(doc *policy.Document, c Correction) (Correction, Problem) {
	var problem Problem
	a := newAmender(doc)
	cited, ok := a.citation(c)
	if c.Verdict != Undo {
		problem = a.apply(c)
	}
	if problem != "" && problem != Agrees {
		return c, problem
	}
	c.Document, c.SHA256 = doc.ID, doc.SHA256
	if ok {
		c.Quote, c.Prefix, c.Suffix = cited.Quote, cited.Prefix, cited.Suffix
	}
	return c, problem
}

// citation returns where what c is about stands, and whether it stands anywhere: the fact's own quote, the whole sentence
// of a tag, or the quote of what a person adds.
func (a *amender) citation(c Correction) (policy.Citation, bool) {
	if c.Kind == KindFact && c.Verdict != Add {
		if i := a.find(c); i >= 0 {
			return a.facts[i].evidence.Citation, a.facts[i].evidence.Quote != ""
		}
	}
	place, problem := a.places.find(c)
	if problem != "" {
		return policy.Citation{}, false
	}
	if c.Kind == KindTag && len(place.sentences) == 1 {
		return a.doc.Cite(a.doc.Sentences[place.sentences[0]].Span), true
	}
	return place.citation, true
}
