package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
)

// ErrNoPassage is the error of an ID that no passage has.
var ErrNoPassage = errors.New("no such passage")

const (
	// likeWords is how many words of a passage others are sought by: those that say most of what it is about.
	likeWords = 12
	// likeLetters is how many letters such a word has at least.
	likeLetters = 3
)

// Like returns the passages that are most like the one with this ID (see [Hit]): those that share the words that tell it from
// others, in any form. filters, which may be "", narrows them as a query does; its words are left out of account.
func (x *Index) Like(ctx context.Context, id, filters string, opts SearchOptions) (*Results, error) {
	text, err := x.passage(id)
	if err != nil {
		return nil, err
	}
	words, err := x.telling(ctx, text)
	if err != nil {
		return nil, err
	}
	clauses := slices.DeleteFunc(parse(filters), func(c clause) bool { return c.field == "" })
	node := Node{Op: OpBool, Should: words}
	if err := addFilterNodes(&node, clauses); err != nil {
		return nil, err
	}
	node.Not = append(node.Not, Node{Op: OpID, IDs: []string{id}})
	results := &Results{Schema: Schema, From: opts.From, Hits: []Hit{}, Like: id}
	if len(words) == 0 {
		return results, nil
	}
	response, err := x.search(ctx, node, opts)
	if err != nil {
		return nil, err
	}
	m := &matcher{lemmas: map[string]bool{}, surfaces: map[string]bool{}}
	for _, w := range words {
		m.lemmas[w.Terms[0].Text] = true
	}
	return results, x.fill(results, response, m)
}

// passage returns the text of the passage with this ID.
func (x *Index) passage(id string) (string, error) {
	i := strings.LastIndexByte(id, '#')
	n, err := strconv.Atoi(id[i+1:])
	if i < 0 || err != nil {
		return "", fmt.Errorf("%w: %q is no ID; it looks like hylte-riktlinjer#12", ErrNoPassage, id)
	}
	doc, ok, err := x.Document(id[:i])
	if err != nil {
		return "", err
	}
	if !ok || n < 0 || n >= len(doc.Passages) || !indexed(doc.Passages[n].Zone) {
		return "", fmt.Errorf("%w: %q", ErrNoPassage, id)
	}
	s := doc.Passages[n].Span
	return doc.Text[s.Start:s.End], nil
}

// telling returns nodes for the words of text that are frequent in it and rare elsewhere, by tf-idf.
func (x *Index) telling(ctx context.Context, text string) ([]Node, error) {
	count := map[string]int{}
	first := map[string]swedish.Term{}
	for _, t := range swedish.Analyze(text) {
		l := t.Lemmas[0]
		if swedish.IsStop(t.Surface) || utf8.RuneCountInString(l) < likeLetters {
			continue
		}
		count[l]++
		if _, ok := first[l]; !ok {
			first[l] = t
		}
	}
	all, err := x.reader.Count()
	if err != nil {
		return nil, err
	}
	type word struct {
		lemma  string
		weight float64
	}
	var words []word
	for l, n := range count {
		frequency, err := x.reader.Frequency(ctx, FieldLemma, l)
		if err != nil {
			return nil, err
		}
		words = append(words, word{l, float64(n) * math.Log(float64(all+1)/float64(frequency+1))})
	}
	slices.SortFunc(words, func(a, b word) int { return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.lemma, b.lemma)) })
	var nodes []Node
	for _, w := range words[:min(likeWords, len(words))] {
		n := Node{Op: OpWord, Terms: []WeightedTerm{{FieldLemma, w.lemma, defaultWeights.lemma}, {FieldPart, w.lemma, defaultWeights.part}}}
		for _, p := range first[w.lemma].Parts { // what the compound is made of, for others that have a part
			n.Terms = append(n.Terms, WeightedTerm{FieldLemma, p, defaultWeights.root}, WeightedTerm{FieldPart, p, defaultWeights.root})
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}
