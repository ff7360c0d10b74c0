package render

import (
	"html/template"

	"github.com/styrdok/styrdok/compare"
)

// QuoteItems returns quotes as the items of a list, each with its place and, folded, its context.
func (v *view) QuoteItems(quotes []compare.Quote) template.HTML {
	m := v.newMarkup()
	m.b.Grow(1200 * len(quotes)) // about what they take
	for _, q := range v.Repeats(quotes) {
		m.quote(&q)
	}
	return m.html()
}

func (m *markup) quote(q *shownQuote) {
	m.tags(`<li class="quote">`, "\n<blockquote", m.inSwedish(), ">")
	m.words(q)
	m.tags("</blockquote>\n<div class=\"by\">")
	page := m.v.PageOf(q.Quote)
	m.place(page, q.Document, q.Page, page+", "+m.v.Title(q.Document))
	switch q.Binding {
	case compare.Must:
		m.tags(` <span class="modal must">`).text(m.v.T("must")).tags("</span>")
	case compare.Should, compare.May:
		m.tags(` <span class="modal">`).text(m.v.T(string(q.Binding))).tags("</span>")
	}
	if q.Adds {
		m.tags(` <span class="modal">`).text(m.v.T("adds")).tags("</span>")
	}
	for _, t := range q.Themes {
		m.tags(` <span class="theme">`).text(m.v.ThemeLabel(t)).tags("</span>")
	}
	m.tags("\n")
	if q.Before != "" || q.After != "" || len(q.Section) > 0 || len(q.AlsoIn) > 0 {
		m.context(q)
	}
	m.tags("\n</div></li>")
}

// words writes what a quote says: a row of a table cell by cell, with the heads of its columns; an item with what opens its list.
func (m *markup) words(q *shownQuote) {
	row := m.v.Row(q.Quote)
	for _, p := range row {
		if p.Cell == "" {
			continue
		}
		m.tags(`<span class="cellpair">`)
		if p.Head != "" {
			m.tags(`<span class="opener">`).own(p.Head).tags("</span> ")
		}
		m.own(p.Cell).tags("</span> ")
	}
	if row != nil {
		return
	}
	if q.Opener != "" {
		m.tags(`<span class="opener">`)
		if q.SameOpener {
			m.tags("…")
		} else {
			m.own(q.Opener)
		}
		m.tags("</span> ")
	}
	m.own(q.Citation.Quote)
}

// context writes what stands around a quote, where else it stands, and what it was found by.
func (m *markup) context(q *shownQuote) {
	m.tags(`<details class="context"><summary>`).text(m.v.T("context")).tags("</summary>\n")
	if len(q.Section) > 0 {
		m.path("section")
		for i, s := range q.Section {
			m.tags(unless(i == 0, " › ")).own(s)
		}
		m.tags("</p>")
	}
	m.tags("\n<p class=\"passage\"", m.inSwedish(), ">").own(q.Before).tags(" <mark>").own(q.Citation.Quote).tags("</mark> ").own(q.After).tags("</p>\n")
	if len(q.AlsoIn) > 0 {
		m.path("also-in")
		for i, p := range q.AlsoIn {
			m.tags(unless(i == 0, "; ")).text(m.v.ShortName(p.Document)).tags(", ").text(m.v.Pages(p.Pages))
		}
		m.tags("</p>")
	}
	m.tags("\n")
	if found := m.v.FoundBy(q.Evidence); len(found) > 0 {
		m.path("found-by")
		for i, e := range found {
			m.tags(unless(i == 0, " · ")).own(e)
		}
		m.tags("</p>")
	}
	m.tags("\n</details>")
}

// path begins a line that is labelled.
func (m *markup) path(label string) {
	m.tags(`<p class="path"><span class="label">`).text(m.v.T(label)).tags("</span> ")
}

func unless(not bool, s string) string {
	if not {
		return ""
	}
	return s
}
