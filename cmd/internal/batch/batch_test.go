package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/policy"
)

// A lineReader reads a file as a document of one passage a line, and remembers what it read. It belongs to the municipality that
// the folder is called, and cannot be read if it says so.
type lineReader struct {
	mu    sync.Mutex
	reads []string
	// meanwhile is called while a file is read.
	meanwhile func(path string)
}

func (r *lineReader) Read(ctx context.Context, s styrdok.Source) (*policy.Document, error) {
	data, err := os.ReadFile(s.Path)
	if err != nil {
		return nil, err
	}
	hash, err := extract.HashFile(s.Path)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.reads = append(r.reads, s.Name)
	r.mu.Unlock()
	if r.meanwhile != nil {
		r.meanwhile(s.Path)
	}
	text := string(data)
	switch {
	case strings.Contains(text, "skadad"):
		return nil, fmt.Errorf("%s: %w", s.Path, extract.ErrCorrupt)
	case strings.Contains(text, "stopp"):
		return nil, ErrStop
	}
	formats := map[string]string{".txt": "text", ".md": "markdown", ".html": "html", ".pdf": "pdf"}
	doc := &policy.Document{ID: s.ID, Source: s.Name, SHA256: hash, Format: formats[filepath.Ext(s.Name)], Text: text, Pages: []policy.Page{{Number: 1}}}
	start := 0
	for i, line := range strings.SplitAfter(text, "\n") {
		span := policy.Span{Start: start, End: start + len(strings.TrimRight(line, "\n"))}
		start += len(line)
		doc.Passages = append(doc.Passages, policy.Passage{Span: span, Zone: policy.ZoneBody, First: i, Last: i + 1})
		doc.Sentences = append(doc.Sentences, policy.Sentence{Span: span, Passage: i, Zone: policy.ZoneBody})
	}
	doc.Municipality = r.Assign(doc, s)
	return doc, ctx.Err()
}

func (r *lineReader) SetAside(s styrdok.Source, err error) policy.SetAside {
	return extract.SetAside(s.Name, err)
}

func (r *lineReader) Assign(_ *policy.Document, s styrdok.Source) policy.Assignment {
	a := policy.Assignment{Basis: "folder"}
	a.Municipality.Name = s.Folders[len(s.Folders)-1]
	return a
}

func (r *lineReader) Given(s styrdok.Source) string { return strings.Join(s.Folders, "/") }

// A night is an index and the folder that it is made of.
type night struct {
	t      *testing.T
	root   string
	index  string
	reader *lineReader
	opts   Options
}

func newNight(t *testing.T, files map[string]string) *night {
	t.Helper()
	n := &night{t: t, root: filepath.Join(t.TempDir(), "arkiv"), index: filepath.Join(t.TempDir(), "index")}
	n.opts.Basis = "1"
	for name, text := range files {
		n.write(name, text)
	}
	return n
}

// old is a time at which files were written long ago, so that their times are believed.
var old = time.Now().Add(-time.Hour).Truncate(time.Second)

func (n *night) path(name string) string { return filepath.Join(n.root, filepath.FromSlash(name)) }

func (n *night) write(name, text string) {
	n.t.Helper()
	if err := os.MkdirAll(filepath.Dir(n.path(name)), 0o755); err != nil {
		n.t.Fatal(err)
	}
	if err := os.WriteFile(n.path(name), []byte(text), 0o644); err != nil {
		n.t.Fatal(err)
	}
}

func (n *night) move(from, to string) {
	n.t.Helper()
	if err := os.MkdirAll(filepath.Dir(n.path(to)), 0o755); err != nil {
		n.t.Fatal(err)
	}
	if err := os.Rename(n.path(from), n.path(to)); err != nil {
		n.t.Fatal(err)
	}
}

func (n *night) remove(name string) {
	n.t.Helper()
	if err := os.RemoveAll(n.path(name)); err != nil {
		n.t.Fatal(err)
	}
}

