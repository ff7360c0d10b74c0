package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/index"
)

type searchOptions struct {
	format      *choice
	sort        *choice
	limit, from int
	like        string
	facets      bool
	// alone looks for the words of the query only.
	alone bool
}

// searchFacets are the fields whose values are counted.
var searchFacets = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear}

func newSearchCommand(a *app) *cobra.Command {
	o := searchOptions{format: newChoice("text", "json", "csv"), sort: newChoice("score", "year", "document")}
	cmd := &cobra.Command{
		Use:   "search QUERY…",
		Short: "Find passages in the index, each with its document and page",
		Long: `search finds passages. A word is found in all its inflections and inside compounds, also if it was typed without å, ä and ö;
passages with more of the words come first.

  vänort avtal          passages with either
  +vänort avtal         vänort is required
  vänort -projekt       without the word
  '"gällande avtal"'    these words side by side
  internat*             words that begin so
  municipality:Hylte    in documents of a municipality; "Upplands Väsby" in quotes; or kommun:
  tag:responsibility    with a sentence that is tagged so; or tagg:
  kind:policy           in documents of a kind; or typ:
  year:2014..2018       of a year, or years: 2014.. and ..2018 and >=2014; or år:
  section:ansvar        under a heading with the word; or avsnitt:
  document:hylte*       in a document, or those whose names begin so; or dokument:

Filters of one field are alternatives, those of different fields must all fit; a minus before one leaves out what it names.

Words for the same are also looked for, with less weight: dagis finds förskola, SFI finds "svenska för invandrare". The output says which. A word
that is required (+dagis) or quoted ('"dagis"') means itself; --no-synonyms takes all words of the query so.

Each hit names its passage (hylte-riktlinjer#12). --like takes such a name and finds the passages most like that one; a
query of filters narrows it.

Of CSV each line is a hit: ` + strings.Join(hitColumns, ", ") + `.

A search without hits ends with exit code 0, without an index with 10.`,
		Example: `  styrdok search vänort municipality:Hylte
  styrdok search '"en gång per mandatperiod" tag:follow-up' --facets
  styrdok search --no-synonyms dagis
  styrdok search --sort year 'upphandling year:2020..'
  styrdok search --like hylte-riktlinjer#12 -- -municipality:Hylte
  styrdok search --format json --limit 50 'uppföljning tag:follow-up'
  styrdok search --format csv --limit 1000 '+avfall tag:goals'`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && o.like == "" {
				return errors.New("a query is needed, or --like")
			}
			return nil
		},
		RunE: a.action(func(ctx context.Context, args []string) error {
			return a.search(ctx, o, strings.Join(args, " "))
		}),
	}
	f := cmd.Flags()
	f.Var(o.format, "format", "what is printed: text, json or csv")
	f.Var(o.sort, "sort", "what comes first: the best, the newest, or by document")
	f.IntVar(&o.limit, "limit", index.DefaultLimit, "`number` of hits to print")
	f.IntVar(&o.from, "from", 0, "`number` of hits to pass over")
	f.StringVar(&o.like, "like", "", "find what is like the passage with this `ID`, such as hylte-riktlinjer#12")
	f.BoolVar(&o.alone, "no-synonyms", false, "look for the words of the query alone, not for others that mean the same")
	f.BoolVar(&o.facets, "facets", false, "print how many of the passages each municipality, tag, kind and year has (json has it always)")
	addIndexFlag(f)
	return cmd
}

// queryArgs returns args so that of a search "-word", which leaves out a word, is no flag: a space goes before it.
func queryArgs(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd.Name() != "search" {
		return args
	}
	out := slices.Clone(args)
	for i, arg := range out {
		if arg == "--" {
			break
		}
		word := len(arg) > 1 && arg[0] == '-' && arg[1] != '-' && arg != "-h"
		if word && !(i > 0 && takesValue(cmd, out[i-1])) {
			out[i] = " " + arg
		}
	}
	return out
}

// takesValue reports whether arg is a flag of cmd whose value is the next argument.
func takesValue(cmd *cobra.Command, arg string) bool {
	name, isFlag := strings.CutPrefix(arg, "--")
	f := cmd.Flag(name)
	return isFlag && f != nil && f.NoOptDefVal == ""
}

