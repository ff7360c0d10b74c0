package compare

import (
	"cmp"
	"slices"
)

// A goal is a quote in the cell of the goals, with what it speaks of.
type goal struct {
	municipality, quote int // in Report.Municipalities and in the cell
	vector
}

// A goalGroup is goals that say the same.
type goalGroup struct {
	members []int
	// sum is the sum of their vectors.
	sum vector
}

// Goals say the same from sameGoal on: pairs that a reader takes for the same goal lie above it, those that only speak of the
// same field below (0.3).
const sameGoal = 0.36

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

// halfAlike is the part of sameGoal that the terms looked at must come to for two goals to be held against each other in
// full: the terms that are passed over are the common ones, which weigh little.
const halfAlike = sameGoal / 2

// alike returns the pairs of goals that say the same, the most alike first.
func alike(goals []goal, terms int) []edge {
	postings := make([][]posting, terms)
	sums := make([]float64, len(goals))
	var touched []int32
	var edges []edge
	for i, g := range goals {
		touched = touched[:0]
		visited := 0
		for _, w := range rarest(g.vector, postings) {
			if visited += len(postings[w.term]); visited > maxVisited {
				break
			}
			for _, p := range postings[w.term] {
				if sums[p.goal] == 0 {
					touched = append(touched, p.goal)
				}
				sums[p.goal] += p.value * w.value
			}
		}
		var found []edge
		for _, j := range touched {
			if sums[j] >= halfAlike {
				if c := g.dot(goals[j].vector); c >= sameGoal {
					found = append(found, edge{int(j), i, c})
				}
			}
			sums[j] = 0
		}
		slices.SortFunc(found, byCosine)
		edges = append(edges, found[:min(len(found), maxAlike)]...)
		for _, w := range g.vector {
			postings[w.term] = append(postings[w.term], posting{int32(i), w.value})
		}
	}
	slices.SortFunc(edges, byCosine)
	return edges
}

func byCosine(x, y edge) int {
	return cmp.Or(cmp.Compare(y.cosine, x.cosine), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
}

// rarest returns the terms of v, those that fewest goals have so far first.
func rarest(v vector, postings [][]posting) vector {
	r := slices.Clone(v)
	slices.SortStableFunc(r, func(a, b weight) int { return cmp.Compare(len(postings[a.term]), len(postings[b.term])) })
	return r
}

// groupGoals joins goals that say the same, the most alike first, as long as the centres of two groups are alike: so that
// no chain of small steps joins what has nothing to do with each other.
func groupGoals(goals []goal, terms int) []goalGroup {
	groups := make([]goalGroup, len(goals))
	in := make([]int, len(goals))
	for i, g := range goals {
		groups[i], in[i] = goalGroup{[]int{i}, g.vector}, i
	}
	for _, e := range alike(goals, terms) {
		a, b := in[e.a], in[e.b]
		if a == b {
			continue
		}
		x, y := &groups[min(a, b)], &groups[max(a, b)]
		if x.sum.dot(y.sum) < sameGoal*x.sum.length()*y.sum.length() {
			continue
		}
		for _, i := range y.members {
			in[i] = min(a, b)
		}
		x.members, x.sum = append(x.members, y.members...), x.sum.plus(y.sum)
		y.members, y.sum = nil, nil
	}
	groups = slices.DeleteFunc(groups, func(g goalGroup) bool { return len(g.members) < 2 })
	for i := range groups {
		slices.Sort(groups[i].members)
	}
	return groups
}

// likeness returns how alike two of a group's goals are on average.
func (g *goalGroup) likeness() float64 {
	n := float64(len(g.members))
	sum := g.sum.length()
	return (sum*sum - n) / (n * (n - 1)) // the vectors have the length 1
}
