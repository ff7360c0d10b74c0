package render

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"github.com/styrdok/styrdok/compare"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed style.css
var styleSheet string

// page returns the template of index.html. It is parsed once, and only by who needs it.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"line": oneLine, "cap": capital, "dict": func(v *view, x any) scope { return scope{v, x} },
	}).Parse(pageTemplate))
})

// A scope is what a block of the template sees: the view and one thing in it.
type scope struct {
	V *view
	X any
}

// maxPageQuotes is the number of quotes up to which the page holds them all: some 8 MB. Beyond it the page holds those in
// sight, and says how many more stand in passages.csv.
const maxPageQuotes = 5000

// writeHTML writes the page: one file that makes no request and holds no script.
func writeHTML(w io.Writer, v *view) error {
	brief := *v
	brief.brief = v.QuoteCount() > maxPageQuotes
	v = &brief
	sum := sha256.Sum256([]byte(styleSheet))
	return page().Execute(w, struct {
		*view
		Policy string
		Style  template.CSS
	}{
		view: v,
		// Only this very style sheet applies; nothing else is loaded, sent or run.
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
			"'; img-src data:; base-uri 'none'; form-action 'none'",
		Style: template.CSS(styleSheet),
	})
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

// Scope returns the view itself, for the blocks of the template.
func (v *view) Scope() *view { return v }
