package facts

import (
	"strings"
	"unicode"
)

// dutyVerbs are verbs in the present of which a body that is their subject has the duty.
var dutyVerbs = set(`ansvarar svarar leder samordnar beslutar beslutade fattar antar fastställer utser följer sammankallar rapporterar redovisar föreslår delegerar upprättar informerar
	beviljar bereder godkänner säkerställer genomför initierar lämnar sammanställer bevakar bedömer prioriterar utvärderar reviderar uppdaterar planerar verkar stödjer stöder
	stöttar bistår tecknar undertecknar fördelar administrerar handlägger yttrar avgör fungerar träffas sammanträder hanterar driver tillser håller kommunicerar utbildar
	granskar kontrollerar kallar överlämnar anmäler verkställer förvaltar utför tillhandahåller formulerar integrerar samverkar dokumenterar arbetar tillsätter äger svarar
	tar ser bjuder representerar ingår företräder utarbetar bemannar publicerar sköter organiserar arrangerar ansöker vidtar ger omprövar prövar medverkar deltar erbjuder samlas utvecklar skriver söker anställer ordnar håller skickar väljer
	larmar övar utreder inhämtar begär upphandlar köper beställer kartlägger analyserar inspekterar underhåller vårdar förmedlar förbereder meddelar svarar återkopplar utlyser kompletterar
	registrerar diarieför arkiverar gallrar attesterar betalar övervakar utövar inleder mäter undervisar vägleder kallar uppmärksammar aktualiserar justerar signerar skriver motverkar främjar möter besöker kontaktar`)

// modals are verbs after which the duty stands as an infinitive.
var modals = set("ska skall bör måste får kan")

// permitted are the infinitives that make a duty of what a body may do: "får besluta", "kan delegera".
var permitted = set("besluta delegera föreslå utse tillsätta ge fatta fastställa bevilja anta uppdra överlåta medge initiera")

// keeps are what a body "för", as a verb: a register, statistics.
var keeps = set("register statistik protokoll diarium förteckning förteckningar dialog talan bok")

// dutyNouns are what a body has: "har det övergripande ansvaret", "har till uppgift".
var dutyNouns = []string{"ansvar", "uppdrag", "uppgift", "mandat", "befogenhet", "rätt att", "skyldighet", "samordningsroll", "uppsikt", "samordnande roll", "roll att"}

// adverbs may stand between a body and its verb, or between verbs.
var adverbs = set(`även också därför alltid årligen löpande regelbundet kontinuerligt därutöver dessutom sedan därefter vid behov gemensamt tillsammans ytterst själv själva normalt
	i sin tur särskilt främst aktivt strategiskt bland annat inom minst varje år enligt inte respektive övergripande huvudsakligen formellt`)

// verbAfter returns the duty of a verb that follows at byte i: "ansvarar för …", "ska …", "har i uppdrag att …", "är ansvarig för …".
func verbAfter(text, l string, i int) (string, float64) {
	words := splitWords(l[i:])
	skipped := 0
	for k := 0; k < len(words) && k <= 4; k++ {
		w := words[k]
		gap := l[i:][:w.start]
		if k > 0 {
			gap = l[i:][words[k-1].end:w.start]
		}
		if strings.ContainsAny(gap, ".;:\t") || strings.Contains(gap, ",") && skipped == 0 && k > 0 {
			return "", 0
		}
		word := l[i+w.start : i+w.end]
		rest := text[i+w.start:]
		switch {
		case (word == "ansvarar" || word == "svarar") && !strings.Contains(headOf(l[i+w.end:], 60)+" ", "för "):
			return "", 0 // "svarar kommunkansliet med en hänvisning"
		case dutyVerbs[word]:
			return dutyText(rest, word), 0.9
		case word == "för" && k == 0 && keeps[firstContent(l[i+w.end:])]:
			return dutyText(rest, word), 0.8
		case word == "som" && k == 0:
			skipped++
		case word == "får" && strings.HasPrefix(l[i+w.end:], " i uppdrag att "), word == "går" && strings.HasPrefix(l[i+w.end:], " igenom "):
			return strings.TrimPrefix(trimmed(rest), "får i uppdrag att "), 0.85
		case modals[word]:
			if passiveNext(l[i+w.end:]) || (word == "får" || word == "kan") && !permitted[firstContent(l[i+w.end:])] {
				return "", 0
			}
			return trimmed(rest[len(word):]), 0.8
		case word == "har", word == "är":
			if givesDuty(word, l[i+w.end:]) {
				return trimmed(rest[len(word):]), 0.9
			}
			if _, second, ok := strings.Cut(rest, " och har "); ok && givesDuty("har", lower(second)) { // "är gemensamt för fem kommuner och har till uppgift att …"
				return trimmed(second), 0.85
			}
			return "", 0
		case adverbs[word]:
			if duty, confidence := verbAfterPhrase(text, l, i, words[k:]); duty != "" {
				return duty, confidence
			}
			skipped++
		default:
			return verbAfterPhrase(text, l, i, words[k:])
		}
	}
	return "", 0
}

