package render

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// articles writes what each municipality says on a tag: the answer, and the quotes by document, those that are not in sight folded.
func (m *markup) articles(s *section) {
	m.tags(`<section id="`, s.ID, `" data-open="`).text(m.v.T("open-all")).tags(`" data-close="`).text(m.v.T("close-all"))
	m.tags(`" aria-labelledby="`, s.ID, `-h" class="tag">`, "\n")
	if s.Tag.Parent != "" {
		m.tags(`<h3 id="`, s.ID, `-h" class="sub">`).text(s.Label).tags("</h3>")
	} else {
		m.tags(`<h2 id="`, s.ID, `-h">`).text(s.Label).tags("</h2>")
	}
	m.tags("\n<div class=\"cells\">\n")
	for i := range s.Cells {
		m.article(&s.Cells[i])
	}
	m.tags("</div>\n</section>\n")
}

func (m *markup) article(c *cell) {
	m.tags(`<article class="cell `, m.v.Class(c.Cell.State), `" data-m="`, strconv.Itoa(c.Number), "\">\n<h3>").text(m.v.Municipality(c.Municipality.Name))
	m.tags("</h3>\n<p class=\"answer\"><span class=\"chip ", m.v.Class(c.Cell.State), `">`).text(m.v.State(*c.Cell)).tags("</span>")
	if c.Cell.Count > 0 {
		m.tags(` <span class="count">`).text(m.v.Quotes(c.Cell.Count))
		if b := m.v.Binding(c.Cell.Binding); b != "" {
			m.tags(" (").text(b).tags(")")
		}
		m.tags("</span>")
	}
	m.tags("</p>\n")
	if c.Cell.Provisional {
		m.tags(`<p class="note">`).text(capital(m.v.T("provisional"))).tags("</p>")
	}
	m.tags("\n")
	if c.Note != "" {
		m.tags(`<p class="note">`).own(c.Note).tags("</p>")
	}
	m.tags("\n")
	for _, g := range c.Groups {
		m.group(&g)
	}
	m.tags("</article>\n")
}

// group writes the quotes of a document.
func (m *markup) group(g *quoteGroup) {
	title := m.v.Title(g.Document)
	m.tags("<h4>").text(title).tags("<small>").text(m.v.Describe(g.Document)).tags("</small></h4>\n<ol class=\"quotes\">")
	m.quotes(g.Shown, title)
	m.tags("</ol>\n")
	if n := len(g.More); n > 0 {
		m.tags(`<details class="more"><summary>`).text(m.v.T("more", n)).tags(`</summary><ol class="quotes">`)
		m.quotes(g.More, title)
		m.tags(`</ol></details><p class="printed">`).text(m.v.T("more-printed", n)).tags("</p>")
	}
	m.tags("\n")
	if g.LeftOut > 0 {
		m.tags(`<p class="note">`).text(m.v.T("left-out", g.LeftOut)).tags("</p>")
	}
	m.tags("\n")
}

// quotes writes quotes of the document of this title as the items of a list, each with its place and, folded, its context.
func (m *markup) quotes(quotes []compare.Quote, title string) {
	opener := ""
	for i := range quotes {
		m.quote(&quotes[i], title, quotes[i].Opener == opener)
		m.flush(false)
		opener = quotes[i].Opener
	}
}

// quote writes a quote; of an opener that is the same as that of the quote before it, no more than an ellipsis.
func (m *markup) quote(q *compare.Quote, title string, sameOpener bool) {
	m.tags(`<li class="quote">`, "\n<blockquote", m.inSwedish(), ">")
	m.words(q, sameOpener)
	m.tags("</blockquote>\n<div class=\"by\">")
	page := m.v.PageOf(*q)
	m.place(page, q.Document, q.Page, page+", "+title)
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
func (m *markup) words(q *compare.Quote, sameOpener bool) {
	row := m.v.Row(*q)
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
		if sameOpener {
			m.tags("…")
		} else {
			m.own(q.Opener)
		}
		m.tags("</span> ")
	}
	m.own(q.Quote)
}

// context writes what stands around a quote, where else it stands, and what it was found by.
func (m *markup) context(q *compare.Quote) {
	m.tags(`<details class="context"><summary>`).text(m.v.T("context")).tags("</summary>\n")
	if len(q.Section) > 0 {
		m.path("section")
		for i, s := range q.Section {
			m.tags(unless(i == 0, " › ")).own(s)
		}
		m.tags("</p>")
	}
	m.tags("\n<p class=\"passage\"", m.inSwedish(), ">").own(q.Before).tags(" <mark>").own(q.Quote).tags("</mark> ").own(q.After).tags("</p>\n")
	if len(q.AlsoIn) > 0 {
		m.path("also-in")
		for i, p := range q.AlsoIn {
			m.tags(unless(i == 0, "; ")).text(m.v.ShortName(p.Document)).tags(", ").text(m.v.Pages(p.Pages))
		}
		m.tags("</p>")
	}
	m.tags("\n")
	m.foundBy(q.Evidence)
	m.tags("\n</details>")
}

// foundBy says what spoke for a quote: its evidence of the kinds that a reader can see for themselves. The rest stands in the CSV
// and JSON files.
func (m *markup) foundBy(evidence []string) {
	found := false
	for _, e := range evidence {
		kind, what, _ := strings.Cut(e, ":")
		key := foundBy[kind]
		if key == "" {
			continue
		}
		if found {
			m.tags(" · ")
		} else {
			m.path("found-by")
		}
		found = true
		before, after, _ := strings.Cut(m.v.T(key), "%s")
		m.tags("<bdi>").text(before).text(shorten(oneLine(what), foundByRunes)).text(after).tags("</bdi>")
	}
	if found {
		m.tags("</p>")
	}
}

// foundBy are the texts of the kinds of evidence that a reader can see.
var foundBy = map[string]string{"cue": "by-cue", "heading": "by-heading", "body": "by-body", "opener": "by-opener"}

// foundByRunes is how much of a heading or an opener is repeated to name it.
const foundByRunes = 60

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
