package render

import (
	"fmt"
	"slices"
	"strings"
)

// write writes the memo from its title to its notes on method.
func (m *memo) write() {
	m.add(styleTitle, run(m.T("title"), false))
	lead := m.T("subtitle", m.Municipalities())
	if m.Report.AsOf != "" {
		lead += ". " + m.T("made-as-of", m.Report.AsOf)
	}
	m.add(styleLead, run(lead, false))
	m.short()
	m.overview()
	m.gaps()
	for _, s := range m.pageSections() {
		m.section(s)
	}
	m.found(m.themesSheet(), "themes", "themes-lead")
	m.found(m.sharedGoalsSheet(), "shared-goals", "shared-lead")
	m.reuse()
	m.found(m.versionsSheet(), "versions", "versions-lead")
	m.facts()
	m.unread()
	m.heading(1, m.T("about-report"))
	for _, key := range []string{"method-note", "order-note", "people-note", "about-limits", "about-reuse"} {
		m.add("", run(m.T(key), false))
	}
	for _, x := range m.AboutReport() {
		m.add("", run(x[0]+": ", true)+run(x[1], false))
	}
}

// short writes what to know first.
func (m *memo) short() {
	points := m.InShort()
	if len(points) == 0 {
		return
	}
	m.heading(1, m.T("short"))
	for _, p := range points {
		m.add("", run(p.Lead+": ", true)+run(p.Text, false))
	}
}

// overview writes the matrix: a row for each municipality, a column for each main tag.
func (m *memo) overview() {
	m.heading(1, m.T("overview"))
	main := m.MainTags()
	heads, widths := []string{m.T("municipality")}, []int{3}
	for _, i := range main {
		heads, widths = append(heads, m.TagLabel(m.Report.Tags[i])), append(widths, 4)
	}
	heads, widths = append(heads, m.T("documents-age")), append(widths, 4)
	var rows [][][]string
	for i := range m.Report.Municipalities {
		x := &m.Report.Municipalities[i]
		row := [][]string{{run(m.Municipality(x.Name), true)}}
		for _, t := range main {
			lines := []string{run(m.stateWithNote(x.Cells[t]), true)}
			if n := x.Cells[t].Count; n > 0 {
				lines[0] += run(" ("+m.Quotes(n)+")", false)
			}
			for _, line := range m.Gist(x, t) {
				lines = append(lines, run(line, false))
			}
			row = append(row, lines)
		}
		var docs []string
		for _, id := range x.Documents {
			docs = append(docs, link(&m.links, strings.TrimRight(m.ShortName(id)+", "+m.AgeOrUndated(m.Doc(id)), ", "), m.Link(id, 0)))
		}
		rows = append(rows, append(row, docs))
	}
	m.table(heads, widths, rows)
}

// section writes what each municipality says on a tag: the quotes in sight, each with its source as a footnote.
func (m *memo) section(s section) {
	level := 1
	if s.Tag.Parent != "" {
		level = 2
	}
	m.heading(level, s.Label)
	for _, c := range s.Cells {
		if m.ended() {
			return
		}
		m.heading(level+1, m.Municipality(c.Municipality.Name))
		answer := run(m.stateWithNote(*c.Cell), true)
		if c.Cell.Count > 0 {
			count := ", " + m.Quotes(c.Cell.Count)
			if b := m.Binding(c.Cell.Binding); b != "" {
				count += " (" + b + ")"
			}
			answer += run(count, false)
		}
		m.add(styleAnswer, answer)
		if c.Note != "" {
			m.add("", run(c.Note, false))
		}
		m.quotes(c)
	}
}

// quotes writes the quotes of a cell that are in sight; of very many municipalities, the strongest alone.
func (m *memo) quotes(c cell) {
	if m.apart() && len(c.Groups) > 0 {
		q := c.Groups[0].Shown[0]
		m.add(styleQuote, quoteRun(m.Plain(q))+m.source(q))
		if n := c.Cell.Count - 1; n > 0 {
			m.add("", run(m.T("left-out", n), false))
		}
		return
	}
	for _, g := range c.Groups {
		for _, q := range g.Shown {
			m.add(styleQuote, quoteRun(m.Plain(q))+m.source(q))
		}
		if n := len(g.More) + g.LeftOut; n > 0 {
			m.add("", run(m.T("more-elsewhere", n, m.ShortName(g.Document)), false))
		}
	}
}