// try runs a night.
func (n *night) try(ctx context.Context) (*Report, error) {
	n.t.Helper()
	w, err := index.NewWriter(n.index, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		n.t.Fatal(err)
	}
	o := n.opts
	if o.Sources, o.Passed, err = styrdok.Find([]string{n.root}); err != nil {
		n.t.Fatal(err)
	}
	meanwhile := (*lineReader)(nil)
	if n.reader != nil && n.reader.meanwhile != nil {
		meanwhile = n.reader
	}
	if n.reader = meanwhile; n.reader == nil {
		n.reader = &lineReader{}
	}
	o.Reader, o.Roots, o.Workers = n.reader, []string{n.root}, 2
	r, err := Run(ctx, w, o)
	return r, errors.Join(err, w.Close())
}

// run runs a night that must not fail, and returns "files read; what became of them; what the index holds".
func (n *night) run() string {
	n.t.Helper()
	r, err := n.try(n.t.Context())
	if err != nil {
		n.t.Fatal(err)
	}
	if got := r.New + r.Changed + r.Unchanged + len(r.SetAside) + len(r.PassedOver); got != r.Seen {
		n.t.Errorf("%d files were seen, but %d are told of: %+v", r.Seen, got, r)
	}
	slices.Sort(n.reader.reads)
	return fmt.Sprintf("%s; %d new %d changed %d same %d gone %d moved; %s", strings.Join(n.reader.reads, " "), r.New, r.Changed, r.Unchanged,
		r.Removed, r.Moved, n.holds())
}

// holds returns the documents of the index, "ID=municipality", each found by the word in it, and the files set aside.
func (n *night) holds() string {
	n.t.Helper()
	x, err := index.Open(n.index, bleveindex.Engine{})
	if err != nil {
		n.t.Fatal(err)
	}
	defer x.Close()
	records, err := x.Records()
	if err != nil {
		n.t.Fatal(err)
	}
	var out []string
	for _, r := range records {
		doc, ok, err := x.Document(r.ID)
		if err != nil || !ok || doc.Source != r.Source || doc.ID != r.ID {
			n.t.Errorf("%+v: %+v, %v", r, doc, err)
			continue
		}
		found, err := x.Search(n.t.Context(), `document:"`+r.ID+`" `+strings.Fields(doc.Text)[0], index.SearchOptions{})
		if err != nil || found.Total != r.Passages || found.Hits[0].Source != r.Source {
			n.t.Errorf("%s is not found as it is: %+v, %v", r.ID, found, err)
		}
		out = append(out, r.ID+"="+r.Municipality)
	}
	aside, err := x.SetAside()
	if err != nil {
		n.t.Fatal(err)
	}
	for _, a := range aside {
		out = append(out, "!"+a.Source+":"+a.Code)
	}
	if w, err := index.NewWriter(n.index, bleveindex.Engine{}, index.WriterOptions{}); err != nil {
		n.t.Error(err)
	} else {
		for _, a := range w.PassedOver() {
			out = append(out, "("+a.Source+" of "+a.Detail+")")
		}
		if err := w.Close(); err != nil {
			n.t.Error(err)
		}
	}
	if d, err := index.Verify(n.t.Context(), n.index, bleveindex.Engine{}, nil); err != nil || len(d) > 0 {
		n.t.Errorf("verify: %v, %v", d, err)
	}
	return strings.Join(out, " ")
}

