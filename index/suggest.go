package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
)

const (
	// minSuggested is how many letters a word needs for others to be suggested: shorter ones are like too many.
	minSuggested = 4
	// longWord is from how many letters two letters may be wrong.
	longWord = 7
	// maxSuggested bounds how many words of a query are looked at.
	maxSuggested = 8
)

// suggest returns query with each word and each of the unknown values in the spelling nearest to it that a passage has; "" if there is none.
func (x *Index) suggest(ctx context.Context, query string, clauses []clause, unknown []Unknown) (string, error) {
	changed, looked := replaceFilters(query, unknown), 0
	for _, c := range clauses {
		letters := utf8.RuneCountInString(c.text)
		if c.field != "" || c.phrase || c.prefix || c.sign == '-' || c.also != nil || letters < minSuggested || looked == maxSuggested {
			continue
		}
		terms := swedish.Analyze(c.text)
		if len(terms) != 1 {
			continue
		}
		looked++
		known, err := x.known(ctx, terms[0])
		if err != nil {
			return "", err
		}
		if known {
			continue
		}
		better, err := x.nearest(ctx, terms[0].Surface)
		if err != nil {
			return "", err
		}
		if better != "" {
			changed = strings.Replace(changed, c.text, better, 1)
		}
	}
	if changed == query {
		return "", nil
	}
	return changed, nil
}

// known reports whether a passage has the word t, in any form or as a part.
func (x *Index) known(ctx context.Context, t swedish.Term) (bool, error) {
	for _, term := range wordNode(t, defaultWeights.of('+')).Terms {
		n, err := x.reader.Frequency(ctx, term.Field, term.Text)
		if err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}

// nearest returns the word of the index that is spelt most like word: with the fewest letters wrong, and of equals the most
// frequent one.
func (x *Index) nearest(ctx context.Context, word string) (string, error) {
	edits := 1
	if utf8.RuneCountInString(word) >= longWord {
		edits = 2
	}
	for e := 1; e <= edits; e++ {
		for _, f := range []Field{FieldExact, FieldPart} { // as a word, else as a part of one
			near, err := x.reader.Near(ctx, f, word, e)
			if err != nil {
				return "", fmt.Errorf("looking for words like %q: %w", word, err)
			}
			if len(near) > 0 {
				return slices.MaxFunc(near, func(a, b FacetValue) int {
					return cmp.Or(cmp.Compare(a.Count, b.Count), strings.Compare(b.Value, a.Value))
				}).Value, nil
			}
		}
	}
	return "", nil
}
