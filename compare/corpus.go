package compare

import (
	"slices"

	"github.com/styrdok/styrdok/compare/internal/lsh"
	"github.com/styrdok/styrdok/policy"
)

// A corpus is the sentences of all documents, as numbers of words, with those that say the same found together.
type corpus struct {
	*lexis
	docs []*policy.Document
	// place finds a document by its ID.
	place map[string]int
	// first has the number of each document's first sentence, and behind the last one the number of all.
	first []int
	sents []sentence
	// nodes are the different sentences; a cluster is a set of nodes that are nearly alike, numbered by its first node.
	nodes []node
	spread
}

// A sentence is one that can be compared: it stands in the text proper, in a note or an annex.
type sentence struct {
	doc, at int32 // in corpus.docs and policy.Document.Sentences
	node    int32
}

// A node is a sentence as a row of words, wherever it stands.
type node struct {
	words []uint32
	// shingles are its words and pairs of words as hashes, ascending.
	shingles []uint32
	cluster  int32
}

// compared are the zones whose sentences are compared.
var compared = map[policy.Zone]bool{policy.ZoneBody: true, policy.ZoneNote: true, policy.ZoneAnnex: true}

// minClustered is how many words a sentence needs to be held against others that are not equal to it: of shorter ones, one
// word is too much of the whole.
const minClustered = 4

// nearlyAlike is the likeness from which two sentences are one that was edited. Lower, and sentences meet that share no
// more than phrases of administration.
const nearlyAlike = 0.5

// newCorpus reads the sentences of docs, which are in the order of the report.
func newCorpus(docs []*policy.Document) *corpus {
	c := &corpus{lexis: newLexis(), docs: docs, place: make(map[string]int, len(docs)), first: make([]int, 0, len(docs)+1)}
	byHash := make(map[uint64]int32)
	var buf []uint32
	i := 0
	for read := range tokenized(docs) {
		c.place[docs[i].ID] = i
		c.first = append(c.first, len(c.sents))
		for _, s := range read {
			buf = c.numbers(buf[:0], s.words)
			c.sents = append(c.sents, sentence{int32(i), int32(s.at), c.nodeOf(buf, byHash)})
		}
		i++
	}
	c.first = append(c.first, len(c.sents))
	c.cluster()
	c.spread = c.measureSpread()
	return c
}

// A readSentence is a sentence of a document with its words; there are some.
type readSentence struct {
	at    int
	words []token
}

// readAhead is how many documents are split into words before they are asked for.
const readAhead = 4

// tokenized gives the sentences of each of docs that can be compared, while those of the next are looked for.
func tokenized(docs []*policy.Document) <-chan []readSentence {
	out := make(chan []readSentence, readAhead)
	go func() {
		defer close(out)
		for _, d := range docs {
			var list []readSentence
			for at, s := range d.Sentences {
				if !compared[s.Zone] || !inText(d, s.Span) {
					continue
				}
				if words := tokens(nil, d.Text[s.Span.Start:s.Span.End]); len(words) > 0 {
					list = append(list, readSentence{at, words})
				}
			}
			out <- list
		}
	}()
	return out
}

// inText reports whether there is something at span in d's text: a stored document may be broken.
func inText(d *policy.Document, span policy.Span) bool {
	return 0 <= span.Start && span.Start < span.End && span.End <= len(d.Text)
}

// of returns the sentences of document i.
func (c *corpus) of(i int) []sentence { return c.sents[c.first[i]:c.first[i+1]] }

// span returns where s stands in its document's text.
func (c *corpus) span(s sentence) policy.Span { return c.docs[s.doc].Sentences[s.at].Span }

// at returns the sentence of document i that begins at offset start.
func (c *corpus) at(i, start int) (sentence, bool) {
	list := c.of(i)
	k, ok := slices.BinarySearchFunc(list, start, func(s sentence, start int) int { return c.span(s).Start - start })
	if !ok {
		return sentence{}, false
	}
	return list[k], true
}

// clusters returns the clusters of document i.
func (c *corpus) clusters(i int) map[int32]bool {
	m := make(map[int32]bool)
	for _, s := range c.of(i) {
		m[c.clusterOf(s)] = true
	}
	return m
}

// nodeOf returns the node of a row of words.
func (c *corpus) nodeOf(words []uint32, byHash map[uint64]int32) int32 {
	h := uint64(len(words))
	for _, w := range words {
		h = (h ^ uint64(w)) * 0x100000001b3 // FNV-1a
	}
	for ; ; h++ { // two rows of one hash stand side by side
		n, ok := byHash[h]
		if !ok {
			n = int32(len(c.nodes))
			byHash[h] = n
			c.nodes = append(c.nodes, node{words: slices.Clone(words), shingles: shingles(words), cluster: n})
			return n
		}
		if slices.Equal(c.nodes[n].words, words) {
			return n
		}
	}
}

// shingles returns the words and the pairs of neighbouring words as hashes, ascending. A word that stands twice counts twice.
func shingles(words []uint32) []uint32 {
	out := make([]uint32, 0, 2*len(words))
	for i, w := range words {
		out = append(out, hash2(w, ^uint32(0)))
		if i > 0 {
			out = append(out, hash2(words[i-1], w))
		}
	}
	slices.Sort(out)
	return out
}

func hash2(a, b uint32) uint32 {
	x := (uint64(a)<<32 | uint64(b)) * 0x9e3779b97f4a7c15
	return uint32(x >> 32)
}

// common returns how many elements two ascending lists share.
func common(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// likeness returns how alike two nodes are, 0 to 1: Dice's coefficient of their words and pairs of words.
func (c *corpus) likeness(a, b int32) float64 {
	if a == b {
		return 1
	}
	x, y := c.nodes[a].shingles, c.nodes[b].shingles
	return 2 * float64(common(x, y)) / float64(len(x)+len(y))
}

// cluster finds the nodes that are nearly alike.
func (c *corpus) cluster() {
	set := func(i int) []uint32 {
		if len(c.nodes[i].words) < minClustered {
			return nil
		}
		return c.nodes[i].shingles
	}
	lsh.Candidates(len(c.nodes), set, func(i, j int) {
		a, b := c.root(int32(i)), c.root(int32(j))
		if a != b && c.likeness(int32(i), int32(j)) >= nearlyAlike {
			c.nodes[max(a, b)].cluster = min(a, b)
		}
	})
	for i := range c.nodes {
		c.nodes[i].cluster = c.root(int32(i))
	}
}

// root returns the first node of n's cluster while clusters still grow, and shortens the way there.
func (c *corpus) root(n int32) int32 {
	for c.nodes[n].cluster != n {
		c.nodes[n].cluster = c.nodes[c.nodes[n].cluster].cluster
		n = c.nodes[n].cluster
	}
	return n
}

// clusterOf returns the cluster of s.
func (c *corpus) clusterOf(s sentence) int32 { return c.nodes[s.node].cluster }