func TestNights(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/policy.txt": "alpha", "Ale/plan.txt": "beta", "Ale/a.txt": "u", "Ale/b.txt": "v", "Ale/c.txt": "x",
		"Hylte/trasig.txt": "skadad"})
	n.opts.BatchDocuments = 2
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"at first", func() {}, "Ale/a.txt Ale/b.txt Ale/c.txt Ale/plan.txt Ale/policy.txt Hylte/trasig.txt; 5 new 0 changed 0 same 0 gone 0 moved; " +
			"a=Ale b=Ale c=Ale plan=Ale policy=Ale !Hylte/trasig.txt:corrupt"},
		{"nothing", func() {}, "; 0 new 0 changed 5 same 0 gone 0 moved; a=Ale b=Ale c=Ale plan=Ale policy=Ale !Hylte/trasig.txt:corrupt"},
		{"touched", func() { n.write("Ale/policy.txt", "alpha") }, "; 0 new 0 changed 5 same 0 gone 0 moved; a=Ale b=Ale c=Ale plan=Ale policy=Ale !Hylte/trasig.txt:corrupt"},
		{"changed, of the same size", func() { n.write("Ale/plan.txt", "peta") },
			"Ale/plan.txt; 0 new 1 changed 4 same 0 gone 0 moved; a=Ale b=Ale c=Ale plan=Ale policy=Ale !Hylte/trasig.txt:corrupt"},
		{"a namesake", func() { n.write("Hylte/policy.txt", "gamma") },
			"Hylte/policy.txt; 1 new 0 changed 5 same 0 gone 0 moved; Ale/policy=Ale Hylte/policy=Hylte a=Ale b=Ale c=Ale plan=Ale !Hylte/trasig.txt:corrupt"},
		{"renamed", func() { n.move("Ale/plan.txt", "Ale/plan-2.txt") },
			"; 0 new 0 changed 6 same 0 gone 1 moved; Ale/policy=Ale Hylte/policy=Hylte a=Ale b=Ale c=Ale plan-2=Ale !Hylte/trasig.txt:corrupt"},
		{"to another municipality", func() { n.move("Ale/plan-2.txt", "Hylte/plan-2.txt") },
			"Hylte/plan-2.txt; 0 new 1 changed 5 same 0 gone 1 moved; Ale/policy=Ale Hylte/policy=Hylte a=Ale b=Ale c=Ale plan-2=Hylte !Hylte/trasig.txt:corrupt"},
		{"a copy", func() { n.write("Ale/kopia.txt", "alpha") },
			"; 1 new 0 changed 6 same 0 gone 0 moved; Ale/policy=Ale Hylte/policy=Hylte a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte !Hylte/trasig.txt:corrupt"},
		{"gone, and the namesake with it", func() { n.remove("Hylte/policy.txt") },
			"; 0 new 0 changed 6 same 1 gone 0 moved; a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte policy=Ale !Hylte/trasig.txt:corrupt"},
		{"exchanged", func() {
			n.move("Ale/a.txt", "Ale/tmp")
			n.move("Ale/b.txt", "Ale/a.txt")
			n.move("Ale/tmp", "Ale/b.txt")
		}, "; 0 new 2 changed 4 same 0 gone 0 moved; a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte policy=Ale !Hylte/trasig.txt:corrupt"},
		{"one becomes unreadable, one readable, the bad one moves", func() {
			n.write("Ale/c.txt", "skadad med")
			n.move("Hylte/trasig.txt", "Hylte/trasig-2.txt")
		}, "Ale/c.txt; 0 new 0 changed 5 same 0 gone 0 moved; a=Ale b=Ale kopia=Ale plan-2=Hylte policy=Ale !Ale/c.txt:corrupt !Hylte/trasig-2.txt:corrupt"},
		{"mended", func() { n.write("Ale/c.txt", "hel") },
			"Ale/c.txt; 1 new 0 changed 5 same 0 gone 0 moved; a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte policy=Ale !Hylte/trasig-2.txt:corrupt"},
		{"another program", func() { n.opts.Basis = "2" },
			"Ale/a.txt Ale/b.txt Ale/c.txt Ale/kopia.txt Ale/policy.txt Hylte/plan-2.txt Hylte/trasig-2.txt; 0 new 6 changed 0 same 0 gone 0 moved; " +
				"a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte policy=Ale !Hylte/trasig-2.txt:corrupt"},
		{"other limits", func() { n.opts.AsideBasis = "more memory" },
			"Hylte/trasig-2.txt; 0 new 0 changed 6 same 0 gone 0 moved; a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte policy=Ale !Hylte/trasig-2.txt:corrupt"},
		{"on demand", func() { n.opts.Retry = func(code string) bool { return code == "corrupt" } },
			"Hylte/trasig-2.txt; 0 new 0 changed 6 same 0 gone 0 moved; a=Ale b=Ale c=Ale kopia=Ale plan-2=Hylte policy=Ale !Hylte/trasig-2.txt:corrupt"},
	} {
		step.do()
		if got := n.run(); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s", step.name, got, step.want)
		}
	}
}

// goBack makes the index what it was before the last run.
func (n *night) goBack() {
	n.t.Helper()
	if _, err := index.Rollback(n.index, bleveindex.Engine{}, 0); err != nil {
		n.t.Fatal(err)
	}
}

