package facts

import "github.com/styrdok/styrdok/policy"

// The text gives a municipality the document if it names it (in full) at least minMentions times, and at least clearLead times as often as any
// other; a single mention does if it stands as the one that acts or owns and no other is named.
const minMentions, clearLead = 2, 2

// byText assigns by how often the text names a municipality in full.
func (a *assigner) byText() (policy.Assignment, bool) {
	count := map[string]int{}
	named := map[string]bool{}
	first := map[string]policy.Assignment{}
	for i := range a.units {
		u := &a.units[i]
		if !u.content() {
			continue
		}
		for _, m := range a.mentions(u.text, false) {
			if !m.full || a.outsiders[m.m.Name] {
				continue
			}
			named[m.m.Name] = true
			if m.aside {
				continue
			}
			if count[m.m.Name]++; count[m.m.Name] == 1 {
				first[m.m.Name] = policy.Assignment{Municipality: m.m, Basis: basisText, Evidence: a.evidence(u, m.start, m.end, 0.7)}
			}
		}
	}
	best, second := "", 0
	for _, m := range a.reg.All() { // the register's order, so that ties always fall alike
		switch n := count[m.Name]; {
		case n > count[best]:
			best, second = m.Name, count[best]
		case n > second:
			second = n
		}
	}
	n := count[best]
	if n == 0 || n < clearLead*second || n < minMentions && len(named) > 1 {
		return policy.Assignment{}, false
	}
	as := first[best]
	if n < minMentions {
		as.Evidence.Confidence = 0.5
	}
	return as, true
}
