package swedish

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The shares of testdata that must be right: single words may be lost when the rules or the word list change, kinds of
// words may not.
const (
	wantSame      = 0.97
	wantDifferent = 0.97
	wantCompounds = 0.93
)

func TestSameWords(t *testing.T) {
	rows := readRows(t, "testdata/same.txt")
	wrong := 0
	for _, r := range rows {
		if !share(r[0], r[1]) {
			wrong++
			t.Logf("%s %v and %s %v share no lemma", r[0], Lemmas(r[0]), r[1], Lemmas(r[1]))
		}
	}
	checkShare(t, wrong, len(rows), wantSame)
}

func TestDifferentWords(t *testing.T) {
	rows := readRows(t, "testdata/different.txt")
	wrong := 0
	for _, r := range rows {
		if share(r[0], r[1]) {
			wrong++
			t.Logf("%s %v and %s %v share a lemma", r[0], Lemmas(r[0]), r[1], Lemmas(r[1]))
		}
	}
	checkShare(t, wrong, len(rows), wantDifferent)
}

func TestCompounds(t *testing.T) {
	rows := readRows(t, "testdata/compounds.txt")
	wrong := 0
	for _, r := range rows {
		want := r[1:]
		if r[1] == "-" {
			want = nil
		}
		if got := Parts(r[0]); !slices.Equal(got, want) {
			wrong++
			t.Logf("Parts(%s) = %q, want %q", r[0], got, want)
		}
	}
	checkShare(t, wrong, len(rows), wantCompounds)
}

// The lists ending in 2 were written before it was seen how their words are analysed: 694 and 213 pairs, 412 compounds, then 217, 71 and
// 151, then 331, 119 and 300 more. What was right at first sight stands in docs/quality.md; what can be right since is held here.
func TestWordsWrittenBlind(t *testing.T) {
	for _, set := range []struct {
		file string
		same bool
		want float64
	}{{"testdata/same2.txt", true, 0.99}, {"testdata/different2.txt", false, 0.97}} {
		rows := readRows(t, set.file)
		wrong := 0
		for _, r := range rows {
			if share(r[0], r[1]) != set.same {
				wrong++
				t.Logf("%s: %s %v, %s %v", set.file, r[0], Lemmas(r[0]), r[1], Lemmas(r[1]))
			}
		}
		checkShare(t, wrong, len(rows), set.want)
	}
}

func TestCompoundsWrittenBlind(t *testing.T) {
	rows := readRows(t, "testdata/compounds2.txt")
	wrong := 0
	for _, r := range rows {
		if !rightParts(r) {
			wrong++
			t.Logf("Parts(%s) = %q, want %q", r[0], Parts(r[0]), r[1:])
		}
	}
	checkShare(t, wrong, len(rows), 0.97)
}

// The lists ending in 3 and 4 are sealed: nothing is learnt from them, so the test tells how many are right and not which are wrong.
func TestSealedWords(t *testing.T) {
	for _, set := range []struct {
		file  string
		right func(row []string) bool
		want  float64
	}{
		{"testdata/same3.txt", func(r []string) bool { return share(r[0], r[1]) }, 0.98},
		{"testdata/different3.txt", func(r []string) bool { return !share(r[0], r[1]) }, 0.96},
		{"testdata/compounds3.txt", rightParts, 0.95},
		{"testdata/same4.txt", func(r []string) bool { return share(r[0], r[1]) }, 0.98},
		{"testdata/different4.txt", func(r []string) bool { return !share(r[0], r[1]) }, 0.9},
		{"testdata/compounds4.txt", rightParts, 0.9},
	} {
		rows := readRows(t, set.file)
		wrong := 0
		for _, r := range rows {
			if !set.right(r) {
				wrong++
			}
		}
		checkShare(t, wrong, len(rows), set.want)
	}
}

// rightParts reports whether a compound's parts have lemmas in common with those expected, as a search would find it.
func rightParts(row []string) bool {
	want := row[1:]
	if row[1] == "-" {
		want = nil
	}
	got := Parts(row[0])
	return len(got) == len(want) && slices.EqualFunc(got, want, share)
}

func checkShare(t *testing.T, wrong, all int, want float64) {
	t.Helper()
	if got := 1 - float64(wrong)/float64(all); got < want {
		t.Errorf("%.3f of %d are right, want %.2f", got, all, want)
	}
}

// readRows returns the lines of a file as fields, comments left out.
func readRows(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] != "#" {
			rows = append(rows, f)
		}
	}
	return rows
}
