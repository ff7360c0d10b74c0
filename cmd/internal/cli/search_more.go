package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/index"
)

// shownValues is how many values of a facet are printed for people.
const shownValues = 10

// printFacets prints the counts of values, a line a field.
func printFacets(w io.Writer, r *index.Results) {
	for _, f := range searchFacets {
		values := r.Facets[f]
		if len(values) == 0 {
			continue
		}
		var shown []string
		for _, v := range values[:min(shownValues, len(values))] {
			shown = append(shown, fmt.Sprintf("%s %d", oneLine(v.Value), v.Count))
		}
		if more := len(values) - len(shown); more > 0 {
			shown = append(shown, fmt.Sprintf("and %d more", more))
		}
		fmt.Fprintf(w, "%s: %s\n", f, strings.Join(shown, ", "))
	}
}

// printUnknown names the values of filters that no passage has, and where none is like them what there is.
func printUnknown(w io.Writer, r *index.Results) {
	for _, u := range r.Unknown {
		fmt.Fprintf(w, "no passage has %s:%s", u.Field, oneLine(u.Value))
		if u.Nearest == "" && len(u.Known) > 0 {
			fmt.Fprintf(w, "; there are: %s", oneLine(strings.Join(u.Known, ", ")))
		}
		fmt.Fprintln(w)
	}
}

// printSynonyms names what was looked for beside words of the query.
func printSynonyms(w io.Writer, r *index.Results) {
	var all []string
	for _, s := range r.Synonyms {
		all = append(all, fmt.Sprintf("%s (beside %s)", strings.Join(s.Also, ", "), oneLine(s.Words)))
	}
	if len(all) > 0 {
		fmt.Fprintf(w, "also looked for: %s\n", strings.Join(all, "; "))
	}
}

// hitColumns are the columns of hits as CSV; lists within a cell are separated by " | ".
var hitColumns = []string{"rank", "id", "municipality", "document", "source", "title", "kind", "year", "section", "page", "page_label", "tags", "score",
	"snippet", "text"}

// writeHitsCSV writes the hits of r as CSV (RFC 4180, comma, UTF-8), the words that match in the snippet between ** and **.
func writeHitsCSV(w io.Writer, r *index.Results) error {
	out := csv.NewWriter(w)
	if err := out.Write(hitColumns); err != nil {
		return err
	}
	for i, h := range r.Hits {
		if err := out.Write(hitRow(r.From+i+1, h)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func hitRow(rank int, h index.Hit) []string {
	const sep = " | "
	year := ""
	if h.Year != 0 {
		year = strconv.Itoa(h.Year)
	}
	return []string{strconv.Itoa(rank), h.ID, h.Municipality, h.Document, h.Source, h.Title, h.Kind, year, strings.Join(h.Section, sep),
		strconv.Itoa(h.Page), h.PageLabel, strings.Join(h.Tags, sep), strconv.FormatFloat(h.Score, 'f', 3, 64),
		between(h.Snippet, "**", "**"), h.Text}
}
