package render

import (
	"cmp"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

func (m *markdown) documents() {
	m.header("municipality", "doc-title", "kind", "status", "date", "age", "diarienummer", "adopted-by")
	for _, x := range m.Report.Municipalities {
		for _, id := range x.Documents {
			d := m.Doc(id)
			kind, status := m.Value(d.Kind), m.Value(d.Status)
			if d.Kind.State == compare.Says {
				kind = m.Kind(kind)
			}
			if d.Status.State == compare.Says {
				status = m.Status(status)
			}
			m.row(mdText(m.Municipality(x.Name)), m.link(m.Title(id), id, 0), mdText(kind), m.fact(status, d.Status), m.fact(m.Value(d.Date), d.Date),
				mdText(cmp.Or(m.Age(d), m.T("dash"))), m.fact(m.Value(d.Diarienummer), d.Diarienummer), m.fact(capital(m.Value(d.AdoptedBy)), d.AdoptedBy))
		}
	}
}

// fact returns what a document says of itself, with the page.
func (m *markdown) fact(text string, x compare.Value) string {
	s := m.FactPage(x)
	if s == nil {
		return mdText(text)
	}
	return mdText(text) + " (" + m.link(m.Page(s.Page), s.Document, s.Page) + ")"
}

func (m *markdown) towns() {
	m.notes()
	m.heading(3, m.T("partner-towns"))
	m.header("municipality", "town", "country", "town-status", "where")
	for _, x := range m.Report.Municipalities {
		name := mdText(m.Municipality(x.Name))
		for _, t := range x.PartnerTowns.Towns {
			m.row(name, mdText(t.Name), mdText(m.Country(t)), mdText(m.TownStatus(t.Status)), m.sources(t.Sources))
		}
		if len(x.PartnerTowns.Towns) == 0 {
			where := m.T("dash")
			if s := x.PartnerTowns.Source; s != nil {
				where = m.source(*s)
			}
			m.row(name, "**"+mdText(m.TownsState(x.PartnerTowns))+"**", "", "", where)
		}
	}
	for _, x := range m.Report.Municipalities {
		for _, c := range x.PartnerTowns.Counts {
			m.printf("\n%s: %s (%s)\n", mdText(m.Municipality(x.Name)), mdText(m.CountCheck(c)), m.source(c.Source))
		}
	}
}

// notes lists what is to be said of documents beside their data: what they lack, that they are replaced or out of date.
func (m *markdown) notes() {
	first := true
	for i := range m.Report.Documents {
		d := &m.Report.Documents[i]
		if notes := m.DocumentNotes(d); len(notes) > 0 {
			if first {
				m.printf("\n")
				first = false
			}
			m.printf("- %s: %s\n", m.link(m.DocumentName(d.ID), d.ID, 0), mdText(strings.Join(notes, " · ")))
		}
	}
}

// sharedTowns lists the partner towns that several municipalities have, and the countries of all.
func (m *markdown) sharedTowns() {
	if len(m.Report.SharedTowns) > 0 {
		m.heading(4, m.T("shared-towns"))
		for _, t := range m.Report.SharedTowns {
			name := oneLine(t.Name)
			if t.Country != "" {
				name += " (" + m.Label(t.CountryName, t.Country) + ")"
			}
			m.printf("- %s: %s\n", mdText(name), mdText(m.Names(t.Municipalities)))
		}
	}
	if len(m.Report.Countries) > 0 {
		m.heading(4, m.T("countries"))
		m.header("country", "partner-towns", "municipalities")
		for _, c := range m.Report.Countries {
			m.row(mdText(m.Label(c.Name, c.Code)), m.Number(c.Towns), m.Number(c.Municipalities))
		}
	}
}

func (m *markdown) sources(sources []compare.Source) string {
	parts := make([]string, len(sources))
	for i, s := range sources {
		parts[i] = m.source(s)
	}
	return strings.Join(parts, "; ")
}

func (m *markdown) bodies() {
	m.heading(3, m.T("responsible"))
	m.header("municipality", "body", "duty", "where")
	for _, x := range m.Report.Municipalities {
		name := mdText(m.Municipality(x.Name))
		for _, b := range x.Responsible.Bodies {
			for _, d := range b.Duties {
				m.row(name, mdText(capital(oneLine(b.Name))), mdText(capital(oneLine(d.Duty))), m.source(d.Source))
			}
		}
		if len(x.Responsible.Bodies) == 0 {
			m.row(name, "**"+mdText(m.T(string(x.Responsible.State)))+"**", "", "")
		}
	}
}

func (m *markdown) followUps() {
	m.heading(3, m.T("follow-up-long"))
	m.header("municipality", "how-often", "what", "through", "due", "where")
	for _, x := range m.Report.Municipalities {
		name := mdText(m.Municipality(x.Name))
		for _, f := range x.FollowUp.Items {
			m.row(name, mdText(capital(m.Label(f.Wording, f.Interval))), mdText(capital(oneLine(f.What))), mdText(cmp.Or(f.Through, m.T("dash"))), mdText(m.due(f.Due)), m.source(f.Source))
		}
		if len(x.FollowUp.Items) == 0 {
			m.row(name, "**"+mdText(m.T(string(x.FollowUp.State)))+"**", "", "", "", "")
		}
	}
}

// due says whether a document is due, a dash where that is no question.
func (m *markdown) due(d *compare.Due) string {
	if d == nil {
		return m.T("dash")
	}
	if d.State == compare.NotKnown {
		return m.Label(d.Text, "")
	}
	return m.T(string(d.State)) + ". " + m.Label(d.Text, "")
}

func (m *markdown) ledger() {
	m.heading(2, m.T("ledger"))
	m.header("municipality", "source-file", "read", "method", "words", "basis", "remarks")
	for _, d := range m.Report.Documents {
		remarks := m.Remarks(d)
		for i := range remarks {
			remarks[i] = mdText(remarks[i])
		}
		m.row(mdText(m.Municipality(d.Municipality)), m.link(oneLine(d.Source), d.ID, 0), mdText(m.ReadShare(d)), mdText(m.Methods(d.Methods)),
			m.Number(d.Words), mdText(cmp.Or(m.Basis(d.Basis), m.T("dash"))), cmp.Or(strings.Join(remarks, "<br>"), m.T("no-remarks")))
	}
	m.heading(3, m.T("set-aside"))
	if len(m.Report.SetAside) == 0 {
		m.printf("%s\n", mdText(m.T("no-set-aside")))
		return
	}
	m.header("municipality", "source-file", "reason")
	for _, s := range m.Report.SetAside {
		m.row(mdText(m.Municipality(s.Municipality)), mdText(s.Source), mdText(s.Reason))
	}
}

func (m *markdown) about() {
	m.heading(2, m.T("about-report"))
	for _, s := range [...]compare.State{compare.Says, compare.SaysNot, compare.NotSaid, compare.Unread} {
		m.printf("- **%s:** %s\n", mdText(m.T(string(s))), mdText(m.T(string(s)+"-help")))
	}
	for _, key := range []string{"method-note", "order-note", "people-note", "about-limits", "about-reuse"} {
		m.printf("\n%s\n", mdText(m.T(key)))
	}
	m.printf("\n")
	for _, x := range m.AboutReport() {
		m.printf("- **%s:** %s\n", mdText(x[0]), mdText(x[1]))
	}
}
