package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// infoLabels begin the lines that hold a document's own data.
var infoLabels = []string{"antagen", "antaget", "antagna", "beslutad", "beslutat", "beslutande", "fastställd", "fastställt", "dnr", "diarienummer",
	"diarienr", "datum", "dokumentansvarig", "dokumenttyp", "dokumentnamn", "dokumentet", "ersätter", "gäller för", "gäller från", "gäller till",
	"giltig", "giltighetstid", "giltighet", "handläggare", "reviderad", "reviderat", "senast reviderad", "revidering", "ansvarig för", "version",
	"utgåva", "upprättad", "upprättat", "beslut", "beslutsdatum", "beslutsinstans", "uppdaterad", "senast uppdaterad", "publicerad",
	"sidan uppdaterades", "sidan uppdaterad", "sidan kontrollerades", "sidan publicerades", "senast ändrad", "senast granskad", "dokument-id",
	"ärendenummer", "diarieplan", "författare", "kontaktperson", "ansvarig", "omprövas", "sektor", "referens", "nästa revidering"}

// maxInfoWords is how many words a line of document data has at most.
const maxInfoWords = 25

// isInfoLine reports whether low, in lower case, is a line of the document's own data: a label with its value, or a label
// with a date or number.
func isInfoLine(low string) bool {
	if words(low) > maxInfoWords {
		return false
	}
	for _, l := range infoLabels {
		rest, ok := strings.CutPrefix(low, l)
		if !ok || rest != "" && rest[0] >= 'a' && rest[0] <= 'z' {
			continue
		}
		if strings.Contains(rest, ":") || strings.ContainsAny(rest, "0123456789") && words(low) <= 8 {
			return true
		}
	}
	return false
}

// isInfoTable reports whether most rows of the table low, in lower case, are a label of the document's own data and its
// value.
func isInfoTable(low string) bool {
	rows := strings.Split(low, "\n")
	n := 0
	for _, row := range rows {
		cells := strings.Split(row, "\t")
		for _, l := range infoLabels {
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
	if !strings.HasSuffix(s, ":") || words(s) > maxColonWords || blocks[i].heading || hasFinite(s) || opensItems(blocks, i) {
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
