package swedish

import "strings"

// A reading is how a normal word is found in the word list, or taken apart: what its base forms and its parts follow from.
type reading struct {
	word   string // without the ending of an abbreviation
	listed []int32
	// split is set if the word is not listed and not written with a hyphen, and can be taken apart.
	split    splitting
	compound bool
}

// readingOf reads a normal word.
func (lx *lexicon) readingOf(w string) reading {
	if len(w) > maxWord {
		return reading{word: w}
	}
	r := reading{word: trimAbbreviation(w)}
	r.listed = lx.lookup(r.word)
	if len(r.listed) == 0 && !(inside(r.word, strings.IndexByte(r.word, '-')) && inside(r.word, strings.LastIndexByte(r.word, '-'))) {
		r.split, r.compound = lx.split(r.word)
	}
	return r
}

// inside reports whether i is between the first and the last byte of w.
func inside(w string, i int) bool { return i > 0 && i < len(w)-1 }

// lemmas returns the base forms of a word that was read.
func (lx *lexicon) lemmas(r reading) []string {
	w := r.word
	if len(w) > maxWord {
		return []string{w}
	}
	if len(r.listed) > 0 {
		return lx.lemmasOf("", r.listed)
	}
	if i := strings.LastIndexByte(w, '-'); inside(w, i) {
		ls := lemmas(w[i+1:])
		out := make([]string, len(ls))
		for j, l := range ls {
			out[j] = strings.ReplaceAll(w[:i], "-", "") + l
		}
		return out
	}
	if r.compound {
		out := lx.lemmasOf(w[:r.split.at]+r.split.headPrefix, r.split.heads)
		if lx.sure(w, r.split) {
			return out
		}
		return lx.guess(out, w)
	}
	if at, ids := lx.knownEnd(w); at > 0 {
		out := lx.lemmasOf(w[:at], ids)
		if e := lx.lexemes[ids[0]]; e.bound && e.lemma == "era" { // no other words end so
			return out
		}
		return lx.guess(out, w)
	}
	return lx.guess(nil, w)
}

// parts returns the parts of a word that was read.
func (lx *lexicon) parts(r reading) []string {
	w := r.word
	if len(w) > maxWord {
		return nil
	}
	if i := strings.IndexByte(w, '-'); inside(w, i) {
		return []string{first(lemmas(w[:i])), first(lemmas(w[i+1:]))}
	}
	if len(r.listed) > 0 {
		return lx.listedParts(r.listed)
	}
	if r.compound {
		return []string{r.split.modifier, r.split.headPrefix + lx.lexemes[r.split.heads[0]].lemma}
	}
	if m, h, ok := lx.unknownHead(w); ok {
		return []string{m, h}
	}
	return nil
}

// allParts returns the parts of a word that was read, and the parts of these.
func (lx *lexicon) allParts(r reading) []string {
	ps := lx.parts(r)
	n := len(ps)
	for _, p := range ps[:n] {
		part := lx.readingOf(p)
		if len(part.listed) == 0 { // a last part that no list has, as it stands
			ps = addNew(ps, lx.lemmas(part))
		}
		ps = addNew(ps, lx.parts(part))
	}
	if n > 0 {
		ps = addNew(ps, lx.across(r, ps[0]))
	}
	return ps
}

// across returns the compounds that lie across the place where a longer one is cut, whose first part is first: sanktionsavgift in
// miljösanktions-avgift, vindkraft in vind-kraftverk. Across a part that the word list has as a compound only others of the list are
// taken, and so are those that begin the word: no tidschef in fritids-chef, no klimatbok in klimat-bokslut.
func (lx *lexicon) across(r reading, first string) []string {
	at := lx.cut(r)
	if at == 0 || r.split.headPrefix != "" {
		return nil
	}
	var out []string
	if k := lx.cut(lx.readingOf(r.word[at:])); k > 0 {
		for _, l := range lx.linksOf(r.word[:at+k]) {
			if lx.lexemes[l.lexeme].split > 0 {
				out = append(out, lx.lexemes[l.lexeme].lemma)
			}
		}
	}
	before := lx.readingOf(first)
	if k := lx.cut(before); k > 0 && k < at && strings.HasPrefix(r.word, first[:k]) {
		if rest := lx.readingOf(r.word[k:]); lx.cut(rest) > 0 && (before.compound || !rest.compound) {
			out = append(out, lx.lemmas(rest)[0])
		}
	}
	return out
}

// cut returns where the last part of a compound without a hyphen begins, 0 for other words.
func (lx *lexicon) cut(r reading) int {
	if r.compound {
		return r.split.at
	}
	if len(r.listed) > 0 {
		l := lx.lexemes[r.listed[0]]
		if strings.HasPrefix(r.word, l.lemma[:l.split]) {
			return l.split
		}
	}
	return 0
}

// addNew adds to list what of more is not in it.
func addNew(list, more []string) []string {
	for _, s := range more {
		if !contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
