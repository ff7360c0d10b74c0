package compare

import (
	"cmp"
	"math"
	"slices"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// templateShare is the share of the shorter document from which two municipalities' documents follow one model.
const templateShare = 0.5

// reuse finds the text that documents share. series tells which pairs are of one series, by their places.
func (c *corpus) reuse(series func(a, b int) bool) Reuse {
	r := Reuse{Pairs: []ReusePair{}, Boilerplate: c.boilerplate()}
	candidates := c.candidates()
	if n := len(candidates); n > maxPairs {
		candidates, r.LeftOut = candidates[:maxPairs], n-maxPairs
	}
	sizes := c.sizes()
	for _, p := range candidates {
		a, b := int(p.a), int(p.b)
		if newer(c.docs[a].Facts.Date.Value, c.docs[b].Facts.Date.Value) {
			a, b = b, a
		}
		pair := c.pair(a, b, sizes)
		if pair.Words < minShared {
			continue
		}
		pair.Relation = c.relation(a, b, &pair, series)
		r.Pairs = append(r.Pairs, pair)
	}
	slices.SortStableFunc(r.Pairs, func(x, y ReusePair) int {
		return cmp.Or(relationOrder(x.Relation)-relationOrder(y.Relation), cmp.Compare(y.Words, x.Words))
	})
	return r
}

// pair aligns what documents a and b share.
func (c *corpus) pair(a, b int, sizes []int) ReusePair {
	p := ReusePair{A: c.docs[a].ID, B: c.docs[b].ID, Passages: []SharedPassage{}}
	for _, r := range c.runs(a, b) {
		passage := c.passage(a, b, r)
		if passage.Words < minSeed {
			continue
		}
		p.Passages = append(p.Passages, passage)
		p.Words += passage.Words
		p.Sentences += passage.Sentences
		for _, m := range r {
			if c.of(a)[m.i].node == c.of(b)[m.j].node {
				p.Exact++
			}
		}
	}
	p.ShareA, p.ShareB = share(p.Words, sizes[a]), share(p.Words, sizes[b])
	return p
}

// sizes returns how many words of each document are compared.
func (c *corpus) sizes() []int {
	n := make([]int, len(c.docs))
	for _, s := range c.sents {
		n[s.doc] += len(c.nodes[s.node].words)
	}
	return n
}

func (c *corpus) relation(a, b int, p *ReusePair, series func(a, b int) bool) Relation {
	x, y := c.municipalityOf(int32(a)), c.municipalityOf(int32(b))
	switch {
	case x == "" || y == "":
		return Stray
	case x == y && series(a, b):
		return Series
	case x == y:
		return Own
	case max(p.ShareA, p.ShareB) >= templateShare:
		return Template
	}
	return Borrowed
}

// relationOrder puts what is least expected first.
func relationOrder(r Relation) int {
	return slices.Index([]Relation{Borrowed, Template, Stray, Own, Series}, r)
}

// newer reports whether a document of date a is newer than one of date b, both ISO 8601 of any precision; false if one of
// them has none, or if the coarser date does not tell.
func newer(a, b string) bool {
	n := min(len(a), len(b))
	return n > 0 && a[:n] > b[:n]
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return round(min(1, float64(part)/float64(whole)), 3)
}

// round rounds x to n decimals, so that a report does not hang on how a sum was added up.
func round(x float64, n int) float64 {
	p := math.Pow10(n)
	return math.Round(x*p) / p
}

// byPlace orders documents as the report does.
func byPlace(a, b *policy.Document) int {
	return cmp.Or(byMunicipality(a.Municipality.Municipality.Name, b.Municipality.Municipality.Name), swedish.Compare(a.ID, b.ID))
}
