package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// infoLabels begin the lines that hold a document's own data, wherever they stand.
var infoLabels = []string{"antagen", "antaget", "antagna", "beslutad", "beslutat", "beslutande", "fastställd", "fastställt", "dnr",
	"diarienummer", "diarienr", "dokumentansvarig", "dokumenttyp", "dokumentnamn", "dokumentet", "giltighetstid", "senast reviderad",
	"reviderad", "reviderat", "upprättad", "upprättat", "beslutsdatum", "beslutsinstans", "uppdaterad", "senast uppdaterad", "publicerad",
	"sidan uppdaterades", "sidan uppdaterad", "sidan kontrollerades", "sidan publicerades", "senast ändrad", "senast granskad",
	"dokument-id", "ärendenummer", "diarieplan", "nästa revidering", "omprövas"}

// weakLabels do so before the text begins or beside others: in the text itself they label what it says.
var weakLabels = []string{"ansvarig", "ansvarig för", "datum", "beslut", "version", "utgåva", "revidering", "ersätter", "gäller för",
	"gäller från", "gäller till", "giltig", "giltighet", "handläggare", "författare", "kontaktperson", "sektor", "referens"}

const (
	// maxInfoWords is how many words a line of document data has at most, maxLabelWords how many its label has.
	maxInfoWords, maxLabelWords = 25, 6
	// maxDatedWords is how many words it has if it is a label with a date and no colon.
	maxDatedWords = 8
)

// isInfoLine reports whether low, in lower case, is a line of the document's own data: a label with its value, or a label
// with a date or number.
func isInfoLine(low string) bool { return hasLabel(low, infoLabels) || hasLabel(low, weakLabels) }

// hasLabel reports whether low begins with one of labels and has a value.
func hasLabel(low string, labels []string) bool {
	if words(low) > maxInfoWords {
		return false
	}
	for _, l := range labels {
		rest, ok := strings.CutPrefix(low, l)
		if !ok || startsWithLetter(rest) {
			continue
		}
		name, _, colon := strings.Cut(low, ":")
		if colon && words(name) <= maxLabelWords || strings.ContainsAny(rest, "0123456789") && words(low) <= maxDatedWords {
			return true
		}
	}
	return false
}

// formLabels stand under lines to write on.
var formLabels = map[string]bool{"underskrift": true, "ort och datum": true, "namnförtydligande": true, "ort, datum": true, "namnteckning": true}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// isInfo reports whether block i is a line of the document's own data where it stands: front says that no text has begun.
func isInfo(blocks []*block, i int, front bool) bool {
	low := strings.ToLower(blocks[i].text)
	if isProse(blocks[i].text) {
		return false
	}
	if formLabels[low] || !strings.ContainsFunc(low, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return true
	}
	if hasLabel(low, infoLabels) {
		return true
	}
	return hasLabel(low, weakLabels) && (front || strongBeside(blocks, i, -1) || strongBeside(blocks, i, 1))
}

// strongBeside reports whether the run of labels from block i in the direction of step has one that is certain.
func strongBeside(blocks []*block, i, step int) bool {
	for n := 0; n < maxInfoRun; n++ {
		i += step
		if i < 0 || i >= len(blocks) {
			return false
		}
		low := strings.ToLower(blocks[i].text)
		if hasLabel(low, infoLabels) {
			return true
		}
		if !hasLabel(low, weakLabels) {
			return false
		}
	}
	return false
}

// maxInfoRun is how many lines of document data stand in a row at most.
const maxInfoRun = 12

// isInfoTable reports whether most rows of the table low, in lower case, are a label of the document's own data and its
// value.
func isInfoTable(low string) bool {
	rows := strings.Split(low, "\n")
	n := 0
	for _, row := range rows {
		cells := strings.Split(row, "\t")
		for _, l := range append(infoLabels[:len(infoLabels):len(infoLabels)], weakLabels...) {
			if rest, ok := strings.CutPrefix(cells[0], l); ok && len(cells) <= 4 && words(cells[0]) <= 5 && (rest == "" || rest[0] == ' ' || rest[0] == ':') {
				n++
				break
			}
		}
	}
	return len(rows) > 1 && 2*n > len(rows)
}

// isClause reports whether s is the beginning of a sentence that a list or another paragraph ends.
func isClause(s string) bool {
	return strings.HasSuffix(s, ":") && words(s) > maxColonWords && hasFinite(s)
}

// opensItems reports whether a list follows block i.
func opensItems(blocks []*block, i int) bool {
	return i+1 < len(blocks) && blocks[i+1].kind == page.ListItem && !ended(blocks[i].text)
}

// emptyLabel reports whether block i is a form label without a value: "Datum:" before another label or nothing.
func emptyLabel(blocks []*block, i int) bool {
	s := blocks[i].text
	if !strings.HasSuffix(s, ":") || words(s) > maxColonWords || blocks[i].heading || hasFinite(s) || opensItems(blocks, i) || common[strings.ToLower(strings.TrimRight(s, ":"))] {
		return false
	}
	return i+1 >= len(blocks) || strings.HasSuffix(blocks[i+1].text, ":") || words(blocks[i+1].text) <= 2
}

// isContactLabel reports whether s is a line of an address block.
func isContactLabel(s string) bool {
	low := strings.ToLower(s)
	for _, l := range []string{"telefon", "tfn", "tel", "e-post", "epost", "mail", "fax", "besöksadress", "postadress", "besök ", "adress",
		"växel", "org.nr", "organisationsnummer", "bankgiro", "plusgiro", "webbplats", "hemsida", "öppettider", "telefontid"} {
		if rest, ok := strings.CutPrefix(low, l); ok && words(s) <= 12 && !ended(s) &&
			(rest == "" || strings.ContainsAny(rest[:1], ": .") || strings.HasSuffix(l, " ")) {
			return rest == "" || strings.ContainsAny(rest, ":0123456789@")
		}
	}
	return false
}

// isFileLink reports whether low is a link to a file as web pages show it: "… (pdf 606 kB)".
func isFileLink(low string) bool {
	for _, w := range []string{"(pdf", "(docx", "(doc,", "(xlsx", " pdf,"} {
		if strings.Contains(low, w) && !ended(low) {
			return true
		}
	}
	return false
}
