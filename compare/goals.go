package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// maxGoalWords is how many words a shared goal is explained by.
const maxGoalWords = 6

// minTerms is how many terms of content a goal needs to be held against others.
const minTerms = 2

// shareGoals finds the goals that two or more municipalities have, and marks their quotes.
func shareGoals(r *Report, c *corpus, workers int) {
	r.SharedGoals = []SharedGoal{}
	cell := slices.IndexFunc(r.Tags, func(t Tag) bool { return t.Name == tagGoals })
	if cell < 0 {
		return
	}
	voc := newVocabulary(c.lexis)
	var goals []goal
	for i, m := range r.Municipalities {
		if !m.Assigned() {
			continue
		}
		for j, q := range m.Cells[cell].Quotes {
			if opensList(q.Quote) || q.Negative {
				continue
			}
			if v := voc.raw(q.Quote); len(v) >= minTerms {
				goals = append(goals, goal{i, j, v})
			}
		}
	}
	for i := range goals {
		voc.weigh(goals[i].vector)
	}
	for _, g := range groupGoals(goals, len(voc.shown), workers) {
		if x := newSharedGoal(r, cell, goals, &g, voc); len(x.Municipalities) > 1 {
			r.SharedGoals = append(r.SharedGoals, x)
			for _, i := range g.members {
				r.quote(cell, goals[i]).Goal = strconv.Itoa(len(r.SharedGoals))
			}
		}
	}
	nameGoals(r, cell)
}

// opensList reports whether a sentence only opens a list: its items are the goals.
func opensList(quote string) bool { return strings.HasSuffix(strings.TrimSpace(quote), ":") }

// quote returns the quote of a goal.
func (r *Report) quote(cell int, g goal) *Quote {
	return &r.Municipalities[g.municipality].Cells[cell].Quotes[g.quote]
}

func newSharedGoal(r *Report, cell int, goals []goal, g *goalGroup, voc *vocabulary) SharedGoal {
	x := SharedGoal{Likeness: round(g.likeness(), 3), Municipalities: []string{}, Words: voc.common(goals, g), Themes: []string{}}
	themes := make(map[string]int)
	for _, i := range g.members {
		q := r.quote(cell, goals[i])
		if name := r.Municipalities[goals[i].municipality].Name; !slices.Contains(x.Municipalities, name) {
			x.Municipalities = append(x.Municipalities, name)
		}
		for _, t := range q.Themes {
			themes[t]++
		}
		x.Goals = append(x.Goals, Excerpt{Document: q.Document, Citation: q.Citation, Section: q.Section})
	}
	for _, t := range r.Tags {
		if 2*themes[t.Name] > len(g.members) {
			x.Themes = append(x.Themes, t.Name)
		}
	}
	return x
}

// common returns the words that more than half of a group's goals have, those first that weigh most.
func (v *vocabulary) common(goals []goal, g *goalGroup) []string {
	in := make(map[uint32]int)
	for _, i := range g.members {
		for _, w := range goals[i].vector {
			in[w.term]++
		}
	}
	var terms vector
	for _, w := range g.sum {
		if 2*in[w.term] > len(g.members) {
			terms = append(terms, w)
		}
	}
	slices.SortStableFunc(terms, func(a, b weight) int { return cmp.Compare(round(b.value, 6), round(a.value, 6)) })
	words := []string{}
	for _, w := range terms[:min(len(terms), maxGoalWords)] {
		words = append(words, v.shown[w.term])
	}
	return words
}

// nameGoals orders the shared goals, the most widespread first, and gives them and their quotes their IDs.
func nameGoals(r *Report, cell int) {
	order := make([]int, len(r.SharedGoals))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &r.SharedGoals[a], &r.SharedGoals[b]
		return cmp.Or(len(y.Municipalities)-len(x.Municipalities), cmp.Compare(y.Likeness, x.Likeness))
	})
	ids := make(map[string]string, len(order))
	list := make([]SharedGoal, len(order))
	for n, i := range order {
		list[n] = r.SharedGoals[i]
		list[n].ID = "goal-" + strconv.Itoa(n+1)
		ids[strconv.Itoa(i+1)] = list[n].ID
	}
	r.SharedGoals = list
	for i := range r.Municipalities {
		quotes := r.Municipalities[i].Cells[cell].Quotes
		for j := range quotes {
			quotes[j].Goal = ids[quotes[j].Goal]
		}
	}
}
