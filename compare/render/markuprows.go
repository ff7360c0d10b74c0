package render

import (
	"html/template"

	"github.com/styrdok/styrdok/compare"
)

// DutyRows returns the rows of a municipality in the table of who is responsible, a row a duty.
func (v *view) DutyRows(of compare.Municipality) template.HTML {
	m := v.newMarkup()
	for _, b := range of.Responsible.Bodies {
		for i, d := range b.Duties {
			m.row(of.Name, i > 0)
			m.cell("body").own(capital(oneLine(b.Name))).tags("</td>\n")
			m.cell("duty").own(capital(oneLine(d.Duty))).tags("</td>\n")
			m.source(d.Source)
		}
	}
	if len(of.Responsible.Bodies) == 0 {
		m.silent(of.Name, 3, "body", of.Responsible.State)
	}
	return m.html()
}

// FollowUpRows returns the rows of a municipality in the table of what is followed up.
func (v *view) FollowUpRows(of compare.Municipality) template.HTML {
	m := v.newMarkup()
	for _, f := range of.FollowUp.Items {
		m.row(of.Name, false)
		m.cell("how-often").text(capital(v.Label(f.Wording, f.Interval))).tags("</td>\n")
		m.cell("what").own(capital(oneLine(f.What))).tags("</td>\n")
		m.cell("through").own(orDash(v, oneLine(f.Through))).tags("</td>\n")
		m.cell("due")
		if f.Due == nil {
			m.text(v.T("dash"))
		} else {
			m.due(f.Due)
		}
		m.tags("</td>\n")
		m.source(f.Source)
	}
	if len(of.FollowUp.Items) == 0 {
		m.silent(of.Name, 5, "how-often", of.FollowUp.State)
	}
	return m.html()
}

func orDash(v *view, s string) string {
	if s == "" {
		return v.T("dash")
	}
	return s
}

// row begins a row with the municipality's name; same is true if it goes on with what the row above is about.
func (m *markup) row(municipality string, same bool) {
	m.tags("<tr", unless(!same, ` class="same"`), ">\n<th scope=\"row\">").text(m.v.Municipality(municipality)).tags("</th>\n")
}

// cell begins a cell under a head, whose title it carries for narrow screens.
func (m *markup) cell(head string) *markup {
	return m.tags(`<td data-label="`).text(m.v.T(head)).tags(`">`)
}

// source ends a row with where its fact stands.
func (m *markup) source(s compare.Source) {
	m.cell("where").place(m.v.Source(s), s.Document, s.Page, "").tags("</td>\n</tr>")
}

// silent writes the row of a municipality that has nothing in a table of further columns, under the first of them.
func (m *markup) silent(municipality string, further int, head string, state compare.State) {
	m.tags(`<tr><th scope="row">`).text(m.v.Municipality(municipality)).tags(`</th><td colspan="`, string(rune('0'+further)), `" data-label="`).text(m.v.T(head))
	m.tags(`"><span class="chip `, m.v.Class(state), `">`).text(m.v.T(string(state))).tags("</span></td></tr>")
}

func (m *markup) due(d *compare.Due) {
	m.tags(`<span class="chip `, m.v.DueClass(d.State), `">`).text(m.v.T(string(d.State))).tags("</span>")
	if why := m.v.Label(d.Text, ""); why != "" {
		m.tags(" <small>").own(why).tags("</small>")
	}
}
