package tagging

import (
	"bufio"
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Model is what was learnt from labelled sentences by a [Learner]: for each tag a weight for each feature of a sentence,
// and how the tag is decided from them, from the rules and from the sentences around. It is read-only and safe for
// concurrent use.
type Model struct {
	tags    []string
	names   []string
	weights []float32   // of the feature in row n for tag t: n*len(tags)+t
	bias    []float64   // one a tag
	decide  [][]float64 // of each tag: one a feature of a surrounding
	cut     []float64   // of each tag: the log odds from which it is set
}

// trained reports whether there is anything in m beside its tags.
func (m *Model) trained() bool { return len(m.bias) > 0 }

// odds returns the log odds of each tag by what the sentence is alone.
func (m *Model) odds(terms []term) []float64 {
	out := append([]float64(nil), m.bias...)
	n := len(m.tags)
	for _, t := range terms {
		for k, w := range m.weights[int(t.row)*n : int(t.row)*n+n] {
			out[k] += float64(w * t.value)
		}
	}
	return out
}

// prune leaves out features that weigh less than leastWeight for every tag.
func (m *Model) prune() {
	n := len(m.tags)
	names, weights := m.names[:0], m.weights[:0]
	for i, name := range m.names {
		row := m.weights[i*n : i*n+n]
		if slices.ContainsFunc(row, func(w float32) bool { return w >= leastWeight || w <= -leastWeight }) {
			names, weights = append(names, name), append(weights, row...)
		}
	}
	m.names, m.weights = names, weights
}

// leastWeight is what a weight must be to be kept: lighter ones are most of the features, and change nothing that is measured.
const leastWeight = 0.125

// weight returns what a term weighs for tag t.
func (m *Model) weight(x term, t int) float64 {
	return float64(m.weights[int(x.row)*len(m.tags)+t] * x.value)
}

//go:embed model.tsv
var modelData []byte

var builtInModel = sync.OnceValue(func() *Model {
	m, err := ReadModel(modelData)
	if err != nil {
		panic(err) // the embedded file is tested
	}
	return m
})

// The first cells of the lines before those of features.
const (
	tagsLine   = "#tags"
	biasLine   = "#bias"
	cutLine    = "#cut"
	decideLine = "#decide" // one line a tag
)

// digits is how many decimals of a weight are kept: more change no decision that is measured.
const digits = 2

// Encode returns the model as text: a line a feature, with the weight for each tag after it.
func (m *Model) Encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\t%s\n", tagsLine, strings.Join(m.tags, "\t"))
	line := func(name string, values []float64) {
		b.WriteString(name)
		for _, v := range values {
			b.WriteByte('\t')
			if s := strconv.FormatFloat(v, 'f', digits, 64); strings.Trim(s, "-0.") != "" {
				b.WriteString(s)
			}
		}
		b.WriteByte('\n')
	}
	if m.trained() {
		line(biasLine, m.bias)
		line(cutLine, m.cut)
		for _, d := range m.decide {
			line(decideLine, d)
		}
	}
	row := make([]float64, len(m.tags))
	for i, name := range m.names {
		for t := range row {
			row[t] = float64(m.weights[i*len(row)+t])
		}
		line(name, row)
	}
	return b.Bytes()
}

// ReadModel reads what [Model.Encode] wrote.
func ReadModel(data []byte) (*Model, error) {
	m := &Model{}
	s := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; s.Scan(); n++ {
		name, rest, _ := strings.Cut(s.Text(), "\t")
		if err := m.line(name, strings.Split(rest, "\t")); err != nil {
			return nil, fmt.Errorf("model: line %d: %w", n, err)
		}
	}
	if s.Err() != nil {
		return nil, fmt.Errorf("model: %w", s.Err())
	}
	if len(m.tags) == 0 || m.trained() && (len(m.decide) != len(m.tags) || len(m.cut) != len(m.tags)) || !m.trained() && len(m.names) > 0 {
		return nil, errors.New("model: not all lines before the features are there")
	}
	return m, nil
}

func (m *Model) line(name string, cells []string) error {
	if name == tagsLine {
		m.tags = cells
		return nil
	}
	values := make([]float64, len(cells))
	for i, c := range cells {
		if c == "" {
			continue
		}
		var err error
		if values[i], err = strconv.ParseFloat(c, 64); err != nil {
			return err
		}
	}
	want := len(m.tags)
	if name == decideLine {
		want = contextTerms
	}
	if len(values) != want || want == 0 {
		return fmt.Errorf("%d values for %d tags", len(values), len(m.tags))
	}
	switch name {
	case biasLine:
		m.bias = values
	case cutLine:
		m.cut = values
	case decideLine:
		m.decide = append(m.decide, values)
	default:
		m.names = append(m.names, name)
		for _, v := range values {
			m.weights = append(m.weights, float32(v))
		}
	}
	return nil
}
