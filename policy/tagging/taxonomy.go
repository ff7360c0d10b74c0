package tagging

import (
	_ "embed"
	"errors"
	"maps"
	"slices"
	"sync"

	"github.com/styrdok/styrdok/policy"
)

// ErrTaxonomy is wrapped by every error of [Load]: the taxonomy's YAML is not what it must be.
var ErrTaxonomy = errors.New("invalid taxonomy")

//go:embed default.yaml
var defaultYAML []byte

// A Taxonomy says which tags there are and what speaks for each. It is read-only and safe for concurrent use.
type Taxonomy struct {
	definitions []policy.TagDefinition
	vocabulary  *vocabulary
	actors      *actorTable
	language    language
	registry    *registry
	tags        []tag
	model       *Model // what was learnt for the tags that are marked so; never nil
}

// A tag is a compiled tag of the taxonomy.
type tag struct {
	name      string
	parent    int // index of the tag that this one refines, or -1
	assigned  int // number of the feature "tag:NAME"
	previous  int // "previous:NAME"
	opened    int // "opener:NAME"
	learnt    int // which of the model's tags it is, -1 if rules alone judge it
	bias      float64
	threshold float64
	rules     []rule
	examples  []example
}

// A rule adds weight to a tag where its cue stands in the sentence and its conditions hold.
type rule struct {
	cues   []pattern // one of them, unless there is none
	when   [][]int   // all of these, each an alternative of features
	unless []int     // none of these
	weight float64
	apart  bool // where the tag is learnt, it is also learnt how far to trust such rules, apart from the others
}

// DefaultYAML returns the taxonomy that is built in, as the commented YAML that a user may copy and change.
func DefaultYAML() []byte { return append([]byte(nil), defaultYAML...) }

var builtIn = sync.OnceValue(func() *Taxonomy {
	t, err := Load("default.yaml", defaultYAML)
	if err != nil {
		panic(err) // the embedded file is tested
	}
	return t
})

// Default returns the taxonomy that is built in.
func Default() *Taxonomy { return builtIn() }

// Definitions returns the tags with what a report calls them, in the taxonomy's order.
func (t *Taxonomy) Definitions() []policy.TagDefinition {
	out := make([]policy.TagDefinition, len(t.definitions))
	for i, d := range t.definitions {
		d.Label = maps.Clone(d.Label)
		out[i] = d
	}
	return out
}

// Learnt returns the names of the tags that something is learnt for, in the order in which a [Sample] has targets.
func (t *Taxonomy) Learnt() []string { return slices.Clone(t.model.tags) }

// With returns t with m in place of what was learnt before. The tags of m must be those of [Taxonomy.Learnt].
func (t *Taxonomy) With(m *Model) *Taxonomy {
	c := *t
	c.model = m
	return &c
}