// After one has gone back, the next night brings in again what the files hold, and reads nothing of it that it knows: neither what has
// not changed, nor what the run read that was gone back from.
func TestNightAfterGoingBack(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/policy.txt": "alpha", "Ale/plan.txt": "beta", "Ale/a.txt": "u", "Ale/b.txt": "v", "Ale/c.txt": "x", "Ale/d.txt": "y"})
	n.opts.BatchDocuments = 1
	first := n.run()
	n.write("Ale/policy.txt", "gamma")
	n.write("Hylte/ny.txt", "delta")
	n.remove("Ale/d.txt")
	second := "Ale/policy.txt Hylte/ny.txt; 1 new 1 changed 4 same 1 gone 0 moved; a=Ale b=Ale c=Ale ny=Hylte plan=Ale policy=Ale"
	if got := n.run(); got != second {
		t.Fatalf("%s, want %s", got, second)
	}
	n.goBack()
	if got := n.holds(); !strings.HasSuffix(first, got) {
		t.Errorf("gone back to %s, want %s", got, first)
	}
	if got, want := n.run(), strings.TrimPrefix(second, "Ale/policy.txt Hylte/ny.txt"); got != want {
		t.Errorf("the night after: %s, want %s", got, want)
	}

	// Only what was mended meanwhile is read.
	n.write("Ale/plan.txt", "epsilon")
	n.write("Ale/a.txt", "zeta")
	n.run()
	n.goBack()
	n.write("Ale/plan.txt", "beta")
	if got, want := n.run(), "; 0 new 1 changed 5 same 0 gone 0 moved; a=Ale b=Ale c=Ale ny=Hylte plan=Ale policy=Ale"; got != want {
		t.Errorf("one was mended: %s, want %s", got, want)
	}

	// What another program read is not taken over from what was gone back from.
	n.opts.Basis = "2"
	n.run()
	n.goBack()
	n.opts.Basis = "1"
	if got, want := n.run(), "; 0 new 0 changed 6 same 0 gone 0 moved; a=Ale b=Ale c=Ale ny=Hylte plan=Ale policy=Ale"; got != want {
		t.Errorf("the earlier program: %s, want %s", got, want)
	}
}

