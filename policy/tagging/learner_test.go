package tagging

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

// samplesOf are documents in which sentences that begin with "Rätt" carry the first learnt tag, whatever else they say.
func samplesOf(n int) []Sample {
	var out []Sample
	words := []string{"Hästen", "Bron", "Kastanjen", "Tornet", "Fjärden"}
	for i := range n {
		var text strings.Builder
		for k := range 12 {
			if (i+k)%3 == 0 {
				text.WriteString("Rätt ")
			}
			text.WriteString(words[(i+k)%5] + " lyser " + words[(i*k)%5] + ".\n")
		}
		s := Sample{Document: read("x", text.String())}
		for _, sentence := range s.Document.Sentences {
			targets := make([]Target, len(Default().Learnt()))
			for t := range targets {
				targets[t].Words = 4
			}
			if strings.HasPrefix(s.Document.Text[sentence.Span.Start:], "Rätt") {
				targets[0].Required = 4
			}
			s.Targets = append(s.Targets, targets)
		}
		out = append(out, s)
	}
	return out
}

func all(int) bool { return true }

// What is learnt from some documents holds for another.
func TestLearn(t *testing.T) {
	samples := samplesOf(16)
	m := NewLearner(Default(), samples).Learn(func(i int) bool { return i > 0 })
	d := samples[0].Document
	tagged := tagsOf(d, New(Default().With(m)).Tag(d))
	for i := range d.Sentences {
		text := d.SentenceText(i)
		want := ""
		if strings.HasPrefix(text, "Rätt") {
			want = Default().Learnt()[0]
		}
		if tagged[text] != want {
			t.Errorf("%q is tagged %q, want %q", text, tagged[text], want)
		}
	}
}

// The same samples give the same bytes; what is written can be read and judges alike.
func TestModelIsReproducible(t *testing.T) {
	samples := samplesOf(10)
	one := NewLearner(Default(), samples).Learn(all).Encode()
	if two := NewLearner(Default(), samples).Learn(all).Encode(); !bytes.Equal(one, two) {
		t.Error("learning twice gives different weights")
	}
	m, err := ReadModel(one)
	if err != nil {
		t.Fatal(err)
	}
	if again := m.Encode(); !bytes.Equal(one, again) {
		t.Error("what was read is written differently")
	}
}

func TestReadModelRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"empty":            "",
		"no tags":          "w:mål\t1\n",
		"weights too few":  "#tags\ta\tb\n#bias\t1\t1\n#cut\t0\t0\n#decide" + strings.Repeat("\t0", contextTerms) + "\nw:mål\t1\n",
		"no number":        "#tags\ta\n#bias\tx\n",
		"no decision":      "#tags\ta\n#bias\t1\n#cut\t0\n",
		"untrained weight": "#tags\ta\nw:mål\t1\n",
	} {
		if _, err := ReadModel([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// The weights that ship are of the features that the program makes today: a feature with another name would weigh nothing.
func TestBuiltInModelFits(t *testing.T) {
	m := builtInModel()
	if !m.trained() || !slices.Equal(m.tags, Default().Learnt()) || len(m.names) < 2000 {
		t.Fatalf("%d features for %v", len(m.names), m.tags)
	}
	if len(modelData) > 450_000 {
		t.Errorf("%d bytes of weights", len(modelData))
	}
	var samples []Sample
	for _, l := range labelled(t) {
		samples = append(samples, Sample{Document: l.doc})
	}
	l := NewLearner(Default(), samples)
	known := 0
	for _, n := range m.names {
		if _, ok := l.tagger.index.rows[n]; ok {
			known++
		}
	}
	if known < len(m.names)/2 {
		t.Errorf("%d of %d features stand in the labelled documents", known, len(m.names))
	}
}

// A rule that is not for a learnt tag is judged by rules alone, and a learnt tag by the weights.
func TestNothingLearntForOthers(t *testing.T) {
	x, err := Load("min.yaml", []byte("schema: 1\nextends: default\ntags:\n  - name: x\n    label: {sv: X}\n    learnt: true\n    cues: [y]\n"))
	if err == nil || !strings.Contains(err.Error(), "min.yaml:4: nothing was learnt for x") {
		t.Errorf("%v, %v", x, err)
	}
}

func TestLogistic(t *testing.T) {
	// Of rows with the feature three in four are right, of those without one in four.
	var xs [][]term
	var ys, ws []float64
	for i := range 400 {
		var x []term
		if i%2 == 0 {
			x = []term{{0, 1}}
		}
		y := 0.0
		if (i/2%4 == 0) != (i%2 == 0) {
			y = 1
		}
		xs, ys, ws = append(xs, x), append(ys, y), append(ws, 1)
	}
	w := sparse(xs, ys, ws, 1, 1e-6)
	if p, q := probability(w[0]+w[1]), probability(w[1]); math.Abs(p-0.75) > 0.01 || math.Abs(q-0.25) > 0.01 {
		t.Errorf("%.3f with the feature, %.3f without", p, q)
	}
	if w := sparse(xs, ys, make([]float64, len(xs)), 1, 1); w[0] != 0 {
		t.Errorf("%v from rows that do not count", w)
	}
}

// The least of a sum of squares is where each is nothing.
func TestMinimize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.SliceOfN(rapid.Float64Range(-9, 9), 1, 8).Draw(t, "at")
		x := make([]float64, len(at))
		minimize(x, func(x, g []float64) float64 {
			sum := 0.0
			for i := range x {
				k := float64(i + 1)
				g[i] = 2 * k * (x[i] - at[i])
				sum += k * (x[i] - at[i]) * (x[i] - at[i])
			}
			return sum
		})
		for i := range x {
			if math.Abs(x[i]-at[i]) > 0.01 {
				t.Fatalf("%v, want %v", x, at)
			}
		}
	})
}

func TestStem(t *testing.T) {
	for _, forms := range [][]string{
		{"utvärdera", "utvärderas", "utvärderar"}, {"nyckeltal", "nyckeltalen"}, {"revidera", "revideras"}, {"målet"}, {"år"},
	} {
		for _, f := range forms {
			if stem(f) != stem(forms[0]) {
				t.Errorf("stem(%q) = %q, stem(%q) = %q", f, stem(f), forms[0], stem(forms[0]))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.StringMatching(`[a-zåäö]{1,20}`).Draw(t, "form")
		if s := stem(f); !strings.HasPrefix(f, s) || s == "" {
			t.Fatalf("stem(%q) = %q", f, s)
		}
	})
}

// The sentences around one do not count for it where they belong to another section or zone.
func TestSurrounding(t *testing.T) {
	d := read("x", "## A\nEtt.\nTvå.\n- tre\n- fyra\n## B\nFem.\n!Sex.\n")
	odds, rules := make([][]float64, len(d.Sentences)), make([][]verdict, len(d.Sentences))
	for i := range odds {
		odds[i], rules[i] = []float64{float64(i)}, []verdict{{-float64(i), 2}}
	}
	x := newSurrounding(d, odds, rules)
	c := func(i int) []float64 { return x.features(i, 0, nil) }
	for _, tt := range []struct {
		sentence, feature int
		want              float64
	}{
		{0, ofPrevious, 0}, {1, ofPrevious, probability(0)}, {0, ofNext, probability(1)}, {3, ofNext, 0},
		{2, ofSiblings, probability(3)}, {1, ofSiblings, 0}, {4, ofPrevious, 0}, {4, ofSection, 0},
		{1, ofSection, (probability(0) + probability(2) + probability(3)) / 3}, {1, againstRules, -1}, {1, byRules, 0}, {0, always, 1}, {4, byWords, 4}, {1, byRulesApart, 2},
	} {
		if got := c(tt.sentence)[tt.feature]; math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("sentence %d, feature %d: %v, want %v", tt.sentence, tt.feature, got, tt.want)
		}
	}
	if d.Sentences[5].Zone == policy.ZoneBody {
		t.Error("the test's last sentence is body")
	}
}
