package index

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A weights says how much a match in each field counts. They were chosen by measuring on judged queries.
type weights struct {
	lemma, part, root, folded, heading float64
	// piece is for the parts of the query's own compounds, where it has other words: praktikplats finds praktik, too.
	piece float64
	// synonym is for what is looked for beside a word.
	synonym float64
}

var defaultWeights = weights{lemma: 1, part: 0.6, root: 0.3, folded: 0.1, heading: 0.35, piece: 0.1, synonym: 0.4}

// of returns the weights for a word with sign: what is required must be there, not only a word of its root or a heading,
// and what is left out is the word itself, not the compounds that it is a part of.
func (w weights) of(sign byte) weights {
	switch sign {
	case '+':
		w.root, w.heading, w.piece = 0, 0, 0
	case '-':
		w.root, w.heading, w.part, w.folded, w.piece = 0, 0, 0, 0, 0
	}
	return w
}

// compile turns clauses into a query that an engine runs.
func compile(clauses []clause, w weights) (Node, error) {
	root := Node{Op: OpBool}
	if err := addFilterNodes(&root, clauses); err != nil {
		return Node{}, err
	}
	if !severalWords(clauses) { // who asks for one compound wants it, not all that has a part of it
		w.piece = 0
	}
	var weak []Node
	for _, c := range clauses {
		if c.field != "" {
			continue
		}
		for _, n := range textNodes(c, w.of(c.sign)) {
			switch {
			case c.sign == '+':
				root.Must = append(root.Must, n)
			case c.sign == '-':
				root.Not = append(root.Not, n)
			case !c.phrase && !c.prefix && swedish.IsStop(c.text):
				weak = append(weak, n)
			default:
				root.Should = append(root.Should, n)
			}
		}
	}
	if len(root.Should) == 0 && len(root.Must) == 0 {
		root.Should = weak // a query of nothing but function words
	}
	if len(root.Should) == 0 && len(root.Must) == 0 {
		root.Must = []Node{{Op: OpAll}}
	}
	return root, nil
}

// severalWords reports whether clauses have more than one word that says what is sought.
func severalWords(clauses []clause) bool {
	n := 0
	for _, c := range clauses {
		if c.field == "" && c.sign != '-' && !swedish.IsStop(c.text) {
			n++
		}
	}
	return n > 1
}

// addFilterNodes adds the filters of clauses to root: those of one field as alternatives.
func addFilterNodes(root *Node, clauses []clause) error {
	filters := map[Field][]Node{}
	var order []Field
	for _, c := range clauses {
		if c.field == "" {
			continue
		}
		n, err := filterNode(c)
		if err != nil {
			return err
		}
		if c.sign == '-' {
			root.Not = append(root.Not, n)
			continue
		}
		if len(filters[c.field]) == 0 {
			order = append(order, c.field)
		}
		filters[c.field] = append(filters[c.field], n)
	}
	for _, f := range order {
		root.Filter = append(root.Filter, Node{Op: OpAny, Should: filters[f]})
	}
	return nil
}

// textNodes returns the nodes of a word, prefix or phrase: one, or one a word if a hyphen or slash parted it.
func textNodes(c clause, w weights) []Node {
	terms := swedish.Analyze(c.text)
	if c.phrase {
		words := make([]string, len(terms))
		for i, t := range terms {
			words[i] = t.Surface
		}
		return []Node{exactPhrase(words)}
	}
	var out []Node
	for i, t := range terms {
		if c.prefix && i == len(terms)-1 {
			out = append(out, Node{Op: OpPrefix, Terms: []WeightedTerm{{FieldExact, t.Surface, 1}}})
			continue
		}
		n := wordNode(t, w)
		if c.joint == nil {
			n.Terms = append(n.Terms, synonymTerms(c.also, w)...)
		}
		out = append(out, n)
	}
	return append(out, synonymNodes(c, w)...)
}

// exactPhrase matches words as they stand, in that order.
func exactPhrase(words []string) Node {
	n := Node{Op: OpPhrase}
	for _, word := range words {
		n.Terms = append(n.Terms, WeightedTerm{FieldExact, word, 1})
	}
	if len(n.Terms) == 1 {
		n.Op = OpWord
	}
	return n
}

// wordNode matches the inflections of a word and the compounds that it is a part of, and with less weight words of its
// root and headings.
func wordNode(t swedish.Term, w weights) Node {
	n := Node{Op: OpWord}
	add := func(f Field, weight float64, texts ...string) {
		for _, text := range texts {
			if weight > 0 {
				n.Terms = append(n.Terms, WeightedTerm{f, text, weight})
			}
		}
	}
	add(FieldLemma, w.lemma, t.Lemmas...)
	add(FieldPart, w.part, t.Lemmas...)
	add(FieldLemma, w.piece, t.Parts...)
	add(FieldPart, w.piece*w.part, t.Parts...)
	for _, r := range t.Roots {
		add(FieldRoot, w.root, r)
		if !slices.Contains(t.Lemmas, r) {
			add(FieldLemma, w.root, r) // words whose root is their base form have no other token for it
		}
	}
	add(FieldHeading, w.heading, t.Lemmas...)
	if w.folded > 0 { // perhaps typed without å, ä, ö for want of a keyboard
		for _, l := range unfolded(t.Surface) {
			if !slices.Contains(t.Lemmas, l) {
				add(FieldLemma, w.folded, l)
				add(FieldPart, w.folded*w.part, l)
			}
		}
	}
	return n
}

// unfolded returns the base forms of the words that word may stand for if it was typed without å, ä and ö.
func unfolded(word string) []string {
	var out []string
	for _, u := range swedish.Unfold(word) {
		out = append(out, swedish.Lemmas(u)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// filterNode returns the node of field:value.
func filterNode(c clause) (Node, error) {
	switch c.field {
	case FieldYear:
		from, to, err := yearRange(c.text)
		return Node{Op: OpRange, Field: FieldYear, Min: from, Max: to}, err
	case FieldHeading:
		n := Node{Op: OpBool}
		for _, t := range swedish.Analyze(c.text) {
			if swedish.IsStop(t.Surface) {
				continue
			}
			word := Node{Op: OpWord}
			for _, l := range t.Lemmas {
				word.Terms = append(word.Terms, WeightedTerm{FieldHeading, l, 1})
			}
			n.Must = append(n.Must, word)
		}
		return n, nil
	}
	op := OpWord
	if c.prefix {
		op = OpPrefix
	}
	return Node{Op: op, Terms: []WeightedTerm{{FilterField(c.field), filterKey(c.text), 1}}}, nil
}

// filterKey is how the value of a filter is compared: without case, so that municipality:ale finds Ale.
func filterKey(s string) string { return strings.Join(strings.Fields(swedish.Normal(s)), " ") }
