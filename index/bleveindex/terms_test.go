package bleveindex

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/styrdok/styrdok/index"
)

func TestFrequencyAndNear(t *testing.T) {
	r := open(t, write(t, "", []index.Entry{entry("1", "plan plan nämnd"), entry("2", "plan planer"), entry("3", "klan åtgärd")}))
	for text, want := range map[string]int{"plan": 2, "nämnd": 1, "pla": 0, "": 0} {
		if n, err := r.Frequency(context.Background(), index.FieldExact, text); n != want || err != nil {
			t.Errorf("%q: %d passages (%v), want %d", text, n, err, want)
		}
	}
	for _, tt := range []struct {
		text  string
		edits int
		want  []index.FacetValue
	}{
		{"plaan", 1, []index.FacetValue{{Value: "plan", Count: 2}}},
		{"plane", 1, []index.FacetValue{{Value: "plan", Count: 2}, {Value: "planer", Count: 1}}},
		{"åtgrd", 1, []index.FacetValue{{Value: "åtgärd", Count: 1}}},
		{"åtgr", 2, []index.FacetValue{{Value: "åtgärd", Count: 1}}},
		{"slan", 1, nil},
	} {
		got, err := r.Near(context.Background(), index.FieldExact, tt.text, tt.edits)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("near %s: %v (%v), want %v", tt.text, got, err, tt.want)
		}
	}
}

func TestYears(t *testing.T) {
	var entries []index.Entry
	for _, y := range []string{"1999", "2014", "2015", "2020"} {
		e := entry(y, "plan")
		e.Values[index.FieldYear] = []string{y}
		entries = append(entries, e)
	}
	r := open(t, write(t, "", append(entries, entry("none", "plan"))))
	for _, tt := range []struct {
		from, to int
		want     []string
	}{
		{2014, 2015, []string{"2014", "2015"}}, {0, 9999, []string{"1999", "2014", "2015", "2020"}}, {2016, 2019, nil}, {2020, 2014, nil},
	} {
		filter := index.Node{Op: index.OpRange, Field: index.FieldYear, Min: tt.from, Max: tt.to}
		got := run(t, r, index.Node{Op: index.OpBool, Should: []index.Node{word("plan")}, Filter: []index.Node{filter}})
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%d to %d: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

// What is added, removed and added again in one generation is there once, as it was added last, whether the
// generation begins with nothing or with another.
func TestAddRemoveAdd(t *testing.T) {
	first := write(t, "", []index.Entry{entry("d#0", "gammal"), entry("d#1", "gammal"), entry("e#0", "annan")})
	for name, from := range map[string]string{"nothing": "", "another": first} {
		dir := t.TempDir()
		if from != "" {
			dir = dir + "/engine"
		}
		b, err := Engine{}.Begin(dir, from)
		if err != nil {
			t.Fatal(err)
		}
		steps := []error{
			b.Add([]index.Entry{entry("d#0", "ny"), entry("d#1", "ny")}), b.Remove([]string{"d#0", "d#1"}),
			b.Add([]index.Entry{entry("d#0", "nyast")}), b.Close(),
		}
		if err := errors.Join(steps...); err != nil {
			t.Fatal(err)
		}
		r := open(t, dir)
		if got := run(t, r, word("nyast")); !slices.Equal(got, []string{"d#0"}) {
			t.Errorf("from %s: %q", name, got)
		}
		if got := run(t, r, word("gammal", "ny")); got != nil {
			t.Errorf("from %s: what was removed is there: %q", name, got)
		}
	}
}

func TestEmptyGeneration(t *testing.T) {
	r := open(t, write(t, "", nil))
	if n, err := r.Count(); n != 0 || err != nil {
		t.Errorf("%d passages, %v", n, err)
	}
	dir := write(t, "", nil)
	if got := run(t, open(t, write(t, dir, []index.Entry{entry("1", "plan")})), word("plan")); len(got) != 1 {
		t.Errorf("added to an empty one: %q", got)
	}
}
