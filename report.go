package styrdok

import (
	"context"
	"path/filepath"
	"time"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/policy"
)

// CompareOptions steers a comparison. The zero value works.
type CompareOptions struct {
	// AsOf is the day for which ages are reckoned; the zero time is today.
	AsOf time.Time
	// Folder is where the report will be written: links to the source files are relative to it. "" leaves links out.
	Folder string
	// Generator names the program and its version in the report.
	Generator string
	// Taxonomy names the taxonomy in the report.
	Taxonomy string
	// Peers are groups of municipalities to hold against one another; Scope restricts the report; AsVersions compares two
	// documents of one municipality as versions of each other. See compare.Options.
	Peers      []compare.PeerGroup
	Scope      compare.Scope
	AsVersions bool
	// Workers is how much is done at once; 0 is one thing after the other. The report does not depend on it.
	Workers int
}

// WriteOptions steers how a report is written. The zero value works.
type WriteOptions struct {
	// Lang is "sv" (the default) or "en".
	Lang string
	// CSV is the form of the CSV files: render.CSVStandard (also "") or render.CSVExcelSV.
	CSV string
	// Workers is how many files are written at once; 0 is one.
	Workers int
}

// Compare lays the documents of c side by side, by municipality.
func Compare(c *Collection, opts CompareOptions) *compare.Report {
	if opts.AsOf.IsZero() {
		opts.AsOf = time.Now()
	}
	return compare.Documents(c.Documents, compare.Options{
		AsOf: opts.AsOf, Tags: c.Tags, SetAside: c.SetAside, Generator: opts.Generator,
		Links: links(c.Documents, opts.Folder), Taxonomy: opts.Taxonomy, Peers: opts.Peers, Scope: opts.Scope, AsVersions: opts.AsVersions,
		Workers: opts.Workers,
	})
}

// Write writes report in every format into the folder dir, which is replaced whole or not at all. A folder that holds
// anything which is not of an earlier report is refused with render.ErrNotOurs. When ctx ends, dir is as it was.
func Write(ctx context.Context, report *compare.Report, dir string, opts WriteOptions) error {
	return render.Folder(ctx, dir, report, render.Options(opts))
}

// links maps each document's ID to the URL reference that leads from folder to its file.
func links(docs []*policy.Document, folder string) map[string]string {
	m := make(map[string]string, len(docs))
	from, err := filepath.Abs(folder)
	if folder == "" || err != nil {
		return m
	}
	if real, err := filepath.EvalSymlinks(from); err == nil {
		from = real // the report is written to where the link leads
	}
	for _, d := range docs {
		if to, err := filepath.Abs(d.Path); d.Path != "" && err == nil {
			m[d.ID] = render.Href(from, to)
		}
	}
	return m
}
