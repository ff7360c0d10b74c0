package index_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/policy"
)

var engine = bleveindex.Engine{}

// newDocument returns a document of one section whose passages are texts; a text may begin with "#tag ".
func newDocument(id, municipality, kind, date string, texts ...string) *policy.Document {
	d := &policy.Document{ID: id, Source: municipality + "/" + id + ".pdf", Format: "pdf", Text: "Ansvar\n"}
	d.Sections = []policy.Section{{Heading: "Policy för " + municipality, Parent: -1}, {Heading: "Ansvar", Level: 1}}
	d.Municipality.Municipality = policy.Municipality{Name: municipality, LongName: municipality + "s kommun"}
	d.Facts.Kind.Value, d.Facts.Date.Value = kind, date
	d.Pages = []policy.Page{{Number: 1, Label: "i"}}
	for i, text := range texts {
		tag := ""
		if rest, ok := strings.CutPrefix(text, "#"); ok {
			tag, text, _ = strings.Cut(rest, " ")
			d.Tags = append(d.Tags, policy.Tag{Name: tag, Sentence: i})
		}
		span := policy.Span{Start: len(d.Text), End: len(d.Text) + len(text)}
		d.Text += text + "\n"
		d.Passages = append(d.Passages, policy.Passage{Span: span, Section: 1, Zone: policy.ZoneBody, First: i, Last: i + 1})
		d.Sentences = append(d.Sentences, policy.Sentence{Span: span, Passage: i, Section: 1, Zone: policy.ZoneBody})
		d.Anchors = append(d.Anchors, policy.Anchor{Span: span, Page: 1})
	}
	return d
}

func testDocuments() []*policy.Document {
	return []*policy.Document{
		newDocument("ek-policy", "Ekeby", "policy", "2014-02-13",
			"#partner-towns Kommunen har ett gällande avtal med två vänorter i Finland.",
			"#responsibility Kommunstyrelsen ansvarar för det internationella arbetet.",
			"#follow-up Policyn följs upp varje mandatperiod."),
		newDocument("sj-plan", "Sjövik", "plan", "2021",
			"#partner-towns Vänortsavtalet med staden sades upp för tio år sedan.",
			"#responsibility Nämnderna ansvarar för sina projekt och åtgärder.",
			"Målen handlar om skola & miljö."),
	}
}

