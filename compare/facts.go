package compare

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// PartnerTowns is what a municipality's documents say of its partner towns.
type PartnerTowns struct {
	State State `json:"state"`
	// Status is active, dormant, none, mentioned-unnamed or not-found; Source is where it is said, nil for not-found.
	Status string  `json:"status"`
	Source *Source `json:"source,omitempty"`
	// Towns are those named, in alphabetical order.
	Towns []Town `json:"towns"`
	// Counts are the numbers that documents state, each with what the same document names.
	Counts []TownCount `json:"counts"`
}

// A Town is a partner town that one or more documents name.
type Town struct {
	Name string `json:"name"`
	// Country is ISO 3166-1 alpha-2, "" if no document tells; CountryName is its name, empty without a country.
	Country     string `json:"country"`
	CountryName Label  `json:"country_name,omitempty"`
	// Status is active, dormant, ended or unknown, as the document that weighs most has it.
	Status  string   `json:"status"`
	Sources []Source `json:"sources"`
}

// A TownCount holds a stated number of partner towns against the number named.
type TownCount struct {
	Stated int    `json:"stated"`
	Named  int    `json:"named"`
	Source Source `json:"source"`
}

// Agrees reports whether as many towns are named as the document states.
func (c TownCount) Agrees() bool { return c.Stated == c.Named }

// FollowUps is how and how often a municipality follows up.
type FollowUps struct {
	State State      `json:"state"`
	Items []FollowUp `json:"items"`
}

// A FollowUp is one thing that is followed up.
type FollowUp struct {
	// Interval is as policy.FollowUp has it; Wording says it in words.
	Interval string `json:"interval"`
	Wording  Label  `json:"wording"`
	What     string `json:"what"`
	Through  string `json:"through,omitempty"`
	Source   Source `json:"source"`
	// Due says whether it is due; nil if what is followed up is not the document itself: whether the work was followed up does
	// not stand in the document that asks for it.
	Due *Due `json:"due,omitempty"`
}

// partnerTowns takes the partner towns of g's documents together.
func partnerTowns(g *group) PartnerTowns {
	p := PartnerTowns{State: g.silent(), Status: "not-found", Towns: []Town{}, Counts: []TownCount{}}
	if d := townStatus(g); d != nil {
		status := d.Facts.PartnerTownsStatus
		p.Status, p.State = status.Value, Says
		p.Source = &Source{Document: d.ID, Evidence: status.Evidence}
		if p.Status == "dormant" || p.Status == "none" {
			p.State = SaysNot
		}
	}
	for _, d := range g.docs {
		named := 0
		for _, t := range d.Facts.PartnerTowns {
			p.add(d.ID, t)
			if t.Status != "ended" {
				named++
			}
		}
		if c := d.Facts.PartnerTownsStatedCount; c != nil {
			p.Counts = append(p.Counts, TownCount{c.Value, named, Source{d.ID, c.Evidence}})
		}
	}
	if len(p.Towns) > 0 && p.State != SaysNot {
		p.State = Says
	}
	slices.SortStableFunc(p.Towns, func(a, b Town) int {
		return cmp.Or(swedish.Compare(a.Name, b.Name), cmp.Compare(a.Country, b.Country))
	})
	return p
}

// add adds town, or its place to the town of that name; a document that leaves the country out means the same town.
func (p *PartnerTowns) add(id string, town policy.PartnerTown) {
	source := Source{Document: id, Evidence: town.Evidence}
	for i := range p.Towns {
		t := &p.Towns[i]
		if fold(t.Name) != fold(town.Name) || t.Country != town.Country && t.Country != "" && town.Country != "" {
			continue
		}
		if t.Country == "" {
			t.Country, t.CountryName = town.Country, countryName(town.Country)
		}
		t.Sources = append(t.Sources, source)
		return
	}
	p.Towns = append(p.Towns, Town{town.Name, town.Country, countryName(town.Country), town.Status, []Source{source}})
}

// countryName returns the name of a country by its ISO 3166-1 code, from CLDR; a code that is none stands for itself.
func countryName(code string) Label {
	if code == "" {
		return nil
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return Label{"sv": code, "en": code}
	}
	return Label{
		"sv": cmp.Or(display.Swedish.Regions().Name(region), code),
		"en": cmp.Or(display.English.Regions().Name(region), code),
	}
}

// followUps takes what g's documents say of follow-up together: by document, what has a time before what has none.
func followUps(g *group) FollowUps {
	f := FollowUps{State: g.silent(), Items: []FollowUp{}}
	seen := make(map[string]bool)
	for _, d := range g.docs {
		items := slices.Clone(d.Facts.FollowUp)
		slices.SortStableFunc(items, func(a, b policy.FollowUp) int {
			return boolOrder(a.Interval == "") - boolOrder(b.Interval == "")
		})
		for _, x := range items {
			key := x.Interval + "\x00" + fold(x.What)
			if seen[key] {
				continue
			}
			seen[key] = true
			f.Items = append(f.Items, FollowUp{
				Interval: x.Interval, Wording: intervalLabel(x.Interval), What: x.What,
				Through: x.Through, Source: Source{d.ID, x.Evidence}, Due: g.due(d, x),
			})
		}
	}
	if len(f.Items) > 0 {
		f.State = Says
	}
	return f
}

// due says whether a follow-up is due, if it is one of document d itself.
func (g *group) due(d *policy.Document, x policy.FollowUp) *Due {
	if !ofItself(d, x) || x.Interval != mandatePeriod && !asksForNewVersion(x.Evidence.Quote) {
		return nil
	}
	return newReckoning(d, g.asOf, g.standing).ofInterval(x.Interval)
}

// silent returns the answer of a municipality that says nothing.
func (g *group) silent() State {
	if g.complete {
		return NotSaid
	}
	return Unread
}
