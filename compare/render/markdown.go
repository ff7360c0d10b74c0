package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/compare"
)

// writeMarkdown writes the report as CommonMark with tables as GitHub has them.
func writeMarkdown(w io.Writer, v *view) error {
	m := &markdown{bufio.NewWriter(w), v}
	m.head()
	m.short()
	m.overview()
	m.gaps()
	for _, s := range v.Sections() {
		m.section(s)
	}
	m.themes()
	m.reuse()
	m.versions()
	m.distinctive()
	m.heading(2, v.T("facts"))
	m.documents()
	m.towns()
	m.sharedTowns()
	m.bodies()
	m.followUps()
	m.ledger()
	m.about()
	return m.Flush()
}

// markdown writes the parts of the report. Errors stay in its buffer until Flush.
type markdown struct {
	*bufio.Writer
	*view
}

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(m, format, args...) }

func (m *markdown) heading(level int, text string) {
	m.printf("\n%s %s\n\n", strings.Repeat("#", level), mdText(text))
}

// row writes a table row of cells that are Markdown already.
func (m *markdown) row(cells ...string) { m.printf("| %s |\n", strings.Join(cells, " | ")) }

func (m *markdown) header(keys ...string) {
	cells := make([]string, len(keys))
	for i, k := range keys {
		cells[i] = mdText(m.T(k))
	}
	m.row(cells...)
	m.printf("|%s\n", strings.Repeat(" --- |", len(keys)))
}

func (m *markdown) head() {
	m.printf("# %s\n\n%s.\n\n", mdText(m.T("title")), mdText(m.T("subtitle", m.Municipalities())))
	m.printf("- %s: %d\n- %s: %d\n- %s: %s\n- %s: %d\n", m.T("municipalities"), m.MunicipalityCount(), m.T("documents"),
		len(m.Report.Documents), m.T("pages-read"), m.PagesRead(), m.T("quotes"), m.QuoteCount())
	if n := len(m.Report.SetAside); n > 0 {
		m.printf("- %s: %d\n", m.T("set-aside"), n)
	}
	if m.Report.AsOf != "" {
		m.printf("- %s: %s\n", m.T("as-of"), mdText(m.Report.AsOf))
	}
	if note := m.ScopeNote(); note != "" {
		m.printf("\n%s\n", mdText(note))
	}
}

func (m *markdown) short() {
	points := m.InShort()
	if len(points) == 0 {
		return
	}
	m.heading(2, m.T("short"))
	for _, p := range points {
		m.printf("- **%s:** %s\n", mdText(p.Lead), mdText(p.Text))
	}
}

func (m *markdown) overview() {
	m.heading(2, m.T("overview"))
	main := m.MainTags()
	cells := []string{mdText(m.T("municipality"))}
	for _, i := range main {
		cells = append(cells, mdText(m.TagLabel(m.Report.Tags[i])))
	}
	m.row(append(cells, mdText(m.T("documents-age")))...)
	m.printf("|%s\n", strings.Repeat(" --- |", len(main)+2))
	for i := range m.Report.Municipalities {
		x := &m.Report.Municipalities[i]
		cells := []string{"**" + mdText(m.Municipality(x.Name)) + "**"}
		for _, t := range main {
			cells = append(cells, m.overviewCell(x, t))
		}
		docs := make([]string, len(x.Documents))
		for j, id := range x.Documents {
			docs[j] = mdText(m.ShortName(id))
			if age := m.AgeOrUndated(m.Doc(id)); age != "" {
				docs[j] += " (" + mdText(age) + ")"
			}
		}
		m.row(append(cells, strings.Join(docs, "<br>"))...)
	}
}

func (m *markdown) overviewCell(x *compare.Municipality, tag int) string {
	c := x.Cells[tag]
	s := "**" + mdText(m.State(c)) + "**"
	if c.Count > 0 {
		s += " (" + mdText(m.Quotes(c.Count)) + ")"
	}
	for _, line := range m.Gist(x, tag) {
		s += "<br>" + mdText(line)
	}
	if c.Provisional {
		s += "<br>" + mdText(m.T("provisional"))
	}
	return s
}