// gaps writes what each municipality lacks, with what that rests on.
func (m *memo) gaps() {
	m.heading(1, m.T("gaps"))
	m.add("", run(m.T("gaps-lead"), false))
	for i := range m.Report.Municipalities {
		x := &m.Report.Municipalities[i]
		if !x.Assigned() {
			continue
		}
		m.heading(2, m.Municipality(x.Name))
		for _, g := range x.Gaps {
			runs := run(m.Label(g.Text, g.Name), true)
			for _, b := range g.Bases {
				runs += run(" "+m.Label(b.Text, ""), false)
			}
			m.add("", runs)
		}
		if len(x.Gaps) == 0 {
			m.add("", run(m.NoGaps(*x), false))
		}
	}
}

// found writes what comparing found as a table under a heading; nothing if it found nothing.
func (m *memo) found(s sheet, heading, lead string) {
	if len(s.rows) == 0 {
		return
	}
	m.heading(1, m.T(heading))
	m.add("", run(m.T(lead), false))
	m.sheet(s)
}

// reuse writes which documents have text in common, and how much of it.
func (m *memo) reuse() {
	m.heading(1, m.T("reuse"))
	m.add("", run(m.T("reuse-lead"), false))
	pairs := m.Pairs()
	if len(pairs) == 0 {
		m.add("", run(m.T("no-reuse"), false))
		return
	}
	var rows [][][]string
	for _, p := range pairs {
		rows = append(rows, [][]string{{run(m.DocumentName(p.A), false)}, {run(m.DocumentName(p.B), false)}, {run(m.T(string(p.Relation)), false)},
			{run(fmt.Sprintf("%d, %s", p.Sentences, m.T("reuse-exact", p.Exact)), false)}, {run(m.Percent(p.ShareA)+" / "+m.Percent(p.ShareB), false)}})
	}
	m.table([]string{m.T("document") + " A", m.T("document") + " B", m.T("reuse-relation"), m.T("reuse-sentences"), m.T("reuse-share")}, []int{5, 5, 4, 3, 3}, rows)
	if n := m.PairsLeftOut(); n > 0 {
		m.add("", run(m.T("reuse-more", n), false))
	}
}

// facts writes the tables of facts.
func (m *memo) facts() {
	m.heading(1, m.T("facts"))
	for _, s := range []sheet{m.factsSheet(), m.townsSheet(), m.bodiesSheet(), m.followUpSheet()} {
		m.heading(2, s.name)
		m.sheet(s, m.T("quote"), m.T("source-file")) // quotes stand above, and the files in the documents' links
	}
}

// unread writes what could not be read, and what was remarked.
func (m *memo) unread() {
	m.heading(1, m.T("ledger"))
	s := m.unreadSheet()
	if len(s.rows) == 0 {
		m.add("", run(m.T("no-set-aside"), false))
		return
	}
	m.sheet(s, m.T("code"))
}

// maxMemoRows is how many rows of a table the memo shows: some twenty pages, and what a word processor lays out in a moment.
const maxMemoRows = 500

// sheet writes a table of the workbook without the columns of the titles left out.
func (m *memo) sheet(s sheet, leftOut ...string) {
	var keep []int
	var heads []string
	var widths []int
	for i, c := range s.columns {
		if !slices.Contains(leftOut, c.title) {
			keep, heads, widths = append(keep, i), append(heads, c.title), append(widths, int(c.width))
		}
	}
	var rows [][][]string
	for _, r := range first(s.rows, maxMemoRows) {
		var row [][]string
		for _, i := range keep {
			row = append(row, []string{m.sheetCell(r[i])})
		}
		rows = append(rows, row)
	}
	m.table(heads, widths, rows)
	if n := len(s.rows) - maxMemoRows; n > 0 {
		m.add("", run(m.T("memo-rows", n), false))
	}
}

// sheetCell returns a cell of the workbook as a run.
func (m *memo) sheetCell(x any) string {
	if l, ok := x.(linked); ok {
		return link(&m.links, l.text, l.href)
	}
	return run(fmt.Sprint(x), false)
}
