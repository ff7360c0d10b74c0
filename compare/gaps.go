package compare

import (
	"fmt"
	"slices"
)

// minOthers is how many others must have a thing for its lack to be a gap; beside that, more than half of them must.
const minOthers = 2

// A feature is what a municipality may have or lack.
type feature struct {
	kind, name string
	// state is the answer of a municipality: whoever says expressly that there is none does not lack it.
	state func(m *Municipality) State
	// lacking begins the sentence of a gap, having the sentence of its basis.
	lacking, having Label
	// where says which documents were looked at; all, if it is empty.
	where Label
}

// Where a feature is looked for.
var (
	inAll   = Label{"sv": "i de dokument som ingår", "en": "in the documents included"}
	inFirst = Label{"sv": "i det dokument som väger tyngst", "en": "in the document that weighs most"}
)

// maxBasisNames is how many municipalities a basis names; of more, how many they are says enough.
const maxBasisNames = 12

// findGaps fills the gaps of each municipality.
func findGaps(r *Report) {
	groups := append([]PeerGroup{{}}, r.Peers...)
	for _, f := range r.features() {
		states := make([]State, len(r.Municipalities))
		for i := range r.Municipalities {
			if m := &r.Municipalities[i]; m.Assigned() && len(m.Documents) > 0 {
				states[i] = f.state(m)
			}
		}
		for i, state := range states {
			if state != NotSaid && state != Unread {
				continue
			}
			m := &r.Municipalities[i]
			if bases := r.bases(i, f, states, groups); len(bases) > 0 {
				m.Gaps = append(m.Gaps, Gap{Kind: f.kind, Name: f.name, State: state, Text: f.text(state), Bases: bases})
			}
		}
	}
}

// text says what is lacking.
func (f *feature) text(state State) Label {
	if state == Unread {
		return Label{
			"sv": f.lacking["sv"] + " i det som gick att läsa; allt kunde inte läsas.",
			"en": f.lacking["en"] + " in what could be read; not everything could be read.",
		}
	}
	where := f.where
	if where == nil {
		where = inAll
	}
	return Label{"sv": f.lacking["sv"] + " " + where["sv"] + ".", "en": f.lacking["en"] + " " + where["en"] + "."}
}

// bases returns the groups in which most others have what municipality i lacks. The group without a name is all.
func (r *Report) bases(i int, f feature, states []State, groups []PeerGroup) []Basis {
	var list []Basis
	for _, g := range groups {
		all := g.Name == ""
		if !all && !slices.Contains(g.Municipalities, r.Municipalities[i].Name) {
			continue
		}
		b := Basis{Group: g.Name, Municipalities: []string{}}
		for j, state := range states {
			name := r.Municipalities[j].Name
			if j == i || state == "" || !all && !slices.Contains(g.Municipalities, name) {
				continue
			}
			b.Of++
			if state != Says {
				continue
			}
			if b.Have++; b.Have <= maxBasisNames {
				b.Municipalities = append(b.Municipalities, name)
			}
		}
		if b.Have >= minOthers && 2*b.Have > b.Of {
			b.Text = b.text(f)
			list = append(list, b)
		}
	}
	return list
}

// text says how many others have it.
func (b *Basis) text(f feature) Label {
	l := Label{"sv": shareOf("sv", b.Have, b.Of), "en": shareOf("en", b.Have, b.Of)}
	if b.Group != "" {
		l["sv"] += " i gruppen " + b.Group
		l["en"] += " in the group " + b.Group
	}
	return Label{"sv": l["sv"] + " " + f.having["sv"] + ".", "en": l["en"] + " " + f.having["en"] + "."}
}

// shareWording has, by language, how a sentence on some of the other municipalities begins: on both of two, on all, on some of them.
var shareWording = map[string]struct{ both, all, some string }{
	"sv": {"Båda de andra kommunerna", "Alla de %s andra kommunerna", "%s av de %s andra kommunerna"},
	"en": {"Both other municipalities", "All %s other municipalities", "%s of the %s other municipalities"},
}

// shareOf begins a sentence on have of the other municipalities: "Två av de tre andra kommunerna".
func shareOf(language string, have, of int) string {
	w := shareWording[language]
	switch {
	case have == of && of == 2:
		return w.both
	case have == of:
		return fmt.Sprintf(w.all, inWords(language, of))
	}
	return capital(fmt.Sprintf(w.some, inWords(language, have), inWords(language, of)))
}

// features lists what is looked for, in the order of the report: tags, then facts, then the documents' own data.
func (r *Report) features() []feature {
	var list []feature
	for i, t := range r.Tags {
		list = append(list, tagFeature(t, func(m *Municipality) State { return m.Cells[i].State }))
	}
	list = append(list, factFeatures[:]...)
	documents := make(map[string]*Document, len(r.Documents))
	for i := range r.Documents {
		documents[r.Documents[i].ID] = &r.Documents[i]
	}
	for _, x := range metadata {
		list = append(list, feature{
			kind: "metadata", name: x.name, lacking: x.lacking, having: x.having, where: inFirst,
			state: func(m *Municipality) State { return x.value(documents[m.Documents[0]]).State }, // the weightiest
		})
	}
	return list
}
