package main

import (
	"container/heap"
	"math"
	"math/rand/v2"
)

// A plan is what is simulated. Times are in seconds.
type plan struct {
	documents, workers int
	// window is how many documents are under way at once at most.
	window int
	// read and write are the mean times of a document, spread the deviation of its size as a share of the mean.
	read, write, spread float64
	// commit is how long a commit takes for each document that the index has, every so many documents.
	commit float64
	every  int
}

// An outcome is what came of a plan.
type outcome struct {
	seconds float64
	// reading and writing are the shares of the time that workers, and the one that writes, are busy.
	reading, writing float64
}

func (o outcome) rate(documents int) float64 { return float64(documents) / o.seconds }

// times is when each worker is free, the first one first.
type times []float64

func (t times) Len() int           { return len(t) }
func (t times) Less(i, j int) bool { return t[i] < t[j] }
func (t times) Swap(i, j int)      { t[i], t[j] = t[j], t[i] }
func (t *times) Push(x any)        { *t = append(*t, x.(float64)) }
func (t *times) Pop() any {
	last := (*t)[len(*t)-1]
	*t = (*t)[:len(*t)-1]
	return last
}

// simulate carries p out. The documents that are read go to the writer in the order in which they are posted; results that come a little out of
// order change nothing of the whole.
func (p plan) simulate() outcome {
	rng := rand.New(rand.NewPCG(1, 2))
	free := make(times, p.workers)
	heap.Init(&free)
	// ready is when each of the last window documents left the writer: then the next one may be posted.
	ready := make([]float64, p.window)
	var writer, reading, writing float64
	for i := range p.documents {
		size := p.size(rng)
		posted := ready[i%p.window]
		worker := heap.Pop(&free).(float64)
		read := math.Max(posted, worker) + p.read*size
		reading += p.read * size
		heap.Push(&free, read)
		spent := p.write * size
		if p.every > 0 && (i+1)%p.every == 0 {
			spent += p.commit * float64(i+1)
		}
		writer = math.Max(writer, read) + spent
		writing += spent
		ready[i%p.window] = writer
	}
	return outcome{writer, reading / writer / float64(p.workers), writing / writer}
}

// size returns the size of a document as a share of the mean: log-normal with mean 1.
func (p plan) size(rng *rand.Rand) float64 {
	if p.spread <= 0 {
		return 1
	}
	variance := math.Log(1 + p.spread*p.spread)
	return math.Exp(rng.NormFloat64()*math.Sqrt(variance) - variance/2)
}
