package render

import (
	"cmp"
	"iter"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// sheets gives the workbook's tables one after the other, each made when its turn comes: of what comparing finds, those that have
// rows.
func (v *view) sheets() iter.Seq[sheet] {
	return func(yield func(sheet) bool) {
		for _, s := range []struct {
			make   func() sheet
			always bool
		}{{v.overviewSheet, true}, {v.answersSheet, true}, {v.quotesSheet, true}, {v.factsSheet, true}, {v.townsSheet, true}, {v.bodiesSheet, true},
			{v.followUpSheet, true}, {v.gapsSheet, false}, {v.themesSheet, false}, {v.sharedGoalsSheet, false}, {v.versionsSheet, false},
			{v.wordsSheet, false}, {v.reuseSheet, true}, {v.unreadSheet, true}} {
			if t := s.make(); (s.always || len(t.rows) > 0 && len(t.columns) > 0) && !yield(t) {
				return
			}
		}
	}
}

// overviewSheet is the matrix: a row for each municipality and a column for each main tag, with the short answers.
func (v *view) overviewSheet() sheet {
	s := sheet{name: v.T("matrix-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("scb-code"), 9}, {v.T("county"), 20}}}
	for _, t := range v.MainTags() {
		s.columns = append(s.columns, column{v.TagLabel(v.Report.Tags[t]), 34})
	}
	s.columns = append(s.columns, column{v.T("documents-age"), 30})
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		row := []any{v.Municipality(m.Name), m.Code, m.County}
		for _, j := range v.MainTags() {
			c := m.Cells[j]
			lines := []string{v.stateWithNote(c)}
			if c.Count > 0 {
				lines[0] += ", " + v.Quotes(c.Count)
			}
			row = append(row, strings.Join(append(lines, v.Gist(m, j)...), "\n"))
		}
		var docs []string
		for _, id := range m.Documents {
			docs = append(docs, strings.TrimRight(v.ShortName(id)+", "+v.AgeOrUndated(v.Doc(id)), ", "))
		}
		s.rows = append(s.rows, append(row, strings.Join(docs, "\n")))
	}
	return s
}

// answersSheet has a row for each municipality and tag, for filters and pivot tables.
func (v *view) answersSheet() sheet {
	s := sheet{name: v.T("state-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("tag"), 16}, {v.T("state"), 26},
		{v.T("count"), 10}, {v.T("strongest"), 70}, {v.T("where"), 26}, {v.T("remarks"), 50}}}
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		for j, c := range m.Cells {
			row := []any{v.Municipality(m.Name), v.TagLabel(v.Report.Tags[j]), v.stateWithNote(c), c.Count, "", "", v.note(m, &m.Cells[j])}
			if c.Count > 0 {
				q := c.Quotes[0]
				row[4], row[5] = v.Plain(q), linked{v.ShortName(q.Document) + ", " + v.PageOf(q), v.Link(q.Document, q.Page)}
			}
			s.rows = append(s.rows, row)
		}
	}
	return s
}

func (v *view) stateWithNote(c compare.Cell) string {
	if c.Provisional {
		return v.State(c) + " (" + v.T("provisional") + ")"
	}
	return v.State(c)
}

func (v *view) quotesSheet() sheet {
	s := sheet{name: v.T("quotes"), columns: []column{{v.T("municipality"), 16}, {v.T("tag"), 16}, {v.T("quote"), 80},
		{v.T("document"), 36}, {v.T("page-word"), 14}, {v.T("binding"), 12}, {v.T("theme"), 22}, {v.T("section"), 28}, {v.T("opener"), 36},
		{v.T("also-in"), 28}, {v.T("score"), 10}, {v.T("source-file"), 36}}}
	s.each = v.quoteCells
	return s
}

// quoteCells gives the rows of the sheet of quotes.
func (v *view) quoteCells(yield func([]any) bool) {
	var row []any
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		for j := range m.Cells {
			if v.Report.Tags[j].Parent == tagGoals {
				continue // they are goals, and stand among them with their themes
			}
			tag := v.TagLabel(v.Report.Tags[j])
			for k := range m.Cells[j].Quotes {
				q := &m.Cells[j].Quotes[k]
				var also []string
				for _, p := range q.AlsoIn {
					also = append(also, v.ShortName(p.Document)+", "+v.Pages(p.Pages))
				}
				row = append(row[:0], v.Municipality(m.Name), tag, oneLine(q.Quote),
					v.Title(q.Document), linked{v.PageOf(*q), v.Link(q.Document, q.Page)}, v.T(string(q.Binding)),
					v.ThemeLabels(q.Themes), oneLine(strings.Join(q.Section, " › ")), oneLine(q.Opener), strings.Join(also, "; "), q.Score,
					oneLine(v.Doc(q.Document).Source))
				if v.ended() || !yield(row) {
					return
				}
			}
		}
	}
}

func (v *view) factsSheet() sheet {
	s := sheet{name: v.T("facts-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("doc-title"), 44}, {v.T("kind"), 18},
		{v.T("status"), 16}, {v.T("date"), 16}, {v.T("years"), 12}, {v.T("diarienummer"), 18}, {v.T("adopted-by"), 24},
		{v.T("remarks"), 40}, {v.T("read"), 12}, {v.T("source-file"), 44}}}
	for _, m := range v.Report.Municipalities {
		for _, id := range m.Documents {
			d := v.Doc(id)
			kind, status := v.Value(d.Kind), v.Value(d.Status)
			if d.Kind.State == compare.Says {
				kind = v.Kind(d.Kind.Value)
			}
			if d.Status.State == compare.Says {
				status = v.Status(d.Status.Value)
			}
			var years any = ""
			if d.AgeYears != nil {
				years = *d.AgeYears
			}
			s.rows = append(s.rows, []any{v.Municipality(m.Name), v.Title(id), kind, v.linkedFact(status, d.Status), v.linkedFact(v.Value(d.Date), d.Date),
				years, v.linkedFact(v.Value(d.Diarienummer), d.Diarienummer), v.linkedFact(capital(v.Value(d.AdoptedBy)), d.AdoptedBy), strings.Join(v.DocumentNotes(d), "\n"), v.ReadShare(*d), linked{oneLine(d.Source), v.Link(id, 0)}})
		}
	}
	return s
}

