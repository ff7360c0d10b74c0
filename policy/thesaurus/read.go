package thesaurus

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/styrdok/styrdok/policy/swedish"
)

//go:embed data/*.txt
var dataFiles embed.FS

// An entry is one form of an expression, with what is looked for beside it.
type entry struct {
	words [][]string // the base forms of each of its words
	also  []Expression
}

// A table is the thesaurus, read.
type table struct {
	byLemma   map[string][]*entry // by the base forms of the first word
	asWritten map[string][]*entry // those that are understood only as they are written
}

// entries returns the thesaurus, which is read at the first call.
var entries = sync.OnceValue(func() table {
	t, err := read(dataFiles)
	if err != nil {
		panic("thesaurus: " + err.Error()) // the data is compiled in, and a test reads it
	}
	return t
})

// read reads all files of data; see there for how they are written.
func read(files fs.FS) (table, error) {
	t := table{byLemma: map[string][]*entry{}, asWritten: map[string][]*entry{}}
	names, err := fs.Glob(files, "data/*.txt")
	if err != nil {
		return t, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return t, err
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			if err := t.addLine(line); err != nil {
				return t, fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
	}
	return t, nil
}

// addLine adds the expressions of a line.
func (t table) addLine(line string) error {
	broad, narrow, directed := strings.Cut(line, ">")
	from := members(broad)
	to := from
	if directed {
		to = members(narrow)
	}
	if len(from) == 0 || len(to) == 0 || !directed && len(from) < 2 || directed && len(from) > 1 {
		return fmt.Errorf("%q is neither a, b nor a > b", line)
	}
	for _, m := range from {
		var also []Expression
		for _, other := range to {
			if other.forms[0] == m.forms[0] || other.asWritten {
				continue
			}
			x, err := other.expression()
			if err != nil {
				return err
			}
			also = append(also, x)
		}
		t.add(m, also)
	}
	return nil
}

// A member is one expression of a line.
type member struct {
	forms     []string // the first is the one that is shown
	asWritten bool
}

func members(list string) []member {
	var out []member
	for _, text := range strings.Split(list, ",") {
		m := member{}
		text, m.asWritten = strings.CutPrefix(strings.TrimSpace(text), "^")
		for _, form := range strings.Split(text, "/") {
			if form = strings.TrimSpace(form); form != "" {
				m.forms = append(m.forms, form)
			}
		}
		if len(m.forms) > 0 {
			out = append(out, m)
		}
	}
	return out
}

// add has also looked for beside m.
func (t table) add(m member, also []Expression) {
	if len(also) == 0 {
		return
	}
	if m.asWritten {
		e := &entry{words: make([][]string, 1), also: also}
		t.asWritten[m.forms[0]] = append(t.asWritten[m.forms[0]], e)
		return
	}
	for _, form := range m.forms {
		e := &entry{also: also}
		for _, w := range swedish.Analyze(form) {
			lemmas := w.Lemmas
			if l, ok := ownLemma(w); ok {
				lemmas = []string{l}
			}
			e.words = append(e.words, lemmas)
		}
		for _, l := range e.words[0] {
			t.byLemma[l] = append(t.byLemma[l], e)
		}
	}
}

// expression returns what is looked for of m.
func (m member) expression() (Expression, error) {
	x := Expression{Text: m.forms[0]}
	for i, form := range m.forms {
		words := swedish.Analyze(form)
		if len(words) == 1 {
			l, ok := ownLemma(words[0])
			if !ok || i > 0 {
				return x, fmt.Errorf("%q is no base form", form)
			}
			x.Lemma = l
			continue
		}
		var phrase []string
		for _, w := range words {
			phrase = append(phrase, w.Surface)
		}
		x.Phrases = append(x.Phrases, phrase)
	}
	if x.Lemma != "" && x.Phrases != nil {
		return x, fmt.Errorf("%q is one word, and several", m.forms)
	}
	return x, nil
}

// ownLemma returns the base form of a word that is one itself: of a homograph, this one is meant.
func ownLemma(w swedish.Term) (string, bool) {
	l := strings.ReplaceAll(w.Surface, "-", "")
	return l, slices.Contains(w.Lemmas, l)
}
