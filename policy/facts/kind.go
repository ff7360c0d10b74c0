package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
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

// kind finds the kind of document: its label, the line that names a memo, the title, the signs of a web page, its other headings, what it
// calls itself.
func (r *reader) kind(fields []field, title policy.Value) policy.Value {
	if f, ok := value(fields, "dokumenttyp", "typ av dokument", "typ av styrdokument", "typ"); ok {
		if k, a, b := firstKind(f.value); k != "" {
			return policy.Value{Value: k, Evidence: r.cite(f.at, f.start+a, f.start+b, 0.95)}
		}
	}
	for _, s := range r.own() {
		text := strings.Trim(s.text, " .\t\n")
		word, _, _ := strings.Cut(text, " ")
		k := formKinds[strings.ToLower(word)]
		if memoKinds[k] && len(text) <= len(word)+40 && (text == word || unicode.IsUpper(firstRune(word))) && !hasAny(lower(text), "bilaga", ",") {
			return policy.Value{Value: k, Evidence: r.cite(s, 0, len(s.text), 0.9)}
		}
	}
	if title.Found() {
		if k, _, _ := firstKind(title.Value); k != "" {
			return policy.Value{Value: k, Evidence: title.Evidence}
		}
	}
	if v := r.webPage(); v.Found() {
		return v
	}
	return r.kindInText()
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

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

// wordEnd returns where the word that begins at i ends; hyphens stand inside words.
func wordEnd(s string, i int) int {
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(c) && !(c == '-' && i+1 < len(s) && isWordRune(firstRune(s[i+1:]))) {
			break
		}
		i += size
	}
	return i
}

// webPage recognises a page of a web site by what is put around its text.
func (r *reader) webPage() policy.Value {
	for _, s := range r.everything() {
		l := lower(s.text)
		if len(l) > 120 {
			continue
		}
		if hasAny(l, "sidan uppdaterad", "sidan senast", "sidan kontrollerad", "sidan publicerad", "senast publicerad", "lyssna på sidan", "synpunkter på sidan", "dela sidan",
			"hjälpte informationen", "hoppa till innehåll", "skriv ut sidan", "cookies på webbplatsen", "hittade du det du sökte", "tipsa om sidan") {
			return policy.Value{Value: "webbsida", Evidence: r.cite(s, 0, len(s.text), 0.8)}
		}
	}
	return policy.Value{}
}

// everything returns all sources: furniture, then units.
func (r *reader) everything() []source {
	sources := make([]source, 0, len(r.doc.Furniture)+len(r.units))
	for i := range r.doc.Furniture {
		sources = append(sources, source{furniture: &r.doc.Furniture[i], text: r.doc.Furniture[i].Text})
	}
	for i := range r.units {
		sources = append(sources, source{unit: &r.units[i], text: r.units[i].text})
	}
	return sources
}

// kindInText takes the kind from what a document calls itself: "Denna plan", "Riktlinjerna syftar till", or from a heading.
func (r *reader) kindInText() policy.Value {
	for i := range r.units {
		u := &r.units[i]
		if !u.content() {
			continue
		}
		l := lower(u.text)
		for _, p := range []string{"denna ", "detta ", "dessa ", "föreliggande "} {
			at := indexWord(l, strings.TrimSpace(p))
			if at < 0 {
				continue
			}
			start := at + len(p)
			if start >= len(l) {
				continue
			}
			if k := kindOf(l[start:wordEnd(l, start)]); k != "" {
				return policy.Value{Value: k, Evidence: r.evidence(u, at, wordEnd(l, start), 0.7)}
			}
		}
		if u.heading || i < 3 {
			if k, a, b := firstKind(u.text); k != "" && len(u.text) < 100 && !strings.HasSuffix(u.text, ".") {
				return policy.Value{Value: k, Evidence: r.evidence(u, a, b, 0.5)}
			}
		}
	}
	return policy.Value{}
}

// findTitle returns the document's title: the title as segmented; where that is only a kind of memo, the first heading or line that names
// what it is about; else what the file says of itself.
func (r *reader) findTitle(fields []field) policy.Value {
	heading, span := r.title()
	if heading != "" && !bareMemo(heading) && span.Len() > 0 {
		ev := policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.9, By: policy.ByProgram}
		return policy.Value{Value: strings.TrimRight(heading, "."), Evidence: ev}
	}
	if f, ok := value(fields, "dokumentnamn", "titel"); ok {
		return policy.Value{Value: f.value, Evidence: r.cite(f.at, f.start, f.end, 0.9)}
	}
	for i := range r.units {
		u := &r.units[i]
		if i > 2*headUnits || len(u.text) > 140 || !u.content() && u.zone != policy.ZoneInfo || bareMemo(u.text) || strings.ContainsAny(u.text, ":@") {
			continue
		}
		if k, _, _ := firstKind(u.text); k != "" && !strings.HasSuffix(strings.TrimSpace(u.text), ".") {
			return policy.Value{Value: u.text, Evidence: r.whole(u, 0.7)}
		}
	}
	if heading != "" && span.Len() > 0 {
		return policy.Value{Value: heading, Evidence: policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.5, By: policy.ByProgram}}
	}
	return policy.Value{}
}

// bareMemo reports whether s names a kind of memo and nothing else.
func bareMemo(s string) bool {
	k, a, b := firstKind(s)
	return memoKinds[k] && strings.Trim(s[:a]+s[b:], " .,:0123456789()") == ""
}
