package batch

import (
	"context"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// A Reader reads documents. It is safe for concurrent use.
type Reader interface {
	// Read reads one source. An error means that there is no document: see SetAside; one that wraps [ErrStop], or ctx's, ends the run.
	Read(ctx context.Context, s styrdok.Source) (*policy.Document, error)
	// SetAside returns the ledger's line for an error of Read.
	SetAside(s styrdok.Source, err error) policy.SetAside
	// Assign returns whose document doc is if it lies where s does.
	Assign(doc *policy.Document, s styrdok.Source) policy.Assignment
	// Given names what Assign knows of s beside the document.
	Given(s styrdok.Source) string
}

// Options says what to do. Reader and Basis must be set.
type Options struct {
	// Sources are the files, Passed what was passed over beside them.
	Sources []styrdok.Source
	Passed  []policy.SetAside
	// PassedOver are files that are no documents, though they might be; they are told, and nothing else is done with them.
	PassedOver []policy.SetAside
	// Roots are the files, folders and globs that Sources were found at.
	Roots []string
	// Kept are the folders whose documents stay as they are, since they could not be looked into.
	Kept []string

	Reader Reader
	// Workers is how many documents are read at once; 0 is one.
	Workers int
	// Basis names the program and the settings that documents are read by: those read by another are read anew.
	Basis string
	// AsideBasis names, beside Basis, what may let a file be read that was set aside; Retry reports whether one that was set aside with this code
	// is tried again even so. Nil is none.
	AsideBasis string
	Retry      func(code string) bool

	// AllowRemovals lets any number of documents be taken out.
	AllowRemovals bool
	// Free returns how many bytes are free where the index lies, and Used how many it takes; nil leaves out the check.
	Free func() (free, used int64, err error)
	// BatchDocuments is how many documents are put into the index from commit to commit, BatchTime after what time it is committed
	// at the latest. Zeros are the defaults.
	BatchDocuments int
	BatchTime      time.Duration

	// Events are called as things happen, one at a time.
	Events Events
}

// Events is what a caller can be told. Each may be nil.
type Events struct {
	// Compared tells that so many of the files were hashed whose times do not tell that they are unchanged.
	Compared func(done, total int)
	// Planned tells how many documents are to be read, before the first is.
	Planned func(read int)
	// Read tells of a document that was read, or that was set aside, in which case doc is nil and aside is not.
	Read func(doc *policy.Document, aside *policy.SetAside)
	// PassedOver tells of a file that is no document of the index, though it could be read, and was one before or was not there.
	PassedOver func(policy.SetAside)
	// Committed tells that the work of so many documents is safe, and in which generation. It is not called for the last commit.
	Committed func(read, generation int)
}

// The defaults of Options, and how many times longer than the last commit took it is worked until the next: what a crash can
// cost, and what commits cost, are both small.
const (
	DefaultBatchDocuments = 500
	DefaultBatchTime      = 10 * time.Second
	commitShare           = 10
)

// Run brings the index that w writes up to date with the sources. It returns what was done also with an error: what was
// committed before it stays. When ctx ends, what was read by then is committed, and the error is ctx's. Errors wrap [ErrRemovals] or
// [ErrSpace] where they apply, or are those of w.
func Run(ctx context.Context, w *index.Writer, o Options) (*Report, error) {
	if o.BatchDocuments <= 0 {
		o.BatchDocuments = DefaultBatchDocuments
	}
	if o.BatchTime <= 0 {
		o.BatchTime = DefaultBatchTime
	}
	began := time.Now()
	r := &Report{Schema: policy.Schema, Seen: len(o.Sources) + len(o.Passed) + len(o.PassedOver), SetAside: []Aside{},
		PassedOver: []policy.SetAside{}, Duplicates: []Duplicate{}, Started: began.UTC().Truncate(time.Second)}
	defer func() { r.Seconds.Total = time.Since(began).Seconds() }()
	p, err := makePlan(ctx, w, o)
	if err != nil {
		return r, err
	}
	if err := guard(p, o); err != nil {
		return r, err
	}
	k := &work{opts: o, plan: p, writer: w, report: r, committed: time.Now()}
	err = k.do(ctx)
	k.tell()
	return r, err
}
