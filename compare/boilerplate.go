package compare

import (
	"cmp"
	"slices"

	"github.com/styrdok/styrdok/policy"
)

// When a sentence says nothing of two documents that share it: it stands in most municipalities, or in many, or in very
// many documents.
const (
	boilerplateMunicipalities = 3  // at least, and more than half of all
	manyMunicipalities        = 10 // of however many: law, a national model, the language of administration
	boilerplateDocuments      = 5  // at least, and more than half, where all documents are one municipality's
	manyDocuments             = 20 // also bounds the pairs of documents that one sentence makes
)

// maxBoilerplate is how many sentences are listed as boilerplate; beyond, they are much the same forms again.
const maxBoilerplate = 200

// A spread says of each cluster in how many documents and municipalities it stands. Its slices are indexed by cluster.
type spread struct {
	documents, municipalities []int32
	// all are how many documents and municipalities there are.
	allDocuments, allMunicipalities int
}

func (c *corpus) municipalityOf(doc int32) string { return c.docs[doc].Municipality.Municipality.Name }

// measureSpread counts; the documents of a municipality follow one another.
func (c *corpus) measureSpread() spread {
	s := spread{documents: make([]int32, len(c.nodes)), municipalities: make([]int32, len(c.nodes)), allDocuments: len(c.docs)}
	for i := range c.docs {
		if i == 0 || c.municipalityOf(int32(i)) != c.municipalityOf(int32(i-1)) {
			s.allMunicipalities++
		}
	}
	last := make([]int32, len(c.nodes))
	for _, x := range c.sents {
		k := c.clusterOf(x)
		switch {
		case s.documents[k] == 0 || c.municipalityOf(last[k]) != c.municipalityOf(x.doc):
			s.municipalities[k]++
			s.documents[k]++
		case last[k] != x.doc:
			s.documents[k]++
		}
		last[k] = x.doc
	}
	return s
}

// isBoilerplate reports whether a cluster stands in so many places that it says nothing of two of them.
func (s *spread) isBoilerplate(cluster int32) bool {
	docs, towns := int(s.documents[cluster]), int(s.municipalities[cluster])
	switch {
	case docs > manyDocuments || towns >= manyMunicipalities:
		return true
	case s.allMunicipalities < 2:
		return docs >= boilerplateDocuments && 2*docs > s.allDocuments
	}
	return towns >= boilerplateMunicipalities && 2*towns > s.allMunicipalities
}

// boilerplate lists what is boilerplate, the most widespread first.
func (c *corpus) boilerplate() []Boilerplate {
	variants := make(map[int32]int)
	for i := range c.nodes {
		variants[c.nodes[i].cluster]++
	}
	type entry struct {
		cluster int32
		first   sentence
	}
	var found []entry
	seen := make([]bool, len(c.nodes))
	for _, s := range c.sents {
		k := c.clusterOf(s)
		if seen[k] || len(c.nodes[s.node].words) < minClustered || !c.isBoilerplate(k) {
			continue
		}
		seen[k] = true
		found = append(found, entry{k, s})
	}
	slices.SortStableFunc(found, func(a, b entry) int {
		return cmp.Or(cmp.Compare(c.municipalities[b.cluster], c.municipalities[a.cluster]),
			cmp.Compare(c.documents[b.cluster], c.documents[a.cluster]))
	})
	list := make([]Boilerplate, 0, min(len(found), maxBoilerplate))
	for _, e := range found[:min(len(found), maxBoilerplate)] {
		d := c.docs[e.first.doc]
		s := d.Sentences[e.first.at]
		list = append(list, Boilerplate{
			Excerpt: excerpt(d, s.Span, s.Section), Row: s.Kind == policy.Row, Documents: int(c.documents[e.cluster]),
			Municipalities: int(c.municipalities[e.cluster]), Variants: variants[e.cluster],
		})
	}
	return list
}

// excerpt returns what stands at span in d, under section.
func excerpt(d *policy.Document, span policy.Span, section int) Excerpt {
	return Excerpt{Document: d.ID, Citation: d.Cite(span), Section: orEmpty(d.SectionPath(section))}
}
