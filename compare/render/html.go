package render

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"github.com/styrdok/styrdok/compare"
)

//go:embed html/*.tmpl
var pageTemplates embed.FS

//go:embed html/style.css
var styleSheet string

//go:embed html/page.js
var script string

// page returns the templates of a page: what comes before the quotes of each tag, and what comes after them. They are parsed once, and
// only by who needs them.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"line": oneLine, "cap": capital, "dict": func(v *view, x any) scope { return scope{v, x} },
	}).ParseFS(pageTemplates, "html/*.tmpl"))
})

// A scope is what a block of the template sees: the view and one thing in it.
type scope struct {
	V *view
	X any
}

// A htmlPage is what the template of a page sees.
type htmlPage struct {
	*view
	// Policy, Style and Script make the page whole in itself: only this style and this script apply, and nothing is loaded.
	Policy string
	Style  template.CSS
	Script template.JS
	// Parts are the tags with the quotes of each municipality; none where municipalities have pages of their own.
	Parts []section
	// One is the municipality that the page is about, nil for the page of the report.
	One *compare.Municipality
	// Apart is true for the report's page if each municipality has a page of its own.
	Apart bool
	// Other is the same page in the other language, Home the report's page; "" if there is none.
	Other, Home string
	names       func(i int) string
}

// MunicipalityHref returns where the page of the i-th municipality is; "" if it has none.
func (p *htmlPage) MunicipalityHref(i int) string {
	if p.names == nil || !p.Apart {
		return ""
	}
	return p.names(i)
}

// maxPageQuotes is the number of quotes up to which a page holds them all: some 8 MB. Beyond it the page holds those in
// sight, and says how many more stand in passages.csv.
const maxPageQuotes = 5000

// writeHTML writes the whole report as one page: it makes no request, and holds no script but our own.
func writeHTML(w io.Writer, v *view) error { return v.writePage(w, &htmlPage{}) }

// writePage writes p on the report of v.
func (v *view) writePage(w io.Writer, p *htmlPage) error {
	own := *v
	own.brief = v.QuoteCount() > maxPageQuotes
	p.view = &own
	if !p.Apart {
		p.Parts = own.pageSections()
	}
	p.Policy, p.Style, p.Script = contentPolicy(), template.CSS(styleSheet), template.JS(script)
	if err := page().ExecuteTemplate(w, "top", p); err != nil {
		return err
	}
	m := markup{v: p.view, w: w, b: make([]byte, 0, 2*fileBuffer)}
	for i := range p.Parts {
		m.articles(&p.Parts[i])
	}
	if m.flush(true); m.err != nil {
		return m.err
	}
	return page().ExecuteTemplate(w, "bottom", p)
}

// contentPolicy is that of every page: only this very style sheet and script apply; nothing else is loaded, sent or run.
var contentPolicy = sync.OnceValue(func() string {
	return "default-src 'none'; style-src '" + hashOf(styleSheet) + "'; script-src '" + hashOf(script) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
})

// hashOf returns what a content security policy calls an element of this text by.
func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// pageSections returns the sections of a page: all but the themes of goals, whose quotes are goals and carry them as marks.
func (v *view) pageSections() []section {
	var shown []section
	for _, s := range v.Sections() {
		if s.Tag.Parent != tagGoals {
			shown = append(shown, s)
		}
	}
	return shown
}

// URL returns the link to a page of a document for an attribute. Link has checked its scheme; html/template would refuse
// file URLs.
func (v *view) URL(id string, page int) template.URL { return template.URL(v.Link(id, page)) }

// Class returns the class of an answer, a fixed word.
func (v *view) Class(state compare.State) string {
	switch state {
	case compare.Says, compare.SaysNot, compare.NotSaid, compare.Unread:
		return string(state)
	}
	return ""
}

// DueClass returns the class of what is due: that of an answer which is as good or as bad.
func (v *view) DueClass(state compare.DueState) string {
	switch state {
	case compare.Overdue:
		return string(compare.SaysNot)
	case compare.InTime, compare.Renewed:
		return string(compare.Says)
	}
	return string(compare.NotSaid)
}

// Scope returns the view itself, for the blocks of the template.
func (v *view) Scope() *view { return v }