// write makes a generation of docs in dir.
func write(t *testing.T, dir string, opts index.WriterOptions, docs ...*policy.Document) {
	t.Helper()
	w, err := index.NewWriter(dir, engine, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Put(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, dir string) *index.Index {
	t.Helper()
	x, err := index.Open(dir, engine)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func status(t *testing.T, dir string) *index.Status {
	t.Helper()
	s, err := index.StatusOf(dir, engine)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func search(t *testing.T, x *index.Index, query string, opts index.SearchOptions) *index.Results {
	t.Helper()
	r, err := x.Search(context.Background(), query, opts)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return r
}

// found returns the hits as "document/passage", sorted.
func found(r *index.Results) string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, fmt.Sprintf("%s/%d", h.Document, h.Passage))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestSearch(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	x := open(t, dir)
	for query, want := range map[string]string{
		"vänort":                           "ek-policy/0 sj-plan/0",
		"vänorterna":                       "ek-policy/0 sj-plan/0",
		`"gällande avtal"`:                 "ek-policy/0",
		`"avtal gällande"`:                 "",
		"+avtal +stad":                     "sj-plan/0",
		"+avtal -stad":                     "ek-policy/0",
		"+ansvar":                          "",
		"+ansvara":                         "ek-policy/1 sj-plan/1",
		"vänort -avtal":                    "sj-plan/0",
		"avsnitt:ansvar -ansvar typ:plan":  "sj-plan/0 sj-plan/1 sj-plan/2",
		"internationel*":                   "ek-policy/1",
		"atgarder":                         "sj-plan/1",
		"kommun:ekeby tag:partner-towns":   "ek-policy/0",
		"municipality:\"Sjöviks kommun\"":  "sj-plan/0 sj-plan/1 sj-plan/2",
		"avtal kommun:Ekeby kommun:Sjövik": "ek-policy/0 sj-plan/0",
		"year:2014":                        "ek-policy/0 ek-policy/1 ek-policy/2",
		"year:2015..":                      "sj-plan/0 sj-plan/1 sj-plan/2",
		"typ:plan tagg:responsibility":     "sj-plan/1",
		"-kommun:Ekeby -tag:partner-towns": "sj-plan/1 sj-plan/2",
		"document:sj-plan +mål":            "sj-plan/2",
		"avsnitt:ansvar typ:policy":        "ek-policy/0 ek-policy/1 ek-policy/2",
		"avsnitt:uppföljning":              "",
		"flygplats":                        "",
		"":                                 "",
		"zone:body +miljö":                 "sj-plan/2",
	} {
		if got := found(search(t, x, query, index.SearchOptions{})); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
	if _, err := x.Search(context.Background(), "year:förr", index.SearchOptions{}); !errors.Is(err, index.ErrQuery) {
		t.Errorf("error %v", err)
	}
}

// What no passage has in one word may stand there in two.
func TestRelaxedSearch(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	r := search(t, open(t, dir), "miljöskola", index.SearchOptions{})
	if found(r) != "sj-plan/2" || !r.Relaxed || r.Hits[0].Snippet != "Målen handlar om <mark>skola</mark> &amp; <mark>miljö</mark>." {
		t.Errorf("%+v", r)
	}
	if r := search(t, open(t, dir), "vänortsavtal", index.SearchOptions{}); found(r) != "sj-plan/0" || r.Relaxed {
		t.Errorf("%+v", r)
	}
}

func TestHit(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	r := search(t, open(t, dir), "kommunstyrelsens ansvar kommun:Ekeby", index.SearchOptions{})
	if len(r.Hits) == 0 {
		t.Fatal("no hit")
	}
	h := r.Hits[0]
	if h.Document != "ek-policy" || h.Municipality != "Ekeby" || h.Page != 1 || h.PageLabel != "i" || h.Year != 2014 ||
		h.Source != "Ekeby/ek-policy.pdf" || !slices.Equal(h.Section, []string{"Ansvar"}) || !slices.Equal(h.Tags, []string{"responsibility"}) {
		t.Errorf("hit %+v", h)
	}
	if h.Score <= 0 || !strings.HasPrefix(h.Snippet, "<mark>Kommunstyrelsen</mark>") {
		t.Errorf("score %g, snippet %q", h.Score, h.Snippet)
	}
	doc, ok, err := open(t, dir).Document(h.Document)
	if err != nil || !ok || doc.Text[h.Span[0]:h.Span[1]] != h.Text {
		t.Errorf("the span does not lead to the text (%v, %v)", ok, err)
	}
	data, err := json.Marshal(r)
	if err != nil || !strings.HasPrefix(string(data), `{"schema":1,"total":`) {
		t.Errorf("JSON %s, %v", data, err)
	}
}

func TestFacetsSortAndPages(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	x := open(t, dir)
	r := search(t, x, "avsnitt:ansvar", index.SearchOptions{Limit: 2, Facets: []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldYear}})
	if r.Total != 6 || len(r.Hits) != 2 {
		t.Fatalf("%d of %d hits", len(r.Hits), r.Total)
	}
	if got := fmt.Sprint(r.Facets[index.FieldTag]); got != "[{partner-towns 2} {responsibility 2} {follow-up 1}]" {
		t.Errorf("tags: %s", got)
	}
	if got := fmt.Sprint(r.Facets[index.FieldMunicipality]); got != "[{Ekeby 3} {Sjövik 3}]" {
		t.Errorf("municipalities: %s", got)
	}
	seen := map[string]bool{}
	for from := 0; from < 6; from += 2 {
		for _, h := range search(t, x, "avsnitt:ansvar", index.SearchOptions{Limit: 2, From: from}).Hits {
			seen[fmt.Sprint(h.Document, h.Passage)] = true
		}
	}
	if len(seen) != 6 {
		t.Errorf("pages hold %d different hits, want 6", len(seen))
	}
	if h := search(t, x, "avsnitt:ansvar", index.SearchOptions{Sort: index.SortYear}).Hits[0]; h.Year != 2021 {
		t.Errorf("the newest first is of %d", h.Year)
	}
	if h := search(t, x, "avsnitt:ansvar", index.SearchOptions{Sort: index.SortDocument}).Hits[0]; h.Document != "ek-policy" || h.Passage != 0 {
		t.Errorf("first by document is %s %d", h.Document, h.Passage)
	}
}

func TestUpdate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	old := open(t, dir)
	changed := newDocument("ek-policy", "Ekeby", "policy", "2024", "Samarbetet med vänorterna är vilande.")
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(w.Documents()); got != 2 {
		t.Errorf("%d documents to begin with, want 2", got)
	}
	if err := errors.Join(w.Put(changed), w.Remove("sj-plan"), w.Remove("unknown")); err != nil {
		t.Fatal(err)
	}
	if got := found(search(t, open(t, dir), "vänort", index.SearchOptions{})); got != "ek-policy/0 sj-plan/0" {
		t.Errorf("before the commit: %q", got)
	}
	if err := errors.Join(w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	x := open(t, dir)
	if got := found(search(t, x, "vänort", index.SearchOptions{})); got != "ek-policy/0" {
		t.Errorf("after the commit: %q", got)
	}
	if got := search(t, x, "gällande", index.SearchOptions{}).Total; got != 0 {
		t.Errorf("the old text is found %d times", got)
	}
	if got := search(t, old, "gällande", index.SearchOptions{}).Total; got != 1 {
		t.Errorf("one who reads the old generation finds %d, want 1", got)
	}
	s := status(t, dir)
	if s.Documents != 1 || s.Passages != 1 || s.Generation != 2 || s.Updated.IsZero() {
		t.Errorf("status %+v", s)
	}
}

func TestUnchangedDocumentsAreLeftAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Date(2025, 3, 1, 2, 0, 0, 0, time.UTC)
	for range 3 {
		write(t, dir, index.WriterOptions{Now: now}, testDocuments()...)
	}
	x := open(t, dir)
	if s := status(t, dir); s.Documents != 2 || s.Passages != 6 || s.Generation != 1 || !s.Updated.Equal(now) {
		t.Errorf("status %+v", s)
	}
	if got := search(t, x, "vänort", index.SearchOptions{}).Total; got != 2 {
		t.Errorf("%d hits, want 2", got)
	}
	generations, _ := os.ReadDir(filepath.Join(dir, "generations"))
	stored, _ := os.ReadDir(filepath.Join(dir, "documents"))
	if len(generations) != 1 || len(stored) != 2 {
		t.Errorf("%d generations and %d documents are kept, want 1 and 2", len(generations), len(stored))
	}
}

func TestFresh(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	write(t, dir, index.WriterOptions{Fresh: true}, testDocuments()[1])
	if got := found(search(t, open(t, dir), "vänort", index.SearchOptions{})); got != "sj-plan/0" {
		t.Errorf("finds %q", got)
	}
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	docs := testDocuments()
	write(t, dir, index.WriterOptions{}, docs...)
	x := open(t, dir)
	i := 0
	for d, err := range x.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		if d.ID != docs[i].ID || d.Text != docs[i].Text || len(d.Tags) != len(docs[i].Tags) {
			t.Errorf("document %d came back as %s", i, d.ID)
		}
		i++
	}
	records, err := x.Records()
	if i != 2 || err != nil || len(records) != 2 || records[0].Passages != 3 {
		t.Errorf("%d documents, records %+v, %v", i, records, err)
	}
	if _, ok, err := x.Document("nobody"); ok || err != nil {
		t.Errorf("a document that is not there: %v, %v", ok, err)
	}
}

func TestNotFound(t *testing.T) {
	if _, err := index.Open(filepath.Join(t.TempDir(), "nothing"), engine); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func TestLocked(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = index.NewWriter(dir, engine, index.WriterOptions{})
	if !errors.Is(err, index.ErrLocked) || !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) {
		t.Errorf("second writer: %v, want one that names the process", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, dir, index.WriterOptions{}, testDocuments()...)
}

func TestCloseWithoutCommitChangesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()[0])
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Put(testDocuments()[1]), w.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(context.Background()); err == nil {
		t.Error("a writer that has ended commits")
	}
	if s := status(t, dir); s.Documents != 1 || s.Generation != 1 {
		t.Errorf("status %+v", s)
	}
	if stored, _ := os.ReadDir(filepath.Join(dir, "documents")); len(stored) != 1 {
		t.Errorf("%d stored documents, want 1", len(stored))
	}
}

