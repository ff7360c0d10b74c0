package render

import (
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// gapsSheet has a row for each thing that a municipality lacks, with what that rests on.
func (v *view) gapsSheet() sheet {
	s := sheet{name: v.T("gaps-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("gaps"), 60}, {v.T("state"), 18}, {v.T("gap-basis"), 60}}}
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		for _, g := range m.Gaps {
			var bases []string
			for _, b := range g.Bases {
				bases = append(bases, v.Label(b.Text, ""))
			}
			s.rows = append(s.rows, []any{v.Municipality(m.Name), v.Label(g.Text, g.Name), v.T(string(g.State)), strings.Join(bases, "\n")})
		}
	}
	return s
}

// themesSheet has a row for each municipality and a column for each theme of its goals.
func (v *view) themesSheet() sheet {
	s := sheet{name: v.T("themes-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("goals-all"), 12}, {v.T("goals-shared"), 14}}}
	for _, t := range v.Report.Themes {
		s.columns = append(s.columns, column{v.Label(t.Label, t.Tag), 16})
	}
	s.columns = append(s.columns, column{v.T("goals-only"), 40})
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		row := []any{v.Municipality(m.Name), m.Goals.Count, m.Goals.Shared}
		for _, t := range v.Report.Themes {
			row = append(row, t.Counts[i])
		}
		s.rows = append(s.rows, append(row, v.ThemeLabels(m.Goals.OnlyHere)))
	}
	return s
}

// sharedGoalsSheet has a row for each sentence of a goal that several municipalities have.
func (v *view) sharedGoalsSheet() sheet {
	s := sheet{name: v.T("shared-sheet"), columns: []column{{v.T("shared-words"), 34}, {v.T("municipalities"), 30}, {v.T("theme"), 24},
		{v.T("municipality"), 16}, {v.T("quote"), 80}, {v.T("where"), 28}}}
	for _, g := range v.Report.SharedGoals {
		for _, x := range g.Goals {
			s.rows = append(s.rows, []any{oneLine(strings.Join(g.Words, ", ")), v.Names(g.Municipalities), v.ThemeLabels(g.Themes),
				v.Municipality(v.Doc(x.Document).Municipality), oneLine(x.Quote), v.linkedExcerpt(x)})
		}
	}
	return s
}

// reuseSheet has a row for each stretch of text that two documents share.
func (v *view) reuseSheet() sheet {
	s := sheet{name: v.T("reuse-sheet"), columns: []column{{v.T("document") + " A", 30}, {v.T("page-word"), 8}, {v.T("document") + " B", 30},
		{v.T("page-word"), 8}, {v.T("reuse-relation"), 24}, {v.T("reuse-sentences"), 11}, {v.T("reuse-likeness"), 12},
		{v.T("quote") + " A", 70}, {v.T("quote") + " B", 70}}}
	for _, p := range v.Report.Reuse.Pairs {
		for _, x := range p.Passages {
			s.rows = append(s.rows, []any{v.DocumentName(p.A), linked{v.Page(x.A.Page), v.Link(p.A, x.A.Page)}, v.DocumentName(p.B),
				linked{v.Page(x.B.Page), v.Link(p.B, x.B.Page)}, v.T(string(p.Relation)), x.Sentences, v.likeness(x), oneLine(x.A.Quote), oneLine(x.B.Quote)})
		}
	}
	for _, b := range v.Report.Reuse.Boilerplate {
		s.rows = append(s.rows, []any{v.DocumentName(b.Document), linked{v.Page(b.Page), v.Link(b.Document, b.Page)},
			v.T("boiler-where", b.Documents, b.Municipalities), "", v.T("boilerplate"), 1, "", oneLine(b.Quote), ""})
	}
	return s
}

// likeness says how alike the two texts of a passage are.
func (v *view) likeness(p compare.SharedPassage) string {
	if p.Exact {
		return v.T("word-for-word")
	}
	return v.Percent(p.Likeness)
}

// versionsSheet has a row for each change between two versions of a document.
func (v *view) versionsSheet() sheet {
	s := sheet{name: v.T("versions-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("version-old"), 26}, {v.T("version-new"), 26},
		{v.T("section"), 30}, {v.T("version-change"), 16}, {v.T("version-was"), 70}, {v.T("version-is"), 70}}}
	for _, x := range v.Report.Versions {
		for _, part := range x.Sections {
			for _, c := range part.Changes {
				row := []any{v.Municipality(x.Municipality), v.ShortName(x.Old), v.ShortName(x.New), v.SectionPath(part.Section), v.T(string(c.Kind)), "", ""}
				if c.Old != nil {
					row[5] = linked{oneLine(c.Old.Quote), v.Link(c.Old.Document, c.Old.Page)}
				}
				if c.New != nil {
					row[6] = linked{oneLine(c.New.Quote), v.Link(c.New.Document, c.New.Page)}
				}
				s.rows = append(s.rows, row)
			}
		}
	}
	return s
}

// wordsSheet has a row for each word that marks a municipality.
func (v *view) wordsSheet() sheet {
	s := sheet{name: v.T("words-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("word"), 28}, {v.T("word-count"), 10},
		{v.T("word-rate"), 16}, {v.T("word-rest"), 16}, {v.T("word-certainty"), 16}}}
	for _, m := range v.Report.Municipalities {
		for _, w := range m.Distinctive {
			s.rows = append(s.rows, []any{v.Municipality(m.Name), oneLine(w.Word), w.Count, w.PerThousand, w.RestPerThousand, w.LogLikelihood})
		}
	}
	return s
}

func (v *view) linkedExcerpt(x compare.Excerpt) linked {
	return linked{v.ShortName(x.Document) + ", " + v.Page(x.Page), v.Link(x.Document, x.Page)}
}
