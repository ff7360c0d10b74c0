package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"text/tabwriter"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/opensearch"
	"github.com/styrdok/styrdok/index/opensearch/opensearchtest"
)

type options struct {
	documents, every, rounds int
	dir                      string
	peers                    bool
}

func main() {
	var o options
	flag.IntVar(&o.documents, "documents", 300, "`number` of documents; 300 are 12,000 passages, 5000 are 200,000")
	flag.IntVar(&o.every, "commit", 500, "`number` of documents a commit")
	flag.IntVar(&o.rounds, "rounds", 5, "`number` of times that each query is timed")
	flag.StringVar(&o.dir, "dir", filepath.Join(os.TempDir(), "styrdok-indexbench"), "`folder` for the indexes")
	flag.BoolVar(&o.peers, "peers", true, "measure Lucene and OpenSearch, too")
	flag.Parse()
	if o.documents < 1 || o.every < 1 || o.rounds < 1 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(64)
	}
	debug.SetMemoryLimit(192 << 20) // as the command does while it indexes
	debug.SetGCPercent(200)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "indexbench:", err)
		os.Exit(1)
	}
}

// A report is what was measured, and which bars were missed.
type report struct {
	w      *tabwriter.Writer
	missed []string
}

func newReport(w io.Writer) *report { return &report{w: tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)} }

func (r *report) row(format string, args ...any) { fmt.Fprintf(r.w, format+"\n", args...) }

// atLeast reports a ratio that should not be below bar, atMost one that should not be above.
func (r *report) atLeast(what string, ratio, bar float64) {
	r.ratio(what, ratio, "at least", bar, ratio >= bar)
}
func (r *report) atMost(what string, ratio, bar float64) {
	r.ratio(what, ratio, "at most", bar, ratio <= bar)
}

func (r *report) ratio(what string, ratio float64, side string, bar float64, held bool) {
	verdict := "held"
	if !held { // also what is no number
		verdict = "MISSED"
		r.missed = append(r.missed, fmt.Sprintf("%s is %.2f, not %s %g", what, ratio, side, bar))
	}
	r.row("%s\t%.2f\tbar: %s %g\t%s", what, ratio, side, bar, verdict)
}

// end writes what is left and returns an error if a bar was missed.
func (r *report) end() error {
	if err := r.w.Flush(); err != nil || len(r.missed) == 0 {
		return err
	}
	return errors.New("bars were missed: " + strings.Join(r.missed, "; "))
}

func run(ctx context.Context, o options) error {
	work := filepath.Join(o.dir, "run")
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(work, 0o755); err != nil {
		return err
	}
	r := newReport(os.Stdout)
	return errors.Join(o.measure(ctx, r, work), r.end())
}

// measure measures all that o asks for.
func (o options) measure(ctx context.Context, r *report, work string) error {
	dir := filepath.Join(work, "ours")
	ours, err := indexOurs(dir, bleveindex.Engine{}, o.documents, o.every)
	if err != nil {
		return err
	}
	r.row("styrdok\t%d passages\t%.0f/s\t%.1f s CPU\t%.1f MB", ours.Passages, ours.rate(), ours.CPUSeconds, float64(ours.Bytes)/1e6)
	ps, qs := phrases(60), queries(60)
	var quoted, asked []string
	for _, p := range ps {
		quoted = append(quoted, `"`+p+`"`)
	}
	for _, q := range qs {
		asked = append(asked, q.ours())
	}
	facets := []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear}
	phrase, err := searchOurs(dir, quoted, nil, o.rounds)
	if err != nil {
		return err
	}
	filter, err := searchOurs(dir, asked, facets, o.rounds)
	if err != nil {
		return err
	}
	r.row("styrdok, phrase\t%d hits\tp50 %.2f ms\tp99 %.2f ms", phrase.Hits, phrase.P50, phrase.P99)
	r.row("styrdok, filter + facets + marks\t%d hits\tp50 %.2f ms\tp99 %.2f ms", filter.Hits, filter.P50, filter.P99)
	if _, err := exec.LookPath("mvn"); err != nil || !o.peers {
		return nil
	}
	return o.beside(ctx, r, work, measured{ours, phrase, filter, ps, qs})
}

