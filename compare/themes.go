package compare

import (
	"cmp"
	"slices"
)

// tagGoals is the tag of the goals, whose sub-tags are the themes.
const tagGoals = "goals"

// themes returns the sub-tags of the goals with what each municipality has of them, in the order of the tags.
func themes(tags []Tag, municipalities []Municipality) []Theme {
	list := []Theme{}
	for i, t := range tags {
		if t.Parent != tagGoals {
			continue
		}
		x := Theme{Tag: t.Name, Label: t.Label, Counts: make([]int, len(municipalities))}
		for j, m := range municipalities {
			x.Counts[j] = m.Cells[i].Count
			if m.Cells[i].Count > 0 && m.Assigned() {
				x.Municipalities++
			}
		}
		list = append(list, x)
	}
	return list
}

// sumUpGoals fills the goal summaries, after goals were found to be shared.
func sumUpGoals(r *Report) {
	goals := slices.IndexFunc(r.Tags, func(t Tag) bool { return t.Name == tagGoals })
	if goals < 0 {
		return
	}
	for j := range r.Municipalities {
		m := &r.Municipalities[j]
		for _, q := range m.Cells[goals].Quotes {
			m.Goals.Count++
			if q.Goal != "" {
				m.Goals.Shared++
			}
		}
		covered := []Theme{}
		for _, t := range r.Themes {
			if t.Counts[j] > 0 {
				covered = append(covered, t)
			}
		}
		slices.SortStableFunc(covered, func(a, b Theme) int { return cmp.Compare(b.Counts[j], a.Counts[j]) })
		for _, t := range covered {
			m.Goals.Themes = append(m.Goals.Themes, t.Tag)
			if t.Municipalities == 1 && m.Assigned() {
				m.Goals.OnlyHere = append(m.Goals.OnlyHere, t.Tag)
			}
		}
	}
}
