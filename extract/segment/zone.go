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
		own := blockZone(blocks, i, front)
		switch {
		case b.kind == page.Footnote:
			b.zone = policy.ZoneNote
		case zone == policy.ZoneBody && own != "":
			b.zone = own
		case zone == policy.ZoneContact && (own == policy.ZoneInfo || own == policy.ZoneReferences):
			b.zone = own
		case zone == policy.ZoneContact && (b.kind == page.Table || isProse(b.text)), zone == policy.ZoneReferences && b.kind == page.Table:
			b.zone = policy.ZoneBody // no address and no source is set so
		case front && !b.heading && !opensItems(blocks, i) && !isClause(b.text) && !isShortSentence(b.text) && b.kind != page.ListItem && b.kind != page.Table && !isProse(b.text) && i < prose:
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

// isShortSentence reports whether s is a sentence, if a short one.
func isShortSentence(s string) bool { return ended(s) && words(s) >= 3 }

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

// contactWords begin with "kontakt" and open no contact block.
var contactWords = wordSet("kontakta kontakter kontaktman kontaktmannen kontaktmannens kontaktpersonens kontaktpersoner")

// headingZone returns the zone that a heading opens, "" for the body.
func headingZone(name string) policy.Zone {
	low := strings.ToLower(strings.TrimRight(name, ": "))
	if ended(low) && !strings.HasPrefix(low, "bilaga") {
		return ""
	}
	switch low {
	case "kontakta oss":
		return policy.ZoneContact
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
	if w := firstWord(low); strings.HasPrefix(w, "kontakt") && !contactWords[w] && words(low) <= 3 {
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
func blockZone(blocks []*block, i int, front bool) policy.Zone {
	b := blocks[i]
	low := strings.ToLower(b.text)
	switch {
	case b.kind != page.Table && isContactLabel(b.text), b.kind != page.Table && isAddress(b.text) && !isProse(b.text):
		return policy.ZoneContact
	case b.kind == page.Table:
		if isInfoTable(low) {
			return policy.ZoneInfo
		}
	case isInfo(blocks, i, front), emptyLabel(blocks, i):
		return policy.ZoneInfo
	case isFileLink(low):
		return policy.ZoneReferences
	}
	return ""
}
