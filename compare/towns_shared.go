package compare

import (
	"cmp"
	"slices"

	"github.com/styrdok/styrdok/policy/swedish"
)

// sharedTowns returns the towns that two or more municipalities name, those of most of them first.
func sharedTowns(municipalities []Municipality) []SharedTown {
	all := []SharedTown{}
	byName := make(map[string][]int)
	for _, m := range municipalities {
		if !m.Assigned() {
			continue
		}
		for _, t := range m.PartnerTowns.Towns {
			key := fold(t.Name)
			i := slices.IndexFunc(byName[key], func(i int) bool {
				return all[i].Country == t.Country || all[i].Country == "" || t.Country == ""
			})
			if i < 0 {
				byName[key] = append(byName[key], len(all))
				all = append(all, SharedTown{t.Name, t.Country, t.CountryName, []string{m.Name}})
				continue
			}
			x := &all[byName[key][i]]
			if x.Country == "" {
				x.Country, x.CountryName = t.Country, t.CountryName
			}
			if !slices.Contains(x.Municipalities, m.Name) {
				x.Municipalities = append(x.Municipalities, m.Name)
			}
		}
	}
	all = slices.DeleteFunc(all, func(x SharedTown) bool { return len(x.Municipalities) < 2 })
	slices.SortStableFunc(all, func(a, b SharedTown) int {
		return cmp.Or(len(b.Municipalities)-len(a.Municipalities), swedish.Compare(a.Name, b.Name), cmp.Compare(a.Country, b.Country))
	})
	return all
}

// countries returns the countries of the partner towns, those with most towns first, what has no country last.
func countries(municipalities []Municipality) []Country {
	type key struct{ country, town string }
	all := []Country{}
	at, towns, owners := make(map[string]int), make(map[key]bool), make(map[key]bool)
	for _, m := range municipalities {
		for _, t := range m.PartnerTowns.Towns {
			if t.Status == "ended" {
				continue
			}
			i, ok := at[t.Country]
			if !ok {
				i = len(all)
				at[t.Country] = i
				all = append(all, Country{Code: t.Country, Name: countryLabel(t)})
			}
			if k := (key{t.Country, fold(t.Name)}); !towns[k] {
				towns[k] = true
				all[i].Towns++
			}
			if k := (key{t.Country, m.Name}); !owners[k] && m.Assigned() {
				owners[k] = true
				all[i].Municipalities++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Country) int {
		return cmp.Or(boolOrder(a.Code == "")-boolOrder(b.Code == ""), b.Towns-a.Towns, swedish.Compare(a.Name["sv"], b.Name["sv"]))
	})
	return all
}

func countryLabel(t Town) Label {
	if t.Country == "" {
		return Label{"sv": "land framgår inte", "en": "country not stated"}
	}
	return t.CountryName
}
