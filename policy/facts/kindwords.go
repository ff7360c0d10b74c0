package facts

import (
	"strings"
	"unicode/utf8"
)

// kinds are the kinds of document: what the last part of a word in a title means. Several forms give one kind, so that
// documents can be compared.
var kinds = []struct {
	kind  string
	forms string
}{
	{"tjänsteutlåtande", "tjänsteutlåtande tjänsteutlåtandet"},
	{"tjänsteskrivelse", "tjänsteskrivelse tjänsteskrivelsen"},
	{"protokoll", "protokoll protokollet protokollsutdrag sammanträdesprotokoll"},
	{"handlingsplan", "handlingsplan handlingsplanen handlingsplaner"},
	{"åtgärdsplan", "åtgärdsplan åtgärdsplanen"},
	{"verksamhetsplan", "verksamhetsplan verksamhetsplanen"},
	{"översiktsplan", "översiktsplan översiktsplanen"},
	{"detaljplan", "detaljplan detaljplanen"},
	{"åtgärdsprogram", "åtgärdsprogram åtgärdsprogrammet"},
	{"policy", "policy policyn policyer policies policydokument"},
	{"strategi", "strategi strategin strategier strategidokument"},
	{"riktlinjer", "riktlinje riktlinjen riktlinjer riktlinjerna"},
	{"program", "program programmet"},
	{"plan", "plan planen"},
	{"reglemente", "reglemente reglementet reglementen"},
	{"arbetsordning", "arbetsordning arbetsordningen"},
	{"delegationsordning", "delegationsordning delegationsordningen"},
	{"bolagsordning", "bolagsordning bolagsordningen"},
	{"ägardirektiv", "ägardirektiv ägardirektivet"},
	{"föreskrifter", "föreskrift föreskrifter föreskrifterna ordningsföreskrifter"},
	{"regler", "regel regler reglerna regelverk regelverket"},
	{"rutin", "rutin rutinen rutiner rutinbeskrivning"},
	{"anvisning", "anvisning anvisningen anvisningar anvisningarna"},
	{"instruktion", "instruktion instruktionen instruktioner"},
	{"vägledning", "vägledning vägledningen"},
	{"handbok", "handbok handboken manual"},
	{"vision", "vision visionen"},
	{"avsiktsförklaring", "avsiktsförklaring avsiktsförklaringen"},
	{"överenskommelse", "överenskommelse överenskommelsen"},
	{"avtal", "avtal avtalet samverkansavtal vänortsavtal"},
	{"taxa", "taxa taxan taxor"},
	{"budget", "budget budgeten"},
	{"årsredovisning", "årsredovisning årsredovisningen"},
	{"rapport", "rapport rapporten delrapport slutrapport årsrapport"},
	{"utredning", "utredning utredningen"},
	{"utvärdering", "utvärdering utvärderingen"},
	{"promemoria", "promemoria pm"},
	{"remissvar", "remissvar remissvaret yttrande"},
	{"inriktningsdokument", "inriktningsdokument måldokument"},
	{"stadgar", "stadgar stadga"},
}

// formKinds maps each form to its kind.
var formKinds = func() map[string]string {
	m := map[string]string{}
	for _, k := range kinds {
		for f := range strings.FieldsSeq(k.forms) {
			m[f] = k.kind
		}
	}
	return m
}()

// notKinds are words that only end as a kind does.
var notKinds = set(`datorprogram studieprogram utbildningsprogram gymnasieprogram introduktionsprogram fotbollsplan idrottsplan flygplan bottenplan markplan
	våningsplan television supervision provision revision division ordregel huvudregel tv-program radioprogram eu-program ramprogram fondprogram
	tv-vision förstaplan regelplan nationalplan hyresavtal kollektivavtal telefonsvar`)

// kindOf returns the kind that word means, alone or as the last part of a compound: "klimatpolicyn" -> policy.
func kindOf(word string) string {
	w := strings.ToLower(word)
	if k, ok := formKinds[w]; ok {
		return k
	}
	if notKinds[w] {
		return ""
	}
	for i, c := range w {
		if i > 1 && utf8.RuneLen(c) > 0 && len(w)-i >= 4 {
			k, ok := formKinds[w[i:]]
			if ok && w[i:] != "plan" && w[i:] != "planen" && w[i:] != "vision" && w[i:] != "regel" && w[i:] != "taxa" || ok && i > 3 && w[i:] != "vision" {
				return k
			}
		}
	}
	return ""
}

// memoKinds are kinds of document about another document: their own name on a line of its own decides, whatever the title says.
var memoKinds = set("tjänsteutlåtande tjänsteskrivelse protokoll promemoria remissvar")

// firstKind returns the first kind that s names, with its byte range.
func firstKind(s string) (kind string, start, end int) {
	for at := range wordStarts(s) {
		e := wordEnd(s, at)
		if k := kindOf(s[at:e]); k != "" {
			return k, at, e
		}
	}
	return "", 0, 0
}
