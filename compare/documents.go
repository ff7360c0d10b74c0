package compare

import (
	"cmp"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/people"
	"github.com/styrdok/styrdok/policy/swedish"
)

// Documents compares docs, which carry their tags, facts and municipality, and does not change them. It returns a report
// for any input, also for none.
func Documents(docs []*policy.Document, opts Options) *Report {
	opts.AsOf = midnight(opts.AsOf)
	docs, setAside, scope := opts.Scope.apply(docs, &opts)
	docs = withoutPeople(slices.SortedStableFunc(slices.Values(docs), byPlace), opts.Workers)
	r := &Report{
		Schema: Schema, Generator: opts.Generator, Taxonomy: opts.Taxonomy, Scope: scope, Tags: scopedTags(allTags(docs, opts.Tags), scope.Tags),
		Municipalities: []Municipality{}, Documents: []Document{}, SetAside: setAside, Peers: []PeerGroup{},
	}
	if !opts.AsOf.IsZero() {
		r.AsOf = opts.AsOf.Format(time.DateOnly)
	}
	c := newCorpus(docs)
	series := seriesOf(docs, opts.AsVersions)
	r.Versions = c.versions(series, opts.AsVersions)
	stand := newStanding(c, r.Versions)
	complete := make(map[string]bool, len(docs))
	for _, d := range docs {
		doc := newDocument(d, &opts, stand)
		complete[d.ID] = doc.Complete
		r.Documents = append(r.Documents, doc)
	}
	slices.SortStableFunc(r.SetAside, func(a, b policy.SetAside) int {
		return cmp.Or(byMunicipality(a.Municipality, b.Municipality), swedish.Compare(a.Source, b.Source), cmp.Compare(a.Code, b.Code))
	})
	var distinctive map[string][]KeyWord
	work := []func(){func() { r.Reuse = c.reuse(inSeries(series)) }, func() { distinctive = distinguish(c) }}
	all, names := groups(docs, r.SetAside, complete, stand), namesOf(r.Tags)
	r.Municipalities = make([]Municipality, len(all))
	for i, g := range all {
		g.asOf, g.corpus = opts.AsOf, c
		work = append(work, func() { r.Municipalities[i] = newMunicipality(g, r.Tags, names) })
	}
	atOnce(opts.Workers, work)
	r.Peers = peersIn(opts.Peers, r.Municipalities)
	sumUp(r, c, opts.Workers)
	for i, m := range r.Municipalities {
		r.Municipalities[i].Distinctive = orEmpty(distinctive[m.Name])
	}
	return r
}