// Times that are old enough are believed: nothing is hashed, and nothing written.
func TestUnchangedFilesAreNotOpened(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/policy.txt": "alpha"})
	n.run()
	w, err := index.NewWriter(n.index, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	r := w.Documents()[0]
	r.File.Checked += int64(time.Hour) // as if the night had been an hour after the file was written
	w.Note(r.ID, r.File)
	if err := errors.Join(w.Commit(t.Context()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if !trusted(r.File) {
		t.Fatalf("not trusted: %+v", r.File)
	}
	before, err := index.StatusOf(n.index, bleveindex.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	n.run()
	after, err := index.StatusOf(n.index, bleveindex.Engine{})
	if err != nil || after.Generation != before.Generation {
		t.Errorf("generation %d became %d, %v", before.Generation, after.Generation, err)
	}
}

// A file that is written to while it is read is looked at again the next time, whatever its times say.
func TestWrittenToWhileItIsRead(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/policy.txt": "alpha"})
	n.reader = &lineReader{meanwhile: func(path string) {
		if err := errors.Join(os.WriteFile(path, []byte("omega"), 0o644), os.Chtimes(path, old, old)); err != nil {
			t.Error(err)
		}
	}}
	n.run()
	n.reader.meanwhile = nil
	if got := n.run(); !strings.HasPrefix(got, "Ale/policy.txt; 0 new 1 changed") {
		t.Error(got)
	}
}

// What is there and cannot be opened tonight stays in the index as it was, and is told of.
func TestUnreadableTonight(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/a.txt": "alpha", "Ale/b.txt": "beta"})
	n.run()
	n.write("Ale/a.txt", "omega")
	w, err := index.NewWriter(n.index, bleveindex.Engine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	o := n.opts
	if o.Sources, o.Passed, err = styrdok.Find([]string{n.root}); err != nil {
		t.Fatal(err)
	}
	o.Reader = &failing{lineReader: &lineReader{}, err: &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}}
	r, err := Run(t.Context(), w, o)
	if err := errors.Join(err, w.Close()); err != nil || len(r.SetAside) != 1 || !r.SetAside[0].New {
		t.Fatalf("%+v, %v", r, err)
	}
	if got := n.holds(); got != "a=Ale b=Ale !Ale/a.txt:unreadable" {
		t.Error(got)
	}
	if got := n.run(); !strings.HasSuffix(got, "; a=Ale b=Ale") {
		t.Error(got)
	}
}

// A failing reader can read nothing.
type failing struct {
	*lineReader
	err error
}

func (f *failing) Read(context.Context, styrdok.Source) (*policy.Document, error) { return nil, f.err }

func TestRemovals(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 10 {
		files[fmt.Sprintf("Ale/%d.txt", i)] = fmt.Sprintf("text %d", i)
	}
	n := newNight(t, files)
	n.run()
	n.remove("Ale/0.txt")
	n.remove("Ale/1.txt")
	if r, err := n.try(t.Context()); err != nil || r.Removed != 2 { // 20 % are not more than 20 %
		t.Fatalf("%+v, %v", r, err)
	}
	n.remove("Ale/2.txt")
	n.remove("Ale/3.txt")
	if _, err := n.try(t.Context()); !errors.Is(err, ErrRemovals) || !strings.HasPrefix(err.Error(), "2 of 8 documents are gone") {
		t.Fatalf("error %v", err)
	}
	if got := len(strings.Fields(n.holds())); got != 8 {
		t.Errorf("%d documents are left", got)
	}
	n.opts.AllowRemovals = true
	if r, err := n.try(t.Context()); err != nil || r.Removed != 2 || r.Documents != 6 {
		t.Errorf("%+v, %v", r, err)
	}
	// A folder that cannot be looked into keeps what is known of it.
	n.opts.AllowRemovals = false
	n.move("Ale", "undan")
	n.opts.Kept = []string{n.path("Ale")}
	n.remove("undan")
	n.write("Hylte/ny.txt", "ny")
	if r, err := n.try(t.Context()); err != nil || r.Removed != 0 || r.Documents != 7 {
		t.Errorf("%+v, %v", r, err)
	}
	n.opts.Kept = nil
	n.remove("Hylte/ny.txt")
	if _, err := n.try(t.Context()); !errors.Is(err, ErrRemovals) || !strings.Contains(err.Error(), "held 7 documents and holds none now") {
		t.Errorf("error %v", err)
	}
}

func TestSpace(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/a.txt": "alpha"})
	n.opts.Free = func() (int64, int64, error) { return 1e6, 0, nil }
	if _, err := n.try(t.Context()); !errors.Is(err, ErrSpace) || !strings.Contains(err.Error(), "1 MB are free") {
		t.Errorf("error %v", err)
	}
	n.opts.Free = func() (int64, int64, error) { return 0, 0, errors.ErrUnsupported }
	n.run()
	n.opts.Free = func() (int64, int64, error) { return 1e6, 0, nil }
	n.run() // nothing is to be written
}

// What was read before the signal is in the index, and the next run reads the rest.
func TestInterruptionCommits(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 9 {
		files[fmt.Sprintf("Ale/%d.txt", i)] = fmt.Sprintf("text %d", i)
	}
	n := newNight(t, files)
	ctx, cancel := context.WithCancel(t.Context())
	n.opts.Events.Read = func(doc *policy.Document, _ *policy.SetAside) {
		if doc.ID == "3" {
			cancel()
		}
	}
	r, err := n.try(ctx)
	if !errors.Is(err, context.Canceled) || r.New < 3 || r.New > 8 {
		t.Fatalf("%+v, %v", r, err)
	}
	if got := len(strings.Fields(n.holds())); got != r.New {
		t.Errorf("%d documents are in the index, %d were read", got, r.New)
	}
	n.opts.Events.Read = nil
	again, err := n.try(t.Context())
	if err != nil || again.Unchanged != r.New || again.New != 9-r.New {
		t.Errorf("%+v after %+v, %v", again, r, err)
	}
}

// A run that cannot go on says so; what was committed stays.
func TestStop(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/a.txt": "alpha", "Ale/b.txt": "stopp"})
	if _, err := n.try(t.Context()); !errors.Is(err, ErrStop) {
		t.Errorf("error %v", err)
	}
}
