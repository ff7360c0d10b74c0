package main

import (
	"math"
	"strings"
	"testing"
)

// Where nothing varies, the slower of reading and writing sets the pace.
func TestPaceWithoutSpread(t *testing.T) {
	for _, tt := range []struct {
		workers int
		want    float64 // documents a second
	}{{1, 10}, {2, 20}, {4, 40}, {8, 50}, {32, 50}} {
		p := plan{documents: 20_000, workers: tt.workers, window: 128, read: 0.1, write: 0.02}
		if got := p.simulate().rate(p.documents); math.Abs(got-tt.want) > 0.01*tt.want {
			t.Errorf("%d workers: %.2f documents a second, want %.2f", tt.workers, got, tt.want)
		}
	}
}

// No outcome is better than what either stage allows, and the shares of time are shares.
func TestBounds(t *testing.T) {
	for _, workers := range []int{1, 3, 16, 64} {
		p := plan{documents: 20_000, workers: workers, window: 128, read: 0.1, write: 0.01, spread: 1}
		o := p.simulate()
		if bound := math.Min(float64(workers)/p.read, 1/p.write); o.rate(p.documents) > 1.05*bound {
			t.Errorf("%d workers: %.1f documents a second, more than %.1f", workers, o.rate(p.documents), bound)
		}
		if o.reading > 1 || o.writing > 1 || o.reading <= 0 || o.writing <= 0 {
			t.Errorf("%d workers: busy %.2f and %.2f", workers, o.reading, o.writing)
		}
	}
}

// A window smaller than the workers leaves some of them idle; commits take their time.
func TestWindowAndCommits(t *testing.T) {
	wide := plan{documents: 5000, workers: 16, window: 128, read: 0.1, write: 0.001}
	narrow, committing := wide, wide
	narrow.window = 4
	committing.commit, committing.every = 0.0001, 500
	w, n, c := wide.simulate(), narrow.simulate(), committing.simulate()
	if n.seconds < 3*w.seconds {
		t.Errorf("a window of 4: %.1f s, of 128: %.1f s", n.seconds, w.seconds)
	}
	if c.seconds <= w.seconds {
		t.Errorf("with commits %.1f s, without %.1f s", c.seconds, w.seconds)
	}
}

func TestSizesHaveMeanOne(t *testing.T) {
	p := plan{documents: 50_000, workers: 1, window: 8, read: 1, spread: 1}
	if got := p.simulate().seconds / float64(p.documents); math.Abs(got-1) > 0.03 {
		t.Errorf("the mean is %.3f", got)
	}
}

func TestPrint(t *testing.T) {
	var b strings.Builder
	if err := print(&b, plan{documents: 1000, window: 16, read: 3.6, write: 0.1}); err != nil || strings.Count(b.String(), "\n") != 8 || !strings.Contains(b.String(), "1h0m0s") {
		t.Errorf("%v\n%s", err, b.String())
	}
}
