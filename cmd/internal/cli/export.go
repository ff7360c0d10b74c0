package cli

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
)

func newExportCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Print tags, facts or whole documents for other programs",
		Long: `export prints what other programs work on: the tagged sentences, the facts, or all that was read. It reads the
documents at PATH…, or takes those of the index if no PATH is given.`,
		Example: `  styrdok export tags kommuner > tags.jsonl
  styrdok export facts --index .styrdok`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return usagef("export what? tags, facts or documents") },
	}
	cmd.AddCommand(
		newExportPart(a, "tags", "Print a line for each tagged sentence", "jsonl", "csv"),
		newExportPart(a, "facts", "Print the facts of each document", "json"),
		newExportPart(a, "documents", "Print all that was read of each document", "json"),
	)
	return cmd
}

// newExportPart returns the command that exports one kind of thing in one of formats.
func newExportPart(a *app, what, short string, formats ...string) *cobra.Command {
	format := newChoice(formats...)
	cmd := &cobra.Command{
		Use:   what + " [PATH…]",
		Short: short,
		Long: short + ". A PATH is a file, a folder or a glob; without any, the documents of the index are taken.\n" +
			"The exit code is 3 if some of the input at PATH could not be read; stderr names it.",
		Example: "  styrdok export " + what + " kommuner/Ale\n" +
			"  styrdok export " + what + " --format " + formats[len(formats)-1] + " --index .styrdok",
		RunE: a.action(func(ctx context.Context, args []string) error {
			return a.export(ctx, what, format.value, args)
		}),
	}
	f := cmd.Flags()
	f.Var(format, "format", "what is printed: "+strings.Join(formats, " or "))
	addIndexFlag(f)
	addReadFlags(f)
	return cmd
}

func (a *app) export(ctx context.Context, what, format string, paths []string) error {
	c, err := a.collect(ctx, paths)
	if err != nil {
		return err
	}
	switch {
	case what == "tags" && format == "csv":
		err = writeTagsCSV(a.stdout, c.Documents)
	case what == "tags":
		err = writeTags(a.stdout, c.Documents)
	case what == "facts":
		err = writeJSON(a.stdout, policy.NewFactsFile(c.Documents))
	default:
		err = writeJSON(a.stdout, struct {
			Schema    int                `json:"schema"`
			Documents []*policy.Document `json:"documents"`
			SetAside  []policy.SetAside  `json:"set_aside"`
		}{policy.Schema, c.Documents, c.SetAside})
	}
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return nil // all of the index was read; what it lacks was told when it was made
	}
	return partly(c)
}

// collect reads the documents at paths, or takes those of the index if there are no paths, as people corrected them.
func (a *app) collect(ctx context.Context, paths []string) (*styrdok.Collection, error) {
	return a.corrected(a.collectAsRead(ctx, paths))
}

// collectAsRead reads the documents at paths, or takes those of the index if there are no paths, as the program has them.
func (a *app) collectAsRead(ctx context.Context, paths []string) (*styrdok.Collection, error) {
	if len(paths) == 0 {
		return a.asRead(ctx)
	}
	in, err := find(paths)
	if err != nil {
		return nil, err
	}
	for _, s := range in.over {
		a.tellPassedOver(s)
	}
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	return a.read(ctx, r, in.sources, in.passed)
}

// writeTags writes the tagged sentences of docs, a JSON object a line.
func writeTags(w io.Writer, docs []*policy.Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range docs {
		for _, r := range policy.TagRecords(d) {
			if err := enc.Encode(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// tagColumns are the columns of the tagged sentences as CSV; lists within a cell are separated by " | ".
var tagColumns = []string{"document", "source", "municipality", "scb_code", "tag", "text", "score", "evidence", "section",
	"page", "pages", "page_label", "span_start", "span_end", "prefix", "suffix", "by", "parent"}

// writeTagsCSV writes the tagged sentences of docs as CSV (RFC 4180, comma, UTF-8).
func writeTagsCSV(w io.Writer, docs []*policy.Document) error {
	out := csv.NewWriter(w)
	if err := out.Write(tagColumns); err != nil {
		return err
	}
	for _, d := range docs {
		for _, r := range policy.TagRecords(d) {
			if err := out.Write(tagRow(r)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func tagRow(r policy.TagRecord) []string {
	pages := make([]string, len(r.Pages))
	for i, p := range r.Pages {
		pages[i] = strconv.Itoa(p)
	}
	const sep = " | "
	return []string{r.Document, r.Source, r.Municipality, r.Code, r.Tag, r.Text,
		strconv.FormatFloat(r.Score, 'f', -1, 64), strings.Join(r.Evidence, sep), strings.Join(r.Section, sep),
		strconv.Itoa(r.Page), strings.Join(pages, sep), r.PageLabel, strconv.Itoa(r.Span[0]), strconv.Itoa(r.Span[1]),
		r.Prefix, r.Suffix, string(r.By), r.Parent}
}
