package index

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"
)

const errFull = syscall.ENOSPC

// published returns a folder with a published generation for each of numbers, each a run of its own.
func published(t *testing.T, numbers ...int) *folder {
	t.Helper()
	f := newFolder(t.TempDir())
	for _, n := range numbers {
		m := &manifest{Schema: Schema, Generation: n, Engine: "e", Run: time.Unix(int64(n), 0).UTC()}
		if err := publish(f, m, &contents{}); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func TestGenerations(t *testing.T) {
	f := published(t, 3, 4, 7)
	if err := os.MkdirAll(f.path(engineOf(5)), 0o755); err != nil { // never completed
		t.Fatal(err)
	}
	m, err := load(f)
	if err != nil || m.Generation != 7 {
		t.Fatalf("the current generation is %+v, %v", m, err)
	}
	all, err := numbers(f)
	if err != nil || !slices.Equal(all, []int{3, 4, 5, 7}) {
		t.Errorf("%v, %v", all, err)
	}
	if got := fmt.Sprint(numbersOf(generationsUpTo(f, m, &contents{}))); got != "[3 4 7]" {
		t.Errorf("complete are %s", got)
	}
	m.Generation = 4
	if got := fmt.Sprint(numbersOf(generationsUpTo(f, m, &contents{}))); got != "[3 4]" {
		t.Errorf("complete up to 4 are %s", got)
	}
}

func numbersOf(list []generation) []int {
	var out []int
	for _, g := range list {
		out = append(out, g.number)
	}
	return out
}

// Batches of one night count as one run: what can be gone back to is the end of the night before.
func TestKeep(t *testing.T) {
	at := func(run int) time.Time { return time.Unix(int64(run), 0).UTC() }
	older := func(runs ...int) []generation {
		var out []generation
		for i, r := range runs {
			out = append(out, newGeneration(&manifest{Generation: i + 1, Run: at(r)}, &contents{}))
		}
		return out
	}
	for _, test := range []struct {
		older []int
		run   int
		keep  int
		want  string
	}{
		{nil, 1, 2, "[]"},
		{[]int{1}, 1, 2, "[1]"},
		{[]int{1, 1}, 1, 2, "[2]"},
		{[]int{1, 1}, 2, 2, "[2]"},
		{[]int{1, 1, 2}, 2, 2, "[2 3]"},
		{[]int{1, 1, 2, 2}, 2, 2, "[2 4]"},
		{[]int{1, 1, 2, 2}, 3, 2, "[4]"},
		{[]int{1, 1, 2, 2}, 3, 3, "[2 4]"},
		{[]int{1, 2, 3}, 4, 1, "[3]"},
		{[]int{1, 2, 3}, 4, 9, "[1 2 3]"},
	} {
		got := fmt.Sprint(numbersOf(keep(older(test.older...), &manifest{Run: at(test.run)}, test.keep)))
		if got != test.want {
			t.Errorf("of %v in run %d, %d kept: %s, want %s", test.older, test.run, test.keep, got, test.want)
		}
	}
}

func TestAnotherLayout(t *testing.T) {
	f := published(t, 1)
	for _, text := range []string{`{"schema":99,"layout":2,"generation":1}`, `{"schema":1,"generation":1}`} {
		if err := os.WriteFile(f.path(currentName), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := load(f); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v", text, err)
		}
	}
}

func TestGenerationsAreSeenOnlyWhole(t *testing.T) {
	f := published(t, 1)
	if err := f.Write(generationName(2), nil); err != nil { // a file where its folder should be
		t.Fatal(err)
	}
	if err := publish(f, &manifest{Schema: Schema, Generation: 2}, &contents{}); err == nil {
		t.Fatal("a generation without a folder is published")
	}
	if m, err := load(f); err != nil || m.Generation != 1 {
		t.Errorf("the current generation is %+v, %v", m, err)
	}
}
