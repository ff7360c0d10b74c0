package tagging

import "strconv"

// A term is one feature of a sentence as the learnt weights see it: the feature's row and its value.
type term struct {
	row   int32
	value float32
}

// A featureIndex numbers the features that weights are learnt for.
type featureIndex struct {
	rows  map[string]int32
	names []string
	grow  bool // while learning: a feature that is not known gets a row
}

func newFeatureIndex(names []string, grow bool) *featureIndex {
	x := &featureIndex{rows: make(map[string]int32, len(names)), names: names, grow: grow}
	for i, n := range names {
		x.rows[n] = int32(i)
	}
	return x
}

// row returns the row of a feature, or -1.
func (x *featureIndex) row(name []byte) int32 {
	if n, ok := x.rows[string(name)]; ok {
		return n
	}
	if !x.grow {
		return -1
	}
	n := int32(len(x.names))
	x.names = append(x.names, string(name))
	x.rows[x.names[n]] = n
	return n
}

// The values of features by kind. The penalty on weights is the same for all, so a smaller value makes a weight dearer.
const (
	wordValue   = 0.6
	partValue   = 0.35
	lengthValue = 0.4
)

// A vector collects the terms of one sentence.
type vector struct {
	index *featureIndex
	name  []byte
	terms []term
	seen  map[int32]int // row -> place in terms
}

func newVector(x *featureIndex) vector { return vector{index: x, seen: map[int32]int{}} }

func (v *vector) reset() {
	v.terms = v.terms[:0]
	clear(v.seen)
}

// put adds the feature kind+name.
func (v *vector) put(value float32, kind, name string) {
	v.name = append(append(v.name[:0], kind...), name...)
	v.add(v.index.row(v.name), value)
}

// add adds a term; of two for one row the larger stays.
func (v *vector) add(row int32, value float32) {
	if row < 0 {
		return
	}
	if at, ok := v.seen[row]; ok {
		v.terms[at].value = max(v.terms[at].value, value)
		return
	}
	v.seen[row] = len(v.terms)
	v.terms = append(v.terms, term{row, value})
}

// bucket returns the number of the first bound that n does not exceed.
func bucket(n int, bounds ...int) string {
	for i, b := range bounds {
		if n <= b {
			return strconv.Itoa(i)
		}
	}
	return strconv.Itoa(len(bounds))
}
