package compare

import "github.com/styrdok/styrdok/policy"

// A standing says how the documents stand to one another: which is a newer version of which.
type standing struct {
	// newer has the newer version of a document, by ID.
	newer map[string]string
}

// newStanding takes from versions which document was replaced: by a newer version that is neither proposed nor a memo.
func newStanding(c *corpus, versions []Version) standing {
	s := standing{newer: make(map[string]string)}
	for _, v := range versions {
		f := c.docs[c.place[v.New]].Facts
		if v.Basis == "title" && !tierOf(f.Kind.Value, f.Status.Value).provisional() {
			s.newer[v.Old] = v.New
		}
	}
	return s
}

// tier returns the tier of d: that of its kind and status, unless a newer version took its place.
func (s standing) tier(d *policy.Document) Tier {
	if s.newer[d.ID] != "" {
		return Replaced
	}
	return tierOf(d.Facts.Kind.Value, d.Facts.Status.Value)
}

// secondary reports whether a document of tier t stands behind those that govern or inform.
func (t Tier) secondary() bool { return t.provisional() || t == Replaced }

// adds reports whether q, a quote of g's document i, says what no document says that weighs more, where there is one.
func (g *group) adds(i int, q *Quote) bool {
	if !g.tiers[i].secondary() || g.tiers[0].secondary() || g.municipality.Name == "" {
		return false
	}
	if g.said == nil {
		g.said = make([]map[int32]bool, len(g.docs))
	}
	doc := g.corpus.place[q.Document]
	at, ok := g.corpus.at(doc, q.Span.Start)
	if !ok {
		return false
	}
	cluster := g.corpus.clusterOf(at)
	for j := range i {
		if g.said[j] == nil {
			g.said[j] = g.corpus.clusters(g.corpus.place[g.docs[j].ID])
		}
		if g.said[j][cluster] {
			return false
		}
	}
	return true
}
