// Package bm25f is the ranking that every engine of index uses: BM25F (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009), by which a passage's score for a word of the query is computed over all the fields and forms in which it
// has the word. Engines that count the same score the same. Start with [Score].
package bm25f

import (
	"math"

	"github.com/styrdok/styrdok/index"
)

// The parameters. The mean length stands for a passage's: passages are of bounded length, so that a constant ranks as well as the
// true mean and does not change with every update.
const (
	K1         = 0.7
	B          = 0.5
	MeanLength = 45
	// MaxExpansion is how many words a prefix stands for at most, the first in the order of their bytes: enough for any word's
	// family, and a bound on the work. Where an index is in shards, in each of them.
	MaxExpansion = 500
)

// minCounted is the weight from which a term counts for how rare the word is: guesses at what was meant do not.
const minCounted = 0.2

// Counts reports whether t counts for how rare its word is: the word is as rare as the most frequent of the terms that do.
func Counts(t index.WeightedTerm) bool {
	return t.Field != index.FieldHeading && t.Weight >= minCounted
}

// IDF is how much a word counts that n of total passages have.
func IDF(total, n int) float64 {
	return math.Log(1 + (float64(total)-float64(n)+0.5)/(float64(n)+0.5))
}

// Length is what a field of so many tokens divides the frequency of a term by.
func Length(tokens float64) float64 { return 1 - B + B*tokens/MeanLength }

// Score is the score of a word with this IDF: frequency is the sum, over its terms, of the term's weight times how often it is
// there, divided by the [Length] of its field.
func Score(idf, frequency float64) float64 { return idf * frequency * (K1 + 1) / (frequency + K1) }
