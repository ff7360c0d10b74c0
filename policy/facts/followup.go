package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// followStems are what a word contains that speaks of following up.
var followStems = []string{"uppfölj", "utvärder", "redovis", "rapport", "revider", "granska", "inspekter", "tillsyn", "avstäm", "översyn", "uppdater", "aktualitetspröv", "aktualiser", "bokslut",

	"sammanställ", "följupp", "verksamhetsberättelse", "kvalitetsberättelse", "stickprov", "mätning", "revision", "evaluat", "review", "follow-up", "followed up", "report"}

// followWords are the like, as words or phrases of their own.
var followWords = []string{"ses över", "se över", "ser över", "räknas om", "mäts", "träffas", "sammanträder", "prövas", "stäms av", "stämma av", "omprövas", "möts", "samlas", "kontrolleras", "analyseras", "mäter", "gås igenom", "går igenom"}

// followsUp reports whether a text in lower case speaks of following up, and where the word is.
func followsUp(l string) (at int, ok bool) {
	at = -1
	note := func(i int) {
		if i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	for _, s := range followStems {
		note(strings.Index(l, s))
	}
	for _, w := range followWords {
		note(indexWord(l, w))
	}
	for _, v := range []string{"följs", "följas", "följer", "följa"} { // "följs därför upp"
		if i := indexWord(l, v); i >= 0 && hasWord(l[i:], "upp") {
			note(i)
		}
	}
	return at, at >= 0
}

// followUps finds what is followed up, how often and through which report.
func (r *reader) followUps(fields []field) []policy.FollowUp {
	var found []policy.FollowUp
	var header *unit
	for i := range r.units {
		u := &r.units[i]
		if !u.content() || u.heading {
			continue
		}
		if u.kind == policy.Row {
			if h := r.followHeader(u); h {
				header = u
				continue
			}
			o := header
			if u.opener >= 0 && r.followHeader(&r.units[u.opener]) {
				o = &r.units[u.opener]
			}
			if f, ok := r.rowFollowUp(u, o); ok {
				found = append(found, f)
			}
			continue
		}
		header = nil
		found = append(found, r.followUpsOf(i)...)
	}
	return uniqueFollowUps(append(found, r.fieldFollowUps(fields)...))
}

// fieldFollowUps reads what the document's own data say of following up: "Uppföljning: Årligen".
func (r *reader) fieldFollowUps(fields []field) []policy.FollowUp {
	var found []policy.FollowUp
	for _, f := range fields {
		switch f.label {
		case "uppföljning", "revideras", "följs upp", "översyn", "uppföljningsintervall", "revideringsintervall", "giltighetstid":
		default:
			continue
		}
		if f.at.unit != nil && f.at.unit.content() {
			continue // a sentence, which has been read
		}
		l := lower(f.value)
		for _, in := range findIntervals(l) {
			if regular(in.iso) {
				found = append(found, policy.FollowUp{Interval: in.iso, What: "dokumentet", Through: firstReport(l), Evidence: r.cite(f.at, f.start, f.end, 0.85)})
				break
			}
		}
	}
	return found
}

// followUpsOf reads a sentence or list item.
func (r *reader) followUpsOf(i int) []policy.FollowUp {
	u := &r.units[i]
	l := u.lower
	at, cue := followsUp(l)
	if i := strings.Index(l, "mandatperiod"); !cue && i >= 0 && hasWord(l, "anta", "antar", "antas", "fastställs", "fastställer") { // "antar för varje mandatperiod ett program"
		at, cue = i, true
	}
	under := r.underFollowUp(u)
	if !cue && !under || strings.HasSuffix(l, "?") || onlyNamesFollowUp(l) {
		return nil
	}
	var found []policy.FollowUp
	through := r.through(i)
	all := findIntervals(l)
	for n, in := range all {
		if cue && n < len(all)-1 && strings.Contains(l[in.end:max(in.end, at)], " och ") { // "övar två gånger om året och planen uppdateras varje år"
			continue
		}
		if in.iso == "" && !(cue && hasWord(l, "följs", "följas upp", "följer", "följa upp", "utvärderas", "revideras", "redovisas", "rapporteras", "ses över", "se över", "uppdateras", "granskas", "uppföljning sker")) {
			continue
		}
		if !cue && !regular(in.iso) || isDaily(in.iso) && !hasAny(l, "följs upp", "följas upp", "uppfölj", "utvärder", "avstäm") {
			continue
		}
		found = append(found, policy.FollowUp{Interval: in.iso, What: r.followWhat(u, l, at, in), Through: through, Evidence: r.whole(u, followConfidence(cue, in))})
	}
	if len(found) > 1 {
		found = dropVague(found)
	}
	if len(found) == 0 && through != "" && cue && !r.continues(i) && hasAny(through, "årsbokslut", "årsredovisning", "verksamhetsberättelse", "årsrapport") &&
		hasWord(l, "i", "genom", "av", "med") && hasAny(l, "följ", "redovisas", "utvärderas", "rapporteras") {
		found = append(found, policy.FollowUp{Interval: "P1Y", What: r.followWhat(u, l, at, interval{start: len(l), end: len(l)}), Through: through, Evidence: r.whole(u, 0.6)})
	}
	return found
}

// continues reports whether unit i goes on about a follow-up the time of which the sentence before it told.
func (r *reader) continues(i int) bool {
	return i > 0 && r.units[i-1].passage == r.units[i].passage && r.through(i-1) == r.through(i) && len(findIntervals(r.units[i-1].lower)) > 0
}

// regular reports whether an interval is one at which documents are followed up, not the pace of daily work.
func regular(iso string) bool {
	return iso == mandatePeriod || strings.HasSuffix(iso, "Y") || iso == "P6M" || iso == "P4M" || iso == "P3M"
}

// isDaily reports whether an interval of days or weeks is the pace of daily work unless following up is named outright.
func isDaily(iso string) bool { return hasSuffixOf(iso, "D", "W") }

func followConfidence(cue bool, in interval) float64 {
	switch {
	case !cue:
		return 0.6
	case in.iso == "":
		return 0.6
	}
	return 0.9
}

// dropVague drops "vid behov" beside a real interval.
func dropVague(all []policy.FollowUp) []policy.FollowUp {
	var out []policy.FollowUp
	for _, f := range all {
		if f.Interval != "" {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return all[:1]
	}
	return out
}

// onlyNamesFollowUp reports whether a sentence speaks of money, journeys or festivities each year, though a word of following up stands in it.
func onlyNamesFollowUp(l string) bool {
	return hasAny(l, "bidrag", "stipendi", "betalas ut", "avgift", "firas", "delas ut") && !hasAny(l, "följs upp", "följas upp", "uppfölj", "utvärder", "redovisa", "rapporter")
}

// underFollowUp reports whether a unit stands under a heading on following up.
func (r *reader) underFollowUp(u *unit) bool {
	for s := u.section; s > 0 && s < len(r.doc.Sections); s = r.doc.Sections[s].Parent {
		l := lower(r.doc.Sections[s].Heading)
		if _, ok := followsUp(l); ok || hasAny(l, "uppfölj", "utvärder", "revider", "rapporter") {
			return true
		}
	}
	return false
}

// uniqueFollowUps drops what is double in interval and subject.
func uniqueFollowUps(all []policy.FollowUp) []policy.FollowUp {
	seen := map[string]bool{}
	var out []policy.FollowUp
	for _, f := range all {
		key := f.Interval + "\x00" + lower(f.What)
		if !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}
