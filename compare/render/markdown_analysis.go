package render

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/compare"
)

// gaps writes what each municipality lacks that most others have.
func (m *markdown) gaps() {
	m.heading(2, m.T("gaps"))
	m.printf("%s\n", mdText(m.T("gaps-lead")))
	for _, x := range m.Report.Municipalities {
		if !x.Assigned() {
			continue
		}
		m.heading(3, m.Municipality(x.Name))
		for _, g := range x.Gaps {
			m.printf("- %s", mdText(m.Label(g.Text, g.Name)))
			for _, b := range g.Bases {
				m.printf(" %s", mdText(m.Label(b.Text, "")))
			}
			m.printf("\n")
		}
		if len(x.Gaps) == 0 {
			m.printf("%s\n", mdText(m.NoGaps(x)))
		}
	}
}

// themes writes how many goals touch each theme, and the goals that several municipalities have.
func (m *markdown) themes() {
	if len(m.Report.Themes) > 0 {
		m.heading(2, m.T("themes"))
		m.printf("%s\n\n", mdText(m.T("themes-lead")))
		m.themeTable()
	}
	if len(m.Report.SharedGoals) == 0 && len(m.Report.Themes) == 0 {
		return
	}
	m.heading(2, m.T("shared-goals"))
	m.printf("%s\n", mdText(m.T("shared-lead")))
	for _, g := range m.Goals() {
		m.printf("\n**%s** (%s)\n\n", mdText(strings.Join(g.Words, ", ")), mdText(m.Names(g.Municipalities)))
		for _, x := range g.Goals {
			m.printf("- %s (%s)\n", mdText(m.quoted(oneLine(x.Quote))), m.excerpt(x))
		}
	}
	if len(m.Report.SharedGoals) == 0 {
		m.printf("\n%s\n", mdText(m.T("no-shared")))
	}
	if n := m.GoalsLeftOut(); n > 0 {
		m.printf("\n%s\n", mdText(m.T("shared-more", n)))
	}
}

func (m *markdown) themeTable() {
	cells := []string{mdText(m.T("municipality"))}
	for _, t := range m.Report.Themes {
		cells = append(cells, mdText(m.Label(t.Label, t.Tag)))
	}
	cells = append(cells, mdText(m.T("goals-all")), mdText(m.T("goals-shared")), mdText(m.T("goals-only")))
	m.row(cells...)
	m.printf("|%s\n", strings.Repeat(" --- |", len(cells)))
	for i, x := range m.Report.Municipalities {
		if !x.Assigned() {
			continue
		}
		cells := []string{mdText(m.Municipality(x.Name))}
		for _, t := range m.Report.Themes {
			cells = append(cells, m.number(t.Counts[i]))
		}
		only := m.T("dash")
		if len(x.Goals.OnlyHere) > 0 {
			only = m.ThemeLabels(x.Goals.OnlyHere)
		}
		m.row(append(cells, m.number(x.Goals.Count), m.number(x.Goals.Shared), mdText(only))...)
	}
}

// number writes n, and a dash for none.
func (m *markdown) number(n int) string {
	if n == 0 {
		return m.T("dash")
	}
	return m.Number(n)
}

// excerpt writes where a piece of text stands, as a link.
func (m *markdown) excerpt(x compare.Excerpt) string {
	return m.link(m.DocumentName(x.Document)+", "+m.Page(x.Page), x.Document, x.Page)
}

// reuse writes the text that documents have in common, and what is boilerplate.
func (m *markdown) reuse() {
	m.heading(2, m.T("reuse"))
	m.printf("%s\n", mdText(m.T("reuse-lead")))
	for _, p := range m.Pairs() {
		m.heading(3, m.DocumentName(p.A)+" ↔ "+m.DocumentName(p.B))
		exact := ""
		if p.Exact > 0 {
			exact = ", " + m.T("reuse-exact", p.Exact)
		}
		m.printf("%s\n", mdText(capital(m.T(string(p.Relation)))+" · "+m.Number(p.Sentences)+" "+m.Lower("reuse-sentences")+exact+
			" · "+m.T("reuse-shares", m.Percent(p.ShareA), m.Percent(p.ShareB))))
		for _, x := range m.Passages(p) {
			how := m.T("edited")
			if x.Exact {
				how = m.T("word-for-word")
			}
			m.printf("\n- %s ↔ %s (%s):\n  %s\n", m.excerpt(x.A), m.excerpt(x.B), mdText(how), m.edits(x.Edits, x.A.Quote))
		}
	}
	if len(m.Report.Reuse.Pairs) == 0 {
		m.printf("\n%s\n", mdText(m.T("no-reuse")))
	}
	if n := m.PairsLeftOut(); n > 0 {
		m.printf("\n%s\n", mdText(m.T("reuse-more", n)))
	}
	if len(m.Report.Reuse.Boilerplate) == 0 {
		return
	}
	m.heading(3, m.T("boilerplate"))
	m.printf("%s\n\n", mdText(m.T("boiler-lead")))
	for _, b := range m.Boilerplate() {
		m.printf("- %s (%s)\n", mdText(m.quoted(oneLine(b.Quote))), mdText(m.T("boiler-where", b.Documents, b.Municipalities)))
	}
}

