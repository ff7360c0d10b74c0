package compare

import (
	"cmp"
	"slices"
	"strings"
)

// A revision matches the sentences of an old document with those of a new one.
type revision struct {
	*corpus
	old, new []sentence
	// to has for each old sentence the new one, from the other way round; -1 for none.
	to, from []int
	// section has for each section of the old document the one of the new document that took its place, -1 if it is gone.
	section map[int]int
	// moved are the old sentences that stand elsewhere.
	moved []bool
}

// lessAlike is the likeness that is enough for two sentences that stand between the same neighbours.
const lessAlike = 0.3

// revise matches the sentences of documents a (old) and b (new).
func (c *corpus) revise(a, b int) *revision {
	r := &revision{corpus: c, old: c.of(a), new: c.of(b)}
	r.to, r.from = filled(len(r.old), -1), filled(len(r.new), -1)
	r.matchEqual()
	r.matchAlike()
	r.matchBetween()
	r.mapSections()
	r.findMoved()
	return r
}

func filled(n, value int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = value
	}
	return s
}

func (r *revision) match(i, j int) { r.to[i], r.from[j] = j, i }

// matchEqual matches sentences that are the same, the first with the first.
func (r *revision) matchEqual() {
	places := make(map[int32][]int)
	for j, s := range r.new {
		places[s.node] = append(places[s.node], j)
	}
	for i, s := range r.old {
		if p := places[s.node]; len(p) > 0 {
			r.match(i, p[0])
			places[s.node] = p[1:]
		}
	}
}

// maxPostings is how many sentences a word or a pair of words may stand in and still tell that two sentences are alike.
const maxPostings = 50

// matchAlike matches what is left by likeness, the most alike first.
func (r *revision) matchAlike() {
	postings := make(map[uint32][]int)
	for j, s := range r.new {
		if r.from[j] < 0 && len(r.nodes[s.node].words) >= minClustered {
			for _, x := range slices.Compact(slices.Clone(r.nodes[s.node].shingles)) {
				postings[x] = append(postings[x], j)
			}
		}
	}
	type pair struct {
		i, j     int
		likeness float64
	}
	var pairs []pair
	for i, s := range r.old {
		if r.to[i] >= 0 || len(r.nodes[s.node].words) < minClustered {
			continue
		}
		seen := make(map[int]bool)
		for _, x := range r.nodes[s.node].shingles {
			if len(postings[x]) > maxPostings {
				continue
			}
			for _, j := range postings[x] {
				if !seen[j] {
					seen[j] = true
					if l := r.likeness(s.node, r.new[j].node); l >= nearlyAlike {
						pairs = append(pairs, pair{i, j, l})
					}
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(abs(a.i-a.j), abs(b.i-b.j)), a.i-b.i, a.j-b.j)
	})
	for _, p := range pairs {
		if r.to[p.i] < 0 && r.from[p.j] < 0 {
			r.match(p.i, p.j)
		}
	}
}

func abs(n int) int { return max(n, -n) }

// matchBetween matches sentences that are less alike, if they stand right after two that are matched.
func (r *revision) matchBetween() {
	for i := range r.old {
		j := 0
		if i > 0 {
			if r.to[i-1] < 0 {
				continue
			}
			j = r.to[i-1] + 1
		}
		if r.to[i] < 0 && j < len(r.new) && r.from[j] < 0 && r.likeness(r.old[i].node, r.new[j].node) >= lessAlike {
			r.match(i, j)
		}
	}
}

// sectionOf returns the section of a sentence.
func (r *revision) sectionOf(s sentence) int { return r.docs[s.doc].Sentences[s.at].Section }

// headingOf returns a section's heading for comparison: without number, case and marks.
func (r *revision) headingOf(doc int32, section int) string {
	d := r.docs[doc]
	if section <= 0 || section >= len(d.Sections) {
		return ""
	}
	return fold(d.Sections[section].Heading)
}

// mapSections finds for each old section the new one that took its place: the one to which most of its sentences went, of
// two the one of the same heading; without any such sentence, the first one of the same heading.
func (r *revision) mapSections() {
	votes := make(map[int]map[int]int)
	for i, s := range r.old {
		from := r.sectionOf(s)
		if votes[from] == nil {
			votes[from] = make(map[int]int)
		}
		if r.to[i] >= 0 {
			votes[from][r.sectionOf(r.new[r.to[i]])] += 2
		}
	}
	var byHeading = make(map[string]int)
	for _, s := range slices.Backward(r.new) {
		byHeading[r.headingOf(s.doc, r.sectionOf(s))] = r.sectionOf(s)
	}
	r.section = make(map[int]int)
	for from, count := range votes {
		heading := r.headingOf(r.old[0].doc, from)
		if to, ok := byHeading[heading]; ok {
			count[to]++
		}
		best, most := -1, 0
		for to, n := range count {
			if n > most || n == most && to < best {
				best, most = to, n
			}
		}
		r.section[from] = best
	}
}

// findMoved marks the sentences that went to another section than their neighbours, and those that do not keep the order
// of their section: what is outside its longest ascending row.
func (r *revision) findMoved() {
	r.moved = make([]bool, len(r.old))
	rows := make(map[int][]int)
	for i, s := range r.old {
		if r.to[i] < 0 {
			continue
		}
		from := r.sectionOf(s)
		if r.sectionOf(r.new[r.to[i]]) != r.section[from] {
			r.moved[i] = true
			continue
		}
		rows[from] = append(rows[from], i)
	}
	for _, row := range rows {
		values := make([]int, len(row))
		for k, i := range row {
			values[k] = r.to[i]
		}
		for k, kept := range ascending(values) {
			r.moved[row[k]] = !kept
		}
	}
}

// ascending marks a longest ascending subsequence of values, which differ from one another (Fredman 1975).
func ascending(values []int) []bool {
	tails, before := []int{}, make([]int, len(values)) // tails[n] is where a row of length n+1 ends lowest
	for i, v := range values {
		n, _ := slices.BinarySearchFunc(tails, v, func(t, v int) int { return values[t] - v })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	kept := make([]bool, len(values))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			kept[i] = true
		}
	}
	return kept
}

// pathOf returns the headings above a section.
func (r *revision) pathOf(doc int32, section int) []string {
	return orEmpty(r.docs[doc].SectionPath(section))
}

// samePath reports whether two paths of headings are the same but for numbers, case and marks.
func samePath(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return withoutNumber(x) == withoutNumber(y) })
}

// withoutNumber returns a heading folded, without the number before it.
func withoutNumber(heading string) string {
	f := fold(heading)
	for {
		first, rest, ok := strings.Cut(f, " ")
		if !ok || !allDigits(first) {
			return f
		}
		f = rest
	}
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
