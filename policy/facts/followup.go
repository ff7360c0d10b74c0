package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/bodies"
)

// followStems are what a word contains that speaks of following up.
var followStems = []string{"uppfölj", "utvärder", "redovis", "rapport", "revider", "granska", "avstäm", "översyn", "uppdater", "aktualitetspröv", "aktualiser", "bokslut",
	"sammanställ", "följupp", "verksamhetsberättelse", "kvalitetsberättelse", "mätning", "revision", "evaluat", "review", "follow-up", "followed up", "report"}

// followWords are the like, as words or phrases of their own.
var followWords = []string{"ses över", "se över", "mäts", "träffas", "sammanträder", "prövas", "stäms av", "stämma av", "omprövas", "möts", "samlas", "kontrolleras", "analyseras"}

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
func (r *reader) followUps() []policy.FollowUp {
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
	return uniqueFollowUps(found)
}

// followUpsOf reads a sentence or list item.
func (r *reader) followUpsOf(i int) []policy.FollowUp {
	u := &r.units[i]
	l := lower(u.text)
	at, cue := followsUp(l)
	under := r.underFollowUp(u)
	if !cue && !under || strings.HasSuffix(l, "?") || onlyNamesFollowUp(l) {
		return nil
	}
	var found []policy.FollowUp
	through := r.through(i)
	for _, in := range findIntervals(l) {
		if in.iso == "" && !(cue && hasWord(l, "ska", "skall", "följs", "sker", "görs", "bör", "utvärderas", "revideras")) {
			continue
		}
		if !cue && !regular(in.iso) {
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
	return i > 0 && r.units[i-1].passage == r.units[i].passage && r.through(i-1) == r.through(i) && len(findIntervals(lower(r.units[i-1].text))) > 0
}

// regular reports whether an interval is one at which documents are followed up, not the pace of daily work.
func regular(iso string) bool {
	return iso == mandatePeriod || strings.HasSuffix(iso, "Y") || iso == "P6M" || iso == "P4M" || iso == "P3M"
}

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
		if l := lower(r.doc.Sections[s].Heading); hasAny(l, "uppfölj", "utvärder", "revider", "rapporter") {
			return true
		}
	}
	return false
}

// followWhat names what is followed up: the subject of a passive, the object of an active, what stands after "uppföljning av".
func (r *reader) followWhat(u *unit, l string, at int, in interval) string {
	if at < 0 {
		return strings.TrimRight(u.text, ". ")
	}
	if i := strings.Index(l[at:], " av "); i >= 0 && i < 30 && !strings.Contains(l[at:at+i], ",") {
		if what := phrase(u.text[at+i+len(" av "):]); what != "" && len(bodies.Find(what)) == 0 {
			return what
		}
	}
	subject := u.text[:at]
	for _, modal := range []string{" ska ", " skall ", " bör ", " kommer att ", " följs ", " är ", " behöver "} {
		if i := strings.Index(lower(subject), modal); i >= 0 {
			subject = subject[:i]
		}
	}
	subject = strings.Trim(subject, " ,")
	all := bodies.Find(subject)
	if len(all) > 0 && hasWord(l[at:wordEnd(l, at)], "träffas", "sammanträder", "möts", "samlas") {
		return all[0].Name
	}
	if pronoun(subject) {
		return strings.TrimRight(u.text, ". ")
	}
	if subject != "" && len(all) == 0 && len(splitWords(subject)) <= 8 && at > 0 {
		return subject
	}
	verbEnd := wordEnd(l, at)
	if what := phrase(u.text[verbEnd:]); what != "" && len(what) < 120 {
		return what
	}
	if in.start < len(u.text) && in.start > at {
		return strings.Trim(u.text[at:in.start], " ,.")
	}
	return strings.TrimRight(u.text, ". ")
}

func pronoun(s string) bool {
	switch s {
	case "Det", "Den", "De", "Detta", "Denna", "Dessa":
		return true
	}
	return false
}

// phrase returns the words at the beginning of s up to a sign, a conjunction that opens a clause, or an interval.
func phrase(s string) string {
	l := lower(s)
	end := len(s)
	for _, stop := range []string{".", ",", ";", ":", " som ", " och ska", " till ", " i samband", " vid ", " minst ", " inför ", " genom ", "\t", " under "} {
		if i := strings.Index(l, stop); i >= 0 && i < end {
			end = i
		}
	}
	for _, in := range findIntervals(l) {
		end = min(end, max(0, in.start))
	}
	return strings.Trim(s[:end], " .,")
}

