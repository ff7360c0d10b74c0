package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"
)

// An Unknown is a value that a query filters by and no passage has: most often a slip, or a tag of another name.
type Unknown struct {
	Field Field  `json:"field"`
	Value string `json:"value"`
	// Nearest is the value that is most like it, "" if none is.
	Nearest string `json:"nearest,omitempty"`
	// Known are values that there are, the most frequent first, as many as a person reads.
	Known []string `json:"known,omitempty"`
}

// maxKnown bounds Unknown.Known.
const maxKnown = 15

// unknown returns the values of municipalities, tags and kinds that clauses name and no passage has.
func (x *Index) unknown(ctx context.Context, clauses []clause) ([]Unknown, error) {
	var out []Unknown
	for _, c := range clauses {
		if c.prefix || c.field != FieldMunicipality && c.field != FieldTag && c.field != FieldKind {
			continue
		}
		n, err := x.reader.Frequency(ctx, FilterField(c.field), filterKey(c.text))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			continue
		}
		u := Unknown{Field: c.field, Value: c.text}
		all, err := x.search(ctx, Node{Op: OpAll}, SearchOptions{Limit: 1, Facets: []Field{c.field}})
		if err != nil {
			return nil, err
		}
		values := all.Facets[c.field]
		u.Nearest = mostLike(values, filterKey(c.text))
		for _, v := range values[:min(maxKnown, len(values))] {
			u.Known = append(u.Known, v.Value)
		}
		out = append(out, u)
	}
	return out, nil
}

// mostLike returns the value that key is the beginning of, or that begins with it, or is spelt most like it, and of several the most
// frequent one; "" if none is.
func mostLike(values []FacetValue, key string) string {
	if utf8.RuneCountInString(key) < minSuggested {
		return ""
	}
	best, least := "", 0
	for _, v := range values { // the most frequent first
		k := filterKey(v.Value)
		wrong := edits(k, key)
		if strings.HasPrefix(k, key) || strings.HasPrefix(key, k) {
			wrong = min(wrong, 1)
		}
		most := 1
		if utf8.RuneCountInString(key) >= longWord {
			most = 2
		}
		if wrong <= most && (best == "" || wrong < least) {
			best, least = v.Value, wrong
		}
	}
	return best
}

// edits returns how many letters must be put in, left out or changed, or swapped with their neighbours, to make a of b.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before, last []int
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last = last, row
		row = make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			wrong := 1
			if x[i-1] == y[j-1] {
				wrong = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(y)]
}

// replaceFilters returns query with the nearest values in the place of unknown ones, quoted where they have more than a word.
func replaceFilters(query string, unknown []Unknown) string {
	unknown = slices.Clone(unknown)
	slices.SortStableFunc(unknown, func(a, b Unknown) int { return cmp.Compare(len(b.Value), len(a.Value)) })
	for _, u := range unknown {
		if u.Nearest == "" {
			continue
		}
		value := u.Nearest
		if strings.ContainsFunc(value, func(r rune) bool { return r == ' ' }) {
			value = `"` + value + `"`
		}
		quoted := strings.Replace(query, `:"`+u.Value+`"`, ":"+value, 1)
		if quoted == query {
			quoted = strings.Replace(query, ":"+u.Value, ":"+value, 1)
		}
		query = quoted
	}
	return query
}
