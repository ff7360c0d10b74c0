package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// finite are verb forms that make a sentence; a heading has none of them.
var finite = wordSet(`ska skall bör kan får måste vill är var har hade blir blev finns fanns ges gäller innebär ansvarar
	beslutar leder samordnar syftar bidrar utgör ingår följs görs sker tas följer arbetar visar anger beskriver behöver
	omfattar deltar utser samverkar krävs skapar ger tar fattar påverkas påverkar avses avser kommer riktar består
	genomförs genomför upprättar rapporterar redovisar redovisas utvärderas revideras antogs antas fastställs regleras
	borde skulle kunde bedrivs integreras beaktas informeras delges pågår saknas föreslår föreslås ställer`)

// starters are closed-class words: with a capital they begin a sentence, never a name.
var starters = wordSet(`det den de denna detta dessa en ett alla varje vi i för att om när vid under efter med på av
	som man du ni hur vad vilka vilken där då genom enligt inom utöver även samtliga flera många några ingen inga inget
	hon han deras vår våra sin till från mellan både såväl eftersom därför dock också här sedan innan utan mot kring
	kommunen kommunens kommunstyrelsen kommunfullmäktige nämnden nämnderna styrelsen verksamheten verksamheterna arbetet
	syftet målet målen policyn planen riktlinjerna riktlinjen strategin programmet`)

// linking are words at which no heading and no sentence ends.
var linking = wordSet(`och eller samt för med av i på till från om som att den det de en ett vid hos mellan enligt inom
	under är har ska skall kan vår våra sin sina dess deras denna detta dessa varje alla mot genom utan via per hur när
	där bör får inte både såväl än också respektive sådan sådana andra olika`)

// verbal are verb forms that begin a subjectless sentence: "Ska ge personalen stöd."
var verbal = wordSet(`ska skall bör kan får måste har är deltar ansvarar beslutar leder samordnar skapar ger tar ser
	håller följer utser rapporterar redovisar informerar stödjer stöder planerar verkställer upprättar bereder svarar
	utreder bevakar företräder fördelar arbetar genomför säkerställer tillser initierar utvärderar reviderar godkänner
	fastställer prövar bidrar medverkar dokumenterar kontrollerar kallar sammankallar utför introducerar fattar bistår
	anmäler bedömer erbjuder hjälper ordnar anordnar handlägger administrerar föreslår förvaltar sköter skriver inhämtar
	kartlägger tillsätter yttrar antar behandlar delar deltager driver ingår kommunicerar förmedlar förebygger granskar hanterar
	koordinerar registrerar samlar sammanställer uppdaterar uppmärksammar utbildar utvecklar verkar vidtar återkopplar
	övervakar avgör avslutar attesterar beviljar beställer främjar förankrar förbereder gör kallas lämnar organiserar representerar`)

// roleWords are parts of the words that name a role or a body.
var roleWords = []string{"chef", "nämnd", "styrelse", "fullmäktige", "utskott", "förvaltning", "kontor", "avdelning", "enhet", "personal",
	"medarbetare", "team", "ombud", "rektor", "lärare", "pedagog", "sköterska", "terapeut", "konsulent", "läkare", "kontaktman",
	"kontaktperson", "administratör", "direktör", "samordnare", "strateg", "ledare", "handläggare", "ordförande", "sekreterare",
	"utredare", "ansvarig", "grupp", "politiker", "bolag", "roll", "ansvar", "kommitté", "råd", "revisor", "anställd", "ledamot"}

// common are headings that stand in most governing documents: such a word alone above a text is its heading.
var common = wordSet(`bakgrund inledning syfte mål målsättning vision ansvar ansvarsfördelning uppföljning utvärdering
	revidering definitioner omfattning avgränsning målgrupp målgrupper organisation genomförande strategier vänorter
	finansiering sammanfattning tillämpning lagstiftning roller rutin metod metoder syften kommunikation`)

// modal are the verbs that make a short line a demand rather than a heading.
var modal = wordSet(`ska skall bör måste`)

// words returns the number of words in s.
func words(s string) int {
	n, in := 0, false
	for _, r := range s {
		space := r == ' ' || r == '\n' || r == '\t' || r >= 0x80 && unicode.IsSpace(r)
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}

// bare returns w in lower case without the punctuation around it.
func bare(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// hasFinite reports whether s has a word that makes it a sentence.
func hasFinite(s string) bool {
	for _, w := range strings.Fields(s) {
		if finite[bare(w)] {
			return true
		}
	}
	return false
}

// demands reports whether s has a verb of demand.
func demands(s string) bool {
	for _, w := range strings.Fields(s) {
		if modal[bare(w)] {
			return true
		}
	}
	return false
}

// ended reports whether s ends with a sentence's punctuation, closing quotes and a footnote mark aside.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	s = strings.TrimRight(s, "0123456789")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…", r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"”’»([“"))
	return unicode.IsLower(r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"”’»([“"))
	return unicode.IsUpper(r)
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// isCaps reports whether s is in capitals, with four letters at least.
func isCaps(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 4
}

// fold returns s for comparing: lower case, a run of digits as one sign, single spaces.
func fold(s string) string {
	out := make([]byte, 0, len(s)+4)
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			r = '#'
		case unicode.IsSpace(r):
			r = ' '
		default:
			r = unicode.ToLower(r)
		}
		if n := len(out); (r == '#' || r == ' ') && n > 0 && out[n-1] == byte(r) || r == ' ' && n == 0 {
			continue
		}
		out = utf8.AppendRune(out, r)
	}
	return strings.TrimRight(string(out), " ")
}