// midnight returns the beginning of t's day as dates without a clock have it: what holds until a day holds until its evening. The zero
// time stays.
func midnight(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// withoutPeople returns copies of docs whose facts name nobody: what stands in a table comes from them.
func withoutPeople(docs []*policy.Document, workers int) []*policy.Document {
	out, work := make([]*policy.Document, len(docs)), make([]func(), len(docs))
	for i, d := range docs {
		work[i] = func() {
			own := *d
			own.Facts = people.Facts(d.Facts)
			out[i] = &own
		}
	}
	atOnce(workers, work)
	return out
}

// atOnce does work that is independent of one another, as much of it at once as there are workers.
func atOnce(workers int, work []func()) {
	var g errgroup.Group
	g.SetLimit(max(1, workers))
	for _, f := range work {
		g.Go(func() error { f(); return nil })
	}
	_ = g.Wait()
}

// sumUp fills what is told of the municipalities together, after each has its own.
func sumUp(r *Report, c *corpus, workers int) {
	r.SharedTowns, r.Countries = sharedTowns(r.Municipalities), countries(r.Municipalities)
	r.Themes = themes(r.Tags, r.Municipalities)
	shareGoals(r, c, workers)
	sumUpGoals(r)
	findGaps(r)
}

func newMunicipality(g *group, tags []Tag, names []map[string]bool) Municipality {
	m := Municipality{
		Name: g.municipality.Name, Code: g.municipality.Code, County: g.municipality.County,
		Documents: make([]string, 0, len(g.docs)), SetAside: g.setAside, Cells: make([]Cell, 0, len(tags)),
		PartnerTowns: partnerTowns(g), Responsible: responsible(g), FollowUp: followUps(g),
		Goals: GoalSummary{Themes: []string{}, OnlyHere: []string{}}, Distinctive: []KeyWord{}, Gaps: []Gap{},
	}
	for _, d := range g.docs {
		m.Documents = append(m.Documents, d.ID)
	}
	for i, t := range tags {
		m.Cells = append(m.Cells, newCell(g, t, names[i]))
	}
	return m
}

// groups gathers the documents of each municipality in order of rank.
func groups(docs []*policy.Document, setAside []policy.SetAside, complete map[string]bool, stand standing) []*group {
	byKey := make(map[string]*group)
	var all []*group
	find := func(name string) *group {
		g := byKey[name]
		if g == nil {
			g = &group{municipality: policy.Municipality{Name: name}, complete: true, standing: stand}
			byKey[name] = g
			all = append(all, g)
		}
		return g
	}
	for _, d := range docs {
		m := d.Municipality.Municipality
		g := find(m.Name)
		g.municipality.Code = cmp.Or(g.municipality.Code, m.Code)
		g.municipality.County = cmp.Or(g.municipality.County, m.County)
		g.docs = append(g.docs, d)
		g.complete = g.complete && complete[d.ID]
	}
	for _, s := range setAside {
		g := find(s.Municipality)
		g.setAside++
		g.complete = false
	}
	for _, g := range all {
		slices.SortStableFunc(g.docs, stand.byRank)
		for _, d := range g.docs {
			g.tiers = append(g.tiers, stand.tier(d))
		}
	}
	slices.SortStableFunc(all, func(a, b *group) int { return byMunicipality(a.municipality.Name, b.municipality.Name) })
	return all
}

// byMunicipality orders the names of municipalities, what could not be assigned ("") last.
func byMunicipality(a, b string) int {
	if a == "" || b == "" {
		return boolOrder(a == "") - boolOrder(b == "")
	}
	return swedish.Compare(a, b)
}

// allTags returns the tags of the definitions, each followed by its sub-tags, and then those that only documents know.
func allTags(docs []*policy.Document, definitions []policy.TagDefinition) []Tag {
	tags := []Tag{}
	done := make(map[string]bool)
	var add func(d policy.TagDefinition)
	add = func(d policy.TagDefinition) {
		if done[d.Name] {
			return
		}
		done[d.Name] = true
		tags = append(tags, Tag{Name: d.Name, Parent: d.Parent, Label: Label(d.Label)})
		for _, sub := range definitions {
			if sub.Parent == d.Name {
				add(sub)
			}
		}
	}
	known := make(map[string]bool)
	for _, d := range definitions {
		known[d.Name] = true
	}
	for _, d := range definitions {
		if d.Parent == "" || !known[d.Parent] {
			add(d)
		}
	}
	for _, d := range definitions {
		add(d) // what is left stands in a ring of parents
	}
	var others []string
	for _, d := range docs {
		for _, t := range d.Tags {
			if !done[t.Name] {
				done[t.Name] = true
				others = append(others, t.Name)
			}
		}
	}
	slices.Sort(others)
	for _, name := range others {
		tags = append(tags, Tag{Name: name, Label: Label{"sv": name, "en": name}})
	}
	return tags
}

// namesOf returns for each tag the names that count for it: its own and those of the tags below it.
func namesOf(tags []Tag) []map[string]bool {
	names := make([]map[string]bool, len(tags))
	for i, t := range tags {
		names[i] = map[string]bool{t.Name: true}
		for changed := true; changed; {
			changed = false
			for _, sub := range tags {
				if names[i][sub.Parent] && !names[i][sub.Name] {
					names[i][sub.Name], changed = true, true
				}
			}
		}
	}
	return names
}
