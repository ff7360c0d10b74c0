package swedish

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

// A lexeme is a word of the word list, or one derived from it.
type lexeme struct {
	lemma string
	pos   pos
	class string
	// split is where the lemma's last part begins, in bytes; 0 for a word that is no compound.
	split int
	// bound marks an ending that is no word of its own ("-ning"): never a part of a compound.
	bound bool
	// made marks a word that is not listed but made of its base.
	made bool
	// tail marks a word that stands last in compounds only, with this declension ("bottenplanet", "stadsbo").
	tail bool
}

// A link is a form that a word has as the first part of a compound, and how unusual it is there (0 = the rule).
type link struct {
	lexeme  int32
	penalty int8
}

// A lexicon is the word list, read.
type lexicon struct {
	lexemes []lexeme
	forms   map[string][]int32
	// tails are the forms of words that only stand last in compounds.
	tails map[string][]int32
	links map[string][]link
	// ends may have the forms and tails, beginnings the links.
	ends, beginnings filter
	stops            map[string]bool
	// heads are common last parts: what stands before one is a first part even if it is unknown.
	heads map[string]bool
	// roots are the words that others are made of, by data and by derivation.
	roots map[string]string
	spare []int32
}

// words returns the lexicon, which is made at the first call.
var words = sync.OnceValue(func() *lexicon {
	lx, err := loadLexicon(dataFiles)
	if err != nil {
		panic("swedish: " + err.Error()) // the data is compiled in, and a test reads it
	}
	return lx
})

// expectedForms is about how many forms the word list makes; it only sizes the maps.
const expectedForms = 60000

// loadLexicon reads all files of data: "#" begins a comment, "@class" a paradigm's list. A word may hold "|" where its
// last part begins, "+" before a form that it takes as a first part, "-" before an ending that is no word, and "=" before a
// word that only stands last in compounds. In the "forms" classes and in v-strong each line is one lexeme, its other
// forms after it.
func loadLexicon(files fs.FS) (*lexicon, error) {
	lx := &lexicon{forms: make(map[string][]int32, expectedForms), links: make(map[string][]link, expectedForms/2), stops: map[string]bool{},
		roots: map[string]string{}, heads: map[string]bool{}, tails: map[string][]int32{}, ends: newFilter(), beginnings: newFilter()}
	names, err := fs.Glob(files, "data/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := lx.read(name, string(data)); err != nil {
			return nil, err
		}
	}
	lx.derive()
	lx.dropImperatives()
	return lx, nil
}

// dropImperatives takes the reading as an imperative or participle of a regular verb from words that are nouns as they
// stand: "stöd", "råd" and "nämnd" are hardly ever stödja, råda and nämna in what is written here. (Of a verb in -ra
// the same form is the present: rör.)
func (lx *lexicon) dropImperatives() {
	for _, n := range lx.lexemes {
		ids := lx.forms[n.lemma]
		if n.pos != noun || len(ids) < 2 {
			continue
		}
		lx.forms[n.lemma] = slices.DeleteFunc(ids, func(id int32) bool {
			l := lx.lexemes[id]
			if l.pos == adjective { // rike is a realm, not a rich man
				return l.lemma+"e" == n.lemma && !n.made
			}
			present := strings.HasSuffix(n.lemma, "er") && l.lemma == strings.TrimSuffix(n.lemma, "er")+"a" // åker
			regular := l.class == "v-er" || l.class == "v-strong" && l.lemma == n.lemma+"a"
			participle := n.made // kränkande is of kränka, whatever noun it makes
			return regular && !present && !participle && l.lemma != n.lemma && !strings.HasSuffix(l.lemma, "ra")
		})
	}
}

