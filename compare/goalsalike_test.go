package compare

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawGoals draws goals of few terms, so that many share some.
func drawGoals(t *rapid.T, most, terms int) []goal {
	goals := make([]goal, rapid.IntRange(0, most).Draw(t, "goals"))
	for i := range goals {
		var v vector
		for term := range terms {
			if rapid.IntRange(0, 2).Draw(t, "has") == 0 {
				v = append(v, weight{uint32(term), rapid.Float64Range(.1, 3).Draw(t, "weight")})
			}
		}
		if n := v.length(); n > 0 {
			for k := range v {
				v[k].value /= n
			}
		}
		goals[i] = goal{vector: v}
	}
	return goals
}

// TestAlikeFindsAllPairs: as long as there are fewer goals than one is held against, all pairs are found that say the same, and no other; however
// much is done at once.
func TestAlikeFindsAllPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const terms = 9
		goals := drawGoals(t, maxAlike, terms)
		var want []edge
		for i := range goals {
			for j := range i {
				if c := goals[i].dot(goals[j].vector); c >= sameGoal {
					want = append(want, edge{j, i, c})
				}
			}
		}
		slices.SortFunc(want, byCosine)
		for _, workers := range []int{0, 1, 2, 7, 50} {
			got := alike(goals, terms, workers)
			if !slices.Equal(want, got) {
				t.Fatalf("%d workers: (-want +got) %s", workers, cmp.Diff(want, got, cmp.AllowUnexported(edge{})))
			}
		}
	})
}

// Of very many goals that say the same each brings the twenty most like it that stand before it.
func TestAlikeIsBounded(t *testing.T) {
	goals := make([]goal, 200)
	for i := range goals {
		goals[i] = goal{vector: vector{{0, 1}}}
	}
	edges := alike(goals, 1, 3)
	count := make([]int, len(goals))
	for _, e := range edges {
		count[e.b]++
		if e.a >= e.b {
			t.Fatalf("%d is held against %d, which does not stand before it", e.b, e.a)
		}
	}
	for i, n := range count {
		if want := min(i, maxAlike); n != want {
			t.Errorf("goal %d has %d that are like it, want %d", i, n, want)
		}
	}
	if len(alike(nil, 0, 4)) != 0 {
		t.Error("edges between no goals")
	}
}
