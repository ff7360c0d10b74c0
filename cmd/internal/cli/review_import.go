package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

func newReviewImportCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take in the verdicts of a table",
		Long: `import reads the verdicts of FILE, a workbook or a table with tab, semicolon or comma between the cells (UTF-8), and keeps
them beside the index. If a line cannot be used, all such lines are named, and nothing changes. A verdict whose quote does
not stand in its document, or at several places, is named and left out; the exit code is then 3. The documents concerned are
indexed anew.`,
		Example: `  styrdok review import granskning.xlsx`,
		Args:    cobra.ExactArgs(1),
		RunE:    a.action(func(ctx context.Context, args []string) error { return a.reviewImport(ctx, args[0]) }),
	}
	f := cmd.Flags()
	addIndexFlag(f)
	f.String("taxonomy", "", "`file` of the taxonomy that the documents were tagged by, for what tags there are")
	return cmd
}

// notApplied is how many verdicts fit no place.
type notApplied int

func (n notApplied) Error() string {
	return fmt.Sprintf("done, but %d verdicts fit no place in their document and were left out", int(n))
}

// Is makes it an error of input that could not be read.
func (n notApplied) Is(target error) bool { return target == errPartly }

func (a *app) reviewImport(ctx context.Context, path string) error {
	verdicts, err := a.readVerdicts(path)
	if err != nil {
		return err
	}
	if len(verdicts) == 0 {
		a.log.Info("no verdict is given, nothing changes", "file", path)
		return nil
	}
	stored, err := a.corrections()
	if err != nil {
		return err
	}
	w, err := a.amendingWriter(func(d *policy.Document) *policy.Document { return amended(d, stored) })
	if err != nil {
		return err
	}
	defer w.Close()
	c, err := a.asRead(ctx)
	if err != nil {
		return err
	}
	accepted, refused, err := a.sortVerdicts(path, verdicts, c.Documents)
	if err != nil {
		return err
	}
	if len(accepted) == 0 {
		return notApplied(refused)
	}
	if stored, err = a.corrections(); err != nil { // under the lock: another import may have come between
		return err
	}
	stored = review.Merge(settled(stored, c.Documents), accepted)
	touched, err := a.store(ctx, w, stored, accepted, c.Documents)
	if err != nil {
		return err
	}
	a.log.Info("review", "verdicts", len(accepted), "documents", touched, "corrections", len(stored))
	if refused > 0 {
		return notApplied(refused)
	}
	return nil
}

// store writes the corrections stored and indexes the documents that accepted are about anew. It returns how many those are.
func (a *app) store(ctx context.Context, w *index.Writer, stored, accepted []review.Correction, docs []*policy.Document) (int, error) {
	touched := 0
	for _, d := range docs {
		if len(review.Of(d, accepted)) == 0 {
			continue
		}
		touched++
		if err := w.Reindex(d.ID); err != nil {
			return 0, err
		}
	}
	if err := a.writeCorrections(stored); err != nil { // first what cannot be made again
		return 0, err
	}
	return touched, w.Commit(ctx)
}

// amendingWriter locks the index, which must be there, for a generation that starts with what it holds.
func (a *app) amendingWriter(amend func(*policy.Document) *policy.Document) (*index.Writer, error) {
	ix, err := a.openIndex()
	if err != nil {
		return nil, err
	}
	if err := ix.Close(); err != nil {
		return nil, err
	}
	return a.newWriter(index.WriterOptions{Amend: amend})
}

// readVerdicts reads the file at path.
func (a *app) readVerdicts(path string) ([]review.Correction, error) {
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, usagef("%v", err)
	}
	var list []review.Correction
	if bytes.HasPrefix(data, []byte("PK")) { // a ZIP file, as a workbook is
		cells, err := render.ReadTable(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		list, err = review.ParseCells(filepath.Base(path), cells, tagNames(r.Tags()))
		if err != nil {
			return nil, a.badLines(err, path)
		}
		return list, nil
	}
	if list, err = review.Parse(path, data, tagNames(r.Tags())); err != nil {
		return nil, a.badLines(err, path)
	}
	return list, nil
}

// settled returns corrections as they stand in docs now, so that later verdicts on the same things are known; those that fit no
// place stay as they are.
func settled(corrections []review.Correction, docs []*policy.Document) []review.Correction {
	out := slices.Clone(corrections)
	for _, d := range docs {
		for i, c := range out {
			if len(review.Of(d, out[i:i+1])) > 0 {
				out[i], _ = review.Settle(d, c)
			}
		}
	}
	return out
}

// sortVerdicts returns the verdicts that fit their documents, as they stand there, and how many do not, which are named. A
// document that is not there is an error.
func (a *app) sortVerdicts(path string, verdicts []review.Correction, docs []*policy.Document) ([]review.Correction, int, error) {
	var accepted []review.Correction
	refused, unknown := 0, 0
	for _, v := range verdicts {
		i := slices.IndexFunc(docs, func(d *policy.Document) bool { return d.ID == v.Document })
		if i < 0 {
			a.log.Error(fmt.Sprintf("%s:%d: no document %q in the index", path, v.Line, v.Document))
			unknown++
			continue
		}
		fit, problem := review.Settle(docs[i], v)
		switch problem {
		case "":
		case review.Agrees:
			a.log.Info("the program says the same", "file", path, "line", v.Line, "name", v.Name)
		default:
			refused++
			a.log.Warn("verdict left out", "file", path, "line", v.Line, "document", v.Document, "name", v.Name, "reason", problems[problem])
			continue
		}
		accepted = append(accepted, fit)
	}
	if unknown > 0 {
		return nil, 0, usagef("%s: %d lines are about documents that are not in the index", path, unknown)
	}
	return accepted, refused, nil
}
