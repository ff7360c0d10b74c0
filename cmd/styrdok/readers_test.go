package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
)

const (
	// readers search at once, while so many generations are written by another process; few of them where nothing is measured.
	readers        = 8
	generations    = 20
	fewGenerations = 4
	// maxSlower is how much slower the slowest of a hundred searches may be while generations are written. Only "make bench-night"
	// holds the program to it, on a machine that does nothing else.
	maxSlower = 2.0
)

// searching starts the readers. Each searches without pause, and opens the index anew every hundred searches. The function that is
// returned ends them, and gives the times that searches took, sorted.
func searching(t *testing.T, dir string) func() []time.Duration {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	var mu sync.Mutex
	var all []time.Duration
	var wg sync.WaitGroup
	queries := []string{"ansvar", "+kommunstyrelse mål", `"ska följa"`, "uppfölj* tag:follow-up", "avsnitt:ansvar nämnd"}
	for reader := range readers {
		wg.Go(func() {
			var mine []time.Duration
			for ctx.Err() == nil {
				x, err := index.Open(dir, bleveindex.Engine{})
				for i := 0; i < 100 && err == nil && ctx.Err() == nil; i++ {
					began := time.Now()
					_, err = x.Search(context.Background(), queries[(reader+i)%len(queries)], index.SearchOptions{Facets: []index.Field{index.FieldMunicipality}})
					mine = append(mine, time.Since(began))
				}
				if x != nil {
					err = errors.Join(err, x.Close())
				}
				if err != nil {
					t.Error(err)
					return
				}
			}
			mu.Lock()
			defer mu.Unlock()
			all = append(all, mine...)
		})
	}
	return func() []time.Duration {
		stop()
		wg.Wait()
		slices.Sort(all)
		return all
	}
}

// openFiles returns how many files this process has open.
func openFiles(t *testing.T) int {
	t.Helper()
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip(err)
	}
	return len(list)
}

func percentile(sorted []time.Duration, p float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[int(p*float64(len(sorted)-1))]
}

// Those who search never wait for one who writes, and never see an error; nothing stays open of what is gone.
func TestReadersWhileGenerationsAreWritten(t *testing.T) {
	strict, _ := strconv.ParseBool(os.Getenv("STYRDOK_BENCH"))
	written, quietTime := fewGenerations, time.Second
	if strict {
		written, quietTime = generations, 10*time.Second
	}
	c := newCrashed(t)
	c.must("index", c.dir)
	before := openFiles(t)
	end := searching(t, c.index)
	time.Sleep(quietTime)
	quiet := end()
	end = searching(t, c.index)
	for i := range written {
		c.write(i%crashDocuments, fmt.Sprintf("Nämnden ansvarar för plan %d.", i))
		c.must("index", c.dir)
	}
	busy := end()
	c.check(written)
	if after := openFiles(t); after > before {
		t.Errorf("%d files were open, now %d are", before, after)
	}
	q, b := percentile(quiet, 0.99), percentile(busy, 0.99)
	t.Logf("searches: p50 %v, p99 %v of %d; while generations are written: p50 %v, p99 %v of %d (p99 x %.2f)", percentile(quiet, 0.5), q,
		len(quiet), percentile(busy, 0.5), b, len(busy), float64(b)/float64(q))
	if strict && float64(b) > maxSlower*float64(q) {
		t.Errorf("p99 is %v while generations are written, more than %g times %v", b, maxSlower, q)
	}
}
