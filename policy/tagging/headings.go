package tagging

import (
	"math"
	"strings"
)

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

// letterhead is the word by which a line is a page's head and names nobody's role: "Ekeby kommun Kanslienheten".
const letterhead = "kommun"

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
			states := w.info.slots.has(slots[classStative]) && !w.info.slots.has(slots[classHave]) // "Nätverket innebär att"
			return !states && k > 0 && words[k-1].info.actor != actorNone && words[last].info.slots.has(slots[classOpening])
		}
		if k < last && w.info.text == letterhead {
			return false
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
