package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/bodies"
)

// conditional reports whether the words before a body make what it does a condition: "till dess att fullmäktige beslutar annat".
func conditional(before string) bool {
	for _, c := range []string{"dess att", "om att", "om", "tills", "när", "innan", "såvida"} {
		if t, ok := strings.CutSuffix(strings.TrimRight(before, " "), c); ok && (t == "" || strings.HasSuffix(t, " ")) {
			return true
		}
	}
	return false
}

// gapped returns the duty of a body whose verb stands only once: "Nämnden svarar för programmet och styrelsen för kostnaderna".
func gapped(text, l string, s subject) (string, float64) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(l[s.end:], " "), "för ")
	before := strings.TrimRight(l[:s.start], " ")
	if !ok || !strings.HasSuffix(before, " och") && !strings.HasSuffix(before, ",") || !hasWord(before, "svarar för", "ansvarar för") {
		return "", 0
	}
	return trimmed(text[len(text)-len(rest):]), 0.8
}

// precededByPreposition reports whether the body is no subject: "till kommunstyrelsen", "inom nämnden".
func precededByPreposition(before string) bool {
	words := splitWords(before)
	if len(words) == 0 {
		return false
	}
	switch before[words[len(words)-1].start:words[len(words)-1].end] {
	case "till", "inom", "från", "med", "för", "hos", "på", "av", "i", "åt", "under", "genom", "mellan", "via", "bestående", "mot", "om", "utan", "vid", "den i":
		return true
	}
	return false
}

// skipAside skips an insertion between commas or in brackets after a body: ", med representanter från alla, ", " (KS) ".
func skipAside(l string, i int) int {
	rest := l[i:]
	trimmed := strings.TrimLeft(rest, " ")
	at := i + len(rest) - len(trimmed)
	const longest = 110 // bytes; a longer insertion is a clause of its own
	if strings.HasPrefix(trimmed, "(") {
		if j := strings.IndexByte(trimmed, ')'); j > 0 && j < longest {
			return at + j + 1
		}
	}
	if strings.HasPrefix(trimmed, ", som ") {
		return at + 2
	}
	if strings.HasPrefix(trimmed, ",") {
		if j := strings.IndexByte(trimmed[1:], ','); j > 0 && j < longest {
			return at + j + 2
		}
	}
	return i
}

// agentReach is how many words may stand from a passive to its agent: "följs upp minst en gång per mandatperiod av".
const agentReach = 9

// agentDuty returns the duty where the body is an agent, or where responsibility lies with it: "beslutas av nämnden", "beslutas i KF", "Ansvaret
// ligger på kommunstyrelsen".
func agentDuty(text, l string, s subject) (string, bool) {
	before := l[:s.start]
	words := splitWords(before)
	n := len(words)
	if n < 2 {
		return "", false
	}
	word := func(k int) string { return words[k].of(before) }
	prep := word(n - 1)
	if prep == "den" || prep == "det" || prep == "de" {
		if n--; n < 2 {
			return "", false
		}
		prep = word(n - 1)
	}
	from := max(0, n-agentReach)
	switch prep {
	case "av":
		for k := n - 2; k >= from; k-- {
			if wasDone(word(k)) {
				break // "riktlinjerna beslutades av"
			}
			if isPassive(word(k)) && !(word(k) == "görs" && k == 1 && pronoun(words[0].of(text))) && !strings.ContainsAny(before[words[k].end:words[n-1].start], ",.;") {
				return agentText(text, words, k), true
			}
		}
	case "i":
		if w := word(n - 2); w == "beslutas" || w == "fattas" || w == "behandlas" || w == "antas" || w == "fastställs" || w == "bereds" {
			return agentText(text, words, n-2), true
		}
	case "på", "hos":
		if w := word(n - 2); w == "ligger" || w == "vilar" || w == "ankommer" {
			if hasAny(before, "ansvar") || w == "ankommer" || strings.HasPrefix(strings.TrimLeft(l[s.end:], " "), "att ") {
				if rest, ok := strings.CutPrefix(strings.TrimLeft(text[s.end:], " "), "att "); ok {
					return rest, true
				}
				return strings.Trim(text[:words[n-2].start]+text[s.end:], " .,"), true
			}
		}
	}
	if w := word(n - 1); w == "åligger" || w == "tillkommer" || w == "åvilar" {
		return strings.Trim(text[s.end:], " .,"), true
	}
	return "", false
}

// agentText is the clause from its start to the passive.
func agentText(text string, words []cell, k int) string {
	start := 0
	if i := strings.LastIndexAny(text[:words[k].start], ".;"); i >= 0 {
		start = i + 1
	}
	return strings.Trim(text[start:words[k].end], " ,")
}

// passives are passive verbs in the present, and their infinitives, for what a body does.
func isPassive(w string) bool {
	if len(w) < 3 {
		return false
	}
	switch w {
	case "dess", "finns", "minns", "hoppas", "bedöms", "drabbas", "präglas", "påverkas", "kommuns", "krävs", "behövs", "önskas":
		return false
	case "utses", "ges", "delges", "anges", "förses", "avses":
		return true
	}
	if wasDone(w) {
		return false
	}
	return hasSuffixOf(w, "as", "js", "gs", "ds", "rs", "ts", "ks", "ls", "ns", "ps") && !hasSuffixOf(w, "ets", "ens", "ernas")
}

// owned reads "Det är nämndens ansvar att …", "Kommunstyrelsens uppdrag är att …".
func (f *dutyFinder) owned(u *unit, l string) {
	for _, b := range bodies.Find(u.text) {
		if !b.Genitive || b.Kind == bodies.Outside {
			continue
		}
		rest := strings.TrimLeft(l[b.End:], " ")
		word := rest[:wordEnd(rest, 0)]
		if word != "ansvar" && word != "uppgift" && word != "uppdrag" && word != "ansvarsområde" {
			continue
		}
		after := rest[len(word):]
		if !strings.HasPrefix(after, " är att ") && !strings.HasPrefix(after, " att ") && !strings.HasPrefix(after, ":") {
			continue
		}
		at := len(u.text) - len(after)
		duty := strings.Trim(u.text[at:], " .:")
		for _, p := range []string{"är att ", "att "} {
			duty = strings.TrimPrefix(duty, p)
		}
		f.add(b.Name, duty, f.whole(u, 0.85))
	}
}

// wasDone reports whether w looks like a passive in the past: what was done is no duty.
func wasDone(w string) bool {
	for _, e := range []string{"ades", "ogs", "des", "tes", "evs"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+1 {
			return true
		}
	}
	return false
}
