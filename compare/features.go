package compare

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// tagFeature is what a tag stands for.
func tagFeature(t Tag, state func(m *Municipality) State) feature {
	f := feature{kind: "tag", name: t.Name, state: state}
	sv, en := t.Label["sv"], t.Label["en"]
	if sv == "" {
		sv = t.Name
	}
	if en == "" {
		en = t.Name
	}
	if t.Parent == tagGoals {
		f.lacking = Label{"sv": "Mål inom temat " + lower(sv) + " hittades inte", "en": "No goals on the theme of " + lower(en) + " were found"}
		f.having = Label{"sv": "har sådana mål", "en": "have such goals"}
		return f
	}
	if words, ok := tagWords[t.Name]; ok {
		f.lacking, f.having = words[0], words[1]
		return f
	}
	f.lacking = Label{"sv": "Inget om ”" + sv + "” hittades", "en": "Nothing on “" + en + "” was found"}
	f.having = Label{"sv": "säger något om detta", "en": "say something of it"}
	return f
}

// tagWords says in whole phrases what the tags of the taxonomy that comes with the program stand for.
var tagWords = map[string][2]Label{
	tagGoals: {
		{"sv": "Inga mål hittades", "en": "No goals were found"}, {"sv": "anger mål", "en": "state goals"},
	},
	tagResponsibility: {
		{"sv": "Ingen uppgift om vem som ansvarar hittades", "en": "Nothing on who is responsible was found"},
		{"sv": "anger vem som ansvarar", "en": "say who is responsible"},
	},
	tagFollowUp: {
		{"sv": "Ingen uppgift om uppföljning hittades", "en": "Nothing on follow-up was found"},
		{"sv": "anger hur arbetet följs upp", "en": "say how the work is followed up"},
	},
	tagPartnerTowns: {
		{"sv": "Ingen uppgift om vänorter hittades", "en": "Nothing on partner towns was found"},
		{"sv": "säger något om vänorter", "en": "say something of partner towns"},
	},
	"purpose": {
		{"sv": "Ingen uppgift om dokumentets syfte hittades", "en": "Nothing on the purpose of the document was found"},
		{"sv": "anger syftet", "en": "state the purpose"},
	},
	"funding": {
		{"sv": "Ingen uppgift om finansiering hittades", "en": "Nothing on funding was found"},
		{"sv": "säger något om finansiering", "en": "say something of funding"},
	},
	"cooperation": {
		{"sv": "Ingen uppgift om samverkan hittades", "en": "Nothing on cooperation was found"},
		{"sv": "säger något om samverkan", "en": "say something of cooperation"},
	},
}

// factFeatures are those that facts tell.
var factFeatures = [...]feature{
	{
		kind: "interval", name: tagFollowUp, state: intervalState,
		lacking: Label{"sv": "Ingen uppgift om hur ofta uppföljning sker hittades", "en": "Nothing on how often things are followed up was found"},
		having:  Label{"sv": "anger hur ofta", "en": "say how often"},
	},
	{
		kind: "town-names", name: tagPartnerTowns, state: townNamesState,
		lacking: Label{"sv": "Inga vänorter nämns vid namn", "en": "No partner towns are named"},
		having:  Label{"sv": "namnger sina vänorter", "en": "name their partner towns"},
	},
}

// intervalState answers only where something is followed up: without that, the lack of a tag is the gap.
func intervalState(m *Municipality) State {
	if m.FollowUp.State != Says {
		return SaysNot
	}
	if slices.ContainsFunc(m.FollowUp.Items, func(f FollowUp) bool { return f.Interval != "" }) {
		return Says
	}
	if m.incomplete() {
		return Unread
	}
	return NotSaid
}

// townNamesState answers only where partner towns are spoken of and not denied.
func townNamesState(m *Municipality) State {
	switch {
	case m.PartnerTowns.State != Says:
		return SaysNot
	case len(m.PartnerTowns.Towns) > 0:
		return Says
	case m.incomplete():
		return Unread
	}
	return NotSaid
}

func (m *Municipality) incomplete() bool {
	return slices.ContainsFunc(m.Cells, func(c Cell) bool { return c.Incomplete })
}

// metadata are the data that the weightiest document ought to give of itself.
var metadata = [...]struct {
	name            string
	value           func(d *Document) Value
	lacking, having Label
}{
	{"date", func(d *Document) Value { return d.Date },
		Label{"sv": "Inget datum hittades", "en": "No date was found"}, Label{"sv": "daterar sitt dokument", "en": "date their document"}},
	{"status", func(d *Document) Value { return d.Status },
		Label{"sv": "Ingen uppgift om dokumentet gäller hittades", "en": "Nothing on whether the document is in force was found"},
		Label{"sv": "anger dokumentets status", "en": "state the status of their document"}},
	{"diarienummer", func(d *Document) Value { return d.Diarienummer },
		Label{"sv": "Inget diarienummer hittades", "en": "No case number was found"}, Label{"sv": "anger diarienummer", "en": "give a case number"}},
	{"adopted_by", func(d *Document) Value { return d.AdoptedBy },
		Label{"sv": "Ingen uppgift om vem som har antagit dokumentet hittades", "en": "Nothing on who adopted the document was found"},
		Label{"sv": "anger vem som har antagit sitt dokument", "en": "say who adopted their document"}},
}

// lower returns a label for use within a sentence: with a small first letter, unless it is an abbreviation.
func lower(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if utf8.RuneCountInString(first) > 1 && strings.ToUpper(first) == first {
		return s
	}
	return strings.TrimSpace(strings.ToLower(first) + " " + rest)
}