// A writer that gives up takes nothing from those who read the generation before the current one.
// What was prepared and not used leaves no trace; what is put after it is found.
func TestPrepare(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i, put := range [][]*policy.Document{nil, testDocuments()[:1], nil, testDocuments()[1:]} {
		w, err := index.NewWriter(dir, engine, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Prepare(), w.Prepare()); err != nil {
			t.Fatal(err)
		}
		for _, d := range put {
			if err := w.Put(d); err != nil {
				t.Fatal(err)
			}
		}
		if put != nil {
			err = w.Commit(context.Background())
		}
		if err := errors.Join(err, w.Close()); err != nil {
			t.Fatal(err)
		}
		generations, _ := filepath.Glob(filepath.Join(dir, "generations", "*"))
		if want := (i + 1) / 2; len(generations) != want {
			t.Errorf("round %d leaves %q", i, generations)
		}
	}
	if n := status(t, dir).Documents; n != 2 {
		t.Errorf("%d documents", n)
	}
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Prepare(); err == nil {
		t.Error("a writer that has ended prepares")
	}
}

func TestCloseKeepsTheGenerationBefore(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()[0])
	old := open(t, dir)
	write(t, dir, index.WriterOptions{Fresh: true}, testDocuments()[1])
	w, err := index.NewWriter(dir, engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Put(newDocument("ny", "Ekeby", "plan", "", "Ny text.")), w.Close()); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := old.Document("ek-policy"); !ok || err != nil {
		t.Errorf("one who reads the generation before lost its document: %v, %v", ok, err)
	}
	if stored, _ := os.ReadDir(filepath.Join(dir, "documents")); len(stored) != 2 {
		t.Errorf("%d stored documents, want 2", len(stored))
	}
}

