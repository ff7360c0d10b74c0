package bleveindex

import (
	"fmt"

	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/styrdok/styrdok/index"
)

// A builder turns a query tree into bleve's.
type builder struct{ kept *kept }

// build returns the query of n.
func (b builder) build(n index.Node) (query.Query, error) {
	switch n.Op {
	case index.OpAll:
		return query.NewMatchAllQuery(), nil
	case index.OpWord, index.OpPrefix:
		return wordQuery{fieldTerms(n.Terms), n.Op == index.OpPrefix, &b.kept.lengths}, nil
	case index.OpPhrase:
		return phraseQuery{n.Terms, &b.kept.lengths}, nil
	case index.OpRange:
		return yearQuery{n.Min, n.Max}, nil
	case index.OpID:
		ids := make([]string, len(n.IDs))
		for i, id := range n.IDs {
			ids[i] = shortID(id)
		}
		return query.NewDocIDQuery(ids), nil
	case index.OpAny:
		children, err := b.buildAll(n.Should)
		return sumQuery(children), err
	case index.OpBool:
		return b.buildBool(n)
	}
	return nil, fmt.Errorf("bleveindex: no operation %d", n.Op)
}

func (b builder) buildAll(nodes []index.Node) ([]query.Query, error) {
	var out []query.Query
	for _, n := range nodes {
		q, err := b.build(n)
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	return out, nil
}

func (b builder) buildBool(n index.Node) (query.Query, error) {
	must, err := b.buildAll(n.Must)
	if err != nil {
		return nil, err
	}
	should, err := b.buildAll(n.Should)
	if err != nil {
		return nil, err
	}
	not, err := b.buildAll(n.Not)
	if err != nil {
		return nil, err
	}
	switch {
	case len(must)+len(should) == 0:
		must = []query.Query{query.NewMatchAllQuery()}
	case len(must) == 0:
		must, should = []query.Query{sumQuery(should)}, nil
	}
	q := booleanQuery{must, should, not}
	if len(n.Filter) > 0 {
		return filteredQuery{q, n.Filter, b.kept}, nil
	}
	return q, nil
}
