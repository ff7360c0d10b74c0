package render

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// State returns a cell's answer in words.
func (v *view) State(c compare.Cell) string {
	if c.Detail != "" {
		return v.T(c.Detail)
	}
	return v.T(string(c.State))
}

// Quotes returns "7 citat".
func (v *view) Quotes(n int) string {
	if n == 1 {
		return v.T("one-quote")
	}
	return v.T("n-quotes", n)
}

// Binding returns how many of a cell's quotes are how binding: "5 ska, 1 bör"; "" if none is.
func (v *view) Binding(b compare.BindingCount) string {
	var parts []string
	for _, p := range []struct {
		n   int
		key string
	}{{b.Must, "must"}, {b.Should, "should"}, {b.May, "may"}} {
		if p.n > 0 {
			parts = append(parts, strconv.Itoa(p.n)+" "+v.T(p.key))
		}
	}
	return strings.Join(parts, ", ")
}

// Page returns "s. 3"; with the printed number where it differs, "s. 3 (tryckt 1)" is left to the tables.
func (v *view) Page(n int) string { return v.T("page", strconv.Itoa(n)) }

// Pages returns "s. 1, 3–5".
func (v *view) Pages(pages []int) string {
	if len(pages) == 1 {
		return v.Page(pages[0])
	}
	return v.T("pages", ranges(pages))
}

// ranges returns ascending numbers as "1, 3–5".
func ranges(n []int) string {
	var b strings.Builder
	for i := 0; i < len(n); i++ {
		j := i
		for j+1 < len(n) && n[j+1] == n[j]+1 {
			j++
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(n[i]))
		if j > i {
			b.WriteString("–" + strconv.Itoa(n[j]))
		}
		i = j
	}
	return b.String()
}

// Source returns where a fact stands: "Policy 2003, s. 2".
func (v *view) Source(s compare.Source) string {
	return v.ShortName(s.Document) + ", " + v.Page(s.Page) + v.Reviewed(s.By)
}

// Reviewed says, after a place, that a person vouches for what stands there.
func (v *view) Reviewed(by policy.By) string {
	if by != policy.ByPerson {
		return ""
	}
	return ", " + v.T("reviewed")
}

// Methods returns how a document's pages were read.
func (v *view) Methods(methods []policy.Method) string {
	parts := make([]string, len(methods))
	for i, m := range methods {
		key := string(m)
		if m == policy.MethodUnread {
			key = "unread-page"
		}
		parts[i] = v.T(key)
	}
	return strings.Join(parts, ", ")
}
