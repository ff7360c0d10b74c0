package render

import (
	"html/template"

	"github.com/styrdok/styrdok/compare"
)

// DocumentRows returns the rows of a municipality in the table of what documents say of themselves, a row a document.
func (v *view) DocumentRows(of compare.Municipality) template.HTML {
	m := v.newMarkup()
	for _, id := range of.Documents {
		d := v.Doc(id)
		m.row(of.Name, false)
		m.cell("doc-title").file(id, v.Title(id), false).tags("</td>\n")
		m.cell("kind").said(d.Kind, v.Kind(d.Kind.Value)).tags("</td>\n")
		m.cell("status")
		if m.said(d.Status, v.Status(d.Status.Value)); d.Status.State == compare.Says {
			m.factPage(d.Status)
		}
		m.tags("</td>\n")
		m.classCell("date", "num").value(d.Date).tags("</td>\n")
		m.cell("age").text(orDash(v, v.Age(d))).tags("</td>\n")
		m.cell("diarienummer").value(d.Diarienummer).tags("</td>\n")
		m.classCell("adopted-by", "caps").value(d.AdoptedBy).tags("</td>\n")
		m.cell("remarks").list(v.DocumentNotes(d), "dash").tags("</td>\n</tr>")
	}
	return m.html()
}

// LedgerRows returns the rows of the ledger, a row a document: of all, or only of those that were not read in full.
func (v *view) LedgerRows(onlyPartly bool) template.HTML {
	m := v.newMarkup()
	for i := range v.Report.Documents {
		d := &v.Report.Documents[i]
		if onlyPartly && d.Complete {
			continue
		}
		m.row(d.Municipality, false)
		m.classCell("source-file", "file").file(d.ID, oneLine(d.Source), true).tags("</td>\n")
		m.classCell("read", "num").text(v.ReadShare(*d)).tags("</td>\n")
		m.cell("method").text(v.Methods(d.Methods)).tags("</td>\n")
		m.classCell("words", "num").text(v.Number(d.Words)).tags("</td>\n")
		m.cell("basis").text(orDash(v, v.Basis(d.Basis))).tags("</td>\n")
		m.cell("remarks").list(v.Remarks(*d), "no-remarks").tags("</td>\n</tr>")
	}
	return m.html()
}

// classCell is cell with a class.
func (m *markup) classCell(head, class string) *markup {
	return m.tags(`<td data-label="`).text(m.v.T(head)).tags(`" class="`, class, `">`)
}

// file writes a name of a document as a link to its file, where there is one; apart keeps its direction to itself.
func (m *markup) file(id, name string, apart bool) *markup {
	href := m.v.Link(id, 0)
	if href != "" {
		m.tags(`<a href="`).text(href).tags(`" target="_blank" rel="noopener noreferrer">`)
	}
	if apart {
		m.own(name)
	} else {
		m.text(name)
	}
	return m.tags(unless(href == "", "</a>"))
}

// said writes what a document says of itself in the words of the report; else, why there is nothing.
func (m *markup) said(x compare.Value, words string) *markup {
	if x.State == compare.Says {
		return m.text(words)
	}
	return m.value(x)
}

// value writes what a document says of itself, with its page; else, why there is nothing.
func (m *markup) value(x compare.Value) *markup {
	if x.State != compare.Says {
		return m.tags(`<span class="chip `, m.v.Class(x.State), `">`).text(m.v.T(string(x.State))).tags("</span>")
	}
	m.own(x.Value)
	if x.Source != nil {
		m.text(m.v.Reviewed(x.Source.By))
	}
	return m.factPage(x)
}

// factPage writes the page of what a document says of itself, if it has one.
func (m *markup) factPage(x compare.Value) *markup {
	s := m.v.FactPage(x)
	if s == nil {
		return m
	}
	return m.tags(" ").place(m.v.Page(s.Page), s.Document, s.Page, "")
}

// list writes lines as a list; of none, the message that says so.
func (m *markup) list(lines []string, none string) *markup {
	if len(lines) == 0 {
		return m.text(m.v.T(none))
	}
	m.tags(`<ul class="gist">`)
	for _, l := range lines {
		m.tags("<li>").own(l).tags("</li>")
	}
	return m.tags("</ul>")
}
