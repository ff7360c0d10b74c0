package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// setZones says of each block which part of the document it belongs to.
func setZones(blocks []*block) {
	zone, level := policy.ZoneBody, 0
	front := true // nothing but the title and the document's own data so far
	prose := lastProse(blocks)
	for i, b := range blocks {
		if b.heading && !b.title {
			z := headingZone(b.name)
			if z == "" && zone == policy.ZoneContact && !leadsToText(blocks, i) {
				z, b.heading = zone, false // a name or an address set as a heading
			}
			if zone != policy.ZoneBody && z == "" && b.level > level {
				z = zone // a subheading stays in its zone
			}
			if z == "" {
				z = policy.ZoneBody
			}
			if b.heading {
				level = b.level
			}
			zone = z
		}
		b.zone = zone
		own := blockZone(blocks, i)
		switch {
		case b.kind == page.Footnote:
			b.zone = policy.ZoneNote
		case zone == policy.ZoneBody && own != "":
			b.zone = own
		case zone == policy.ZoneContact && (own == policy.ZoneInfo || own == policy.ZoneReferences):
			b.zone = own
		case zone != policy.ZoneBody && (b.kind == page.Table || isProse(b.text)) && zone == policy.ZoneContact:
			b.zone = policy.ZoneBody
		case front && !b.heading && !opensItems(blocks, i) && !isClause(b.text) && b.kind != page.ListItem && b.kind != page.Table && !isProse(b.text) && i < prose:
			b.zone = policy.ZoneInfo
		}
		if b.kind != page.Table && isProse(b.text) || b.heading && !b.title {
			front = false
		}
	}
	setTeasers(blocks)
}

// maxHeadingsRun is how many headings stand in a row at most.
const maxHeadingsRun = 20

// leadsToText reports whether the first block after i that is no heading is prose, a list or a table.
func leadsToText(blocks []*block, i int) bool {
	for _, b := range blocks[i+1 : min(len(blocks), i+1+maxHeadingsRun)] {
		if !b.heading {
			return isProse(b.text) || b.kind == page.ListItem || b.kind == page.Table && words(b.text) > maxTitleWords
		}
	}
	return false
}

// isProse reports whether s is a sentence of some length.
func isProse(s string) bool {
	n := words(s)
	if ended(s) {
		return n >= 8 && (hasFinite(s) || n > 15)
	}
	return n > 15 && hasFinite(s)
}

// lastProse returns the index of the last block of prose, -1 if there is none: a document that is all scraps has no front.
func lastProse(blocks []*block) int {
	for i := len(blocks) - 1; i >= 0; i-- {
		if isProse(blocks[i].text) {
			return i
		}
	}
	return -1
}

// headingZone returns the zone that a heading opens, "" for the body.
func headingZone(name string) policy.Zone {
	low := strings.ToLower(strings.TrimRight(name, ": "))
	switch low {
	case "referenser", "referenslista", "källor", "källförteckning", "litteratur", "litteraturförteckning", "relaterade dokument",
		"läs mer", "styrande dokument", "relaterade länkar", "länkar", "hänvisningar":
		return policy.ZoneReferences
	case "noter", "fotnoter":
		return policy.ZoneNote
	case "besöksadress", "postadress", "öppettider", "telefontider", "telefon", "e-post":
		return policy.ZoneContact
	case "dokumentinformation", "dokumentuppgifter", "versionshistorik", "revisionshistorik", "ändringshistorik":
		return policy.ZoneInfo
	}
	if w := firstWord(low); strings.HasPrefix(w, "kontakt") && !strings.HasPrefix(w, "kontakter") && !strings.HasPrefix(w, "kontaktm") && words(low) <= 3 {
		return policy.ZoneContact
	}
	if strings.HasPrefix(low, "bilaga") && strings.ContainsAny(low, " ") || low == "bilagor" {
		for _, w := range []string{"mall", "blankett", "formulär", "checklista", "exempel"} {
			if strings.Contains(low, w) {
				return policy.ZoneAnnex
			}
		}
	}
	for _, w := range []string{"mall för", "blankett för", "blankett"} {
		if strings.HasPrefix(low, w) {
			return policy.ZoneAnnex
		}
	}
	return ""
}

// blockZone returns the zone that block i is of by its own words, "" if they do not tell.
func blockZone(blocks []*block, i int) policy.Zone {
	b := blocks[i]
	low := strings.ToLower(b.text)
	switch {
	case b.kind != page.Table && isContactLabel(b.text), b.kind != page.Table && isAddress(b.text) && !isProse(b.text):
		return policy.ZoneContact
	case b.kind == page.Table:
		if isInfoTable(low) {
			return policy.ZoneInfo
		}
	case isInfoLine(low) && !isProse(b.text), emptyLabel(blocks, i):
		return policy.ZoneInfo
	case isFileLink(low):
		return policy.ZoneReferences
	}
	return ""
}

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

// leastTeasers is how many "Läs mer" lines make a list of other documents.
const leastTeasers = 2

// setTeasers marks the beginnings of other documents: a list whose entries each end with "Läs mer". The first entry
// begins where what stands before it is prose or references of this document.
func setTeasers(blocks []*block) {
	var ends []int
	for i, b := range blocks {
		if low := strings.ToLower(strings.TrimRight(b.text, " .»>→")); low == "läs mer" {
			ends = append(ends, i)
		}
	}
	if len(ends) < leastTeasers {
		return
	}
	from := ends[0]
	gap := 0
	for k := 1; k < len(ends); k++ {
		gap = max(gap, ends[k]-ends[k-1])
	}
	for n := 0; from > 0 && n < gap-1 && !isProseEnd(blocks[from-1]); n++ {
		from--
	}
	for i := from; i < len(blocks); i++ {
		blocks[i].zone, blocks[i].heading = policy.ZoneTeaser, false
	}
}

// isProseEnd reports whether b ends as this document's own text does.
func isProseEnd(b *block) bool {
	return ended(b.text) || b.kind == page.Table || b.kind == page.ListItem
}