// noDuties are verbs in the present that tell how a body is or what it thinks, not what it does.
var noDuties = set(`är har blir får kan ska skall bör måste anser menar tycker bedömer konstaterar behöver saknar ligger finns heter består innebär omfattar känner vet upplever tror påverkas noterar
	framhåller sitter kommer brukar växer kostar drabbas mår saknar minskar ökar varierar gäller berörs avser innehåller`)

// anyVerb returns the duty where a verb in the present, whichever, follows a body right away: "Räddningschefen larmar gruppen". "Nämnden: äger frågan" is
// the same.
func anyVerb(text, l string, i int) string {
	rest := strings.TrimLeft(l[i:], " :")
	gap := l[i : len(l)-len(rest)]
	word := rest[:wordEnd(rest, 0)]
	if noDuties[word] || strings.HasPrefix(rest, "-") {
		return ""
	}
	if strings.HasPrefix(gap, ":") && dutyVerbs[word] {
		return trimmed(text[len(text)-len(rest):])
	}
	if len(word) < 4 {
		return ""
	}
	if strings.HasPrefix(gap, ":") && !upperAt(text, len(text)-len(rest)) && !unicode.IsDigit(firstRune(rest)) && len(rest) > len(word) { // "Kommunstyrelsen: ekonomi och ägarstyrning"
		return trimmed(text[len(text)-len(rest):])
	}
	for _, e := range []string{"ar", "er", "år", "är", "ör"} {
		if strings.HasSuffix(word, e) {
			return trimmed(text[len(text)-len(rest):])
		}
	}
	return ""
}

// givesDuty reports whether what follows "har" or "är" is a duty: "har det samordnade ansvaret", "är ansvarig för".
func givesDuty(verb, l string) bool {
	if verb == "har" {
		return hasAny(headOf(l, 60), dutyNouns...)
	}
	return hasAny(headOf(l, 50), "ansvarig", "skyldig", "sammankallande", "huvudman", "processägare", "beslutande", "remissinstans", "kontaktperson", "samordnare")
}

// verbAfterPhrase returns the duty of a verb after a phrase that belongs to the body: "En kommitté med fem ledamöter bereder …".
func verbAfterPhrase(text, l string, i int, words []cell) (string, float64) {
	switch l[i+words[0].start : i+words[0].end] {
	case "med", "i", "inom", "på":
	default:
		return "", 0
	}
	if _, ok := strings.CutPrefix(l[i:][words[0].end:], " uppdrag"); ok {
		return "", 0
	}
	const longest = 7 // words
	for k := 1; k < len(words) && k <= longest; k++ {
		if strings.ContainsAny(l[i:][words[k-1].end:words[k].start], ".,;:\t") {
			return "", 0
		}
		if w := l[i+words[k].start : i+words[k].end]; dutyVerbs[w] {
			return dutyText(text[i+words[k].start:], w), 0.7
		}
	}
	return "", 0
}

// firstContent returns the first word of l that is no adverb.
func firstContent(l string) string {
	for _, w := range splitWords(l) {
		if word := w.of(l); !adverbs[word] {
			return word
		}
	}
	return ""
}

// dutyText is the duty with its verb, but for verbs that say no more than that it is one.
func dutyText(rest, verb string) string {
	clause := trimmed(rest)
	for _, p := range []string{"ansvarar för att ", "svarar för att ", "ansvarar för ", "svarar för "} {
		if t, ok := strings.CutPrefix(lower(clause), p); ok && len(t) > 0 {
			return clause[len(clause)-len(t):]
		}
	}
	return clause
}

// trimmed returns s without the signs around it.
func trimmed(s string) string {
	return strings.Trim(s, " .,;:")
}

// headOf returns at most n bytes of s, up to a sign that ends a clause.
func headOf(s string, n int) string {
	if i := strings.IndexAny(s, ".,;:"); i >= 0 {
		s = s[:i]
	}
	if len(s) > n {
		s = s[:n]
	}
	return s
}

// passiveNext reports whether the verb after a modal is a passive: the body is informed, consulted, chosen; it has no duty.
func passiveNext(l string) bool {
	for k, w := range splitWords(l) {
		word := w.of(l)
		if k > 3 {
			break
		}
		if adverbs[word] {
			continue
		}
		return hasSuffixOf(word, "as", "es", "ges") || word == "vara" && !hasAny(headOf(l, 40), "ansvarig", "sammankallande")
	}
	return false
}