func (m *markdown) section(s section) {
	level := 2
	if s.Tag.Parent != "" {
		level = 3
	}
	m.heading(level, s.Label)
	for i, c := range s.Cells {
		if m.ended() {
			return
		}
		if i > 0 {
			m.printf("\n")
		}
		m.printf("%s %s\n\n**%s**", strings.Repeat("#", level+1), mdText(m.Municipality(c.Municipality.Name)), mdText(m.State(*c.Cell)))
		if c.Cell.Count > 0 {
			m.printf(" · %s", mdText(m.Quotes(c.Cell.Count)))
			if b := m.Binding(c.Cell.Binding); b != "" {
				m.printf(" (%s)", mdText(b))
			}
		}
		if c.Cell.Provisional {
			m.printf(" · %s", mdText(m.T("provisional")))
		}
		m.printf("\n")
		if c.Note != "" {
			m.printf("\n%s\n", mdText(c.Note))
		}
		for _, g := range c.Groups {
			m.printf("\n*%s* (%s):\n\n", mdText(m.Title(g.Document)), mdText(m.Describe(g.Document)))
			for _, quotes := range [][]compare.Quote{g.Shown, g.More} {
				for i := range quotes {
					m.quote(&quotes[i])
				}
			}
		}
	}
}

// quote writes a quote as a list item with its page.
func (m *markdown) quote(q *compare.Quote) {
	m.printf("- %s (%s", mdText(m.quoted(m.Plain(*q))), m.link(m.PageOf(*q), q.Document, q.Page))
	if q.Binding != compare.States {
		m.printf("; %s", mdText(m.T(string(q.Binding))))
	}
	if q.Adds {
		m.printf("; %s", mdText(m.T("adds")))
	}
	for i, p := range q.AlsoIn {
		sep := ", "
		if i == 0 {
			sep = "; " + strings.ToLower(m.T("also-in")) + " "
		}
		m.printf("%s%s, %s", sep, mdText(m.ShortName(p.Document)), mdText(m.Pages(p.Pages)))
	}
	m.printf(")\n")
}

// link returns text as a link to a page of a document; as text where there is no link.
func (m *markdown) link(text, id string, page int) string {
	href := m.Link(id, page)
	if href == "" {
		return mdText(text)
	}
	return "[" + mdText(text) + "](<" + mdHref.Replace(href) + ">)"
}

func (m *markdown) source(s compare.Source) string { return m.link(m.Source(s), s.Document, s.Page) }

// mdHref escapes what would end a link's address.
var mdHref = strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", "\n", "%0A", "\r", "%0D", "|", "%7C")

// mdMarks are the characters that Markdown, GitHub's tables and the HTML in it give a meaning to.
const mdMarks = "\\`*_{}[]<>|~#$&"

// mdText returns s, on one line, as text: nothing in it is markup.
func mdText(s string) string {
	s = oneLine(s)
	var b strings.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		if isMarkdown(s, i) {
			b.WriteString(s[from:i])
			b.WriteByte('\\')
			from = i
		}
	}
	if from == 0 && b.Len() == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// isMarkdown reports whether the character at s[i] has a meaning where it stands.
func isMarkdown(s string, i int) bool {
	switch c := s[i]; {
	case c >= utf8.RuneSelf || mdBytes[c] == mdNothing:
		return false
	case mdBytes[c] == mdAlways:
		return true
	case c == '.', c == ')':
		return allDigits(s[:i]) // a numbered list
	case i == 0:
		return true // a list or an underline
	default:
		return c == ':' && strings.HasPrefix(s[i:], "://") // an address that becomes a link by itself
	}
}

// What Markdown makes of a character of ASCII: nothing, markup, or markup in some places.
const (
	mdNothing = iota
	mdAlways
	mdSometimes
)

var mdBytes = func() (kinds [utf8.RuneSelf]byte) {
	for _, c := range mdMarks + "@" { // a mention
		kinds[c] = mdAlways
	}
	for _, c := range "-+=:.)" {
		kinds[c] = mdSometimes
	}
	return kinds
}()

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
