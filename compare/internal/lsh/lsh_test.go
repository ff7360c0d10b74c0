package lsh_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/styrdok/styrdok/compare/internal/lsh"
)

func Example() {
	sets := [][]uint32{{1, 2, 3, 4, 5}, {90, 91, 92}, {1, 2, 3, 4, 6}}
	found := map[[2]int]bool{}
	lsh.Candidates(len(sets), func(i int) []uint32 { return sets[i] }, func(i, j int) { found[[2]int{i, j}] = true })
	fmt.Println(found[[2]int{0, 2}], found[[2]int{0, 1}])
	// Output: true false
}

// draw returns two sets of n elements with Jaccard similarity near s.
func draw(random *rand.Rand, n int, s float64) (a, b []uint32) {
	common := int(2 * s * float64(n) / (1 + s))
	for range common {
		x := random.Uint32()
		a, b = append(a, x), append(b, x)
	}
	for len(a) < n {
		a, b = append(a, random.Uint32()), append(b, random.Uint32())
	}
	return a, b
}

// The share of pairs that is found follows the curve of the bands.
func TestShareFound(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for _, c := range []struct{ likeness, least, most float64 }{{0.8, 0.99, 1}, {0.5, 0.9, 1}, {0.4, 0.65, 0.95}, {0.1, 0, 0.1}} {
		const pairs = 400
		var sets [][]uint32
		for range pairs {
			a, b := draw(random, 24, c.likeness)
			sets = append(sets, a, b)
		}
		found := map[int]bool{}
		lsh.Candidates(len(sets), func(i int) []uint32 { return sets[i] }, func(i, j int) {
			if i/2 == j/2 {
				found[i/2] = true
			}
		})
		if share := float64(len(found)) / pairs; share < c.least || share > c.most {
			t.Errorf("at %.1f: %.3f found, want %.2f to %.2f", c.likeness, share, c.least, c.most)
		}
	}
}

// A thousand equal sets are joined in one piece, without each against each.
func TestManyEqualSets(t *testing.T) {
	const n = 1000
	set := []uint32{1, 2, 3, 4}
	parent := make([]int, n)
	for i := range parent {
		parent[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	calls := 0
	lsh.Candidates(n, func(int) []uint32 { return set }, func(i, j int) {
		calls++
		if i >= j {
			t.Fatalf("pair %d %d", i, j)
		}
		parent[root(j)] = root(i)
	})
	for i := range n {
		if root(i) != root(0) {
			t.Fatalf("set %d stands alone", i)
		}
	}
	if calls > 200*n {
		t.Errorf("%d calls for %d sets", calls, n)
	}
}

func TestEmptySetsAreLikeNoOther(t *testing.T) {
	lsh.Candidates(3, func(int) []uint32 { return nil }, func(i, j int) { t.Errorf("%d is like %d", i, j) })
	lsh.Candidates(0, nil, func(i, j int) { t.Error("a pair of nothing") })
}

func TestSameSetsSamePairs(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	var sets [][]uint32
	for range 50 {
		a, b := draw(random, 12, 0.6)
		sets = append(sets, a, b)
	}
	run := func() (pairs [][2]int) {
		lsh.Candidates(len(sets), func(i int) []uint32 { return sets[i] }, func(i, j int) { pairs = append(pairs, [2]int{i, j}) })
		return pairs
	}
	if !slices.Equal(run(), run()) {
		t.Error("two runs differ")
	}
}

// Twice the sets take about twice the time, also where all are alike.
func BenchmarkCandidates(b *testing.B) {
	for _, n := range []int{10_000, 20_000, 40_000} {
		random := rand.New(rand.NewSource(3))
		sets := make([][]uint32, n)
		for i := range sets {
			for range 25 {
				sets[i] = append(sets[i], uint32(random.Intn(50_000)))
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				lsh.Candidates(n, func(i int) []uint32 { return sets[i] }, func(i, j int) {})
			}
		})
	}
}
