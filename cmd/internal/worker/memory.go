package worker

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
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
	// firstCollection is at how many times the usual size of the heap (4 MB) it is first collected, lastingCollection what holds
	// from then on, both in percent as debug.SetGCPercent has them. Most documents are read before there are 32 MB.
	firstCollection, lastingCollection = 800, 100
)

// DelayCollection has this process collect its garbage for the first time when there are 32 MB, as far as the environment does not
// say otherwise: a collection costs as much as reading a page, and most processes of the program end before there is much to collect.
func DelayCollection() {
	if set := os.Getenv("GOGC"); set != "" && set != strconv.Itoa(firstCollection) { // that comes from self
		return
	}
	debug.SetGCPercent(firstCollection)
	// What nothing refers to is cleaned up after the first collection.
	runtime.AddCleanup(new([64]byte), func(int) { debug.SetGCPercent(lastingCollection) }, 0)
}

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
