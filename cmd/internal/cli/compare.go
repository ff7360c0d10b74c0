package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
)

type compareOptions struct {
	out       string
	format    *choice
	documents []string
	// folder is true if --out was given.
	folder bool
	scope  scopeOptions
}

func newCompareCommand(a *app) *cobra.Command {
	o := compareOptions{format: newChoice(textFormats()...)}
	cmd := &cobra.Command{
		Use:   "compare [--out DIR] [--documents ID…]",
		Short: "Compare the documents of the index",
		Long: `compare lays the documents of the index side by side, as run does, without reading them again. With --out it writes the
whole report into a folder; without, it prints one format. --documents compares just those, by their IDs ("styrdok search"
and "export documents" tell them); more IDs may follow as arguments. Two documents of one municipality are compared as an
older and a newer version: what came, went, was reworded or moved, section by section.

--tag, --kind and --year restrict the report to some tags, kinds of document or years of adoption; the report says what that
left out. --peers compares the members of a peer group alone, which stands in styrdok.yaml (see "styrdok config --default").`,
		Example: `  styrdok compare --out rapport
  styrdok compare --format md --lang en > report.md
  styrdok compare --documents ale-policy hylte-riktlinjer
  styrdok compare --documents parkpolicy-2011 parkpolicy-2023 > andringar.md
  styrdok compare --tag goals --kind policy --kind strategi --year 2015- --out rapport
  styrdok compare --peers Kustkommuner --out kusten`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 && len(o.documents) == 0 {
				return fmt.Errorf("unknown argument %q: documents are named by --documents", args[0])
			}
			return nil
		},
	}
	f := cmd.Flags()
	cmd.RunE = a.action(func(ctx context.Context, args []string) error {
		o.documents = append(o.documents, args...)
		o.folder = f.Changed("out")
		return a.compare(ctx, o)
	})
	f.StringVarP(&o.out, "out", "o", "", "`folder` that the report is written to")
	f.Var(o.format, "format", "what is printed without --out")
	f.StringArrayVar(&o.documents, "documents", nil, "`ID` of a document to compare")
	o.scope.add(f)
	cmd.MarkFlagsMutuallyExclusive("out", "format")
	addIndexFlag(f)
	f.String("taxonomy", "", "`file` of the taxonomy that the documents were tagged by, for what its tags are called")
	addReportFlags(f)
	return cmd
}

// compared compares the documents of c, and gives up when ctx ends: nothing is written yet, and the program ends.
func compared(ctx context.Context, c *styrdok.Collection, opts styrdok.CompareOptions) (*compare.Report, error) {
	done := make(chan *compare.Report, 1)
	go func() { done <- styrdok.Compare(c, opts) }()
	select {
	case r := <-done:
		return r, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// An until writes until its context ends.
type until struct {
	ctx context.Context
	w   io.Writer
}

func (u until) Write(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.w.Write(p)
}

// textFormats are the formats of a report that may go to a terminal, Markdown first.
func textFormats() []string {
	formats := []string{"md"}
	for _, f := range render.TextFormats() {
		if f != "md" {
			formats = append(formats, f)
		}
	}
	return formats
}

func (a *app) compare(ctx context.Context, o compareOptions) error {
	boundMemory()
	c, err := a.fromIndex(ctx, o.documents...)
	if err != nil {
		return err
	}
	opts := a.compareOptions(o.out)
	if opts.Scope, err = a.scope(c, o.scope); err != nil {
		return err
	}
	opts.AsVersions = len(o.documents) == 2
	if !o.folder {
		opts.Folder = ""
		report, err := compared(ctx, c, opts)
		if err != nil {
			return err
		}
		return render.Write(until{ctx, a.stdout}, o.format.value, report, render.Options{Lang: a.config.Lang, CSV: a.config.CSV})
	}
	var paths []string
	for _, d := range c.Documents {
		paths = append(paths, d.Path)
	}
	if err := checkOut(o.out, a.indexFolder(), paths); err != nil {
		return err
	}
	if err := a.writeReport(ctx, c, opts); err != nil {
		return err
	}
	a.log.Info("report", "file", filepath.Join(o.out, "index.html"))
	return nil
}
