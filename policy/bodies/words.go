package bodies

import "strings"

// set returns the words of s as a set.
func set(s string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// ranks go before a role: "vice ordförande".
var ranks = set("vice biträdande förste andre 1:e 2:e tillförordnad tf verkställande avgående tillträdande")

// attributeStems are adjectives that are part of a body's name: "den internationella gruppen", "tekniska nämnden".
var attributeStems = set(`internationell teknisk social politisk strategisk medicinsk ekonomisk juridisk pedagogisk administrativ central
	lokal regional kommunal kommungemensam gemensam särskild operativ tvärsektoriell förvaltningsövergripande kommunövergripande
	övergripande brottsförebyggande rådgivande beredande beslutande ledande samordnande verksamhetsansvarig medicinskt ansvarig ordinarie
	närmast högst enskild berörd legitimerad kommunalförbundsägd kommunägd helägd delägd intern extern folkhälsoansvarig europeisk digital`)

// fields are first parts that are often written without their hyphen: "Kultur och fritidsnämnden".
var fields = set(`barn kultur miljö plan vård teknik bygg social kost stöd hälsa park trafik fastighet arbetsmarknad ungdom gymnasie
	bildning utbildning fritid omsorg näringsliv tillväxt klimat stadsbyggnad mark exploatering samhälle skol gata`)

var functionWords = set(`två tre fyra fem sex sju åtta nio tio nästa kommande åren perioden tiden att en ett den det de dem denna detta dessa sin sitt sina alla varje samtliga och eller som med utan från till inom samt
	vilka vilken vilket hela respektive kommunen kommunens dess deras egen eget egna detsamma beslut kännedom godkännande yttrande
	vidare både dels över under mellan efter innan också även`)

// isAttribute reports whether w is a form of an adjective that belongs to a name.
func isAttribute(w string) bool {
	if attributeStems[w] {
		return true
	}
	for _, e := range []string{"a", "t", "e"} {
		if stem, ok := strings.CutSuffix(w, e); ok && attributeStems[stem] {
			return true
		}
	}
	return false
}

// isNamedByPurpose reports whether a body with this head is commonly told apart by what it is for. Of roles only
// coordinators are: "chefen för …" is told apart by the office that follows.
func isNamedByPurpose(w string) bool {
	for _, h := range []string{"gruppen", "grupp", "rådet", "kommittén", "nätverket", "nämnden", "avdelningen", "enheten", "samordnaren", "samordnare",
		"utskottet", "delegationen", "beredningen", "teamet"} {
		if strings.HasSuffix(w, h) {
			return true
		}
	}
	return false
}

// subjectVerbs are the verbs that most often follow a body; looksLikeVerb alone would take "relationer" for one.
var subjectVerbs = set(`leder ansvarar svarar samordnar följer rapporterar beslutar lämnar utser planerar kallar redovisar sammanställer består`)

// isDescribing reports whether w looks like an adjective, which needs a noun after it: "internationellt".
func isDescribing(w string) bool {
	for _, e := range []string{"ellt", "ella", "ell", "skt", "ska", "isk", "igt", "iga", "ig", "ivt", "iva", "al", "alt", "ala", "ande", "bar", "bart", "bara"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return false
}

// looksLikeVerb reports whether w ends as a verb in the present does: "lämnar", "följer".
func looksLikeVerb(w string) bool {
	return strings.HasSuffix(w, "ar") || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "as") || strings.HasSuffix(w, "ska") || w == "har"
}
