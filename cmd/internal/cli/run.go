package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/batch"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

type runOptions struct {
	out string
}

func newRunCommand(a *app) *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:   "run PATH… --out DIR",
		Short: "Read, index and compare: the main job",
		Long: `run reads the documents at PATH… (files, folders or globs; a folder named after a municipality says whose they are),
indexes them, compares the municipalities, and writes the report into DIR: index.html, report.md, report.json,
report.xlsx, report.docx, facts.json, and CSV files with their description, datapackage.json. DIR is replaced whole or not
at all; a folder that holds anything else than an earlier report is refused. The index stays in --index, for search, compare and export; it holds these documents and no others
afterwards. What has not changed since it was indexed is not read again ("styrdok index --help").

` + exitCodesHelp,
		Example: `  styrdok run kommuner --out rapport
  styrdok run kommuner/Ale kommuner/Hylte --out rapport --lang en --as-of 2026-01-31
  styrdok run 'arkiv/*.pdf' --mapping municipalities.csv --out rapport
  styrdok run arkiv/vanorter.pdf --municipality Hylte --out rapport`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.action(func(ctx context.Context, args []string) error { return a.run(ctx, o, args) }),
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "`folder` that the report is written to (required)")
	_ = cmd.MarkFlagRequired("out")
	addIndexFlag(f)
	addReadFlags(f)
	addReportFlags(f)
	return cmd
}

func (a *app) run(ctx context.Context, o runOptions, paths []string) error {
	in, err := find(paths)
	if err != nil {
		return err
	}
	if err := checkOut(o.out, a.indexFolder(), inputs(paths, in.sources)); err != nil {
		return err
	}
	c, err := a.readAndIndex(ctx, *in)
	if err != nil {
		return err
	}
	if err := a.writeReport(ctx, c, a.compareOptions(o.out)); err != nil {
		return err
	}
	a.log.Info("report", "file", filepath.Join(o.out, "index.html"))
	a.tellIndex(c)
	return partly(c)
}

// readAndIndex makes what was found the content of the index, as index does, and returns it in the order of the sources, as
// people corrected it. What is in the index and lies elsewhere is taken out: the paths say what is to be compared.
func (a *app) readAndIndex(ctx context.Context, in input) (*styrdok.Collection, error) {
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	c := &styrdok.Collection{Tags: r.Tags()}
	u := update{input: in, reader: r, allowRemovals: true}
	u.done = func(w *index.Writer, corrections []review.Correction) error {
		if err := indexed(ctx, c, in, w); err != nil {
			return err
		}
		a.tell(c)
		a.tellNeedless(a.amend(c, corrections))
		return nil
	}
	if err := a.update(ctx, u, new(batch.Report)); err != nil {
		return nil, err
	}
	if len(c.Documents) == 0 {
		return nil, errNothing
	}
	return c, nil
}

// indexed takes the documents of in, and what was set aside of it, from the index.
func indexed(ctx context.Context, c *styrdok.Collection, in input, w *index.Writer) error {
	records, aside := map[string]index.DocumentRecord{}, map[string]policy.SetAside{}
	for _, r := range w.Documents() {
		records[r.ID] = r
	}
	for _, s := range w.Aside() {
		aside[s.File.Path] = s.SetAside
	}
	over := map[string]bool{}
	for _, s := range w.PassedOver() {
		over[s.File.Path] = true
	}
	c.SetAside = slices.Clone(in.passed)
	var found []index.DocumentRecord
	var paths []string
	for _, s := range in.sources {
		if s, ok := aside[absolute(s.Path)]; ok { // also if it could be read once
			c.SetAside = append(c.SetAside, s)
			continue
		}
		record, ok := records[s.ID]
		if !ok && over[absolute(s.Path)] {
			continue
		}
		if !ok {
			return fmt.Errorf("%s: %w", s.Path, index.ErrDamaged)
		}
		found, paths = append(found, record), append(paths, s.Path)
	}
	var err error
	c.Documents, err = load(ctx, len(found), func(i int) (*policy.Document, error) {
		d, err := w.Document(found[i])
		if err == nil {
			d.Path = paths[i]
		}
		return d, err
	})
	return err
}

// inputs are all paths that a report must not replace.
func inputs(paths []string, sources []styrdok.Source) []string {
	all := append([]string(nil), paths...)
	for _, s := range sources {
		all = append(all, s.Path)
	}
	return all
}

// writeReport compares the documents of c and writes the report into the folder of opts.
func (a *app) writeReport(ctx context.Context, c *styrdok.Collection, opts styrdok.CompareOptions) error {
	boundMemory()
	out := opts.Folder
	report, err := compared(ctx, c, opts)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o777); err != nil {
		return err
	}
	return styrdok.Write(ctx, report, out, styrdok.WriteOptions{Lang: a.config.Lang, CSV: a.config.CSV, Workers: runtime.GOMAXPROCS(0)})
}
