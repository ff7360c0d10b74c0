package compare

import "slices"

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

// groupGoals joins goals that say the same, the most alike first, as long as the centres of two groups are alike: so that
// no chain of small steps joins what has nothing to do with each other.
func groupGoals(goals []goal, terms, workers int) []goalGroup {
	groups := make([]goalGroup, len(goals))
	in := make([]int, len(goals))
	for i, g := range goals {
		groups[i], in[i] = goalGroup{[]int{i}, g.vector}, i
	}
	for _, e := range alike(goals, terms, workers) {
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