// A damaged index is replaced by a fresh one only when that is complete, and stays as it is if it never is.
func TestFreshOverDamage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()[0])
	overwrite(t, dir, "generations/000001/manifest.json")
	if _, err := index.NewWriter(dir, engine, index.WriterOptions{}); !errors.Is(err, index.ErrDamaged) {
		t.Fatalf("error %v", err)
	}
	w, err := index.NewWriter(dir, engine, index.WriterOptions{Fresh: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	stored, _ := os.ReadDir(filepath.Join(dir, "documents"))
	generations, _ := os.ReadDir(filepath.Join(dir, "generations"))
	if len(stored) != 1 || len(generations) != 1 {
		t.Errorf("%d documents and %d generations are left, want 1 and 1", len(stored), len(generations))
	}
	write(t, dir, index.WriterOptions{Fresh: true}, testDocuments()[1])
	if got := found(search(t, open(t, dir), "vänort", index.SearchOptions{})); got != "sj-plan/0" {
		t.Errorf("finds %q", got)
	}
}

func TestCancelledCommit(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w, err := index.NewWriter(t.TempDir(), engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Commit(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestDocumentWithoutID(t *testing.T) {
	w, err := index.NewWriter(t.TempDir(), engine, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Put(&policy.Document{}); err == nil {
		t.Error("a document without ID is taken")
	}
}

func TestTeasersAreNotIndexed(t *testing.T) {
	t.Parallel()
	d := newDocument("sida", "Ekeby", "webbsida", "", "Kommunens avtal gäller.", "Läs mer om avtal på en annan sida.")
	d.Passages[1].Zone = policy.ZoneTeaser
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, d)
	if got := found(search(t, open(t, dir), "avtal", index.SearchOptions{})); got != "sida/0" {
		t.Errorf("finds %q", got)
	}
}

func TestFragmentsAreNotFoundByTheirHeadings(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, newDocument("tabell", "Ekeby", "plan", "", "Fritid", "Nämnden leder arbetet med stöd av kontoret."))
	if got := found(search(t, open(t, dir), "ansvar", index.SearchOptions{})); got != "tabell/1" {
		t.Errorf("finds %q", got)
	}
}

// Damage must be told, not searched around.
func TestDamage(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, dir string){
		"CURRENT":  func(t *testing.T, dir string) { overwrite(t, dir, "CURRENT") },
		"manifest": func(t *testing.T, dir string) { overwrite(t, dir, "generations/000001/manifest.json") },
		"engine":   func(t *testing.T, dir string) { overwrite(t, dir, "generations/000001/engine/index_meta.json") },
		"missing":  func(t *testing.T, dir string) { os.RemoveAll(filepath.Join(dir, "generations")) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, index.WriterOptions{}, testDocuments()...)
			damage(t, dir)
			if _, err := index.Open(dir, engine); !errors.Is(err, index.ErrDamaged) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestDamagedDocument(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	x := open(t, dir)
	r, err := x.Records()
	if err != nil {
		t.Fatal(err)
	}
	a, b := "documents/"+r[0].Stored+".json.gz", "documents/"+r[1].Stored+".json.gz"
	overwrite(t, dir, a)
	if _, _, err := x.Document(r[0].ID); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("an overwritten document: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(dir, b)) // a whole file, but another document
	if err != nil || os.WriteFile(filepath.Join(dir, a), data, 0o644) != nil {
		t.Fatal(err)
	}
	if _, _, err := x.Document(r[0].ID); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("an exchanged document: %v", err)
	}
	n := 0
	for _, err := range x.Documents() {
		n++
		if n == 1 != errors.Is(err, index.ErrDamaged) {
			t.Errorf("document %d: %v", n, err)
		}
	}
	if n != 1 {
		t.Errorf("the sequence goes on after damage: %d", n)
	}
}

func overwrite(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// otherEngine is the same engine in another format.
type otherEngine struct{ bleveindex.Engine }

func (otherEngine) Name() string { return "other/9" }

func TestAnotherFormatIsRebuiltFromTheDocuments(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, index.WriterOptions{}, testDocuments()...)
	if _, err := index.Open(dir, otherEngine{}); !errors.Is(err, index.ErrFormat) {
		t.Errorf("error %v", err)
	}
	w, err := index.NewWriter(dir, otherEngine{}, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, otherEngine{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if got := found(search(t, x, "vänort", index.SearchOptions{})); got != "ek-policy/0 sj-plan/0" {
		t.Errorf("finds %q", got)
	}
}

// Readers search while generations are written: they never see an error, nor a document half.
func TestReadersWhileWriting(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	version := func(i int) *policy.Document {
		word := []string{"flygplats", "hamnbassäng"}[i%2]
		return newDocument("ek", "Ekeby", "plan", "", "Här byggs en "+word+".", "Sedan byggs en "+word+" till.")
	}
	write(t, dir, index.WriterOptions{}, version(0))
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				x, err := index.Open(dir, engine)
				if err != nil {
					t.Error(err)
					return
				}
				a, errA := x.Search(context.Background(), "flygplats", index.SearchOptions{})
				b, errB := x.Search(context.Background(), "hamnbassäng", index.SearchOptions{})
				if err := errors.Join(errA, errB, x.Close()); err != nil {
					t.Error(err)
					return
				}
				if a.Total+b.Total != 2 || a.Total == 1 {
					t.Errorf("found %d and %d", a.Total, b.Total)
				}
			}
		})
	}
	for i := range 6 {
		write(t, dir, index.WriterOptions{}, version(i+1))
	}
	close(stop)
	wg.Wait()
}