func (a *app) search(ctx context.Context, o searchOptions, query string) error {
	if o.like == "" && !strings.ContainsFunc(query, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return usagef("there is no word in the query %q", query)
	}
	if o.limit < 1 || o.limit > index.MaxLimit || o.from < 0 {
		return usagef("--limit goes from 1 to %d, --from begins at 0", index.MaxLimit)
	}
	ix, err := a.openIndex()
	if err != nil {
		return err
	}
	defer ix.Close()
	opts := index.SearchOptions{Limit: o.limit, From: o.from, NoSynonyms: o.alone}
	if o.facets || o.format.value == "json" {
		opts.Facets = searchFacets
	}
	if o.sort.value != "score" {
		opts.Sort = index.Sort(o.sort.value)
	}
	var results *index.Results
	if o.like != "" {
		results, err = ix.Like(ctx, o.like, query, opts)
	} else {
		results, err = ix.Search(ctx, query, opts)
	}
	if errors.Is(err, index.ErrQuery) || errors.Is(err, index.ErrNoPassage) {
		return usagef("%v", err)
	}
	if err != nil {
		return err
	}
	switch o.format.value {
	case "json":
		return writeJSON(a.stdout, results)
	case "csv":
		return writeHitsCSV(a.stdout, results)
	}
	return printHits(a.stdout, results, colored(a.stdout))
}

// printHits prints results for people, the words that match in bold if color is true.
func printHits(out io.Writer, r *index.Results, color bool) error {
	w := bufio.NewWriter(out)
	for i, h := range r.Hits {
		municipality := h.Municipality
		if municipality == "" {
			municipality = "unassigned"
		}
		fmt.Fprintf(w, "%d. %s, %s, page %d", r.From+i+1, oneLine(municipality), oneLine(h.Source), h.Page)
		if len(h.Tags) > 0 {
			fmt.Fprintf(w, " [%s]", oneLine(strings.Join(reviewedTags(h), ", ")))
		}
		fmt.Fprintf(w, "\n   %s\n   (%s)\n\n", marked(h.Snippet, color), oneLine(strings.Join(append([]string{h.ID}, h.Section...), ", ")))
	}
	printFacets(w, r)
	printUnknown(w, r)
	printSynonyms(w, r)
	if r.Suggestion != "" {
		fmt.Fprintf(w, "did you mean: %s\n", oneLine(r.Suggestion))
	}
	if r.Relaxed {
		fmt.Fprintln(w, "no passage has these words; these have parts of them")
	}
	fmt.Fprintf(w, "%d of %d passages\n", len(r.Hits), r.Total)
	return w.Flush()
}

// reviewedTags returns the tags of h, those for which a person vouches marked so.
func reviewedTags(h index.Hit) []string {
	tags := slices.Clone(h.Tags)
	for i, t := range tags {
		if slices.Contains(h.Reviewed, t) {
			tags[i] += " (by a person)"
		}
	}
	return tags
}

// marked returns a snippet for a terminal: its <mark> as bold, or left out.
func marked(snippet string, color bool) string {
	if color {
		return between(snippet, "\x1b[1m", "\x1b[0m")
	}
	return between(snippet, "", "")
}

// between returns a snippet as one line of plain text, with before and after around the words that are marked in it.
func between(snippet, before, after string) string {
	var b strings.Builder
	for snippet != "" {
		plain, rest, found := strings.Cut(snippet, "<mark>")
		b.WriteString(oneLineKeepingEnds(html.UnescapeString(plain)))
		if !found {
			break
		}
		word, next, _ := strings.Cut(rest, "</mark>")
		b.WriteString(before + oneLineKeepingEnds(html.UnescapeString(word)) + after)
		snippet = next
	}
	return b.String()
}

// oneLineKeepingEnds is oneLine for a piece of a line: spaces at its ends are kept.
func oneLineKeepingEnds(s string) string {
	line := oneLine(s)
	if line == "" && s != "" {
		return " "
	}
	if strings.TrimLeft(s, " \n\t") != s {
		line = " " + line
	}
	if strings.TrimRight(s, " \n\t") != s {
		line += " "
	}
	return line
}
