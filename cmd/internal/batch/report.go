package batch

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// A Report says what a run did: what "index --report" writes. Seen is the sum of New, Changed, Unchanged and the files set aside,
// unless the run was interrupted.
type Report struct {
	Schema int `json:"schema"`
	// Seen is how many files there were.
	Seen int `json:"seen"`
	// New and Changed are the documents that came in, Changed in the place of an earlier version (or as another program reads it),
	// Unchanged those that stayed, Removed those whose files are gone.
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Removed   int `json:"removed"`
	// Moved is how many of them lie elsewhere now.
	Moved int `json:"moved"`
	// Partly is how many documents came in of which a part could not be read.
	Partly int `json:"partly_read"`
	// SetAside are the files that could not be read, those of earlier runs too, by source.
	SetAside []Aside `json:"set_aside"`
	// Duplicates are the files with the same content as another.
	Duplicates []Duplicate `json:"duplicates"`
	// Pages and Words are those of the documents that were read.
	Pages   int     `json:"pages"`
	Words   int     `json:"words"`
	Seconds Seconds `json:"seconds"`
	// PeakMemory is the most that the program and its workers can have held at once.
	PeakMemory int64 `json:"peak_memory_bytes"`
	// Helped is how many documents were read for another process that wrote the index; if that did all, the other numbers are its.
	Helped int `json:"helped,omitempty"`
	// Documents and Generation are what the index has now.
	Documents  int       `json:"documents"`
	Generation int       `json:"generation"`
	Started    time.Time `json:"started"`
	// ExitCode is that of the program, Error why it failed.
	ExitCode int    `json:"exit_code"`
	Error    string `json:"error,omitempty"`

	read int
}

// An Aside is a file that could not be read.
type Aside struct {
	policy.SetAside
	// New says that it was not set aside for this reason before.
	New bool `json:"new"`
}

// A Duplicate is a file with the same content as another one.
type Duplicate struct {
	Source string `json:"source"`
	Of     string `json:"of"`
}

// Seconds are times by stage. Those of reading are the workers' together.
type Seconds struct {
	Read  float64 `json:"read"`
	Tag   float64 `json:"tag"`
	Index float64 `json:"index"`
	// Total is how long the run took.
	Total float64 `json:"total"`
}

// NewlySetAside returns how many files are set aside that were not before.
func (r *Report) NewlySetAside() int {
	n := 0
	for _, a := range r.SetAside {
		if a.New {
			n++
		}
	}
	return n
}

// String returns the report as a line for people.
func (r *Report) String() string {
	s := fmt.Sprintf("%d files: %d new, %d changed, %d unchanged, %d removed, %d set aside", r.Seen, r.New, r.Changed, r.Unchanged, r.Removed,
		len(r.SetAside))
	if n := r.NewlySetAside(); n > 0 {
		s += fmt.Sprintf(" (%d of them now)", n)
	}
	if r.Moved > 0 {
		s += fmt.Sprintf(", %d moved", r.Moved)
	}
	if n := len(r.Duplicates); n > 0 {
		s += fmt.Sprintf(", %d duplicates", n)
	}
	return s + fmt.Sprintf("; %d pages, %d words in %.1f s (read %.1f, tag %.1f, index %.1f), %d MB", r.Pages, r.Words, r.Seconds.Total,
		r.Seconds.Read, r.Seconds.Tag, r.Seconds.Index, r.PeakMemory/1e6)
}

// count counts a document that was read.
func (k *work) count(j *job, doc *policy.Document) {
	r := k.report
	r.read++
	if j.was != nil {
		r.Changed++
	} else if j.moved {
		r.Changed++
		r.Moved++
	} else {
		r.New++
	}
	r.Pages += len(doc.Pages)
	r.Words += len(strings.Fields(doc.Text))
}

// list returns what is set aside now, by source.
func (k *work) list() []index.Aside {
	return slices.SortedFunc(maps.Values(k.asides), func(a, b index.Aside) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.File.Path, b.File.Path))
	})
}

// tell fills in the report what is known at the end.
func (k *work) tell() {
	for _, a := range k.list() {
		k.report.SetAside = append(k.report.SetAside, Aside{a.SetAside, k.found[asideKey(a)]})
	}
	k.report.Documents = len(k.writer.Documents())
	first := map[string]string{}
	for _, j := range k.plan.jobs {
		hash := j.state.SHA256
		if of, ok := first[hash]; ok && hash != "" {
			k.report.Duplicates = append(k.report.Duplicates, Duplicate{Source: j.source.Name, Of: of})
			continue
		}
		first[hash] = j.source.Name
	}
}
