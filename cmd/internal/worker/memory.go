package worker

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// exitMemory is the exit code of a worker that was about to take more memory than it may.
	exitMemory = 87
	// watchEvery is how often a worker looks at its memory. A parser fills some 100 MB in that time; what takes more at
	// once meets the system's limit, where there is one.
	watchEvery = 50 * time.Millisecond
	// headroom is what a process may map beyond its limit before the system refuses: the runtime maps more than it uses.
	headroom = 512 << 20
)

// limitMemory keeps this process below limit bytes: the collector works harder the nearer it comes, and the process ends
// when it is passed all the same.
func limitMemory(limit int64) {
	debug.SetMemoryLimit(limit - limit/8)
	limitData(uint64(limit) + headroom)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for range time.Tick(watchEvery) {
			metrics.Read(sample)
			if sample[0].Value.Uint64()-sample[1].Value.Uint64() > uint64(limit) {
				os.Exit(exitMemory)
			}
		}
	}()
}
