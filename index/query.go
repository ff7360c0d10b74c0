package index

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
	"github.com/styrdok/styrdok/policy/thesaurus"
)

// ErrQuery is the error of a query that cannot be understood; the error that wraps it says where.
var ErrQuery = errors.New("cannot understand the query")

// A clause is one word, phrase, prefix or filter of a query.
type clause struct {
	// sign is '+', '-' or 0.
	sign   byte
	field  Field // "" for words
	text   string
	phrase bool
	prefix bool
	// also is what is looked for beside the word, or beside several that it is the last of: joint.
	also  []thesaurus.Expression
	joint []string
}

// fieldNames are the names by which a query may call the fields.
var fieldNames = map[string]Field{
	"municipality": FieldMunicipality, "kommun": FieldMunicipality, "tag": FieldTag, "tagg": FieldTag,
	"kind": FieldKind, "typ": FieldKind, "year": FieldYear, "år": FieldYear, "section": FieldHeading, "avsnitt": FieldHeading,
	"document": FieldDocument, "dokument": FieldDocument, "zone": FieldZone,
}

// maxClauses bounds the work of one query; a person's has a handful, and a pasted page finds as much by its first words.
const maxClauses = 64

// parse takes a query apart, as far as maxClauses. Every text is a query: what has no special meaning is words, a quote that is not closed
// ends with the text.
func parse(q string) []clause {
	var out []clause
	for {
		q = strings.TrimLeftFunc(q, unicode.IsSpace)
		if q == "" {
			return out
		}
		var c clause
		if (q[0] == '+' || q[0] == '-') && len(q) > 1 && !isSpaceAt(q, 1) {
			c.sign, q = q[0], q[1:]
		}
		if name, rest, ok := strings.Cut(q, ":"); ok && rest != "" && !isSpaceAt(rest, 0) {
			if f, ok := fieldNames[strings.ToLower(name)]; ok {
				c.field, q = f, rest
			}
		}
		c, q = parseText(c, q)
		if strings.IndexFunc(c.text, isWordRune) >= 0 {
			out = append(out, c)
		}
		if len(out) == maxClauses {
			return out
		}
	}
}

// parseText takes the text of c from the beginning of q and returns the rest of q.
func parseText(c clause, q string) (clause, string) {
	if r, size := utf8.DecodeRuneInString(q); isQuote(r) {
		end := strings.IndexFunc(q[size:], isQuote)
		c.phrase = true
		if end < 0 {
			c.text = q[size:]
			return c, ""
		}
		c.text = q[size : size+end]
		_, closing := utf8.DecodeRuneInString(q[size+end:])
		return c, q[size+end+closing:]
	}
	end := strings.IndexFunc(q, unicode.IsSpace)
	if end < 0 {
		end = len(q)
	}
	c.text = q[:end]
	if t, ok := strings.CutSuffix(c.text, "*"); ok {
		c.text, c.prefix = t, true
	}
	return c, q[end:]
}

// relax returns clauses with the parts of each compound in its place, each of them enough; nil if there is no compound.
func relax(clauses []clause) []clause {
	var out []clause
	relaxed := false
	for _, c := range clauses {
		parts := swedish.Parts(c.text)
		if c.field != "" || c.phrase || c.prefix || c.sign == '-' || parts == nil {
			out = append(out, c)
			continue
		}
		relaxed = true
		for _, p := range parts {
			out = append(out, clause{text: p})
		}
	}
	if !relaxed {
		return nil
	}
	return out
}

func isQuote(r rune) bool { return r == '"' || r == '”' || r == '“' || r == '„' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isSpaceAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

// yearRange reads "2014", "2014..2018", "2014-2018", "2014..", "..2018", ">=2014", "<2014".
func yearRange(s string) (from, to int, err error) {
	const first, last = 0, 9999
	number := func(s string, otherwise int) int {
		if s == "" {
			return otherwise
		}
		n, e := strconv.Atoi(s)
		if e != nil || n < first || n > last {
			err = fmt.Errorf("%w: %q is no year", ErrQuery, s)
		}
		return n
	}
	switch rest := strings.TrimLeft(s, "<>="); s[:len(s)-len(rest)] {
	case ">=":
		return number(rest, first), last, err
	case "<=":
		return first, number(rest, last), err
	case ">":
		return number(rest, first) + 1, last, err
	case "<":
		return first, number(rest, last) - 1, err
	}
	a, b, ok := strings.Cut(s, "..")
	if !ok {
		a, b, ok = strings.Cut(s, "-")
	}
	if !ok {
		n := number(s, first)
		return n, n, err
	}
	from, to = number(a, first), number(b, last)
	if err == nil && from > to {
		err = fmt.Errorf("%w: the years %s go backwards", ErrQuery, s)
	}
	return from, to, err
}
