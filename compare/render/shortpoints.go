package render

import (
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// overduePoints says which documents ought to have been renewed by their own rules.
func (v *view) overduePoints() []point {
	var names, why []string
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		for _, id := range m.Documents {
			if due := overdue(m, v.Doc(id)); due != nil {
				names, why = append(names, v.DocumentName(id)), append(why, v.why(due))
			}
		}
	}
	switch len(names) {
	case 0:
		return nil
	case 1:
		return []point{{v.T("overdue"), names[0] + ". " + why[0], "facts"}}
	}
	return []point{{v.T("overdue"), v.T("short-overdue", v.named(names, "short-documents")), "facts"}}
}

// why says by what a document is overdue.
func (v *view) why(due *compare.Due) string {
	if due.Rule == "mandate-period" || due.Rule == "valid-until" || len(due.Missed) == 0 {
		return v.Label(due.Text, "")
	}
	return v.T("short-overdue-since", due.Missed[len(due.Missed)-1])
}

// overdue returns why a document of m ought to have been renewed; nil if it need not.
func overdue(m *compare.Municipality, d *compare.Document) *compare.Due {
	if d.Tier != compare.Governing && d.Tier != compare.Informing {
		return nil
	}
	if d.Validity != nil && d.Validity.State == compare.Overdue {
		return d.Validity
	}
	for i := range m.FollowUp.Items {
		if x := &m.FollowUp.Items[i]; x.Source.Document == d.ID && x.Due != nil && x.Due.State == compare.Overdue {
			return x.Due
		}
	}
	return nil
}

// agePoints says which of the documents that apply is the oldest, and how many give no date.
func (v *view) agePoints() []point {
	var oldest *compare.Document
	dated, undated := 0, 0
	for i := range v.Report.Documents {
		d := &v.Report.Documents[i]
		switch {
		case d.Tier != compare.Governing && d.Tier != compare.Informing:
		case d.AgeYears != nil:
			dated++
			if oldest == nil || *d.AgeYears > *oldest.AgeYears {
				oldest = d
			}
		case d.Date.State == compare.NotSaid:
			undated++
		}
	}
	var parts []string
	if oldest != nil && dated > 1 {
		parts = append(parts, v.T("short-oldest", v.DocumentName(oldest.ID), v.Age(oldest)))
	}
	switch {
	case undated == 1:
		parts = append(parts, v.T("short-undated-one"))
	case undated > 1:
		parts = append(parts, v.T("short-undated", capital(v.inWords(undated))))
	}
	if len(parts) == 0 {
		return nil
	}
	return []point{{v.T("age"), strings.Join(parts, " "), "facts"}}
}

// goalPoints says who has most goals, which themes one municipality alone has, and how many goals are shared.
func (v *view) goalPoints() []point {
	if len(v.Report.Themes) == 0 {
		return nil
	}
	var most, least *compare.Municipality
	var only []string
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		if !m.Assigned() {
			continue
		}
		if most == nil || m.Goals.Count > most.Goals.Count {
			most = m
		}
		if least == nil || m.Goals.Count < least.Goals.Count {
			least = m
		}
		if len(m.Goals.OnlyHere) > 0 {
			only = append(only, v.T("short-only", v.Municipality(m.Name), v.enumerate(v.themeNames(m.Goals.OnlyHere))))
		}
	}
	var parts []string
	if most != nil && most.Goals.Count > least.Goals.Count {
		parts = append(parts, v.T("short-goals", v.Municipality(most.Name), most.Goals.Count, v.Municipality(least.Name), least.Goals.Count))
	}
	if len(only) <= namedAtOnce {
		parts = append(parts, only...)
	}
	switch n := len(v.Report.SharedGoals); n {
	case 0:
		parts = append(parts, v.T("short-shared-none"))
	case 1:
		parts = append(parts, v.T("short-shared-one", v.named(v.names(v.Report.SharedGoals[0].Municipalities), "short-municipalities")))
	default:
		parts = append(parts, v.T("short-shared", capital(v.inWords(n))))
	}
	return []point{{v.T("themes"), strings.Join(parts, " "), "themes"}}
}

// reusePoints says whether municipalities share text.
func (v *view) reusePoints() []point {
	var across []compare.ReusePair
	for _, p := range v.Report.Reuse.Pairs {
		if v.Doc(p.A).Municipality != v.Doc(p.B).Municipality {
			across = append(across, p)
		}
	}
	switch n := len(across) + v.Report.Reuse.LeftOut; {
	case n == 0:
		return []point{{v.T("reuse"), v.T("short-reuse-none"), "reuse"}}
	case n == 1:
		p := across[0]
		return []point{{v.T("reuse"), v.T("short-reuse-one", v.DocumentName(p.A), v.DocumentName(p.B), p.Sentences), "reuse"}}
	default:
		return []point{{v.T("reuse"), v.T("short-reuse", capital(v.inWords(n))), "reuse"}}
	}
}
