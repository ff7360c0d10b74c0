package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/google/renameio/v2/maybe"
	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/batch"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy/review"
)

type indexOptions struct {
	report, metrics              string
	allowRemovals, strict, retry bool
	batch                        int
}

func newIndexCommand(a *app) *cobra.Command {
	var o indexOptions
	cmd := &cobra.Command{
		Use:   "index [PATH…]",
		Short: "Bring the index up to date: the nightly job",
		Long: `index makes --index hold the documents at PATH… (files, folders or globs) and no others, for search, compare and export.
Without a PATH it takes the folders that sources.yaml names:

  sources:
    - municipality: Ale
      folders: [/srv/dokument/ale]
    - folders: [/srv/dokument/inkommet]

Only what is new or has changed (by size and time, then by content) is read; all is read anew when the program, the taxonomy
or other settings have changed. A file that lies elsewhere now keeps its place in the index. A file that cannot be read is
set aside, and tried again when it or the program has changed, or with --retry.

Work is committed every 500 documents or 10 seconds. Whoever searches sees what was committed, whole, and never waits; a run that
is stopped, however, goes on where it was. The last runs can be gone back to ("styrdok rollback", --keep).

Where the index lies in a cluster, any number of these processes may run at once, on any machines that see the files at the same paths:
one writes, the others read for it, each document by lease, and if the one that writes dies, another takes over. "styrdok status" shows them.

A folder that held documents and holds none now, or more than 20 % of the documents gone at once, is taken for a share that
is not there: nothing changes, and the exit code is 1, unless --allow-removals is given.

` + exitCodesHelp + `

index says 3 only for files that were not set aside before; with --strict, for any.`,
		Example: `  styrdok index kommuner
  styrdok index kommuner/Ale kommuner/Hylte --index /var/lib/styrdok
  styrdok index --sources /etc/styrdok/sources.yaml --report run.json --metrics /var/lib/node_exporter/styrdok.prom
  styrdok index kommuner --index opensearch://search1:9200,search2:9200/kommuner`,
		RunE: a.action(func(ctx context.Context, args []string) error { return a.index(ctx, o, args) }),
	}
	f := cmd.Flags()
	f.StringVar(&o.report, "report", "", "`file` that the report of the run is written to, as JSON; - is stdout")
	f.StringVar(&o.metrics, "metrics", "", "`file` that the same numbers are written to in Prometheus' text format")
	f.IntVar(&o.batch, "batch", batch.DefaultBatchDocuments, "`number` of documents from commit to commit")
	f.BoolVar(&o.allowRemovals, "allow-removals", false, "take out of the index whatever is gone, however much it is")
	f.BoolVar(&o.strict, "strict", false, "exit code 3 also if all that cannot be read was set aside before")
	f.BoolVar(&o.retry, "retry", false, "try again what was set aside")
	f.String("sources", "", "`file` that names the folders of each municipality (default sources.yaml, if it is there)")
	f.String("keep", "2", "`number` of runs that can be gone back to, the last one counted in")
	addIndexFlag(f)
	addReadFlags(f)
	return cmd
}

func (a *app) index(ctx context.Context, o indexOptions, paths []string) error {
	yieldToOthers()
	report := new(batch.Report)
	err := a.indexNow(ctx, o, paths, report)
	report.ExitCode = exitCode(err)
	if err != nil && report.ExitCode != exitPartly {
		report.Error = oneLine(err.Error())
	}
	return errors.Join(err, a.writeReports(o, report))
}

func (a *app) indexNow(ctx context.Context, o indexOptions, paths []string, report *batch.Report) error {
	if o.batch < 1 {
		return usagef("--batch begins at 1")
	}
	r, err := a.newReader()
	if err != nil {
		return err
	}
	in, err := a.sources(r, paths, o.allowRemovals)
	if err != nil {
		return err
	}
	u := update{input: *in, reader: r, allowRemovals: o.allowRemovals, retry: o.retry, batch: o.batch, tell: true, share: true}
	partly, helped := 0, true
	u.done = func(w *index.Writer, _ []review.Correction) error {
		helped = false
		for _, d := range w.Documents() {
			if d.Partly {
				partly++
			}
		}
		return nil
	}
	if err := a.update(ctx, u, report); err != nil {
		if ctx.Err() != nil && report.Generation > 0 {
			return interrupted{ctx.Err(), fmt.Sprintf("what was read is in the index (%d documents), and the next run goes on from there", report.Documents)}
		}
		return err
	}
	if helped { // what came of it is told by the process that wrote
		a.log.Info("the index was written by another process", "index", a.config.Index, "documents_read_for_it", report.Helped)
		return nil
	}
	if report.Documents == 0 && !o.allowRemovals {
		return errNothing
	}
	a.log.Info(report.String())
	a.log.Info("index", "folder", a.config.Index, "documents", report.Documents, "generation", report.Generation)
	return indexPartly(o, report, partly)
}

// indexPartly returns an error that wraps errPartly if that is how the run ended; partly is how many documents of the index lack
// a part.
func indexPartly(o indexOptions, r *batch.Report, partly int) error {
	if o.strict && len(r.SetAside)+partly > 0 {
		return fmt.Errorf("done, but %w: %d files are set aside, %d documents were read in part", errPartly, len(r.SetAside), partly)
	}
	if n := r.NewlySetAside(); n+r.Partly > 0 {
		return fmt.Errorf("done, but %w: %d of %d files not at all, %d in part", errPartly, n, r.Seen, r.Partly)
	}
	return nil
}

// writeFile writes a file whole or not at all; "-" is stdout.
func (a *app) writeFile(name string, data []byte) error {
	if name == "-" {
		_, err := a.stdout.Write(data)
		return err
	}
	return maybe.WriteFile(name, data, 0o644)
}

// writeReports writes the files that o asks for.
func (a *app) writeReports(o indexOptions, r *batch.Report) error {
	var errs []error
	if o.report != "" {
		var b bytes.Buffer
		errs = append(errs, writeJSON(&b, r), a.writeFile(o.report, b.Bytes()))
	}
	if o.metrics != "" {
		before, _ := os.ReadFile(o.metrics)
		errs = append(errs, a.writeFile(o.metrics, r.Metrics(before, time.Now())))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("the report cannot be written: %w", err)
	}
	return nil
}

// tellIndex says where the documents of c can be found.
func (a *app) tellIndex(c *styrdok.Collection) {
	a.log.Info("index", "folder", a.config.Index, "documents", len(c.Documents))
}

// openIndex opens the index for reading.
func (a *app) openIndex() (*index.Index, error) {
	ix, err := index.Open(a.config.Index, a.engine())
	switch {
	case errors.Is(err, index.ErrNotFound):
		return nil, noIndex(err)
	case err != nil:
		return nil, advise(err)
	}
	return ix, nil
}

// advise adds to an error of the index what to do.
func advise(err error) error {
	switch {
	case errors.Is(err, index.ErrDamaged):
		return fmt.Errorf("%w; mend it with \"styrdok verify --repair\"", err)
	case errors.Is(err, index.ErrFormat):
		return fmt.Errorf("%w; make it anew from its documents with \"styrdok rebuild\"", err)
	}
	return err
}
