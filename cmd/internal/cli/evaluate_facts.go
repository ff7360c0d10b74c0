package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strconv"
	"text/tabwriter"

	"github.com/styrdok/styrdok/policy/evaluation"
)

// evaluateFacts measures the facts of the documents at paths.
func (a *app) evaluateFacts(ctx context.Context, o evaluateOptions, paths []string) error {
	data, err := os.ReadFile(o.facts)
	if err != nil {
		return usagef("--facts: %v", err)
	}
	gold, err := evaluation.ParseFacts(o.facts, data)
	if err != nil {
		return usagef("%v", err)
	}
	c, err := a.collectAsRead(ctx, paths)
	if err != nil {
		return err
	}
	r := evaluation.MeasureFacts(c.Documents, gold)
	for _, id := range r.NoDocument {
		a.log.Warn("no such document, its facts do not count", "document", id, "file", o.facts)
	}
	if len(r.Documents) == 0 {
		return fmt.Errorf("nothing was measured: none of the documents is named in %s", o.facts)
	}
	if !o.errors {
		r.Mistakes = []evaluation.FactMistake{}
	}
	switch {
	case o.format.value == "json":
		err = writeJSON(a.stdout, r)
	case o.format.value == "csv":
		err = writeFactsCSV(a.stdout, o, r)
	default:
		err = writeFacts(a.stdout, r)
	}
	if err != nil || len(paths) == 0 {
		return err
	}
	return partly(c)
}

// writeFacts writes r for people.
func writeFacts(w io.Writer, r *evaluation.FactsResult) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "DOCUMENT\tRIGHT\tASKED\tINVENTED\tUNFAITHFUL\n")
	for _, d := range append(r.Documents, evaluation.FactsDocument{Document: "all", FactsCount: r.FactsCount}) {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\n", oneLine(d.Document), d.Right, d.Asked, d.Invented, d.Unfaithful)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, m := range r.Mistakes {
		line := fmt.Sprintf("\n%s %s %s: ", m.Kind, m.Fact, m.Document)
		if m.Want != "" {
			line += m.Want + "; found: "
		}
		if _, err := fmt.Fprintf(w, "%s%s", line, oneLine(m.Got)); err != nil {
			return err
		}
	}
	if len(r.Mistakes) > 0 {
		_, err := fmt.Fprintln(w)
		return err
	}
	return nil
}

// writeFactsCSV writes the counts of r, or its mistakes if o asks for them, as CSV.
func writeFactsCSV(w io.Writer, o evaluateOptions, r *evaluation.FactsResult) error {
	out := csv.NewWriter(w)
	if o.errors {
		_ = out.Write([]string{"kind", "document", "fact", "want", "got"})
		for _, m := range r.Mistakes {
			_ = out.Write([]string{m.Kind, m.Document, m.Fact, m.Want, m.Got})
		}
	} else {
		_ = out.Write([]string{"document", "right", "asked", "invented", "unfaithful"})
		for _, d := range append([]evaluation.FactsDocument{{FactsCount: r.FactsCount}}, r.Documents...) {
			_ = out.Write([]string{d.Document, strconv.Itoa(d.Right), strconv.Itoa(d.Asked), strconv.Itoa(d.Invented), strconv.Itoa(d.Unfaithful)})
		}
	}
	out.Flush()
	return out.Error()
}
