package facts

import (
	"math"
	"strings"
)

// A clue speaks for or against a place being a partner town of the document's municipality.
type clue uint8

const (
	clueTold        clue = iota // its country stands with it
	clueBare                    // it is a name and no more
	clueHeadCountry             // its country is that of the heading it stands under
	clueGoverned                // a twin word governs it: "vänortsavtal finns sedan 1990 med …"
	clueLinked                  // nothing but words that name stand between it and a twin word: "vänorten Time"
	clueNoun                    // the twin word is its apposition: "norska vänorten Time"
	clueSection                 // it stands in a section or list of partner towns
	clueChain                   // the paragraph has spoken of the municipality's partner towns
	clueOnward                  // its sentence goes on about partnerships: "Avtalet med …"
	clueSubject                 // a bare name begins its sentence, or is what there is an exchange with
	clueStarts                  // its sentence begins with it
	clueDense                   // its sentence is hardly more than places
	clueListed                  // it is an item of a list or a line in a section of partner towns
	clueColumn                  // it stands in a table's column for partner towns
	clueSaid                    // its row or record says that it is one
	clueHeading                 // it is a heading in a section of partner towns
	clueOther                   // a word for something else governs it: a project, a network, a journey
	clueAside                   // its sentence turns to something else: "Därutöver …"
	clueBelow                   // a clause that begins after the twin word holds it: "vänorterna har visat hur …"
	clueLoose                   // the twin word is one that is said of partners of any kind, too: "partnerstaden"
	clueCommon                  // its name looks like a word of the language
	clueOdd                     // its name is not one of a town
	clues
)

// clueWeights are the clues' weights. A town is believed if they sum up to townBar: so a country and one word that governs it
// suffice, and neither alone does. Set by hand, so that each pair of clues that a reader would believe just reaches the bar.
var clueWeights = [clues]float64{
	clueTold: 2, clueBare: -2, clueHeadCountry: 3, clueSubject: 2, clueGoverned: 2, clueLinked: 4, clueNoun: 3, clueSection: 1, clueChain: 1, clueOnward: 1, clueStarts: 1, clueDense: 1,
	clueListed: 6, clueColumn: 6, clueSaid: 6, clueHeading: 4,
	clueOther: -6, clueAside: -3, clueBelow: -2, clueLoose: -2, clueCommon: -6, clueOdd: -6,
}

const townBar = 4

// evidence sums up clues.
type evidence struct{ sum float64 }

// add counts c if it holds.
func (e *evidence) add(c clue, holds bool) {
	if holds {
		e.sum += clueWeights[c]
	}
}

// standing is the evidence of a place that stands by itself: in a line, a row or a heading.
func standing(p place, c clue) (e evidence) {
	e.add(c, true)
	e.add(clueTold, p.country != "")
	e.add(clueBare, p.country == "")
	e.add(clueOdd, isOdd(p.name))
	return e
}

// oddEndings are what names of streets, houses and bodies end with.
var oddEndings = []string{"gatan", "vägen", "torget", "parken", "platsen", "skolan", "gymnasiet", "kyrkan", "huset", "hallen", "arenan", "museet", "universitetet", "universitet", "högskola", "högskolan",
	"föreningen", "förbundet", "bolaget", "klubben", "festivalen", "projektet", "programmet", "fonden", "stiftelsen", "nämnden", "styrelsen", "kontor", "kontoret"}

// isOdd reports whether a name is none of a town: it has a figure in it, or ends as those of streets and houses do.
func isOdd(name string) bool {
	l := lower(name)
	for _, w := range splitWords(l) {
		if hasSuffixOf(w.of(l), oddEndings...) {
			return true
		}
	}
	return strings.ContainsAny(l, "0123456789")
}

// enough reports whether a reader would believe it.
func (e evidence) enough() bool { return e.sum >= townBar }

// confidence makes the sum a number from 0 to 1: 0.73 at the bar, 0.95 two above it.
func (e evidence) confidence() float64 {
	return math.Round(100/(1+math.Exp(townBar-1-e.sum))) / 100
}
