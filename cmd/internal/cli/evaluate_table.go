package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/styrdok/styrdok/policy/evaluation"
)

// A scoreRow is a score with what it is of: a tag, a document, both, or neither (all).
type scoreRow struct {
	tag, document string
	evaluation.Score
}

// scoreRows returns the scores of r: all, each tag, each document, each tag in each document.
func scoreRows(r *evaluation.Result) []scoreRow {
	rows := []scoreRow{{"", "", r.All}}
	for _, t := range r.Tags {
		rows = append(rows, scoreRow{t.Tag, "", t.Score})
	}
	for _, d := range r.Documents {
		rows = append(rows, scoreRow{"", d.Document, d.Score})
	}
	for _, t := range r.Tags {
		for _, d := range t.Documents {
			rows = append(rows, scoreRow{t.Tag, d.Document, d.Score})
		}
	}
	return rows
}

// writeScores writes the scores of r as a table for people.
func writeScores(w io.Writer, r *evaluation.Result) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(name string, s evaluation.Score) {
		interval := ""
		if s.Interval != nil {
			interval = fmt.Sprintf("%.3f-%.3f", s.Interval.Low, s.Interval.High)
		}
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%.3f\t%s\t%d\n", name, s.Precision, s.Recall, s.F1, interval, s.Words.Required)
	}
	head := func(name string) { fmt.Fprintf(t, "%s\tPRECISION\tRECALL\tF1\t95 %%\tWORDS\n", name) }
	head("TAG")
	for _, x := range r.Tags {
		row(x.Tag, x.Score)
	}
	row("all", r.All)
	fmt.Fprintln(t)
	head("DOCUMENT")
	for _, d := range r.Documents {
		row(oneLine(d.Document), d.Score)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\nF1 %.3f; lowest tag %.3f; %s\n", r.All.F1, r.LowestTag, notLocated(r))
	return err
}

// notLocated says of how many labels of r the quote stands nowhere.
func notLocated(r *evaluation.Result) string {
	missed := 0
	for _, m := range r.NotLocated {
		if m.Level == evaluation.Required {
			missed++
		}
	}
	s := fmt.Sprintf("quotes not located: %d", len(r.NotLocated))
	if missed > 0 {
		s += fmt.Sprintf(" (%d required, counted as missed)", missed)
	}
	return s
}

// writeScoresCSV writes the scores of r as CSV: a row of all first, then by tag, by document, by both.
func writeScoresCSV(w io.Writer, r *evaluation.Result) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"tag", "document", "precision", "recall", "f1", "f1_low", "f1_high",
		"words_predicted", "words_right", "words_required", "words_found"})
	for _, s := range scoreRows(r) {
		low, high := "", ""
		if s.Interval != nil {
			low, high = decimal(s.Interval.Low), decimal(s.Interval.High)
		}
		_ = out.Write([]string{s.tag, s.document, decimal(s.Precision), decimal(s.Recall), decimal(s.F1), low, high,
			strconv.Itoa(s.Words.Predicted), strconv.Itoa(s.Words.Right), strconv.Itoa(s.Words.Required), strconv.Itoa(s.Words.Found)})
	}
	out.Flush()
	return out.Error()
}

// writeMistakesCSV writes the mistakes of r as CSV.
func writeMistakesCSV(w io.Writer, r *evaluation.Result) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"kind", "document", "tag", "level", "quote", "page", "line", "evidence"})
	for _, list := range [][]evaluation.Mistake{r.Mistakes, r.NotLocated} {
		for _, m := range list {
			_ = out.Write([]string{string(m.Kind), m.Document, m.Tag, string(m.Level), m.Quote, orNothing(m.Page), orNothing(m.Line),
				strings.Join(m.Evidence, " | ")})
		}
	}
	out.Flush()
	return out.Error()
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// orNothing writes n, or nothing for 0.
func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