func (lx *lexicon) read(name, data string) error {
	class := ""
	for n, line := range strings.Split(data, "\n") {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		if c, ok := strings.CutPrefix(fields[0], "@"); ok {
			if _, known := paradigms[c]; !known && c != "stop" && c != "root" && c != "head" && c != "first" {
				return fmt.Errorf("%s:%d: no class %q", name, n+1, c)
			}
			class = c
			continue
		}
		switch class {
		case "":
			return fmt.Errorf("%s:%d: a word before the first class", name, n+1)
		case "stop":
			for _, w := range fields {
				lx.stops[w] = true
			}
		case "head":
			for _, w := range fields {
				lx.heads[w] = true
			}
		case "first":
			for _, w := range fields {
				lx.lexemes = append(lx.lexemes, lexeme{lemma: w, pos: other})
				lx.addLink(w, int32(len(lx.lexemes)-1), 0)
			}
		case "root":
			for i := 0; i+1 < len(fields); i += 2 {
				lx.roots[fields[i]] = fields[i+1]
			}
		case "n-forms", "a-forms":
			lx.addEntry(fields[0], class, withMasculine(class, fields[1:]))
		case "v-strong":
			lx.addEntry(fields[0], class, verbStrong(fields))
		default:
			for _, f := range fields {
				lx.addEntry(f, class, nil)
			}
		}
	}
	return nil
}

// withMasculine adds to an adjective's forms those of a superlative in -e: största - störste.
func withMasculine(class string, forms []string) []string {
	if class != "a-forms" {
		return forms
	}
	for _, f := range forms {
		if stem, ok := strings.CutSuffix(f, "sta"); ok {
			forms = append(forms, stem+"ste")
		}
	}
	return forms
}

// addEntry adds a lexeme as the data writes it.
func (lx *lexicon) addEntry(entry, class string, forms []string) {
	l := lexeme{class: class, pos: paradigms[class].pos}
	parts := strings.Split(entry, "+")
	entry = parts[0]
	if e, ok := strings.CutPrefix(entry, "-"); ok {
		entry, l.bound = e, true
	}
	if e, ok := strings.CutPrefix(entry, "="); ok {
		entry, l.tail = e, true
	}
	if i := strings.LastIndexByte(entry, '|'); i > 0 {
		l.split = strings.IndexByte(entry, '|')
		entry = strings.ReplaceAll(entry, "|", "")
	}
	l.lemma = entry
	unusual := int8(0)
	if len(parts) > 1 {
		unusual = 1 // what the data gives is the rule
	}
	id := lx.add(l, forms, unusual)
	for _, p := range parts[1:] {
		lx.addLink(p, id, 0)
	}
}

// add adds a lexeme with its forms and links, these by how much more unusual than the rule has them, and returns its number.
func (lx *lexicon) add(l lexeme, forms []string, unusual int8) int32 {
	id := int32(len(lx.lexemes))
	lx.lexemes = append(lx.lexemes, l)
	lx.addForm(l.lemma, id)
	for _, f := range paradigms[l.class].forms(l.lemma) {
		lx.addForm(f, id)
	}
	for _, f := range forms {
		lx.addForm(f, id)
	}
	switch {
	case l.made:
		lx.addMadeLinks(l, id)
	case !l.bound && !l.tail:
		lx.addLinks(l, id, unusual)
	}
	return id
}

func (lx *lexicon) addForm(form string, id int32) {
	lx.ends.add(form)
	if lx.lexemes[id].tail {
		lx.tails[form] = append(lx.tails[form], id)
		return
	}
	ids := lx.forms[form]
	if n := len(ids); n > 0 && ids[n-1] == id {
		return
	}
	if ids == nil {
		ids = lx.room()
	}
	lx.forms[form] = append(ids, id)
}

// room returns an empty slice with room for one number, cut from a large piece: most forms are of one lexeme.
func (lx *lexicon) room() []int32 {
	if len(lx.spare) == 0 {
		lx.spare = make([]int32, 1<<13)
	}
	r := lx.spare[:0:1]
	lx.spare = lx.spare[1:]
	return r
}