// reports are the reports through which something is followed up, in the form in which they are named.
var reports = []struct{ stem, name string }{
	{"delårsbokslut", "delårsbokslut"}, {"delårsrapport", "delårsrapport"}, {"hållbarhetsbokslut", "hållbarhetsbokslut"}, {"hållbarhetsredovisning", "hållbarhetsredovisning"},
	{"miljöbokslut", "miljöbokslut"}, {"välfärdsbokslut", "välfärdsbokslut"}, {"folkhälsobokslut", "folkhälsobokslut"}, {"personalbokslut", "personalbokslut"}, {"årsbokslut", "årsbokslut"},
	{"årsredovisning", "årsredovisning"}, {"verksamhetsberättelse", "verksamhetsberättelse"}, {"kvalitetsberättelse", "kvalitetsberättelse"}, {"patientsäkerhetsberättelse", "patientsäkerhetsberättelse"},
	{"kvalitetsrapport", "kvalitetsrapport"}, {"årsrapport", "årsrapport"}, {"tertialrapport", "tertialrapport"}, {"kvartalsrapport", "kvartalsrapport"}, {"årlig rapport", "årlig rapport"},
	{"årlig redovisning", "årlig redovisning"}, {"årlig skriftlig rapport", "årlig rapport"}, {"verksamhetsuppföljning", "verksamhetsuppföljning"}, {"internkontroll", "internkontroll"}, {"bokslut", "bokslut"},
}

// through returns the report that a sentence, or the one after it where that goes on ("Uppföljningen är en del av …"), names.
func (r *reader) through(i int) string {
	l := lower(r.units[i].text)
	for _, x := range reports {
		if strings.Contains(l, x.stem) {
			return x.name
		}
	}
	if i+1 < len(r.units) && r.units[i+1].passage == r.units[i].passage && !r.units[i+1].heading {
		next := lower(r.units[i+1].text)
		if hasAny(next[:wordEnd(next, 0)], "uppföljning", "redovisning", "rapport", "utvärdering", "detta", "den") {
			for _, x := range reports {
				if strings.Contains(next, x.stem) {
					return x.name
				}
			}
		}
	}
	return ""
}

// followHeader reports whether a row is a table's header with a column on following up.
func (r *reader) followHeader(u *unit) bool { return followColumn(u) >= 0 }

func followColumn(u *unit) int {
	cells := splitCells(u.text)
	if len(cells) < 2 {
		return -1
	}
	for i, c := range cells {
		l := lower(u.text[c.start:c.end])
		if (hasAny(l, "uppföljning", "följs upp", "redovisning", "utvärdering") || hasWord(l, "frekvens", "intervall", "hur ofta", "när")) && len(findIntervals(l)) == 0 && len(l) < 40 {
			return i
		}
	}
	return -1
}

// rowFollowUp reads a table row: the interval in the column on following up, what it is of in the others.
func (r *reader) rowFollowUp(u, header *unit) (policy.FollowUp, bool) {
	cells := splitCells(u.text)
	if torn(u.text, cells) {
		return policy.FollowUp{}, false
	}
	if header != nil {
		col := followColumn(header)
		if col < 0 || col >= len(cells) {
			return policy.FollowUp{}, false
		}
		ins := findIntervals(lower(u.text[cells[col].start:cells[col].end]))
		if len(ins) == 0 {
			return policy.FollowUp{}, false
		}
		return policy.FollowUp{Interval: ins[0].iso, What: rowWhat(u, header, cells, col), Evidence: r.whole(u, 0.8)}, true
	}
	if l := lower(u.text); len(cells) >= 2 {
		if _, ok := followsUp(l); ok {
			if ins := findIntervals(l); len(ins) > 0 && ins[0].iso != "" {
				return policy.FollowUp{Interval: ins[0].iso, What: u.text[cells[0].start:cells[0].end], Evidence: r.whole(u, 0.6)}, true
			}
		}
	}
	return policy.FollowUp{}, false
}

// torn reports whether a cell breaks off in the middle of a name ("Barn- och"): a row that was read line by line.
func torn(s string, cells []cell) bool {
	for _, c := range cells {
		l := lower(s[c.start:c.end])
		if strings.HasSuffix(l, " och") || strings.HasSuffix(l, "-") || strings.HasSuffix(l, " samt") || strings.HasSuffix(l, " för") {
			return true
		}
	}
	return false
}

// rowWhat returns the cell that says what is followed up: that of a column on duty, activity or goal, else the first that is no body.
func rowWhat(u, header *unit, cells []cell, col int) string {
	heads := splitCells(header.text)
	for i, c := range heads {
		if i != col && i < len(cells) && hasAny(lower(header.text[c.start:c.end]), "ansvar för", "ansvar", "uppgift", "aktivitet", "åtgärd", "mål", "vad", "område") &&
			!hasAny(lower(header.text[c.start:c.end]), "ansvarig") {
			return u.text[cells[i].start:cells[i].end]
		}
	}
	for i, c := range cells {
		if i != col && len(bodies.Find(u.text[c.start:c.end])) == 0 {
			return u.text[c.start:c.end]
		}
	}
	return u.text[cells[0].start:cells[0].end]
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
