package tagging

import (
	"math/bits"
	"strconv"

	"github.com/styrdok/styrdok/policy"
)

func trailing(w uint64) int { return bits.TrailingZeros64(w) }

// A reading goes through one document, sentence by sentence, and remembers what later sentences lean on.
type reading struct {
	tagger   *Tagger
	doc      *policy.Document
	lexicon  *lexicon
	sections []sectionContext
	document []shownFeature // features of the whole document: title, genre
	tagged   map[int][]int  // sentence -> numbers of its tags
	matched  []found
	features []bitset // of each sentence read
	judged   []*judgement
	headers  map[int]bool // the rows that head a table
	vector   vector
	// learning is given what would be judged, instead.
	learning func(i int, terms []term, byRules []verdict)
	words    []word
	previous int // the body sentence before, -1 at first
	role     int // the last sentence that is a role line, -1 if there is none
	under    int // the last sentence that the role line speaks for
}

func newReading(g *Tagger, doc *policy.Document) *reading {
	r := &reading{tagger: g, doc: doc, lexicon: newLexicon(g.taxonomy), tagged: make(map[int][]int), previous: -1, role: -1, under: -1}
	r.lexicon.shared, r.lexicon.index = &g.forms, g.index
	r.sections = make([]sectionContext, len(doc.Sections))
	for i := range doc.Sections {
		r.sections[i] = r.sectionContext(i)
	}
	r.genre()
	r.headers = make(map[int]bool)
	for _, s := range doc.Sentences {
		if o := s.Opener; s.Kind == policy.Row && o >= 0 && o < len(doc.Sentences) && doc.Sentences[o].Kind == policy.Row {
			r.headers[o] = true
		}
	}
	r.features, r.judged = make([]bitset, len(doc.Sentences)), make([]*judgement, len(doc.Sentences))
	r.vector = newVector(g.index)
	return r
}

// A judgement is what is held of one sentence before those around it are heard.
type judgement struct {
	sums     []float64 // by rules, one a tag
	apart    []float64 // what of it stands apart
	odds     []float64 // by what was learnt, one a learnt tag; nil where nothing was
	evidence [][]piece // one a tag
}

// sentence judges sentence i by itself and what stands before it.
func (r *reading) sentence(i int) {
	s := r.doc.Sentences[i]
	text := r.doc.Text[s.Span.Start:s.Span.End]
	r.words = r.lexicon.split(r.words[:0], text)
	if len(r.words) == 0 {
		return
	}
	a := &analysis{tagger: r.tagger, text: text, words: r.words, features: newBitset(len(r.tagger.taxonomy.registry.names))}
	a.analyse(s.Kind)
	if r.headers[i] && a.words[0].info.actor == actorNone {
		a.set(isFormHeader, "", "")
	}
	r.context(a, i)
	r.matched = r.tagger.match(a.words, r.matched)
	tags := r.tagger.taxonomy.tags
	j := &judgement{sums: make([]float64, len(tags)), apart: make([]float64, len(tags)), evidence: make([][]piece, len(tags))}
	first := 0
	for n := range tags {
		t := &tags[n]
		matched := r.matched[first : first+len(t.rules)]
		first += len(t.rules)
		j.sums[n], j.apart[n], j.evidence[n] = t.sum(a, matched)
		if probability(j.sums[n]) < t.threshold || t.parent >= 0 && !a.features.has(tags[t.parent].assigned) {
			continue
		}
		a.features.set(t.assigned)
		r.tagged[i] = append(r.tagged[i], n)
	}
	r.features[i], r.judged[i] = a.features, j
	r.learnt(a, i, j)
	if s.Zone != policy.ZoneBody {
		return
	}
	r.previous = i
	if s.Kind == policy.Prose && r.isRoleLine(a.words) {
		r.role, r.under = i, i
	}
}

// underRole gives a sentence without a subject the role line above it as its opener ("Enhetschef", "Planerar schemat.") where the
// reading order alone tells that they belong together.
func (r *reading) underRole(a *analysis, i int) {
	if r.role < 0 || r.previous != r.under || r.doc.Sentences[r.role].Section != r.doc.Sentences[i].Section {
		return
	}
	if a.has(isSubjectNone) && a.has(hasVerb) || a.has(isSubjectYou) {
		a.set(isOpenerActor, "opener", clip(r.doc.SentenceText(r.role)))
		r.under = i
	}
}

// count notes that a sentence of section i has been read, for it and the sections above it.
func (r *reading) count(i int) {
	for steps := 0; i > 0 && i < len(r.sections) && steps < maxDepth; steps++ {
		r.sections[i].seen++
		i = r.doc.Sections[i].Parent
	}
}

// context adds the features that a sentence has from where it stands.
func (r *reading) context(a *analysis, i int) {
	s := r.doc.Sentences[i]
	for _, f := range r.document {
		a.features.set(f.feature)
		a.shown = append(a.shown, f)
	}
	if s.Section >= 0 && s.Section < len(r.sections) {
		for _, f := range r.sections[s.Section].features {
			if r.sections[f.section].seen < f.reach {
				a.features.set(f.feature)
				a.shown = append(a.shown, f.shownFeature)
			}
		}
		r.count(s.Section)
	}
	if p := r.previous; p >= 0 && r.doc.Sentences[p].Section == s.Section {
		for _, n := range r.tagged[p] {
			a.set(r.tagger.taxonomy.tags[n].previous, "previous", "mening "+strconv.Itoa(p+1))
		}
	}
	if s.Opener < 0 || s.Opener >= len(r.doc.Sentences) || s.Opener == i {
		r.underRole(a, i)
		return
	}
	opener := clip(r.doc.SentenceText(s.Opener))
	a.set(hasOpener, "opener", opener)
	for _, n := range r.tagged[s.Opener] {
		a.set(r.tagger.taxonomy.tags[n].opened, "opener", opener)
	}
	if r.isRoleLine(r.lexicon.split(nil, r.doc.SentenceText(s.Opener))) {
		a.set(isOpenerActor, "opener", opener)
	}
}
