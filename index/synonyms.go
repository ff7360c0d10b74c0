package index

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
	"github.com/styrdok/styrdok/policy/thesaurus"
)

// A Synonyms says what was looked for beside words of a query.
type Synonyms struct {
	// Words are as they were typed.
	Words string `json:"words"`
	// Also are base forms, or several words that are looked for side by side.
	Also []string `json:"also"`
}

// maxSynonyms bounds what is looked for beside the words of one query, as each takes time: a person's query has a handful.
const maxSynonyms = 24

// withSynonyms returns clauses with what is to be looked for beside them. What is required, left out or quoted means itself.
func (o SearchOptions) withSynonyms(clauses []clause) ([]clause, []Synonyms) {
	if o.NoSynonyms {
		return clauses, nil
	}
	out, left := slices.Clone(clauses), maxSynonyms
	var all []Synonyms
	for first := 0; first < len(out); first++ {
		var words []string
		for _, c := range out[first:] {
			if !c.plain() {
				break
			}
			words = append(words, c.text)
		}
		for _, m := range thesaurus.Find(words) {
			also := m.Also[:min(left, len(m.Also))]
			if len(also) == 0 {
				return out, all
			}
			left -= len(also)
			typed := words[m.First:m.Last]
			c := &out[first+m.Last-1]
			if c.also = also; len(typed) > 1 {
				c.joint = typed
			}
			s := Synonyms{Words: strings.Join(typed, " ")}
			for _, x := range also {
				s.Also = append(s.Also, x.Text)
			}
			all = append(all, s)
		}
		first += len(words)
	}
	return out, all
}

// plain reports whether c is a word and nothing else.
func (c clause) plain() bool { return c.sign == 0 && c.field == "" && !c.phrase && !c.prefix }

// synonymTerms returns the terms of the single words among also.
func synonymTerms(also []thesaurus.Expression, w weights) []WeightedTerm {
	var out []WeightedTerm
	for _, x := range also {
		if x.Lemma != "" {
			out = append(out, WeightedTerm{FieldLemma, x.Lemma, w.synonym}, WeightedTerm{FieldPart, x.Lemma, w.synonym * w.part},
				WeightedTerm{FieldHeading, x.Lemma, w.synonym * w.heading})
		}
	}
	return out
}

// synonymNodes returns what is looked for beside c by nodes of its own: what has several words, or stands for several. Passages that have what
// was typed match none of them: saying both is not worth more.
func synonymNodes(c clause, w weights) []Node {
	var out []Node
	if terms := synonymTerms(c.also, w); c.joint != nil && len(terms) > 0 {
		out = append(out, Node{Op: OpWord, Terms: terms})
	}
	for _, x := range c.also {
		if x.Phrases != nil {
			out = append(out, synonymPhrase(x, w))
		}
	}
	for i, n := range out {
		out[i] = Node{Op: OpBool, Should: []Node{n}, Not: []Node{typedNode(c)}}
	}
	return out
}

// typedNode matches what the synonyms of c stand beside.
func typedNode(c clause) Node {
	if c.joint != nil {
		return textNodes(clause{text: strings.Join(c.joint, " "), phrase: true}, weights{})[0]
	}
	return wordNode(swedish.Analyze(c.text)[0], weights{lemma: 1, part: 1})
}

// synonymPhrase matches the passages that have x, and scores as its longest word would as a synonym: a phrase has no weight.
func synonymPhrase(x thesaurus.Expression, w weights) Node {
	forms := Node{Op: OpAny}
	longest := ""
	for _, phrase := range x.Phrases {
		forms.Should = append(forms.Should, exactPhrase(phrase))
		for _, word := range phrase {
			if utf8.RuneCountInString(word) > utf8.RuneCountInString(longest) {
				longest = word
			}
		}
	}
	word := Node{Op: OpWord}
	for _, l := range swedish.Lemmas(longest) {
		word.Terms = append(word.Terms, WeightedTerm{FieldLemma, l, w.synonym})
	}
	return Node{Op: OpBool, Should: []Node{word}, Filter: []Node{forms}}
}
