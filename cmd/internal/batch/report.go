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

// A Report says what a run did: what "index --report" writes. Seen is the sum of New, Changed, Unchanged and the files set aside and passed
// over, unless the run was interrupted.
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
	// PassedOver are the files that could be read and are no documents of the index, by source: those that say the same as another in another
	// format (see [SameText]), and those that tell of a folder.
	PassedOver []policy.SetAside `json:"passed_over"`
	// Duplicates are the files with the same content as another, or that say the same.
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

// A Duplicate is a file with the same content as another one: each of them is a document. With SameText it has another format and says
// the same, and is passed over.
type Duplicate struct {
	Source   string `json:"source"`
	Of       string `json:"of"`
	SameText bool   `json:"same_text,omitempty"`
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
	if n := len(r.PassedOver); n > 0 {
		s += fmt.Sprintf(", %d passed over", n)
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

// count counts a document that was read, and stays unless it was passed over.
func (k *work) count(j *job, doc *policy.Document, stays bool) {
	r := k.report
	r.read++
	switch {
	case !stays:
	case j.was != nil:
		j.tally(&r.Changed)
	case j.moved:
		j.tally(&r.Changed)
		r.Moved++
	default:
		j.tally(&r.New)
	}
	r.Pages += len(doc.Pages)
	r.Words += len(strings.Fields(doc.Text))
}

// sortedAsides returns asides by source.
func sortedAsides(asides map[string]index.Aside) []index.Aside {
	return slices.SortedFunc(maps.Values(asides), func(a, b index.Aside) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.File.Path, b.File.Path))
	})
}

// tell fills in the report what is known at the end.
func (k *work) tell() {
	for _, a := range sortedAsides(k.asides) {
		k.report.SetAside = append(k.report.SetAside, Aside{a.SetAside, k.found[asideKey(a)]})
	}
	k.report.Documents = len(k.writer.Documents())
	for _, a := range sortedAsides(k.passed) {
		k.report.PassedOver = append(k.report.PassedOver, a.SetAside)
		if a.Code == SameText {
			k.report.Duplicates = append(k.report.Duplicates, Duplicate{Source: a.Source, Of: a.Detail, SameText: true})
		}
	}
	first := map[string]string{}
	for _, j := range k.plan.jobs {
		hash := j.state.SHA256
		if _, ok := k.passed[j.state.Path]; ok {
			continue
		}
		if of, ok := first[hash]; ok && hash != "" {
			k.report.Duplicates = append(k.report.Duplicates, Duplicate{Source: j.source.Name, Of: of})
			continue
		}
		first[hash] = j.source.Name
	}
}
