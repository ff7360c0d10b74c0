package evaluation

import (
	"math/rand/v2"
	"slices"
)

const (
	// DefaultDraws is how many times documents are drawn for an interval: with a thousand the ends of a 95 % interval are
	// steady to the second decimal (Efron and Tibshirani 1993, section 14.2, advise 1000 or more for percentiles).
	DefaultDraws = 1000
	// confidence is the share of draws that lie within an interval.
	confidence = 0.95
)

// Bootstrap says how intervals were made.
type Bootstrap struct {
	Draws int `json:"draws"`
	// Level is the share of draws within the interval.
	Level float64 `json:"level"`
	Seed  uint64  `json:"seed"`
}

// newBootstrap returns how intervals are made by opts.
func newBootstrap(opts Options) Bootstrap {
	draws := opts.Draws
	if draws == 0 {
		draws = DefaultDraws
	}
	return Bootstrap{Draws: max(draws, 0), Level: confidence, Seed: opts.Seed}
}

// settings returns b for the result, nil if no intervals are made.
func (b Bootstrap) settings() *Bootstrap {
	if b.Draws == 0 {
		return nil
	}
	return &b
}

// score returns the score of ms over the tags with the given indexes, with its interval.
func (b Bootstrap) score(ms []*measured, tags []int) Score {
	docs := make([][]Counts, len(ms))
	var sum Counts
	for i, m := range ms {
		docs[i] = m.together(tags)
		sum.plus(total(docs[i]))
	}
	if b.Draws == 0 || len(docs) == 0 {
		return newScore(sum, nil)
	}
	random := rand.New(rand.NewPCG(b.Seed, uint64(len(docs))))
	drawn := make([]float64, b.Draws)
	for i := range drawn {
		drawn[i] = draw(docs, random).F1()
	}
	slices.Sort(drawn)
	return newScore(sum, &Interval{round(quantile(drawn, (1-b.Level)/2)), round(quantile(drawn, (1+b.Level)/2))})
}

// together returns the counts of each unit of m, added up over tags.
func (m *measured) together(tags []int) []Counts {
	if len(tags) == 0 {
		return nil
	}
	units := slices.Clone(m.units[tags[0]])
	for _, t := range tags[1:] {
		for u := range units {
			units[u].plus(m.units[t][u])
		}
	}
	return units
}

// draw returns the counts of as many documents as there are, drawn with replacement, and of each one's units, drawn so too.
func draw(docs [][]Counts, random *rand.Rand) Counts {
	var sum Counts
	for range docs {
		units := docs[random.IntN(len(docs))]
		for range units {
			sum.plus(units[random.IntN(len(units))])
		}
	}
	return sum
}

// quantile returns the q-quantile of sorted, between two of its values where it falls so.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	i := int(at)
	if i+1 == len(sorted) {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
