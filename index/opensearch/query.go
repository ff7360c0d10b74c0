package opensearch

import (
	"fmt"
	"slices"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// The scripts that scores are computed by; they are the same for every query, so that the cluster compiles them once. lengthScript divides
// the count of a field's terms by the length of the field, scoreScript is [bm25f.Score].
var (
	lengthScript = fmt.Sprintf("_score / (%g + %g * doc[params.length].value / %d.0)", 1-bm25f.B, bm25f.B, bm25f.MeanLength)
	scoreScript  = fmt.Sprintf("params.idf * %g * _score / (_score + %g)", bm25f.K1+1, bm25f.K1)
)

// A builder turns query trees into those of the cluster.
type builder struct {
	total int
	count func(key string) int // how many passages there are for a key of keys
}

// build returns n as the cluster is asked it. Without scoring, it only tells what matches.
func (b builder) build(n index.Node, scoring bool) (object, error) {
	switch n.Op {
	case index.OpAll:
		return object{"match_all": object{}}, nil
	case index.OpWord, index.OpPrefix:
		return b.word(n, scoring), nil
	case index.OpPhrase:
		return b.phrase(n, scoring), nil
	case index.OpRange:
		return unscored(object{"range": object{string(n.Field): object{"gte": n.Min, "lte": n.Max}}}), nil
	case index.OpID:
		return unscored(object{"terms": object{idField: n.IDs}}), nil
	case index.OpAny:
		should, err := b.all(n.Should, scoring)
		return atLeastOne(should), err
	case index.OpBool:
		return b.bool(n, scoring)
	}
	return nil, fmt.Errorf("opensearch: no operation %d", n.Op)
}

func (b builder) all(nodes []index.Node, scoring bool) ([]object, error) {
	out := make([]object, len(nodes))
	for i, n := range nodes {
		var err error
		if out[i], err = b.build(n, scoring); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (b builder) bool(n index.Node, scoring bool) (object, error) {
	q := object{}
	for _, part := range []struct {
		name    string
		nodes   []index.Node
		scoring bool
	}{{"must", n.Must, scoring}, {"should", n.Should, scoring}, {"must_not", n.Not, false}, {"filter", n.Filter, false}} {
		list, err := b.all(part.nodes, part.scoring)
		if err != nil {
			return nil, err
		}
		if len(list) > 0 {
			q[part.name] = list
		}
	}
	switch {
	case len(n.Must) == 0 && len(n.Should) > 0:
		q["minimum_should_match"] = 1
	case len(n.Must) == 0:
		q["must"] = []object{{"match_all": object{}}}
	}
	return object{"bool": q}, nil
}

// word returns the query of a word or a prefix: the counts of its terms, field by field, each divided by the field's length, and of their
// sum the score.
func (b builder) word(n index.Node, scoring bool) object {
	if len(n.Terms) == 0 {
		return object{"match_none": object{}}
	}
	var fields []index.Field
	terms := map[index.Field][]object{}
	for _, t := range n.Terms {
		if terms[t.Field] == nil {
			fields = append(fields, t.Field)
		}
		terms[t.Field] = append(terms[t.Field], term(t, n.Op == index.OpPrefix, scoring))
	}
	var should []object
	for _, f := range fields {
		q := atLeastOne(terms[f])
		if scoring {
			q = scripted(q, lengthScript, object{"length": lengthOf(f)})
		}
		should = append(should, q)
	}
	if !scoring {
		return atLeastOne(should)
	}
	return scripted(atLeastOne(should), scoreScript, object{"idf": bm25f.IDF(b.total, b.most(n))})
}

// term returns the query of one term, or of those that begin with it.
func term(t index.WeightedTerm, prefix, scoring bool) object {
	text := t.Text
	if isTokens(t.Field) {
		text = tokenText(text)
	}
	if !prefix {
		return object{"term": object{string(t.Field): object{"value": text, "boost": t.Weight}}}
	}
	q := object{"value": text, "boost": t.Weight}
	if scoring || isTokens(t.Field) { // as many words as with any other engine
		q["rewrite"] = fmt.Sprintf("top_terms_%d", bm25f.MaxExpansion)
	}
	return object{"prefix": object{string(t.Field): q}}
}

func isTokens(f index.Field) bool { return slices.Contains(tokenFields, f) }

// most returns how many passages a word's rarity is counted by.
func (b builder) most(n index.Node) int {
	most := 0
	for _, key := range keys(n) {
		most = max(most, b.count(key))
	}
	return most
}

// phrase returns the query of words side by side.
func (b builder) phrase(n index.Node, scoring bool) object {
	text, idf := "", 0.0
	for i, t := range n.Terms {
		if i > 0 {
			text += " "
		}
		text += tokenText(t.Text)
	}
	if len(n.Terms) == 0 {
		return object{"match_none": object{}}
	}
	field := n.Terms[0].Field
	q := object{"constant_score": object{"filter": object{"match_phrase": object{string(field): text}}}}
	if !scoring {
		return q
	}
	for _, key := range keys(n) {
		idf += bm25f.IDF(b.total, b.count(key))
	}
	return scripted(scripted(q, lengthScript, object{"length": lengthOf(field)}), scoreScript, object{"idf": idf})
}

func atLeastOne(should []object) object {
	if len(should) == 1 {
		return should[0]
	}
	return object{"bool": object{"should": should, "minimum_should_match": 1}}
}

func unscored(q object) object { return object{"constant_score": object{"filter": q, "boost": 0}} }

func scripted(q object, source string, params object) object {
	return object{"script_score": object{"query": q, "script": object{"source": source, "params": params}}}
}
