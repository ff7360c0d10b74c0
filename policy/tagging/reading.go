package tagging

import (
	"math"
	"math/bits"
	"strconv"
	"strings"

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
	features bitset // of the sentence that was read last
	words    []word
	previous int // the body sentence before, -1 at first
	role     int // the last sentence that is a role line, -1 if there is none
	under    int // the last sentence that the role line speaks for
}

// sectionContext is what a section's heading and the headings above it say.
type sectionContext struct {
	features []headingFeature
	seen     int // body sentences of the section that have been read
}

// A headingFeature is a feature that a heading gives, at most to so many sentences after it.
type headingFeature struct {
	shownFeature
	section int // whose heading it is
	reach   int
}

// Headings speak for what stands soon after them: a section that is longer has left its heading's subject, or a heading
// in it was not recognised. ownReach is longer than nearly every section of one subject; parentReach counts from the
// heading higher up.
const (
	ownReach    = 14
	parentReach = 24
	allReach    = math.MaxInt
)

func newReading(g *Tagger, doc *policy.Document) *reading {
	r := &reading{tagger: g, doc: doc, lexicon: newLexicon(g.taxonomy), tagged: make(map[int][]int), previous: -1, role: -1, under: -1}
	r.lexicon.shared = &g.forms
	r.sections = make([]sectionContext, len(doc.Sections))
	for i := range doc.Sections {
		r.sections[i] = r.sectionContext(i)
	}
	r.genre()
	return r
}

// sectionContext reads the heading of section i; those above it count as parent:TAG and as section:KIND.
func (r *reading) sectionContext(i int) sectionContext {
	var c sectionContext
	lang := &r.tagger.taxonomy.language
	numbers := r.tagger.taxonomy.registry.numbers
	for at, own, steps := i, true, 0; at > 0 && at < len(r.doc.Sections) && steps < maxDepth; steps++ {
		heading := r.doc.Sections[at].Heading
		words := r.lexicon.split(nil, heading)
		for _, h := range lang.headings {
			if !findAny(h.patterns, words) {
				continue
			}
			prefix, reach := "parent:", parentReach
			if own {
				prefix, reach = "heading:", ownReach
			}
			c.add(numbers[prefix+h.name], "heading", heading, at, reach)
		}
		for _, s := range lang.sections {
			if findAny(s.patterns, words) {
				c.add(s.feature, "section", heading, at, allReach)
			}
		}
		if own && r.isRoleLine(words) {
			c.add(isHeadingActor, "role", heading, at, ownReach)
		}
		at, own = r.doc.Sections[at].Parent, false
	}
	return c
}

func (c *sectionContext) add(feature int, kind, heading string, section, reach int) {
	c.features = append(c.features, headingFeature{shownFeature{feature, kind, clip(heading)}, section, reach})
}

// maxDepth bounds how many headings above a section are read, also where Parent goes in a circle.
const maxDepth = 8

// isRoleLine reports whether words name an actor and nothing else: "Enhetschef", "Medicinskt ansvarig sjuksköterska",
// "Chefens roll", "Rektor och förskollärare"; "Förvaltningens bedömning" and "Stöd till chefer" are no role lines.
func (r *reading) isRoleLine(words []word) bool {
	last := len(words) - 1
	for last >= 0 && words[last].aside {
		last--
	}
	if last < 0 || last >= roleLine || !words[0].capital {
		return false
	}
	slots := r.tagger.taxonomy.language.slots
	if info := words[last].info; info.slots.has(slots[classRoleNoun]) {
		return last > 0 && words[last-1].info.actor != actorNone && words[last-1].info.genitive
	}
	for k, w := range words[:last+1] {
		if w.info.slots.has(slots[classMust]) || w.info.slots.has(slots[classVerb]) && w.info.actor == actorNone {
			return k > 0 && words[k-1].info.actor != actorNone && words[last].info.slots.has(slots[classOpening])
		}
		if w.info.slots.has(slots[classPreposition]) { // "Handläggare inom individ- och familjeomsorgen"
			last = k - 1
			break
		}
	}
	return last >= 0 && words[last].info.actor != actorNone && !words[last].info.genitive
}

// genre reads what kind of document it is from its title, or from its ID where it has none.
func (r *reading) genre() {
	title := r.doc.ID
	if len(r.doc.Sections) > 0 && r.doc.Sections[0].Heading != "" {
		title = r.doc.Sections[0].Heading
	}
	words := r.lexicon.split(nil, strings.NewReplacer("-", " ", "_", " ").Replace(title))
	lang := &r.tagger.taxonomy.language
	for _, g := range lang.genres {
		if findAny(g.patterns, words) {
			r.document = append(r.document, shownFeature{g.feature, "genre", g.name})
		}
	}
	for _, h := range lang.headings {
		if findAny(h.patterns, words) {
			r.document = append(r.document, shownFeature{r.tagger.taxonomy.registry.numbers["title:"+h.name], "title", clip(title)})
		}
	}
}

// sentence tags sentence i.
func (r *reading) sentence(i int) []policy.Tag {
	s := r.doc.Sentences[i]
	text := r.doc.Text[s.Span.Start:s.Span.End]
	r.words = r.lexicon.split(r.words[:0], text)
	if len(r.words) == 0 {
		return nil
	}
	a := &analysis{tagger: r.tagger, text: text, words: r.words, features: newBitset(len(r.tagger.taxonomy.registry.names))}
	a.analyse(s.Kind)
	r.context(a, i)
	r.features = a.features
	r.matched = r.tagger.match(a.words, r.matched)
	var out []policy.Tag
	first := 0
	for n := range r.tagger.taxonomy.tags {
		t := &r.tagger.taxonomy.tags[n]
		matched := r.matched[first : first+len(t.rules)]
		first += len(t.rules)
		if t.parent >= 0 && !a.features.has(r.tagger.taxonomy.tags[t.parent].assigned) {
			continue
		}
		score, pieces := t.score(a, matched)
		if score < t.threshold {
			continue
		}
		a.features.set(t.assigned)
		r.tagged[i] = append(r.tagged[i], n)
		out = append(out, policy.Tag{
			Name: t.name, Sentence: i, Score: math.Round(score*100) / 100, Evidence: strongest(pieces), By: policy.ByProgram,
		})
	}
	if s.Zone != policy.ZoneBody {
		return out
	}
	r.previous = i
	if s.Kind == policy.Prose && r.isRoleLine(a.words) {
		r.role, r.under = i, i
	}
	return out
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
