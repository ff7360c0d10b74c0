package facts

import (
	"slices"
	"strings"
)

// laterStatus takes in what other sentences say of towns that were found: "Utbytet med Piecki är vilande."
func (r *reader) laterStatus(towns []foundTown) {
	for i := range r.units {
		u := &r.units[i]
		if !u.speaks() || u.heading {
			continue
		}
		l := u.lower
		r.sayOfLast(towns, i, l)
		for k := range towns {
			t := &towns[k]
			if t.unit == u {
				continue
			}
			at := indexWord(l, strings.ToLower(t.name))
			if at < 0 {
				continue
			}
			a, b := clause(l, at, at+len(t.name))
			if s := townStatus(l[a:min(b, len(l))]); s != "" && s != townActive {
				t.tell(s)
			}
		}
	}
}

// laterCountry gives towns without a country the one that the document tells elsewhere: "staden Trostjanets i Ukraina".
func (r *reader) laterCountry(towns []foundTown) {
	for k := range towns {
		t := &towns[k]
		for i := range r.units {
			u := &r.units[i]
			if t.country != "" {
				break
			}
			if indexWord(u.text, t.name) < 0 || !namesCountry(u.text) {
				continue
			}
			for _, p := range findTold(u.text) {
				if p.name == t.name && p.country != "SE" {
					t.country = p.country
				}
			}
		}
	}
}

// What a sentence begins with that goes on about the town just named, or about all that were named.
var (
	ofLast = set(`avtalet samarbetet utbytet kontakten vänortsavtalet vänortsutbytet det den något inget ingen inga stödet besöken`)
	ofAll  = set(`avtalen samarbetena utbytena kontakterna vänortsavtalen alla samtliga båda inget inga något några ingen de`)
)

// sayOfLast gives a town the status that the sentence after it tells without its name: "Avtalet har inte förnyats.", or several of them:
// "Avtalen är vilande."
func (r *reader) sayOfLast(towns []foundTown, i int, l string) {
	first := l[:wordEnd(l, 0)]
	if i == 0 || !ofLast[first] && !ofAll[first] || r.units[i-1].passage != r.units[i].passage && !r.units[i-1].heading || len(findTold(r.units[i].text)) > 0 || namesCountry(r.units[i].text) {
		return
	}
	s := townStatus(l)
	if s != townEnded && s != townDormant {
		return
	}
	var last []*foundTown
	named := i - 1
	for named > 0 && r.units[named-1].passage == r.units[i].passage && len(findPlaces(r.units[named].text, false)) == 0 { // "Time. Avtalet gäller skola. Inget utbyte sedan 2014."
		named--
	}
	for k := range towns {
		if towns[k].unit == &r.units[named] {
			last = append(last, &towns[k])
		}
	}
	if slices.ContainsFunc(towns, func(t foundTown) bool { return indexWord(l, strings.ToLower(t.name)) >= 0 }) {
		return
	}
	if len(last) == 1 && ofLast[first] || ofAll[first] {
		for _, t := range last {
			t.tell(s)
		}
	}
}

// namesCountry reports whether a text names a country: what it tells is then about what lies there.
func namesCountry(s string) bool {
	return slices.ContainsFunc(tokens(s), func(t token) bool { return t.kind == tokCountry })
}

func findTold(s string) []place {
	var told []place
	for _, p := range findPlaces(s, false) {
		if p.country != "" {
			told = append(told, p)
		}
	}
	return told
}
