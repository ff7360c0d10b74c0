package compare

import (
	"cmp"
	"slices"
)

// seriesLikeness is the share of words that two documents of a series must have in common to be versions of one document:
// the reports of two years have the same title, and little else.
const seriesLikeness = 0.15

// versions compares each document of a series with the one after it. asked says that a person chose them.
func (c *corpus) versions(all []series, asked bool) []Version {
	list := []Version{}
	for _, s := range all {
		for n := 1; n < len(s); n++ {
			v := c.version(s[n-1], s[n])
			v.Basis = "title"
			if asked {
				v.Basis = "asked"
			}
			if asked || v.Likeness >= seriesLikeness {
				list = append(list, v)
			}
		}
	}
	return list
}

// version compares document a with b, its newer version.
func (c *corpus) version(a, b int) Version {
	r := c.revise(a, b)
	v := Version{Municipality: c.municipalityOf(int32(b)), Old: c.docs[a].ID, New: c.docs[b].ID}
	same := 0
	for i, s := range r.old {
		switch {
		case r.to[i] < 0:
			v.Went++
			continue
		case r.moved[i]:
			v.Moved++
		case r.new[r.to[i]].node != s.node:
			v.Reworded++
		default:
			v.Kept++
		}
		x, y := slices.Clone(c.nodes[s.node].words), slices.Clone(c.nodes[r.new[r.to[i]].node].words)
		slices.Sort(x)
		slices.Sort(y)
		same += common(x, y)
	}
	v.Came = len(r.new) - (len(r.old) - v.Went)
	if all := r.words(); all > 0 {
		v.Likeness = round(2*float64(same)/float64(all), 3)
	}
	v.Sections = r.sections()
	return v
}

// words returns how many words both documents have.
func (r *revision) words() int {
	n := 0
	for _, list := range [][]sentence{r.old, r.new} {
		for _, s := range list {
			n += len(r.nodes[s.node].words)
		}
	}
	return n
}

// A placedChange is a change with where it is shown: after the new sentence at, and among such by order.
type placedChange struct {
	Change
	at, order int
}

// sections gathers the changes by section.
func (r *revision) sections() []SectionChange {
	changes := make(map[int][]placedChange) // by new section
	gone := make(map[int][]int)             // old sections without a successor, by the new section that they follow
	var goneChanges = make(map[int][]placedChange)
	last, section := -1, -1
	for i, s := range r.old {
		from := r.sectionOf(s)
		to := r.section[from]
		if r.to[i] >= 0 {
			last = r.to[i]
		}
		if to >= 0 {
			section = to
		}
		if r.to[i] >= 0 {
			continue
		}
		old := r.excerpt(s)
		change := placedChange{Change{Kind: Went, Old: &old}, last, i + 1}
		if to >= 0 {
			changes[to] = append(changes[to], change)
			continue
		}
		if len(goneChanges[from]) == 0 {
			gone[section] = append(gone[section], from)
		}
		goneChanges[from] = append(goneChanges[from], change)
	}
	for j, s := range r.new {
		if c, ok := r.change(j); ok {
			changes[r.sectionOf(s)] = append(changes[r.sectionOf(s)], placedChange{c, j, 0})
		}
	}
	return r.inOrder(changes, gone, goneChanges)
}

// change returns what happened to new sentence j; false if nothing did.
func (r *revision) change(j int) (Change, bool) {
	i := r.from[j]
	now := r.excerpt(r.new[j])
	if i < 0 {
		return Change{Kind: Came, New: &now}, true
	}
	was := r.excerpt(r.old[i])
	c := Change{Kind: Reworded, Old: &was, New: &now}
	if r.moved[i] {
		c.Kind = Moved
	}
	if r.old[i].node != r.new[j].node {
		c.Edits = appendDiff(nil, was.Quote, now.Quote)
	}
	return c, r.moved[i] || r.old[i].node != r.new[j].node
}

func (r *revision) excerpt(s sentence) Excerpt {
	return excerpt(r.docs[s.doc], r.span(s), r.sectionOf(s))
}

// inOrder returns the sections of the new version that changed, each followed by the old ones that are gone.
func (r *revision) inOrder(changes map[int][]placedChange, gone map[int][]int, goneChanges map[int][]placedChange) []SectionChange {
	list := []SectionChange{}
	addGone := func(after int) {
		for _, from := range gone[after] {
			list = append(list, SectionChange{Section: r.pathOf(r.old[0].doc, from), Change: Went, Changes: sorted(goneChanges[from])})
		}
	}
	addGone(-1)
	moved := r.movedSections()
	done := make(map[int]bool)
	for _, s := range r.new {
		section := r.sectionOf(s)
		if done[section] {
			continue
		}
		done[section] = true
		c := SectionChange{Section: r.pathOf(s.doc, section), Changes: sorted(changes[section])}
		from, known := r.predecessor(section)
		switch {
		case !known && r.allCame(section):
			c.Change = Came
		case known && moved[from]:
			c.Change = Moved
		}
		if known {
			if path := r.pathOf(r.old[0].doc, from); !samePath(path, c.Section) {
				c.OldSection = path
			}
		}
		if len(c.Changes) > 0 || c.Change != "" || len(c.OldSection) > 0 {
			list = append(list, c)
		}
		addGone(section)
	}
	return list
}

// predecessor returns the old section whose place a new one took; of several, the one that it has most of.
func (r *revision) predecessor(section int) (int, bool) {
	count := make(map[int]int)
	for i, s := range r.old {
		if from := r.sectionOf(s); r.section[from] == section {
			count[from]++
			if r.to[i] >= 0 && r.sectionOf(r.new[r.to[i]]) == section {
				count[from] += len(r.old)
			}
		}
	}
	best, most := -1, 0
	for from, n := range count {
		if n > most || n == most && from < best {
			best, most = from, n
		}
	}
	return best, best >= 0
}

func (r *revision) allCame(section int) bool {
	for j, s := range r.new {
		if r.sectionOf(s) == section && r.from[j] >= 0 {
			return false
		}
	}
	return true
}

// movedSections returns the old sections that no longer stand in the order of the others.
func (r *revision) movedSections() map[int]bool {
	rank := make(map[int]int) // of a new section: where its first sentence is
	for j, s := range slices.Backward(r.new) {
		rank[r.sectionOf(s)] = j
	}
	var order, values []int
	seen := make(map[int]bool)
	for _, s := range r.old {
		from := r.sectionOf(s)
		to, ok := r.section[from]
		if seen[from] || !ok || to < 0 || slices.Contains(values, rank[to]) {
			continue
		}
		seen[from] = true
		order, values = append(order, from), append(values, rank[to])
	}
	moved := make(map[int]bool)
	for k, kept := range ascending(values) {
		moved[order[k]] = !kept
	}
	return moved
}

func sorted(changes []placedChange) []Change {
	slices.SortStableFunc(changes, func(a, b placedChange) int { return cmp.Or(a.at-b.at, a.order-b.order) })
	list := make([]Change, len(changes))
	for i, c := range changes {
		list[i] = c.Change
	}
	return list
}
