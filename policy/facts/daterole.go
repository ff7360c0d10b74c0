package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/bodies"
)

// roleCues are the words that give the date after (or just before) them its role, in the order in which they are tried where two stand
// equally near.
var roleCues = []struct{ cue, role string }{
	{"giltig till", validUntil}, {"giltigt till", validUntil}, {"giltiga till", validUntil}, {"gäller till", validUntil}, {"gälla till", validUntil},
	{"giltig t.o.m", validUntil}, {"giltig t o m", validUntil}, {"gäller t.o.m", validUntil}, {"giltighetstid", validUntil},
	{"till och med", validUntil}, {"t.o.m", validUntil}, {"gäller till den", validUntil},
	{"nästa revidering", ""}, {"revideras senast", ""}, {"ska revideras", ""}, {"ses över senast", ""}, {"nästa översyn", ""}, {"ersätter", ""}, {"träder i kraft", ""},
	{"gäller från", ""}, {"gäller fr.o.m", ""}, {"giltig från", ""}, {"från och med", ""}, {"fr.o.m", ""}, {"sammanträde", ""}, {"inkom", written}, {"ankom", written},
	{"utskrivet", printed}, {"utskriven", printed}, {"utskriftsdatum", printed}, {"utskrift", printed},
	{"reviderad", revised}, {"reviderat", revised}, {"reviderade", revised}, {"reviderades", revised}, {"revideringsdatum", revised}, {"revidering", revised},
	{"omarbetad", revised}, {"ändrad av", revised}, {"ändrad", revised}, {"ändrade", revised}, {"ändring", revised}, {"ändringar", revised}, {"senast ändrad", updated}, {"senast ändrat", updated},
	{"uppdaterad", updated}, {"uppdaterat", updated}, {"uppdaterades", updated}, {"publicerad", updated}, {"publicerades", updated}, {"senast granskad", updated},
	{"kontrollerades", updated}, {"kontrollerad", updated},
	{"antagen", adopted}, {"antaget", adopted}, {"antagna", adopted}, {"antogs", adopted}, {"antagits", adopted}, {"antog", adopted}, {"antagande", adopted},
	{"beslutad", adopted}, {"beslutat", adopted}, {"beslutade", adopted}, {"beslutades", adopted}, {"beslutsdatum", adopted}, {"beslut", adopted},
	{"fastställd", adopted}, {"fastställt", adopted}, {"fastställda", adopted}, {"fastställdes", adopted}, {"fastställd av", adopted}, {"godkänd", adopted}, {"godkändes", adopted},
	{"förslag", written}, {"datum", written}, {"upprättad", written}, {"upprättat", written}, {"skriven", written}, {"version", written}, {"daterad", written},
}

// cueReach is how many bytes before a date its cue may stand; "Antagen av kommunfullmäktige i Storkommun den" is about as long as it gets.
const cueReach = 110

// speaksOfItself reports whether a sentence in lower case says something of the document itself: "Denna policy antogs …", "Policyn är antagen …".
func speaksOfItself(l, kind string) bool {
	cue := firstOf(l, "antog", "antag", "beslutad", "fastställd", "fastställt", "reviderad", "reviderat", "uppdaterad", "gäller t", "giltig", "gälla till")
	if cue < 0 {
		return false
	}
	if hasWord(l[:cue], "denna", "detta", "dessa", "föreliggande", "dokumentet", "styrdokumentet") {
		return true
	}
	first := l[:wordEnd(l, 0)]
	return kind != "" && kindOf(first) == kind && first != kind && formKinds[first] == kind
}

// aboutOtherDocument reports whether a sentence has another document as its subject: "Klimatstrategin antogs …" in a document of another title.
func (r *reader) aboutOtherDocument(s string) bool {
	word := s[:wordEnd(s, 0)]
	if !compoundDocument(word) || kindOf(word) == "" || !strings.HasSuffix(strings.TrimSpace(s), ".") {
		return false
	}
	title, _ := r.title()
	return !strings.Contains(lower(title), referenceKey(word))
}

// replacesOther reports whether the words before a date speak of a document that this one replaces, or that replaces it.
func replacesOther(before string) bool { return hasAny(before, "ersätt", "ersatt", "upphäv") }

// sentenceStart returns where the sentence around byte i of l begins.
func sentenceStart(l string, i int) int {
	start := 0
	for _, cut := range []string{". ", "! ", "\n"} {
		if j := strings.LastIndex(l[:i], cut); j >= 0 {
			start = max(start, j+len(cut))
		}
	}
	return start
}

// roleAt returns the role that the words before a date give it (or the word right after: "2021-05-14 uppdaterad" belongs to the next
// date), and where the cue begins.
func roleAt(l string, d foundDate, from int) (role string, at int, ok bool) {
	low := max(from, d.start-cueReach)
	for low < d.start && l[low]&0xC0 == 0x80 {
		low++
	}
	before := l[low:d.start]
	at = -1
	length := 0
	for _, c := range roleCues {
		for i, off := -1, 0; ; off = i + len(c.cue) {
			j := indexWord(before[off:], c.cue)
			if j < 0 {
				break
			}
			i = off + j
			end := i + len(c.cue)
			if at < 0 || end > at+length || end == at+length && len(c.cue) > length {
				role, at, length = c.role, i, len(c.cue)
			}
		}
	}
	if at < 0 {
		return "", 0, false
	}
	if role == validUntil && hasWord(before, "remiss", "samråd", "utställd", "yttrande", "yttranden", "synpunkter") { // how long it may be commented on
		role = ""
	}
	return role, low + at, true
}

// followedByParagraph reports whether "§ 40" comes after a date: the mark of a decision.
func followedByParagraph(s string) bool {
	s = strings.TrimLeft(s, " ,;.()\u00a0")
	return strings.HasPrefix(s, "§") || strings.HasPrefix(lower(s), "paragraf")
}

func namesBody(s string) bool {
	for _, b := range bodies.Find(s) {
		if b.Kind == bodies.Organ {
			return true
		}
	}
	return false
}

// standsAlone reports whether little but the date stands on its line: a place, a name of an office.
func standsAlone(s string, d foundDate) bool {
	for _, c := range splitCells(s) { // of a row, the cell
		if c.start <= d.start && d.end <= c.end {
			s, d.start, d.end = c.of(s), d.start-c.start, d.end-c.start
			break
		}
	}
	const little = 24 // bytes: "Kanslienheten", "Ekeby den"
	rest := strings.TrimSpace(s[:d.start]) + strings.TrimSpace(s[d.end:])
	if len(rest) <= little && !strings.Contains(rest, " ") && strings.Contains(rest, "/") && strings.ContainsAny(rest, "0123456789") {
		return true // beside a case number: "2020-09-01 KS/2020:233"
	}
	return len(rest) <= little && !strings.ContainsAny(rest, ".:;") && !hasAny(lower(rest), "till", "från", "senast", "varje")
}
