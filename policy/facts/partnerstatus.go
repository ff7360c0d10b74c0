package facts

import (
	"slices"

	"github.com/styrdok/styrdok/policy"
)

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
		word := w.of(l)
		if isTwinWord(word) && !boundTwinWord(word) && !singular(word) {
			before := splitWords(l[:w.start])
			for _, b := range before[max(0, len(before)-2):] {
				switch b.of(l) {
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
	return hasSuffixOf(w, "ort", "stad", "kommun", "avtalet")
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
