package facts

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
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
				t.status, t.said = s, true
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
			t.status, t.said = s, true
		}
	}
}

// namesCountry reports whether a text names a country: what it tells is then about what lies there.
func namesCountry(s string) bool {
	return slices.ContainsFunc(tokens(s), func(t token) bool { return t.kind == tokCountry })
}

// generalStatus returns what a sentence says of the partner towns as a whole: that the exchange is dormant, or ended.
func (r *reader) generalStatus() (string, *unit) {
	for i := range r.units {
		u := &r.units[i]
		l := u.lower
		if !u.speaks() || u.heading || u.kind == policy.Row || !hasTwinCue(l) || u.voice.away() {
			continue
		}
		s := townStatus(l)
		if s != townDormant && s != townEnded || hasAny(l, "tidigare vänort", "ska ", "skall ", "kan ", "bör ") || namesCountry(u.text) || !aboutAll(l) {
			continue
		}
		return s, u
	}
	return "", nil
}

// aboutAll reports whether a sentence speaks of the partnerships as a whole, not of one or some.
func aboutAll(l string) bool {
	for _, w := range splitWords(l) {
		word := l[w.start:w.end]
		if isTwinWord(word) && !boundTwinWord(word) && !singular(word) {
			before := splitWords(l[:w.start])
			for _, b := range before[max(0, len(before)-2):] {
				switch l[b.start:b.end] {
				case "en", "ett", "några", "vissa", "flera", "två", "tre", "någon", "ena":
					return false
				}
			}
			return true
		}
	}
	return false
}

// singular reports whether a twin word is one of any: "Haapsalu har varit vänort" speaks of Haapsalu, and "vänortsavtalet" of one agreement.
func singular(w string) bool {
	return strings.HasSuffix(w, "ort") || strings.HasSuffix(w, "stad") || strings.HasSuffix(w, "kommun") || strings.HasSuffix(w, "avtalet")
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

// partnersStatus sums up.
func (r *reader) partnersStatus(towns []foundTown, general string, generalUnit *unit) policy.Value {
	first := map[string]*unit{}
	for i := range towns {
		if first[towns[i].status] == nil {
			first[towns[i].status] = towns[i].unit
		}
	}
	give := func(status string, u *unit, confidence float64) policy.Value {
		return policy.Value{Value: status, Evidence: r.whole(u, confidence)}
	}
	none, mentioned := r.expresslyNone()
	switch {
	case first[townActive] != nil:
		return give(partnersActive, first[townActive], 0.9)
	case none != nil:
		return give(partnersNone, none, 0.9)
	case first[townDormant] != nil:
		return give(partnersDormant, first[townDormant], 0.9)
	case general == townDormant:
		return give(partnersDormant, generalUnit, 0.9)
	case general == townEnded:
		return give(partnersNone, generalUnit, 0.8)
	case first[townEnded] != nil:
		return give(partnersNone, first[townEnded], 0.8)
	case mentioned != nil:
		return give(partnersUnnamed, mentioned, 0.8)
	}
	return policy.Value{Value: partnersMissing}
}

// expresslyNone returns the sentence that says that there are no partner towns, and the first that mentions any at all.
func (r *reader) expresslyNone() (none, mentioned *unit) {
	for i := range r.units {
		u := &r.units[i]
		l := u.lower
		if !u.speaks() || !hasTwinCue(l) || !speaksOfTwins(l) {
			continue
		}
		if mentioned == nil || mentioned.heading && !u.heading {
			mentioned = u
		}
		if u.heading {
			continue
		}
		if none == nil && deniesTowns(l) && !u.voice.away() {
			none = u
		}
	}
	return none, mentioned
}

// speaksOfTwins reports whether a word for partner towns in a text in lower case means them, not the partners of a project or a network.
func speaksOfTwins(l string) bool {
	return !hasAny(l, loose...) || hasAny(l, "vänort") || slices.ContainsFunc(keywords(l), func(k keyword) bool { return k.sign > 0 })
}

// deniesTowns reports whether a sentence in lower case says that there are no partner towns (now): "har inga vänorter", "saknar vänorter", "har
// inte någon vänort", "några vänortsavtal finns inte".
func deniesTowns(l string) bool {
	for _, w := range splitWords(l) {
		if !isTwinWord(l[w.start:w.end]) {
			continue
		}
		before := splitWords(l[:w.start])
		for k := len(before) - 1; k >= 0 && k >= len(before)-5; k-- {
			word := l[before[k].start:before[k].end]
			switch word {
			case "aldrig":
				return hasWord(l[before[k].end:w.start], "haft") || !hasWord(l[before[k].end:w.start], "blev", "blivit", "varit")
			case "nya", "ny", "nytt", "ytterligare", "fler":
				return false
			case "inga", "ingen", "inget", "saknar", "saknas":
				if head := l[:before[k].start]; word != "saknar" && hasWord(head, "är", "var", "blev") && !hasWord(head, "har", "hade", "haft", "finns") { // "X är …, men ingen vänort"
					return false
				}
				if presupposed(l[w.start:w.end], l[before[k].end:w.start]) {
					return false
				}
				return !strings.ContainsAny(l[before[k].end:w.start], ",;") && !(k > 0 && hasWord(l[before[k-1].start:before[k-1].end], "är", "var")) // "är inget vänortsavtal"
			case "inte", "ej":
				if strings.TrimSpace(l[before[k].end:w.start]) == "ha" {
					return true
				}
				return k+1 < len(before) && hasWord(l[before[k].end:w.start], "någon", "några", "något", "har", "längre har") || strings.TrimSpace(l[before[k].end:w.start]) == "" && k > 0 && hasWord(l[:before[k].start], "har")
			}
		}
		after := l[w.end:]
		if value, ok := strings.CutPrefix(strings.TrimSpace(after), ":"); ok && hasWord(value[:min(len(value), 20)], "inga", "ingen", "saknas", "nej") { // "Vänorter: inga"
			return true
		}
		if hasAny(after, " finns inte", " finns ej", " saknas", " finns för närvarande inte", " finns i dag inte", " finns idag inte", " har inte funnits", " har aldrig funnits", " har inte tecknats", " har aldrig tecknats") && !strings.Contains(l[:w.start], "för ") {
			return true
		}
	}
	return false
}

// presupposed reports whether a twin word is one that there is, although nothing of something stands before it: "inget samband med kommunens vänortsarbete",
// "inga resor till vänorterna".
func presupposed(twin, gap string) bool {
	if !hasWord(gap, "med", "till", "för", "om", "av", "i", "från") {
		return false
	}
	return hasWord(gap, "kommunens", "våra", "vår", "vårt", "stadens") || strings.HasSuffix(twin, "orten") || strings.HasSuffix(twin, "orterna") || strings.HasSuffix(twin, "städerna")
}
