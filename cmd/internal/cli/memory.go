package cli

import (
	"math"
	"runtime/debug"
)

// reportMemory is how much memory the collector tries to keep a report within, in bytes: three thousand documents take half
// of it, and without a limit the collector would let twice that pile up.
const reportMemory = 800 << 20

// boundMemory has the collector work harder from reportMemory on, unless the user gave a limit of their own (GOMEMLIMIT).
func boundMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(reportMemory)
	}
}