// linkedFact returns what a document says of itself, with a link to its page.
func (v *view) linkedFact(text string, x compare.Value) linked {
	l := linked{text: text}
	if s := v.FactPage(x); s != nil {
		l.href = v.Link(s.Document, s.Page)
	}
	return l
}

func (v *view) townsSheet() sheet {
	s := sheet{name: v.T("partner-towns"), columns: []column{{v.T("municipality"), 16}, {v.T("town"), 26}, {v.T("country"), 20},
		{v.T("town-status"), 16}, {v.T("where"), 28}, {v.T("quote"), 80}}}
	for _, m := range v.Report.Municipalities {
		name := v.Municipality(m.Name)
		for _, t := range m.PartnerTowns.Towns {
			from := t.Sources[0]
			s.rows = append(s.rows, []any{name, oneLine(t.Name), v.Country(t), v.TownStatus(t.Status), v.linkedSource(from), oneLine(from.Quote)})
		}
		if p := m.PartnerTowns; len(p.Towns) == 0 {
			row := []any{name, v.TownsState(p), "", "", "", ""}
			if p.Source != nil {
				row[4], row[5] = v.linkedSource(*p.Source), oneLine(p.Source.Quote)
			}
			s.rows = append(s.rows, row)
		}
		for _, c := range m.PartnerTowns.Counts {
			s.rows = append(s.rows, []any{name, v.CountCheck(c), "", "", v.linkedSource(c.Source), oneLine(c.Source.Quote)})
		}
	}
	return s
}

func (v *view) linkedSource(s compare.Source) linked {
	return linked{v.Source(s), v.Link(s.Document, s.Page)}
}

func (v *view) bodiesSheet() sheet {
	s := sheet{name: v.T("responsibility"), columns: []column{{v.T("municipality"), 16}, {v.T("body"), 32}, {v.T("duty"), 60},
		{v.T("where"), 28}, {v.T("quote"), 80}}}
	for _, m := range v.Report.Municipalities {
		name := v.Municipality(m.Name)
		for _, b := range m.Responsible.Bodies {
			for _, d := range b.Duties {
				s.rows = append(s.rows, []any{name, capital(oneLine(b.Name)), capital(oneLine(d.Duty)), v.linkedSource(d.Source), oneLine(d.Source.Quote)})
			}
		}
		if len(m.Responsible.Bodies) == 0 {
			s.rows = append(s.rows, []any{name, v.T(string(m.Responsible.State)), "", "", ""})
		}
	}
	return s
}

func (v *view) followUpSheet() sheet {
	s := sheet{name: v.T("follow-up"), columns: []column{{v.T("municipality"), 16}, {v.T("how-often"), 24}, {v.T("what"), 40},
		{v.T("through"), 24}, {v.T("due"), 40}, {v.T("where"), 28}, {v.T("quote"), 80}}}
	for _, m := range v.Report.Municipalities {
		name := v.Municipality(m.Name)
		for _, f := range m.FollowUp.Items {
			s.rows = append(s.rows, []any{name, capital(v.Label(f.Wording, f.Interval)), capital(oneLine(f.What)), oneLine(f.Through), v.due(f.Due),
				v.linkedSource(f.Source), oneLine(f.Source.Quote)})
		}
		if len(m.FollowUp.Items) == 0 {
			s.rows = append(s.rows, []any{name, v.T(string(m.FollowUp.State)), "", "", "", "", ""})
		}
	}
	return s
}

// unreadSheet lists pages and files that could not be read, and everything else that was remarked on the way.
func (v *view) unreadSheet() sheet {
	s := sheet{name: v.T("unread-sheet"), columns: []column{{v.T("municipality"), 16}, {v.T("source-file"), 50}, {v.T("page-word"), 8},
		{v.T("code"), 20}, {v.T("reason"), 70}}}
	for _, d := range v.Report.Documents {
		named := make(map[int]bool)
		for _, i := range d.Issues {
			named[i.Page] = true
			var page any = ""
			if i.Page > 0 {
				page = i.Page
			}
			s.rows = append(s.rows, []any{v.Municipality(d.Municipality), linked{oneLine(d.Source), v.Link(d.ID, i.Page)}, page,
				oneLine(i.Code), oneLine(i.Message)})
		}
		for _, n := range d.UnreadPages {
			if !named[n] {
				s.rows = append(s.rows, []any{v.Municipality(d.Municipality), linked{oneLine(d.Source), v.Link(d.ID, n)}, n,
					"page-unread", v.T("unread")})
			}
		}
	}
	for _, x := range v.Report.SetAside {
		s.rows = append(s.rows, []any{v.Municipality(x.Municipality), oneLine(x.Source), "", oneLine(x.Code),
			cmp.Or(oneLine(x.Reason), v.T("unread"))})
	}
	return s
}

// due says in words whether something is to be renewed.
func (v *view) due(d *compare.Due) string {
	if d == nil {
		return ""
	}
	return strings.TrimSpace(v.T(string(d.State)) + ". " + v.Label(d.Text, ""))
}
