package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2/maybe"
	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

const reviewLong = `review lets people correct tags and facts: export writes a table, somebody fills in the column verdict, import takes
the verdicts in. They are kept beside the index (corrections.jsonl), are found again by quote and context when documents are read
anew, and hold in every search, export, comparison and report, marked as a person's. Where one fits no place any
more, or several, it is not applied, and the program says so.

The verdicts, in English or Swedish, of a tag or a fact; an empty one says nothing:

  keep    behåll     it is right, whatever the program says later
  remove  ta bort    it is wrong
  change  ändra      it is wrong, and correction says what is right: tags, or the fact in the form of the column value
  add     lägg till  what stands in correction is missing: tags of this sentence, or a fact (in a row of one's own)
  undo    ångra      takes an earlier verdict back

A row may be added by hand: document, kind (tag or fact), name, verdict, correction and a quote that stands in the document.
The facts and the form of their values:

`

func newReviewCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Correct tags and facts in a table, for good",
		Long:  reviewLong + factForms(),
		Example: `  styrdok review export --out granskning.xlsx
  styrdok review import granskning.xlsx`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return usagef("review what? export or import") },
	}
	cmd.AddCommand(newReviewExportCommand(a), newReviewImportCommand(a))
	return cmd
}

// factForms lists the facts that can be corrected, for the help.
func factForms() string {
	forms := review.FactNames()
	var lines []string
	for name, form := range forms {
		lines = append(lines, fmt.Sprintf("  %-26s %s", name, form))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

type reviewExportOptions struct {
	out       string
	format    *choice
	all       bool
	documents []string
}

func newReviewExportCommand(a *app) *cobra.Command {
	o := reviewExportOptions{format: newChoice("csv", "xlsx")}
	cmd := &cobra.Command{
		Use:   "export [--out FILE] [--documents ID…]",
		Short: "Write the tags and facts of the index as a table to correct",
		Long: `export writes a row for each tagged sentence and each fact of the index as the program has them, with the verdicts that
were given before, as CSV (UTF-8, comma) or as a workbook, which is what FILE is if its name ends with .xlsx. A FILE that
exists is left alone, since somebody may have worked in it. Without --out, the table is printed.`,
		Example: `  styrdok review export --out granskning.xlsx --documents ale-policy
  styrdok review export --all > granskning.csv`,
		Args: cobra.NoArgs,
	}
	f := cmd.Flags()
	cmd.RunE = a.action(func(ctx context.Context, _ []string) error {
		if !f.Changed("format") && strings.EqualFold(filepath.Ext(o.out), ".xlsx") {
			o.format.value = "xlsx"
		}
		return a.reviewExport(ctx, o)
	})
	f.StringVarP(&o.out, "out", "o", "", "`file` to write, .xlsx or .csv")
	f.Var(o.format, "format", "csv, or xlsx (default by the name of FILE)")
	f.BoolVar(&o.all, "all", false, "also a row for each sentence without a tag")
	f.StringArrayVar(&o.documents, "documents", nil, "`ID` of a document to review (default: all)")
	addIndexFlag(f)
	return cmd
}

func (a *app) reviewExport(ctx context.Context, o reviewExportOptions) error {
	c, err := a.asRead(ctx, o.documents...)
	if err != nil {
		return err
	}
	corrections, err := a.corrections()
	if err != nil {
		return err
	}
	var rows [][]string
	for _, d := range c.Documents {
		for _, r := range review.Rows(d, corrections, review.RowOptions{All: o.all}) {
			rows = append(rows, r.Cells())
		}
	}
	write := writeReviewCSV
	if o.format.value == "xlsx" {
		write = writeReviewSheet
	}
	if o.out == "" {
		if o.format.value == "xlsx" && isTerminal(a.stdout) {
			return usagef("a workbook is nothing for a terminal: name a file with --out")
		}
		return write(a.stdout, rows)
	}
	if err := writeReviewFile(o.out, rows, write); err != nil {
		return err
	}
	a.log.Info("review", "file", o.out, "documents", len(c.Documents), "rows", len(rows))
	return nil
}

// writeReviewFile writes rows to a file that does not exist yet.
func writeReviewFile(path string, rows [][]string, write func(io.Writer, [][]string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s exists, and somebody may have worked in it; choose another name", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var b bytes.Buffer
	if err := write(&b, rows); err != nil {
		return err
	}
	if err := maybe.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return nil
}

func writeReviewCSV(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	_ = out.Write(review.Columns())
	_ = out.WriteAll(rows)
	return out.Error()
}

// reviewWidths are the widths of the columns of a workbook, in characters.
var reviewWidths = map[string]float64{"section": 24, "value": 36, "quote": 70, "correction": 30, "note": 30, "page": 7, "kind": 10}

func writeReviewSheet(w io.Writer, rows [][]string) error {
	t := render.Table{Name: "Granskning", Columns: review.Columns(), Rows: rows, Choices: map[int][]string{}}
	for i, name := range t.Columns {
		width := reviewWidths[name]
		if width == 0 {
			width = 16
		}
		t.Widths = append(t.Widths, width)
		if name == "verdict" {
			t.Choices[i] = []string{string(review.Keep), string(review.Remove), string(review.Change), string(review.Add), string(review.Undo)}
		}
	}
	return render.WriteTable(w, t)
}

// tagNames returns the names of defs.
func tagNames(defs []policy.TagDefinition) []string {
	names := make([]string, len(defs))
	for i, d := range defs {
		names[i] = d.Name
	}
	return names
}