// edits writes what was changed: struck out what was removed, strong what was added; whole if nothing was.
func (m *markdown) edits(edits []compare.Edit, whole string) string {
	if len(edits) == 0 {
		return mdText(whole)
	}
	var b strings.Builder
	spaced := true // no space is due
	for _, e := range edits {
		text := mdText(strings.TrimSpace(oneLine(e.Text)))
		if text == "" {
			continue
		}
		switch e.Op {
		case compare.Removed:
			text = "~~" + text + "~~"
		case compare.Added:
			text = "**" + text + "**"
		}
		if !spaced || e.Op == compare.Removed && b.Len() > 0 {
			b.WriteString(" ")
		}
		b.WriteString(text)
		// What is added stands apart from what it replaces; a mark stands close to the word before it, as it did.
		spaced = e.Op != compare.Removed && strings.TrimRightFunc(e.Text, unicode.IsSpace) == e.Text
	}
	return b.String()
}

// versions writes what changed between the versions of a document.
func (m *markdown) versions() {
	if len(m.Report.Versions) == 0 {
		return
	}
	m.heading(2, m.T("versions"))
	m.printf("%s\n", mdText(m.T("versions-lead")))
	for _, x := range m.Report.Versions {
		m.heading(3, m.Municipality(x.Municipality)+": "+m.T("version-of", m.ShortName(x.Old), m.ShortName(x.New)))
		m.printf("%s\n", mdText(m.T("versions-counts", x.Kept, x.Came, x.Went, x.Reworded, x.Moved)))
		for _, s := range x.Sections {
			m.printf("\n**%s**%s\n\n", mdText(m.SectionPath(s.Section)), m.sectionChange(s))
			for _, c := range s.Changes {
				m.change(c)
			}
		}
	}
}

// sectionChange says, after a section's name, what happened to the whole of it.
func (m *markdown) sectionChange(s compare.SectionChange) string {
	text := ""
	switch s.Change {
	case compare.Came:
		text = " (" + mdText(m.T("section-came")) + ")"
	case compare.Went:
		text = " (" + mdText(m.T("section-went")) + ")"
	case compare.Moved:
		text = " (" + mdText(m.Lower("moved")) + ")"
	}
	if len(s.OldSection) > 0 {
		text += " (" + mdText(m.T("section-was", m.SectionPath(s.OldSection))) + ")"
	}
	return text
}

func (m *markdown) change(c compare.Change) {
	at, text := c.New, ""
	if at == nil {
		at = c.Old
	}
	text = m.edits(c.Edits, at.Quote)
	where := m.excerpt(*at)
	if c.Old != nil && c.New != nil {
		where = m.excerpt(*c.Old) + " → " + where
	}
	m.printf("- %s: %s (%s)\n", mdText(m.T(string(c.Kind))), text, where)
}

// distinctive writes the words that mark each municipality.
func (m *markdown) distinctive() {
	m.heading(2, m.T("distinctive"))
	m.printf("%s\n\n", mdText(m.T("distinct-lead")))
	for _, x := range m.Report.Municipalities {
		if !x.Assigned() {
			continue
		}
		words := make([]string, 0, shownWords)
		for _, w := range m.Distinctive(x) {
			words = append(words, oneLine(w.Word)+" ("+m.Number(w.Count)+")")
		}
		text := strings.Join(words, ", ")
		if text == "" {
			text = m.T("no-distinctive")
		}
		m.printf("- **%s:** %s\n", mdText(m.Municipality(x.Name)), mdText(text))
	}
}
