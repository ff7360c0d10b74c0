package corpus

import (
	"embed"
	"math/rand/v2"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

// A piece is a literal and the slot after it, which may be "".
type piece struct{ literal, slot string }

type template []piece

// A lists is what the data files hold.
type lists struct {
	heads      [][]string
	modifiers  []string
	verbs      [][]string
	adjectives [][]string
	words      map[string][]string
	templates  map[string][]template
}

func (l *lists) pick(rng *rand.Rand, list string) string {
	ws := l.words[list]
	return ws[rng.IntN(len(ws))]
}

// words returns the data, which is read at the first call.
var words = sync.OnceValue(func() *lists {
	l := &lists{words: map[string][]string{}, templates: map[string][]template{}}
	eachLine("data/words.txt", l.addWords)
	eachLine("data/sentences.txt", func(kind, line string) {
		l.templates[kind] = append(l.templates[kind], parseTemplate(line))
	})
	// The order in which words are listed is by field; which of them are frequent must not be.
	rand.New(rand.NewPCG(0, 0)).Shuffle(len(l.modifiers), func(i, j int) {
		l.modifiers[i], l.modifiers[j] = l.modifiers[j], l.modifiers[i]
	})
	return l
})

func (l *lists) addWords(kind, line string) {
	switch kind {
	case "head":
		l.heads = append(l.heads, strings.Fields(line))
	case "verb":
		l.verbs = append(l.verbs, strings.Fields(line))
	case "adjective":
		l.adjectives = append(l.adjectives, strings.Fields(line))
	case "modifier":
		l.modifiers = append(l.modifiers, strings.Fields(line)...)
	case "partner":
		l.words[kind] = append(l.words[kind], line)
	default:
		for _, w := range strings.Fields(line) {
			l.words[kind] = append(l.words[kind], strings.ReplaceAll(w, "_", " "))
		}
	}
}

// eachLine calls add for each line of a file with the kind ("@…") under which it stands; "#" begins a comment.
func eachLine(name string, add func(kind, line string)) {
	data, err := dataFiles.ReadFile(name)
	if err != nil {
		panic(err) // compiled in
	}
	kind := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if k, ok := strings.CutPrefix(line, "@"); ok {
			kind = k
		} else if line != "" && line[0] != '#' {
			add(kind, line)
		}
	}
}

func parseTemplate(line string) template {
	var t template
	for line != "" {
		literal, rest, _ := strings.Cut(line, "{")
		slot, after, _ := strings.Cut(rest, "}")
		t = append(t, piece{literal, slot})
		line = after
	}
	return t
}
