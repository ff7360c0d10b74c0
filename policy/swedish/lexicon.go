package swedish

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"
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
	links   map[string][]link
	stops   map[string]bool
	// heads are common last parts: what stands before one is a first part even if it is unknown.
	heads map[string]bool
	// roots are the words that others are made of, by data and by derivation.
	roots map[string]string
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
// last part begins, "+" before a form that it takes as a first part, and "-" before an ending that is no word. In the "forms" classes and in v-strong each line is one lexeme, its other
// forms after it.
func loadLexicon(files fs.FS) (*lexicon, error) {
	lx := &lexicon{forms: make(map[string][]int32, expectedForms), links: make(map[string][]link, expectedForms/4), stops: map[string]bool{},
		roots: map[string]string{}, heads: map[string]bool{}}
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
	return lx, nil
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
			if _, known := paradigms[c]; !known && c != "stop" && c != "root" && c != "head" {
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
		case "root":
			for i := 0; i+1 < len(fields); i += 2 {
				lx.roots[fields[i]] = fields[i+1]
			}
		case "n-forms", "a-forms":
			lx.addEntry(fields[0], class, fields[1:])
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

// addEntry adds a lexeme as the data writes it.
func (lx *lexicon) addEntry(entry, class string, forms []string) {
	l := lexeme{class: class, pos: paradigms[class].pos}
	parts := strings.Split(entry, "+")
	entry = parts[0]
	if e, ok := strings.CutPrefix(entry, "-"); ok {
		entry, l.bound = e, true
	}
	if i := strings.LastIndexByte(entry, '|'); i > 0 {
		l.split = strings.IndexByte(entry, '|')
		entry = strings.ReplaceAll(entry, "|", "")
	}
	l.lemma = entry
	id := lx.add(l, forms)
	for _, p := range parts[1:] {
		lx.addLink(p, id, 0)
	}
}

// add adds a lexeme with its forms and links and returns its number.
func (lx *lexicon) add(l lexeme, forms []string) int32 {
	id := int32(len(lx.lexemes))
	lx.lexemes = append(lx.lexemes, l)
	lx.addForm(l.lemma, id)
	for _, f := range paradigms[l.class].forms(l.lemma) {
		lx.addForm(f, id)
	}
	for _, f := range forms {
		lx.addForm(f, id)
	}
	if !l.bound {
		lx.addLinks(l, id)
	}
	return id
}

func (lx *lexicon) addForm(form string, id int32) {
	ids := lx.forms[form]
	if n := len(ids); n > 0 && ids[n-1] == id {
		return
	}
	lx.forms[form] = append(ids, id)
}

func (lx *lexicon) addLink(form string, id int32, penalty int8) {
	if utf8.RuneCountInString(form) < minModifier && !shortModifiers[form] || noModifiers[form] {
		return
	}
	lx.links[form] = append(lx.links[form], link{id, penalty})
}

// addLinks adds the forms that a word has as the first part of a compound.
func (lx *lexicon) addLinks(l lexeme, id int32) {
	w := l.lemma
	switch l.pos {
	case noun:
		lx.addNounLinks(w, id, l.made)
	case adjective:
		lx.addLink(w, id, 0)
	case verb:
		stem := strings.TrimSuffix(w, "a")
		switch {
		case l.class == "v-er":
			lx.addLink(stem, id, 0)
		case l.class == "v-strong":
			lx.addLink(stem, id, 1)
		case l.class == "v-ar" && utf8.RuneCountInString(stem) > minModifier:
			lx.addLink(stem, id, 2)
		}
	}
}

func (lx *lexicon) addNounLinks(w string, id int32, derived bool) {
	var extra int8
	if derived {
		extra = 1
	}
	stem := w[:len(w)-1]
	switch {
	case strings.HasSuffix(w, "ing"), strings.HasSuffix(w, "het"), strings.HasSuffix(w, "ion"), strings.HasSuffix(w, "tek"):
		lx.addLink(w+"s", id, extra)
		lx.addLink(w, id, extra+2)
		return
	case strings.HasSuffix(w, "a"):
		lx.addLink(stem, id, extra)
		lx.addLink(stem+"e", id, extra+1)
		lx.addLink(stem+"o", id, extra+1)
		lx.addLink(stem+"u", id, extra+1)
		lx.addLink(w, id, extra+1)
		return
	case strings.HasSuffix(w, "e"):
		lx.addLink(stem, id, extra+1)
		lx.addLink(stem+"s", id, extra)
	case strings.HasSuffix(w, "um"):
		lx.addLink(strings.TrimSuffix(w, "um")+"e", id, extra)
		lx.addLink(strings.TrimSuffix(w, "um"), id, extra)
	case utf8.RuneCountInString(w) >= minModifier:
		lx.addLink(w+"e", id, extra+2)
	}
	if strings.HasSuffix(w, "are") {
		lx.addLink(stem, id, extra-1)
	}
	lx.addLink(w, id, extra)
	if !strings.HasSuffix(w, "s") {
		lx.addLink(w+"s", id, extra)
	}
}

// derive adds what Swedish makes freely of the words listed: of verbs the nouns in -ning, -ande and -are, of adjectives
// those in -het.
func (lx *lexicon) derive() {
	listed := len(lx.lexemes)
	for i := range listed {
		l := lx.lexemes[i]
		switch l.class {
		case "v-ar", "v-er":
			stem := strings.TrimSuffix(l.lemma, "a")
			lx.addDerived(l, actionNoun(stem, l.class), "n-ar")
			lx.addDerived(l, stem+"ande", "n-ett-n")
			lx.addDerived(l, stem+"are", "n-agent")
		case "v-strong", "v-short":
			if strings.HasSuffix(l.lemma, "a") {
				lx.addDerived(l, l.lemma+"nde", "n-ett-n")
				lx.addDerived(l, l.lemma+"re", "n-agent")
				lx.addDerived(l, strings.TrimSuffix(l.lemma, "a")+"ning", "n-ar")
			} else {
				lx.addDerived(l, l.lemma+"ende", "n-ett-n")
			}
		case "adj":
			lx.addDerived(l, l.lemma+"het", "n-er")
		}
	}
}

func (lx *lexicon) addDerived(base lexeme, lemma, class string) {
	if _, ok := lx.roots[lemma]; !ok && !base.bound {
		lx.roots[lemma] = base.lemma
	}
	for _, id := range lx.forms[lemma] {
		if l := lx.lexemes[id]; l.lemma == lemma && l.pos == paradigms[class].pos {
			return
		}
	}
	d := lexeme{lemma: lemma, pos: paradigms[class].pos, class: class, split: base.split, bound: base.bound, made: true}
	lx.add(d, nil)
}

// actionNoun returns the noun of action: utveckla - utveckling, samordna - samordning, revidera - revidering, bevaka -
// bevakning, styra - styrning.
func actionNoun(stem, class string) string {
	n := len(stem)
	if n > 2 && class == "v-ar" {
		before, _ := utf8.DecodeLastRuneInString(stem[:n-1])
		if strings.IndexByte("lnr", stem[n-1]) >= 0 && !isVowel(before) || strings.HasSuffix(stem, "er") {
			return stem + "ing"
		}
	}
	return stem + "ning"
}
