package compare

import (
	"cmp"
	"math"
	"slices"
)

// maxVisited bounds how many other goals one goal is held against: those that share its rarest terms. It keeps the time in
// proportion to the number of goals.
const maxVisited = 2000

// maxAlike is how many of the goals most like it each goal brings into the grouping.
const maxAlike = 20

// An edge joins two goals that are alike.
type edge struct {
	a, b   int
	cosine float64
}

// A posting is a goal that has a term, with the term's weight.
type posting struct {
	goal  int32
	value float64
}

// A goalIndex finds goals by their terms.
type goalIndex struct {
	goals []goal
	// postings has for each term the goals that have it, in their order; before has for each goal how many goals before it have each of its terms.
	postings [][]posting
	before   [][]int32
}

// halfAlike is the part of sameGoal that the terms looked at must come to for two goals to be held against each other in
// full: the terms that are passed over are the common ones, which weigh little.
const halfAlike = sameGoal / 2

// rounding is more than sums of weights differ by for being added up in another order.
const rounding = 1e-9

// alike returns the pairs of goals that say the same, the most alike first.
func alike(goals []goal, terms, workers int) []edge {
	x := newGoalIndex(goals, terms)
	parts := make([][]edge, max(1, workers))
	work := make([]func(), len(parts))
	for n := range parts {
		work[n] = func() {
			sums := make([]float64, len(goals))
			for i := n; i < len(goals); i += len(parts) { // the later a goal, the more stand before it
				parts[n] = append(parts[n], x.alikeBefore(i, sums)...)
			}
		}
	}
	atOnce(workers, work)
	edges := slices.Concat(parts...)
	slices.SortFunc(edges, byCosine)
	return edges
}

func newGoalIndex(goals []goal, terms int) *goalIndex {
	x := &goalIndex{goals: goals, postings: make([][]posting, terms), before: make([][]int32, len(goals))}
	for i, g := range goals {
		x.before[i] = make([]int32, len(g.vector))
		for k, w := range g.vector {
			x.before[i][k] = int32(len(x.postings[w.term]))
			x.postings[w.term] = append(x.postings[w.term], posting{int32(i), w.value})
		}
	}
	return x
}

// alikeBefore returns the goals before goal i that say the same as it, the most alike first, of very many some. sums has a zero for each goal, before and after.
func (x *goalIndex) alikeBefore(i int, sums []float64) []edge {
	g := x.goals[i]
	var touched []int32
	visited, passedOver := 0, 1.0 // the square of the length of what is passed over
	for _, k := range x.rarest(i) {
		n := x.before[i][k]
		if visited += int(n); visited > maxVisited {
			break
		}
		w := g.vector[k]
		passedOver -= w.value * w.value
		for _, p := range x.postings[w.term][:n] {
			if sums[p.goal] == 0 {
				touched = append(touched, p.goal)
			}
			sums[p.goal] += p.value * w.value
		}
	}
	// What was passed over adds no more than its length to a cosine.
	bar := max(halfAlike, sameGoal-math.Sqrt(max(0, passedOver))-rounding)
	var found []edge
	for _, j := range touched {
		if sums[j] >= bar {
			if c := g.dot(x.goals[j].vector); c >= sameGoal {
				found = append(found, edge{int(j), i, c})
			}
		}
		sums[j] = 0
	}
	slices.SortFunc(found, byCosine)
	return found[:min(len(found), maxAlike)]
}

// rarest returns the places of the terms of goal i, those first that fewest goals before it have.
func (x *goalIndex) rarest(i int) []int {
	places := make([]int, len(x.before[i]))
	for k := range places {
		places[k] = k
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(x.before[i][a], x.before[i][b]) })
	return places
}

func byCosine(x, y edge) int {
	return cmp.Or(cmp.Compare(y.cosine, x.cosine), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
}
