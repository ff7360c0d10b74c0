package render

import (
	"html/template"
	"io"

	"github.com/styrdok/styrdok/compare"
)

// A markup is HTML on its way into a page: what stands there some hundred times a municipality. The template of the page would
// take ten times as long for it.
type markup struct {
	v *view
	b []byte
	// w is what long markup is written to while it is made.
	w   io.Writer
	err error // of w
}

func (v *view) newMarkup() *markup { return &markup{v: v} }

// flush writes what there is, if it is much or nothing is to follow.
func (m *markup) flush(last bool) {
	if len(m.b) < fileBuffer && !last {
		return
	}
	if m.err == nil {
		_, m.err = m.w.Write(m.b)
	}
	m.b = m.b[:0]
}

func (m *markup) html() template.HTML { return template.HTML(m.b) }

// tags writes what is HTML already.
func (m *markup) tags(parts ...string) *markup {
	for _, p := range parts {
		m.b = append(m.b, p...)
	}
	return m
}

// text writes s as text, or as the value of an attribute in quotation marks.
func (m *markup) text(s string) *markup {
	from := 0
	for i := 0; i < len(s); i++ {
		if e := markupEscapes[s[i]]; e != "" {
			m.b = append(append(m.b, s[from:i]...), e...)
			from = i + 1
		}
	}
	m.b = append(m.b, s[from:]...)
	return m
}

// markupEscapes has what is written for a byte that cannot stand as it is.
var markupEscapes = [256]string{0: "\ufffd", '&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"}

// line writes s, made one line as oneLine does it, as text. It does both in one pass, unless it meets what isClean would not let
// pass: half of a page are words of documents.
func (m *markup) line(s string) *markup {
	begin, from := len(m.b), 0
	for i := 0; i < len(s); {
		if isPlain[s[i]] {
			i++
			continue
		}
		n := lineChar(s, i)
		if n == 0 {
			m.b = m.b[:begin]
			return m.text(oneLine(s))
		}
		if e := markupEscapes[s[i]]; e != "" {
			m.b = append(append(m.b, s[from:i]...), e...)
			from = i + 1
		}
		i += n
	}
	m.b = append(m.b, s[from:]...)
	return m
}

// own writes words of a document, whose direction does not reach what stands around them.
func (m *markup) own(s string) *markup { return m.tags("<bdi>").line(s).tags("</bdi>") }

// inSwedish is the attribute of words of a document on a page in another language.
func (m *markup) inSwedish() string {
	if m.v.Lang == "sv" {
		return ""
	}
	return ` lang="sv"`
}

// place writes text as a link to the page of a document, where there is one. Beside it the link may have a name for those who
// do not see what stands around it.
func (m *markup) place(text, document string, page int, name string) *markup {
	href := m.v.Link(document, page)
	if href == "" {
		return m.tags(`<span class="where">`).text(text).tags("</span>")
	}
	m.tags(`<a class="where" href="`).text(href).tags(`" target="_blank" rel="noopener noreferrer"`)
	if name != "" {
		m.tags(` aria-label="`).text(name).tags(`"`)
	}
	return m.tags(">").text(text).tags("</a>")
}

// Source returns where a fact stands, as a link.
func (v *view) SourceLink(s compare.Source) template.HTML {
	m := v.newMarkup()
	m.place(v.Source(s), s.Document, s.Page, "")
	return m.html()
}
