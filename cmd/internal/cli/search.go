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

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/index"
)

type searchOptions struct {
	format      *choice
	sort        *choice
	limit, from int
}

// searchFacets are the fields whose values are counted in the JSON.
var searchFacets = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear}

func newSearchCommand(a *app) *cobra.Command {
	o := searchOptions{format: newChoice("text", "json"), sort: newChoice("score", "year", "document")}
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find passages in the index, each with its document and page",
		Long: `search finds passages. A word is found in all its inflections and inside compounds; passages with more of the words come
first.

  vänort avtal          passages with either
  +vänort avtal         vänort is required
  vänort -projekt       without the word (put the query in quotes, or after --)
  '"gällande avtal"'    these words side by side
  internat*             words that begin so
  municipality:Hylte tag:responsibility kind:policy year:2014..2018 section:ansvar document:hylte-riktlinjer

A search without hits ends with exit code 0, without an index with 10.`,
		Example: `  styrdok search vänort municipality:Hylte
  styrdok search --format json --limit 50 'uppföljning tag:follow-up'`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.action(func(ctx context.Context, args []string) error {
			return a.search(ctx, o, strings.Join(args, " "))
		}),
	}
	f := cmd.Flags()
	f.Var(o.format, "format", "what is printed: text or json")
	f.Var(o.sort, "sort", "what comes first: the best, the newest, or by document")
	f.IntVar(&o.limit, "limit", index.DefaultLimit, "`number` of hits to print")
	f.IntVar(&o.from, "from", 0, "`number` of hits to pass over")
	addIndexFlag(f)
	return cmd
}

func (a *app) search(ctx context.Context, o searchOptions, query string) error {
	if o.limit < 1 || o.limit > index.MaxLimit || o.from < 0 {
		return usagef("--limit goes from 1 to %d, --from begins at 0", index.MaxLimit)
	}
	ix, err := a.openIndex()
	if err != nil {
		return err
	}
	defer ix.Close()
	opts := index.SearchOptions{Limit: o.limit, From: o.from, Facets: searchFacets}
	if o.sort.value != "score" {
		opts.Sort = index.Sort(o.sort.value)
	}
	results, err := ix.Search(ctx, query, opts)
	if errors.Is(err, index.ErrQuery) {
		return usagef("%v", err)
	}
	if err != nil {
		return err
	}
	if o.format.value == "json" {
		return writeJSON(a.stdout, results)
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
		fmt.Fprintf(w, "\n   %s\n\n", marked(h.Snippet, color))
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
	const bold, normal = "\x1b[1m", "\x1b[0m"
	var b strings.Builder
	for snippet != "" {
		before, rest, found := strings.Cut(snippet, "<mark>")
		b.WriteString(oneLineKeepingEnds(html.UnescapeString(before)))
		if !found {
			break
		}
		word, after, _ := strings.Cut(rest, "</mark>")
		word = oneLineKeepingEnds(html.UnescapeString(word))
		if color {
			word = bold + word + normal
		}
		b.WriteString(word)
		snippet = after
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
