package compare

import (
	"slices"
	"strings"
	"time"

	"github.com/styrdok/styrdok/policy"
)

// A group is a municipality with its documents in order of rank.
type group struct {
	municipality policy.Municipality
	docs         []*policy.Document
	tiers        []Tier
	setAside     int
	// complete is true if every page of every document was read.
	complete bool
	standing
	corpus *corpus
	asOf   time.Time
	// said has the clusters of each of docs, once they are asked for.
	said []map[int32]bool
}

// newCell returns what the documents of g say on tag. names are the tag and its sub-tags.
func newCell(g *group, tag Tag, names map[string]bool) Cell {
	c := Cell{Tag: tag.Name, Incomplete: !g.complete, Places: []Place{}, Quotes: []Quote{}}
	seen := make(map[string]int)
	for i, d := range g.docs {
		for _, q := range quotesOf(d, tag, names) {
			q.Adds = g.adds(i, &q.Quote)
			c.addQuote(q.Quote, q.key, seen)
		}
	}
	c.State = answer(&c, g.complete)
	if tag.Name == tagPartnerTowns {
		c.applyTownStatus(g, seen)
	}
	if c.State == SaysNot {
		slices.SortStableFunc(c.Quotes, func(a, b Quote) int { return boolOrder(b.Negative) - boolOrder(a.Negative) })
	}
	c.Count = len(c.Quotes)
	for i := range c.Quotes {
		c.Binding.add(c.Quotes[i].Binding)
	}
	c.Places = places(g, c.Quotes)
	c.Provisional = len(c.Places) > 0
	for i, d := range g.docs {
		if !g.tiers[i].provisional() && slices.ContainsFunc(c.Places, func(p Place) bool { return p.Document == d.ID }) {
			c.Provisional = false
		}
	}
	return c
}

// subjectOf returns the tag whose denial a quote of tag may hold: its parent's for a sub-tag.
func subjectOf(tag Tag) string {
	if tag.Parent != "" {
		return tag.Parent
	}
	return tag.Name
}

// quoteKey returns the same for quotes that say the same, by their words and those of their openers; of what has no words, it is
// the quote itself.
func quoteKey(opener, words []string, quote string) string {
	if len(words) > 0 {
		quote = strings.Join(words, " ")
	}
	return strings.Join(opener, " ") + "\x00" + quote
}

// addQuote adds q, or its place to the quote that says the same.
func (c *Cell) addQuote(q Quote, key string, seen map[string]int) {
	if i, ok := seen[key]; ok {
		c.Quotes[i].AlsoIn = addPlace(c.Quotes[i].AlsoIn, q.Document, q.Pages)
		return
	}
	seen[key] = len(c.Quotes)
	c.Quotes = append(c.Quotes, q)
}

func answer(c *Cell, complete bool) State {
	switch {
	case len(c.Quotes) == 0 && complete:
		return NotSaid
	case len(c.Quotes) == 0:
		return Unread
	case !slices.ContainsFunc(c.Quotes, func(q Quote) bool { return !q.Negative }):
		return SaysNot
	}
	return Says
}

// places gathers where quotes stand, by document in order of rank.
func places(g *group, quotes []Quote) []Place {
	all := []Place{}
	for _, q := range quotes {
		all = addPlace(all, q.Document, q.Pages)
		for _, p := range q.AlsoIn {
			all = addPlace(all, p.Document, p.Pages)
		}
	}
	rank := func(id string) int {
		return slices.IndexFunc(g.docs, func(d *policy.Document) bool { return d.ID == id })
	}
	slices.SortStableFunc(all, func(a, b Place) int { return rank(a.Document) - rank(b.Document) })
	return all
}

// addPlace adds the pages of a document to places.
func addPlace(places []Place, document string, pages []int) []Place {
	i := slices.IndexFunc(places, func(p Place) bool { return p.Document == document })
	if i < 0 {
		i = len(places)
		places = append(places, Place{Document: document})
	}
	p := slices.Concat(places[i].Pages, pages)
	slices.Sort(p)
	places[i].Pages = slices.Compact(p)
	return places
}

// fold returns s so that sentences that differ in case, spaces and marks only are equal.
func fold(s string) string { return strings.Join(words(s), " ") }

func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
