package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/bodies"
	"github.com/styrdok/styrdok/policy/people"
)

// followWhat names what is followed up: the subject of a passive, the object of an active, what stands after "uppföljning av".
func (r *reader) followWhat(u *unit, l string, at int, in interval) string {
	if at < 0 {
		return strings.TrimRight(u.text, ". ")
	}
	for _, of := range []string{" av ", " om "} { // "uppföljning av …", "en årlig rapport om …"
		i := strings.Index(l[at:], of)
		if i < 0 || i > 30 || strings.Contains(l[at:at+i], ",") {
			continue
		}
		what := phrase(u.text[at+i+len(of):])
		if word := what[:wordEnd(what, 0)]; word == "vad" || word == "hur" || word == "året" || word == "att" {
			continue // "två gånger om året", "en rapport om vad som gjorts"
		}
		if what != "" && len(bodies.Find(what)) == 0 && people.Without(what) != "" {
			return what
		}
	}
	subject := u.text[:at]
	for _, modal := range []string{" ska ", " skall ", " bör ", " kommer att ", " följs ", " är ", " behöver "} {
		if i := strings.Index(lower(subject), modal); i >= 0 {
			subject = subject[:i]
		}
	}
	if i := strings.LastIndex(lower(subject), "ansvarar för att "); i >= 0 {
		subject = subject[i+len("ansvarar för att "):] // who sees to it is no part of what is followed up
	}
	subject = strings.Trim(subject, " ,")
	all := bodies.Find(subject)
	if len(all) > 0 && hasWord(l[at:wordEnd(l, at)], "träffas", "sammanträder", "möts", "samlas") {
		return all[0].Name
	}
	if pronoun(subject) {
		return strings.TrimRight(u.text, ". ")
	}
	if subject != "" && len(all) == 0 && len(findIntervals(lower(subject))) == 0 && len(splitWords(subject)) <= 8 && at > 0 {
		return subject
	}
	verbEnd := wordEnd(l, at)
	if strings.Trim(l[verbEnd:max(verbEnd, min(in.start, len(l)))], " ") == "" && in.end > verbEnd {
		verbEnd = in.end // "följer löpande upp sina aktiviteter"
	}
	object := phrase(u.text[verbEnd:])
	if what := objectOf(object); what != "" && len(what) < 120 && !hasWord(lower(object[:wordEnd(object, 0)]), "om", "vad", "till", "på", "i", "och") {
		return what
	}
	if in.start < len(u.text) && in.start > at {
		return strings.Trim(u.text[at:in.start], " ,.")
	}
	return strings.TrimRight(u.text, ". ")
}

// objectOf returns what stands behind a verb without the verb's particle and without whom it is told: "upp arbetet", "för nämnden vad den har gjort".
func objectOf(what string) string {
	what = strings.TrimPrefix(what, "upp ")
	for _, to := range []string{"för ", "till "} {
		rest, ok := strings.CutPrefix(what, to)
		if b := bodies.Find(rest); ok && len(b) > 0 && b[0].Start == 0 {
			return strings.TrimLeft(rest[b[0].End:], " ,")
		}
	}
	return what
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
	end := firstOf(l, ".", ",", ";", ":", " som ", " och ska", " till ", " i samband", " vid ", " minst ", " inför ", " genom ", "\t", " under ")
	if end < 0 {
		end = len(s)
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

// firstReport returns the report that a text in lower case names first, "" if none.
func firstReport(l string) string {
	name, at, length := "", len(l), 0
	for _, x := range reports {
		if i := strings.Index(l, x.stem); i >= 0 && !strings.HasPrefix(l[i+len(x.stem):], "ant") && (i+len(x.stem) < at+length || i < at) && (name == "" || i < at) {
			name, at, length = x.name, i, len(x.stem)
		}
	}
	return name
}

// through returns the report that a sentence, or the one after it where that goes on ("Uppföljningen är en del av …"), names.
func (r *reader) through(i int) string {
	l := r.units[i].lower
	if name := firstReport(l); name != "" {
		return name
	}
	if i+1 < len(r.units) && r.units[i+1].passage == r.units[i].passage && !r.units[i+1].heading {
		next := r.units[i+1].lower
		if hasAny(next[:wordEnd(next, 0)], "uppföljning", "redovisning", "rapport", "utvärdering", "detta", "den") {
			return firstReport(next)
		}
	}
	return ""
}
