package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/policy/swedish"
)

type analyzeOptions struct {
	format *choice
}

func newAnalyzeCommand(a *app) *cobra.Command {
	o := analyzeOptions{format: newChoice("text", "jsonl")}
	cmd := &cobra.Command{
		Use:   "analyze WORD…",
		Short: "Show how words are understood: base forms and the parts of compounds",
		Long: `analyze shows for each word its base forms (lemmas) and, for a compound, its parts: what search finds it by.
A word that is no compound has no parts. Words that begin with a hyphen stand after "--".`,
		Example: `  styrdok analyze vänortsavtalet målen
  styrdok analyze --format jsonl -- uppföljningsansvar`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.action(func(_ context.Context, args []string) error { return a.analyze(o, args) }),
	}
	cmd.Flags().Var(o.format, "format", "what is printed: text, or jsonl (an object a line)")
	return cmd
}

// An analysis is what is known of a word: a line of "analyze --format jsonl".
type analysis struct {
	Word   string   `json:"word"`
	Lemmas []string `json:"lemmas"`
	Parts  []string `json:"parts"`
}

func (a *app) analyze(o analyzeOptions, words []string) error {
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	for _, w := range words {
		r := analysis{Word: w, Lemmas: orEmpty(swedish.Lemmas(w)), Parts: orEmpty(swedish.Parts(w))}
		var err error
		if o.format.value == "jsonl" {
			err = enc.Encode(r)
		} else {
			_, err = fmt.Fprintf(a.stdout, "%s\t%s\t%s\n", r.Word, strings.Join(r.Lemmas, " "), strings.Join(r.Parts, "+"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// orEmpty returns a list that JSON shows as [], not null.
func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
