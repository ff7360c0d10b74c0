package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

type extractOptions struct {
	format *choice
}

func newExtractCommand(a *app) *cobra.Command {
	o := extractOptions{format: newChoice("text", "json")}
	cmd := &cobra.Command{
		Use:   "extract FILE",
		Short: "Print a document's text, or all that was read of it",
		Long: `extract prints the text of one document in reading order, page heads and feet included, a form feed between pages; of a web
page, the content without menus and buttons.
With --format json it prints all that was read and understood: pages, sections, sentences, tags, facts, issues.
An encrypted PDF needs --password or STYRDOK_PDF_PASSWORD. The exit code is 3 if a part could not be read.`,
		Example: `  styrdok extract policy.pdf
  styrdok extract policy.pdf --format json | jq '.sections[].heading'
  STYRDOK_PDF_PASSWORD=… styrdok extract hemlig.pdf`,
		Args: cobra.ExactArgs(1),
		RunE: a.action(func(ctx context.Context, args []string) error { return a.extract(ctx, o, args[0]) }),
	}
	cmd.Flags().Var(o.format, "format", "what is printed: text or json")
	addReadFlags(cmd.Flags())
	return cmd
}

func (a *app) extract(ctx context.Context, o extractOptions, file string) error {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usagef("%s: no such file", file)
	case err != nil:
		return err
	case info.IsDir():
		return usagef("%s is a folder; extract takes one file", file)
	}
	if o.format.value == "json" {
		return a.extractJSON(ctx, file)
	}
	pool := worker.NewPool(1, worker.Setup{Password: []byte(a.config.Password), OCR: a.ocr(), Fallback: a.config.Fallback, Limits: a.limits()})
	defer pool.Close()
	doc, err := pool.Pages(ctx, file)
	if err != nil {
		return explain(err)
	}
	if err := a.printPages(doc); err != nil {
		return err
	}
	records := make([]policy.Page, len(doc.Pages))
	for i, p := range doc.Pages {
		records[i] = p.Record
	}
	return a.lossError(file, losses(doc.Issues, records))
}

func (a *app) extractJSON(ctx context.Context, file string) error {
	r, err := a.newReader()
	if err != nil {
		return err
	}
	in, err := find([]string{file})
	if err != nil {
		return err
	}
	sources := in.sources
	if len(sources) != 1 {
		return fmt.Errorf("%s: %w", file, extract.ErrUnsupported)
	}
	pool := worker.NewPool(1, r.setup)
	defer pool.Close()
	doc, err := pool.Read(ctx, sources[0], r.mapped(sources[0]))
	if err != nil {
		return explain(err)
	}
	err = writeJSON(a.stdout, struct {
		Schema int `json:"schema"`
		*policy.Document
	}{policy.Schema, doc})
	if err != nil {
		return err
	}
	return a.lossError(file, losses(doc.Issues, doc.Pages))
}

// lossError names what is missing of one file, and returns an error that wraps errPartly if anything is.
func (a *app) lossError(file string, lost []policy.Issue) error {
	a.tellLosses(file, lost)
	if len(lost) > 0 {
		return fmt.Errorf("%s: %w", file, errPartly)
	}
	return nil
}

// explain adds to err what a person can do about it.
func explain(err error) error {
	switch {
	case errors.Is(err, extract.ErrEncrypted):
		return fmt.Errorf("%w; give it with --password or STYRDOK_PDF_PASSWORD", err)
	case errors.Is(err, extract.ErrNoText):
		return fmt.Errorf("%w; a scan needs text recognition first (ocrmypdf)", err)
	}
	return err
}

// printPages prints the text of doc, without what a web page puts around it: blocks with an empty line between them (list items without), pages with a form feed.
func (a *app) printPages(doc *page.Document) error {
	w := bufio.NewWriter(a.stdout)
	for i, p := range doc.Pages {
		if i > 0 {
			w.WriteByte('\f')
		}
		last := page.Kind(-1)
		for _, b := range p.Blocks {
			if b.Kind == page.Hidden || b.Kind == page.Chrome {
				continue
			}
			if last >= 0 && !(last == page.ListItem && b.Kind == page.ListItem) {
				w.WriteByte('\n')
			}
			last = b.Kind
			w.WriteString(strings.TrimSpace(b.Marker+" "+b.Text) + "\n")
		}
	}
	return w.Flush()
}