// A measured is what was measured of ours, and with what.
type measured struct {
	made           made
	phrase, filter times
	phrases        []string
	queries        []query
}

// commit returns how many passages a commit of ours has.
func (m measured) commit(o options) int { return max(1, m.made.Passages*o.every/o.documents) }

// beside measures the peers and prints the ratios.
func (o options) beside(ctx context.Context, r *report, work string, ours measured) error {
	j, err := buildPeers(ctx, work)
	if err != nil {
		return err
	}
	passages := filepath.Join(work, "passages.tsv")
	if err := exportPassages(passages, filepath.Join(work, "export"), o.documents); err != nil {
		return err
	}
	if err := o.lucene(ctx, r, j, work, passages, ours); err != nil {
		return err
	}
	return o.openSearch(ctx, r, j, work, passages, ours)
}

func (o options) lucene(ctx context.Context, r *report, j opensearchtest.Java, work, passages string, ours measured) error {
	var m made
	var t times
	dir := filepath.Join(work, "lucene")
	commit := ours.commit(o)
	if err := runLucene(ctx, j, &m, "index", passages, dir, fmt.Sprint(commit)); err != nil {
		return err
	}
	file := filepath.Join(work, "phrases.txt")
	if err := os.WriteFile(file, []byte(strings.Join(ours.phrases, "\n")), 0o644); err != nil {
		return err
	}
	if err := runLucene(ctx, j, &t, "phrase", file, dir, fmt.Sprint(o.rounds)); err != nil {
		return err
	}
	r.row("Lucene\t%d passages\t%.0f/s\t%.1f s CPU\t%.1f MB", m.Passages, m.rate(), m.CPUSeconds, float64(m.Bytes)/1e6)
	r.row("Lucene, phrase\t%d hits\tp50 %.2f ms\tp99 %.2f ms", t.Hits, t.P50, t.P99)
	r.atLeast("passages a second, to Lucene", ours.made.rate()/m.rate(), 0.7)
	r.atMost("size, to Lucene", float64(ours.made.Bytes)/float64(m.Bytes), 2)
	r.atMost("phrase p99, to Lucene", ours.phrase.P99/t.P99, 6)
	return nil
}

func (o options) openSearch(ctx context.Context, r *report, j opensearchtest.Java, work, passages string, ours measured) (err error) {
	dir := filepath.Join(work, "opensearch")
	c, err := j.Start(ctx, opensearchtest.Options{Heap: nodeHeap, Dir: dir, Peak: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Stop()) }()
	n := node{c.URLs()[0]}
	m, err := n.index(ctx, passages, ours.commit(o))
	if err != nil {
		return err
	}
	t, err := n.search(ctx, ours.queries, o.rounds)
	if err != nil {
		return err
	}
	engine := opensearch.New(opensearch.Options{})
	defer engine.Close()
	through, err := indexOurs("opensearch://"+c.Hosts()+"/ours", engine, o.documents, o.every)
	if err != nil {
		return err
	}
	r.row("OpenSearch\t%d passages\t%.0f/s", m.Passages, m.rate())
	r.row("styrdok in OpenSearch\t%d passages\t%.0f/s\t%.1f s CPU\t%.1f MB", through.Passages, through.rate(), through.CPUSeconds, float64(through.Bytes)/1e6)
	r.row("OpenSearch, filter + facets + marks\t%d hits\tp50 %.2f ms\tp99 %.2f ms", t.Hits, t.P50, t.P99)
	r.atLeast("passages a second, to OpenSearch", ours.made.rate()/m.rate(), 1.5)
	r.atMost("filter + facets + marks p50, to OpenSearch", ours.filter.P50/t.P50, 0.6)
	r.atMost("filter + facets + marks p99, to OpenSearch", ours.filter.P99/t.P99, 1)
	return nil
}
