package compare

import (
	"cmp"
	"slices"
)

// minSeed is how many words a sentence needs for two documents to be looked at for its sake, minShared how many words they
// must share in the end: "Policyn ska ses över varje mandatperiod" is written by many who never read each other.
const (
	minSeed   = 6
	minShared = 8
)

// maxPairs is how many pairs of documents are shown with their passages: more than anybody reads, few enough to be aligned.
const maxPairs = 1000

// A docPair is two documents, by their places in the corpus, with the number of words in the sentences that they share.
type docPair struct {
	a, b  int32
	words int
}

// candidates returns the pairs of documents that share sentences which are no boilerplate: those of two municipalities first,
// then those that share most.
func (c *corpus) candidates() []docPair {
	shared := make(map[[2]int32]int)
	for _, group := range c.sharing() {
		words := len(c.nodes[group[0].node].words)
		for i, s := range group {
			for _, t := range group[:i] {
				shared[[2]int32{t.doc, s.doc}] += words
			}
		}
	}
	pairs := make([]docPair, 0, len(shared))
	for p, words := range shared {
		if words >= minShared {
			pairs = append(pairs, docPair{p[0], p[1], words})
		}
	}
	slices.SortFunc(pairs, func(x, y docPair) int {
		return cmp.Or(boolOrder(c.oneOwner(x.a, x.b))-boolOrder(c.oneOwner(y.a, y.b)), cmp.Compare(y.words, x.words),
			cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return pairs
}

// oneOwner reports whether two documents are one municipality's.
func (c *corpus) oneOwner(a, b int32) bool { return c.municipalityOf(a) == c.municipalityOf(b) }

// sharing returns, for each cluster that may tell of a pair, its first sentence in each of its documents.
func (c *corpus) sharing() [][]sentence {
	at := make(map[int32]int)
	var groups [][]sentence
	for _, s := range c.sents {
		k := c.clusterOf(s)
		if c.documents[k] < 2 || c.isBoilerplate(k) || len(c.nodes[s.node].words) < minSeed {
			continue
		}
		i, ok := at[k]
		if !ok {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		if n := len(groups[i]); n == 0 || groups[i][n-1].doc != s.doc {
			groups[i] = append(groups[i], s)
		}
	}
	return groups
}

// A match is a sentence of one document and the one of another that is like it, by their places in corpus.of.
type match struct{ i, j int }

// A run is a stretch of matches in which both documents go forward together.
type run []match

// maxSkip is how many sentences a run may leave out in one document between two matches: one that was struck or put in.
const maxSkip = 2

// runs returns the stretches that documents a and b share, in the order of a. Each begins at a sentence that is long enough
// to be no chance, and grows both ways over what stands beside it, also over short items of lists.
func (c *corpus) runs(a, b int) []run {
	x, y := c.of(a), c.of(b)
	places := make(map[int32][]int)
	for j, s := range y {
		places[c.clusterOf(s)] = append(places[c.clusterOf(s)], j)
	}
	usedA, usedB := make([]bool, len(x)), make([]bool, len(y))
	var all []run
	for i, s := range x {
		if usedA[i] || len(c.nodes[s.node].words) < minSeed || c.isBoilerplate(c.clusterOf(s)) {
			continue
		}
		for _, j := range places[c.clusterOf(s)] {
			if !usedB[j] {
				r := c.grow(x, y, usedA, usedB, match{i, j})
				all = append(all, r)
				break
			}
		}
	}
	slices.SortFunc(all, func(p, q run) int { return cmp.Or(p[0].i-q[0].i, p[0].j-q[0].j) })
	return all
}

// grow returns the run around seed, and marks its sentences as used.
func (c *corpus) grow(x, y []sentence, usedA, usedB []bool, seed match) run {
	usedA[seed.i], usedB[seed.j] = true, true
	walk := func(step int) (found run) {
		for at, ok := seed, true; ok; {
			if at, ok = c.next(x, y, usedA, usedB, at, step); ok {
				usedA[at.i], usedB[at.j] = true, true
				found = append(found, at)
			}
		}
		return found
	}
	before, after := walk(-1), walk(1)
	slices.Reverse(before)
	return slices.Concat(before, run{seed}, after)
}

// next returns the nearest match beyond at, forwards (step 1) or backwards (step -1).
func (c *corpus) next(x, y []sentence, usedA, usedB []bool, at match, step int) (match, bool) {
	for skip := 0; skip <= 2*maxSkip; skip++ {
		for da := max(0, skip-maxSkip); da <= min(skip, maxSkip); da++ {
			m := match{at.i + step*(1+da), at.j + step*(1+skip-da)}
			if m.i < 0 || m.j < 0 || m.i >= len(x) || m.j >= len(y) || usedA[m.i] || usedB[m.j] {
				continue
			}
			if c.continues(x[m.i], y[m.j]) {
				return m, true
			}
		}
	}
	return match{}, false
}

// contained is the share of the shorter sentence that must stand in the other for it to go on with a run. A sentence that
// was cut in two, or lengthened, keeps this much.
const contained = 0.6

// continues reports whether s and t go on with a run.
func (c *corpus) continues(s, t sentence) bool {
	if c.isBoilerplate(c.clusterOf(s)) || c.isBoilerplate(c.clusterOf(t)) {
		return false
	}
	if s.node == t.node {
		return true
	}
	x, y := c.nodes[s.node].shingles, c.nodes[t.node].shingles
	shorter := min(len(x), len(y))
	return shorter >= 2*minClustered-1 && float64(common(x, y)) >= contained*float64(shorter)
}
