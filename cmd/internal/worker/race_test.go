//go:build race

package worker

// raceDetector says that the race detector is there: what it maps counts as a worker's, and it dies its own way without memory.
const raceDetector = true
