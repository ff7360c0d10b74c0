package compare

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// notInForce says why nothing is due by a document that does not apply, or not yet.
var notInForce = map[Tier]Label{
	Proposal: {"sv": "Räknas inte: dokumentet är ett förslag.", "en": "Not reckoned: the document is a proposal."},
	Memo:     {"sv": "Räknas inte: dokumentet är ett beslutsunderlag.", "en": "Not reckoned: the document is a memo for a decision."},
	Replaced: {"sv": "Räknas inte: dokumentet gäller inte längre.", "en": "Not reckoned: the document is no longer in force."},
}

// text says in a sentence how things stand.
func (d *Due) text(asOf time.Time) Label {
	switch d.State {
	case Renewed:
		return Label{"sv": "En nyare version finns bland dokumenten.", "en": "A newer version is among the documents."}
	case NotKnown:
		if asOf.IsZero() {
			return Label{"sv": "Kan inte räknas ut utan rapportdatum.", "en": "Cannot be reckoned without the report’s date."}
		}
		return Label{"sv": "Kan inte räknas ut: dokumentet anger inget datum.", "en": "Cannot be reckoned: the document gives no date."}
	}
	if d.Rule == "valid-until" {
		return d.validText()
	}
	if d.Rule == mandatePeriod {
		return d.termText()
	}
	if d.State == InTime {
		return Label{"sv": "Senast " + d.Next + ".", "en": "By " + d.Next + "."}
	}
	if d.MissedCount == 1 {
		return Label{
			"sv": fmt.Sprintf("Skulle ha skett senast %s; ingen nyare version finns bland dokumenten.", d.Missed[0]),
			"en": fmt.Sprintf("Was due by %s; no newer version is among the documents.", d.Missed[0]),
		}
	}
	last := d.Missed[len(d.Missed)-1]
	return Label{
		"sv": fmt.Sprintf("Skulle ha skett %s gånger, senast %s; ingen nyare version finns bland dokumenten.", inWords("sv", d.MissedCount), last),
		"en": fmt.Sprintf("Was due %s times, last on %s; no newer version is among the documents.", inWords("en", d.MissedCount), last),
	}
}

func (d *Due) validText() Label {
	if d.State == Overdue {
		return Label{"sv": "Giltighetstiden gick ut " + d.Missed[0] + ".", "en": "Its validity ended on " + d.Missed[0] + "."}
	}
	return Label{"sv": "Gäller till och med " + d.Next + ".", "en": "Valid until " + d.Next + "."}
}

func (d *Due) termText() Label {
	if d.State == InTime {
		return Label{"sv": "Senast " + d.Next + ", då mandatperioden slutar.", "en": "By " + d.Next + ", when the term of office ends."}
	}
	sv, en := "mandatperioderna efter valen", "terms of office after the elections of"
	if d.MissedCount == 1 {
		sv, en = "mandatperioden efter valet", "term of office after the election of"
	}
	l := Label{
		"sv": fmt.Sprintf("Ingen nyare version från %s %s finns bland dokumenten.", sv, enumerate(d.Missed, "och")),
		"en": fmt.Sprintf("No newer version from the %s %s is among the documents.", en, enumerate(d.Missed, "and")),
	}
	if d.Running != "" {
		l["sv"] += fmt.Sprintf(" Den pågående mandatperioden, efter valet %s, slutar %s.", d.Running, d.Next)
		l["en"] += fmt.Sprintf(" The present term, after the election of %s, ends on %s.", d.Running, d.Next)
	}
	return l
}

// enumerate joins words as people do: "2006, 2010 och 2014".
func enumerate(list []string, and string) string {
	n := len(list)
	if n < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:n-1], ", ") + " " + and + " " + list[n-1]
}

// numberWords are the numbers that prose has in words, by language.
var numberWords = map[string][]string{
	"sv": {"noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"},
	"en": {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
}

// inWords returns n, which is not negative, in words up to twelve, as prose has it.
func inWords(language string, n int) string {
	if words := numberWords[language]; n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// capital returns s with a capital first letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
