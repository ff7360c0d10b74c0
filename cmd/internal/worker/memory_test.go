package worker

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestDelayCollection: the first collection comes late, those after it as usual.
func TestDelayCollection(t *testing.T) {
	t.Setenv("GOGC", "")
	before := debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	percent := func() int {
		p := debug.SetGCPercent(-1)
		debug.SetGCPercent(p)
		return p
	}
	DelayCollection()
	if got := percent(); got != firstCollection {
		t.Errorf("before the first collection: %d", got)
	}
	for start := time.Now(); percent() != lastingCollection; time.Sleep(time.Millisecond) {
		if time.Since(start) > 10*time.Second {
			t.Fatalf("after the first collection: %d", percent())
		}
		runtime.GC()
	}
	t.Setenv("GOGC", "50")
	debug.SetGCPercent(50)
	if DelayCollection(); percent() != 50 {
		t.Error("what the environment says does not count")
	}
}
