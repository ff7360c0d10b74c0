package render

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// A view is a report with the language it is shown in, and the phrases that all formats share. Templates call its
// exported methods.
type view struct {
	Report *compare.Report
	Lang   string
	docs   map[string]*compare.Document
	short  map[string]string
	// hrefs are the links to the files of documents that have one which a page may open.
	hrefs map[string]string
	// excelCSV writes CSV as Excel on a Swedish system wants it.
	excelCSV bool
	// brief leaves the quotes that are not in sight out of Sections.
	brief bool
	// municipalities is how many the whole report has, also in a view of one of them.
	municipalities int
	// ctx ends when nobody waits for the report any more.
	ctx context.Context
}

func newView(r *compare.Report, opts Options) (*view, error) {
	v := &view{Report: r, Lang: opts.Lang, ctx: context.Background(), docs: make(map[string]*compare.Document, len(r.Documents)),
		hrefs: make(map[string]string, len(r.Documents))}
	switch v.Lang {
	case "":
		v.Lang = "sv"
	case "sv", "en":
	default:
		return nil, fmt.Errorf("language %q: %w (sv, en)", opts.Lang, ErrLang)
	}
	switch opts.CSV {
	case "", CSVStandard:
	case CSVExcelSV:
		v.excelCSV = true
	default:
		return nil, fmt.Errorf("CSV as %q: %w (%s, %s)", opts.CSV, ErrCSV, CSVStandard, CSVExcelSV)
	}
	for i := range r.Documents {
		d := &r.Documents[i]
		v.docs[d.ID] = d
		if d.Href != "" && safeScheme(d.Href) {
			v.hrefs[d.ID], _, _ = strings.Cut(d.Href, "#")
		}
	}
	v.short = v.shortNames()
	v.municipalities = v.MunicipalityCount()
	return v, nil
}

// ended reports whether nobody waits for the report any more. What takes long between two writes asks it.
func (v *view) ended() bool { return v.ctx.Err() != nil }

// T returns the report's text for key, with args filled in.
func (v *view) T(key string, args ...any) string {
	m, ok := messages[key]
	if !ok {
		return key
	}
	text := m.sv
	if v.Lang == "en" {
		text = m.en
	}
	if len(args) == 0 {
		return text
	}
	if arg, ok := args[0].(string); ok && len(args) == 1 && strings.Count(text, "%") == 1 {
		return strings.Replace(text, "%s", arg, 1) // most of a report's texts; Sprintf takes thrice as long
	}
	return fmt.Sprintf(text, args...)
}

// Label returns what l says in the view's language, else in any other, else fallback.
func (v *view) Label(l map[string]string, fallback string) string {
	for _, lang := range []string{v.Lang, "sv", "en"} {
		if s := l[lang]; s != "" {
			return oneLine(s)
		}
	}
	return oneLine(fallback)
}

// Doc returns the document of this ID; an empty one if there is none.
func (v *view) Doc(id string) *compare.Document {
	if d := v.docs[id]; d != nil {
		return d
	}
	return &compare.Document{ID: id}
}

// Municipality returns the name to show for a municipality's name.
func (v *view) Municipality(name string) string {
	if name == "" {
		return v.T("unassigned")
	}
	return oneLine(name)
}

// Municipalities returns the names of the municipalities as a phrase: "Ale, Hylte och Åmål"; of many, how many they are.
func (v *view) Municipalities() string {
	const many = 8
	var names []string
	for _, m := range v.Report.Municipalities {
		if m.Assigned() {
			names = append(names, oneLine(m.Name))
		}
	}
	switch n := len(names); {
	case n == 0:
		return v.T("nothing")
	case n > many:
		return strconv.Itoa(n) + " " + strings.ToLower(v.T("municipalities"))
	case n == 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " " + v.T("and") + " " + names[n-1]
	}
}

// MunicipalityCount returns how many municipalities the report has; what is unassigned does not count.
func (v *view) MunicipalityCount() int {
	n := 0
	for _, m := range v.Report.Municipalities {
		if m.Assigned() {
			n++
		}
	}
	return n
}

// PagesRead returns how many pages were read, of all pages in the documents that could be opened.
func (v *view) PagesRead() string {
	all, unread := 0, 0
	for _, d := range v.Report.Documents {
		all += len(d.Pages)
		unread += len(d.UnreadPages)
	}
	return v.T("n-of-m", all-unread, all)
}

// QuoteCount returns how many quotes the main tags have together.
func (v *view) QuoteCount() int {
	n := 0
	for _, m := range v.Report.Municipalities {
		for i, c := range m.Cells {
			if v.Report.Tags[i].Parent == "" {
				n += c.Count
			}
		}
	}
	return n
}
