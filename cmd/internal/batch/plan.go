package batch

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/index"
)

// A job is what is to be done for one source.
type job struct {
	source styrdok.Source
	state  index.FileState
	todo   todo
	// was is the document that the file at this path was, nil if it was none; aside is what it was set aside as.
	was   *index.DocumentRecord
	aside *index.Aside
	// twin is what the file was passed over as.
	twin *index.Aside
	// from is the document with the same content, by the same basis, where there is one, perhaps of a run that was gone back from; moved says
	// that its own file is gone.
	from  *index.DocumentRecord
	moved bool
	// counted is the number of the report that it was counted in.
	counted *int
}

// tally counts j in n.
func (j *job) tally(n *int) {
	*n++
	j.counted = n
}

type todo int

const (
	toRead   todo = iota
	toRefile      // the content is known, but the name, the place or what is given with it is another
	toKeep        // nothing but its times may have changed
	toLeave       // it was set aside, and would be again
	toPass        // it says what another document says
)

// A plan is what is to be done for all sources.
type plan struct {
	jobs []*job
	// before are the documents of the index as it is, gone those whose files are; later are those of runs that were gone back from.
	before, gone, later []index.DocumentRecord
	// asides are the files that were set aside, by path, or by name where nothing is known of the file.
	asides       map[string]index.Aside
	asidesByHash map[string]index.Aside
	// passed are the files that were passed over, by asideKey.
	passed map[string]index.Aside
}

// makePlan compares the sources with what the index knows of them.
func makePlan(ctx context.Context, w *index.Writer, o Options) (*plan, error) {
	p := &plan{before: w.Documents(), later: w.GoneBackFrom(), asides: map[string]index.Aside{}, asidesByHash: map[string]index.Aside{}, passed: map[string]index.Aside{}}
	documents := make(map[string]*index.DocumentRecord, len(p.before))
	for i, r := range p.before {
		documents[r.File.Path] = &p.before[i]
	}
	for _, a := range w.Aside() {
		p.asides[asideKey(a)], p.asidesByHash[a.File.SHA256] = a, a
	}
	for _, a := range w.PassedOver() {
		p.passed[asideKey(a)] = a
	}
	var unknown []*job
	for _, s := range o.Sources {
		s.Name = string([]rune(s.Name)) // as JSON has it, which need not be how the file is called
		j := &job{source: s, state: stateOf(s.Path)}
		j.was = documents[j.state.Path]
		if a, ok := p.asides[j.state.Path]; ok {
			j.aside = &a
		}
		if a, ok := p.passed[j.state.Path]; ok {
			j.twin = &a
		}
		known := j.known()
		if known != nil && sameTimes(*known, j.state) && trusted(*known) {
			j.state = *known
		} else {
			unknown = append(unknown, j)
		}
		if known != nil {
			j.state.Text, j.state.Format = known.Text, known.Format
		}
		j.state.Basis, j.state.Given = o.Basis, o.Reader.Given(s)
		p.jobs = append(p.jobs, j)
	}
	if err := hashAll(ctx, unknown, o.Events.Compared); err != nil {
		return nil, err
	}
	p.match(o)
	return p, nil
}

// known returns what the index knows of j's file.
func (j *job) known() *index.FileState {
	switch {
	case j.was != nil:
		return &j.was.File
	case j.aside != nil:
		return &j.aside.File
	case j.twin != nil:
		return &j.twin.File
	}
	return nil
}

// asideKey is what an aside is found by: its path, or its name if it is no file.
func asideKey(a index.Aside) string {
	if a.File.Path != "" {
		return a.File.Path
	}
	return "\x00" + a.Source
}

// match says for each job what is to be done, and which documents are gone.
func (p *plan) match(o Options) {
	same, later := byContent(p.before, o), byContent(p.later, o)
	absent := p.absent(o)
	for _, j := range p.jobs {
		j.find(same[contentOf(j.state)], absent)
		if known := later[contentOf(j.state)]; j.from == nil && len(known) > 0 {
			j.from = known[0]
		}
		if a, ok := p.asideOf(j.state.SHA256); ok && j.aside == nil && j.from == nil { // it lies elsewhere now, or is a copy
			j.aside = &a
		}
		j.decide(o)
	}
	p.leaveTwins()
	for _, r := range p.before {
		if absent[r.ID] {
			p.gone = append(p.gone, r)
		}
	}
}

// contentOf names what is in a file: by its hash, and its extension, which may say what a text is.
func contentOf(f index.FileState) string { return f.SHA256 + strings.ToLower(filepath.Ext(f.Path)) }

// byContent returns those of records that were read by o's basis, by the contents of their files.
func byContent(records []index.DocumentRecord, o Options) map[string][]*index.DocumentRecord {
	out := map[string][]*index.DocumentRecord{}
	for i, r := range records {
		if r.File.Basis == o.Basis && r.SHA256 != "" {
			key := contentOf(index.FileState{SHA256: r.SHA256, Path: r.File.Path})
			out[key] = append(out[key], &records[i])
		}
	}
	return out
}

// asideOf returns what the file with this hash was set aside as.
func (p *plan) asideOf(hash string) (index.Aside, bool) {
	a, ok := p.asidesByHash[hash]
	return a, ok && hash != ""
}

// absent returns the IDs of the documents whose files are not among the sources, but for those that are kept anyhow.
func (p *plan) absent(o Options) map[string]bool {
	here := make(map[string]bool, len(p.jobs))
	for _, j := range p.jobs {
		here[j.state.Path] = true
	}
	absent := map[string]bool{}
	for _, r := range p.before {
		kept := func(folder string) bool { return within(pathOf(folder), r.File.Path) }
		if !here[r.File.Path] && !slices.ContainsFunc(o.Kept, kept) {
			absent[r.ID] = true
		}
	}
	return absent
}

// within reports whether path is the folder's, or lies somewhere in it.
func within(folder, path string) bool {
	const slash = string(filepath.Separator)
	return path == folder || strings.HasPrefix(path, strings.TrimSuffix(folder, slash)+slash)
}

// find finds the document with j's content among same: its own, else one whose file is gone, which is then not absent any more,
// else any.
func (j *job) find(same []*index.DocumentRecord, absent map[string]bool) {
	if j.state.SHA256 == "" {
		return
	}
	for _, r := range same {
		if j.was != nil && r.ID == j.was.ID {
			j.from = r
			return
		}
	}
	for _, r := range same {
		if absent[r.ID] {
			j.from, j.moved = r, true
			delete(absent, r.ID)
			return
		}
	}
	if len(same) > 0 {
		j.from = same[0]
	}
}

func (j *job) decide(o Options) {
	switch {
	case j.aside != nil && j.left(o):
		j.todo = toLeave
	case j.from == nil:
		j.todo = toRead
	case j.from == j.was && j.was.ID == j.source.ID && j.was.Source == j.source.Name && j.was.File.Given == j.state.Given:
		j.todo = toKeep
	default:
		j.todo = toRefile
	}
}

// left reports whether what was set aside would be again.
func (j *job) left(o Options) bool {
	a := j.aside
	return !unavailable[a.Code] && a.File.SHA256 != "" && a.File.SHA256 == j.state.SHA256 && a.File.Basis == asideBasis(o) && (o.Retry == nil || !o.Retry(a.Code))
}

// asideBasis is the basis of files that are set aside.
func asideBasis(o Options) string { return o.Basis + " " + o.AsideBasis }
