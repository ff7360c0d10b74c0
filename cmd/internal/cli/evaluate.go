package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/evaluation"
)

type evaluateOptions struct {
	gold       string
	facts      string
	format     *choice
	errors     bool
	unlabelled bool
	tags       []string
	draws      int
	seed       uint64
}

const evaluateLong = `evaluate tags the documents at PATH…, or takes those of the index as the program read them, without corrections by people,
and measures the tags against what a person labelled: precision, recall and F1 by tag and by document, in words, each with
a 95 % interval (documents and their sentences drawn anew with replacement).

FILE is a table (UTF-8; tab, semicolon or comma between the cells) whose first line names the columns:

  document   the file's name, with or without extension
  tag        goals, or any other of the taxonomy
  level      required: it must be found; acceptable: it may be, and is neither missed nor wrong
  quote      the sentence, as the document has it

Whatever else is tagged in a labelled document is wrong. A line with nothing but a document says that it carries no tag.
A quote is found in spite of line ends, hyphens, page heads inside it, and one misread word in five; one that stands nowhere in
its document is named, and counts as missed if it was required. "go doc" of policy/evaluation gives the formulas.

With --facts, FILE holds what a person found as facts, as JSON: {"documents": {"plan": {"date": "2014-02-13", …}}} with the
names of "export facts"; null means that the document does not say.`

func newEvaluateCommand(a *app) *cobra.Command {
	o := evaluateOptions{format: newChoice("text", "json", "csv")}
	cmd := &cobra.Command{
		Use:   "evaluate {--gold | --facts} FILE [PATH…]",
		Short: "Measure tags or facts against a labelled file of one's own",
		Long:  evaluateLong,
		Example: `  styrdok evaluate --gold testdata/labelled/passages.tsv testdata/labelled/*.txt
  styrdok evaluate --gold labelled.csv --errors --taxonomy taxonomy.yaml kommuner
  styrdok evaluate --facts testdata/gold/facts.json testdata/kommuner`,
		RunE: a.action(func(ctx context.Context, args []string) error {
			if o.facts != "" {
				return a.evaluateFacts(ctx, o, args)
			}
			return a.evaluate(ctx, o, args)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&o.gold, "gold", "", "`file` of the labels")
	f.StringVar(&o.facts, "facts", "", "`file` of the facts")
	cmd.MarkFlagsOneRequired("gold", "facts")
	cmd.MarkFlagsMutuallyExclusive("gold", "facts")
	f.Var(o.format, "format", "what is printed: text, json, or csv")
	f.BoolVar(&o.errors, "errors", false, "list the sentences or facts that are missed or wrong; as csv, they alone")
	f.BoolVar(&o.unlabelled, "unlabelled", false, "count a document without any label as one that carries no tag")
	f.StringArrayVar(&o.tags, "tag", nil, "measure just this `tag` (default: those that the file names)")
	f.IntVar(&o.draws, "draws", evaluation.DefaultDraws, "`number` of draws for the interval; 0 for none")
	f.Uint64Var(&o.seed, "seed", 1, "`number` that decides the draws")
	addIndexFlag(f)
	addReadFlags(f)
	return cmd
}

func (a *app) evaluate(ctx context.Context, o evaluateOptions, paths []string) error {
	data, err := os.ReadFile(o.gold)
	if err != nil {
		return usagef("--gold: %v", err)
	}
	labels, err := evaluation.ParseLabels(o.gold, data)
	if err != nil {
		return a.badLines(err, "--gold "+o.gold)
	}
	if o.draws < 0 {
		return usagef("--draws %d: want 0 or more", o.draws)
	}
	if o.draws == 0 {
		o.draws = -1
	}
	c, err := a.collectAsRead(ctx, paths)
	if err != nil {
		return err
	}
	r := evaluation.Measure(c.Documents, labels, evaluation.Options{
		Tags: o.tags, Unlabelled: o.unlabelled, Draws: o.draws, Seed: o.seed,
	})
	a.tellEvaluation(r, c, o.gold)
	if len(r.Documents) == 0 {
		return fmt.Errorf("nothing was measured: none of the documents is named in %s", o.gold)
	}
	if err := writeEvaluation(a.stdout, o, r); err != nil {
		return err
	}
	if len(paths) == 0 {
		return nil
	}
	return partly(c)
}

// badLines names each line that err, of a table, tells of, and returns the error to end with.
func (a *app) badLines(err error, what string) error {
	lines := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		lines = joined.Unwrap()
	}
	if len(lines) == 1 {
		return &usageError{lines[0].Error()}
	}
	for _, l := range lines {
		a.log.Error(l.Error())
	}
	return usagef("%s: %d lines cannot be used", what, len(lines))
}

// tellEvaluation names what was not measured, and why.
func (a *app) tellEvaluation(r *evaluation.Result, c *styrdok.Collection, gold string) {
	lines := map[string][]int{}
	var names []string
	for _, l := range r.NoDocument {
		if lines[l.Document] == nil {
			names = append(names, l.Document)
		}
		lines[l.Document] = append(lines[l.Document], l.Line)
	}
	for _, name := range names {
		a.log.Warn("no such document, its labels do not count", "document", name, "file", gold, "lines", pageRanges(lines[name]))
	}
	if n := len(r.Unlabelled); n > 0 {
		a.log.Info("without labels, not measured", "documents", n)
	}
	for _, m := range r.NotLocated {
		a.log.Warn("the quote does not stand in the document", "document", m.Document, "file", gold, "line", m.Line, "tag", m.Tag)
	}
	for _, t := range r.Tags {
		if !slices.ContainsFunc(c.Tags, func(d policy.TagDefinition) bool { return d.Name == t.Tag }) {
			a.log.Warn("the taxonomy has no such tag", "tag", t.Tag)
		}
	}
}

// writeEvaluation writes r as o says.
func writeEvaluation(w io.Writer, o evaluateOptions, r *evaluation.Result) error {
	switch {
	case o.format.value == "json":
		if !o.errors {
			r.Mistakes = []evaluation.Mistake{}
		}
		return writeJSON(w, r)
	case o.format.value == "csv" && o.errors:
		return writeMistakesCSV(w, r)
	case o.format.value == "csv":
		return writeScoresCSV(w, r)
	}
	return errors.Join(writeScores(w, r), writeMistakes(w, o, r))
}
