package bodies

import (
	"strings"
	"sync"
)

// Kind says what a body is.
type Kind string

// The kinds of body.
const (
	Organ   Kind = "organ"   // a body of the municipality: board, committee, office, unit, group
	Role    Kind = "role"    // a person by position: manager, coordinator, chair, staff
	Outside Kind = "outside" // an authority or organisation that is not the municipality's own
)

// A head is a noun that ends the name of a body.
type head struct {
	// forms are the stem and the endings of its inflection, "nämnd||en|er|erna"; each takes a genitive -s as well.
	forms string
	kind  Kind
	// alone says in which forms the head is a body without anything before it.
	alone alone
	// only, if set, are the first parts of compound (or ends of first parts) with which it is a body.
	only string
	// not are first parts with which it is something else: "målgrupp", "samråd".
	not string
}

type alone int

const (
	always   alone = iota
	definite       // "gruppen", not "grupp"
	never          // only in a compound
)

// heads is the morphology of Swedish municipal bodies. The order does not matter: the longest form that fits wins.
var heads = []head{
	{forms: "nämnd||en|er|erna", kind: Organ, not: "ovan för förut ovann be nedan sist nyss först"},
	{forms: "styrelse||n|r|rna", kind: Organ, not: "ut"},
	{forms: "fullmäktige|", kind: Organ},
	{forms: "utskott||et|en", kind: Organ},
	{forms: "beredning||en|ar|arna", kind: Organ, alone: never,
		only: "kommun ordförande fullmäktige demokrati mål val valbered bered fullmäktiges presidie medborgar tillfälliga politisk program framtids budget"},
	{forms: "förvaltning||en|ar|arna", kind: Organ, not: "kapital medels skogs jord egendoms själv finans"},
	{forms: "kontor||et|en", kind: Organ, alone: definite},
	{forms: "avdelning||en|ar|arna", kind: Organ},
	{forms: "enhet||en|er|erna", kind: Organ, alone: definite,
		not: "medvet erfar öpp nyfik angeläg lä benäg belåt hel sin vil förteg slut bund beläg överläg obelåt förläg gem måttl själv trovärdigh omedvet träng skv egensinn bo erfaren verksam bostads mät lägenh oerfar insikts förvet bostadslä studie"},
	{forms: "sektor||n|er|erna", kind: Organ, not: "samhälls närings tjänste industri trafik transport jordbruks energi bygg finans"},
	{forms: "grupp||en|er|erna", kind: Organ, alone: definite,
		not: "mål risk ålders yrkes befolknings personal intresse minoritets elev brukar barn patient kund produkt användar ämnes under folk kompis klass vän kamrat läkemedels varu funktionshinder funktions gäst sam rese besöks etniska inkomst utbildnings medborgar " +
			"person samtals boende deltagar familje studie hyres köpar sårbara ungdoms aktivitets undervisnings konsument fordons"},
	{forms: "råd||et|en", kind: Organ, alone: definite, not: "om sam för t till av åt kvad för kommunal lands borgar stads oppositions"},
	{forms: "kommitté||n|er|erna", kind: Organ},
	{forms: "kommitte||n|er|erna", kind: Organ},
	{forms: "bolag||et|en", kind: Organ},
	{forms: "stiftelse||n|r|rna", kind: Organ},
	{forms: "förbund||et|en", kind: Organ, alone: definite},
	{forms: "kansli||et|er|erna|en", kind: Organ},
	{forms: "presidi|um|et|er|erna", kind: Organ},
	{forms: "stab||en|er|erna", kind: Organ, alone: definite, not: "bok"},
	{forms: "team||et|en", kind: Organ, alone: definite},
	{forms: "byrå||n|er|erna", kind: Organ, alone: definite, not: "resebyrå rese"},
	{forms: "nätverk||et|en", kind: Organ, alone: definite, not: "data fiber social wifi"},
	{forms: "forum||et", kind: Organ, alone: never, only: "samverkans lednings chefs vänorts"},
	{forms: "ledning||en|ar|arna", kind: Organ, alone: definite,
		only: "kommun förvaltnings skol koncern sektors verksamhets bolags kontors avdelnings enhets stads nämnds vård"},
	{forms: "tjänst||en", kind: Organ, alone: never, only: "social hem räddnings färd lokalvårds måltids kost krisbered"},
	{forms: "arkiv||et", kind: Organ, alone: never, only: "kommun stads"},
	{forms: "bibliotek||et|en", kind: Organ, alone: definite},
	{forms: "revisor||n|er|erna", kind: Role},

	{forms: "chef||en|er|erna", kind: Role},
	{forms: "direktör||en|er|erna", kind: Role},
	{forms: "ordförande||n|na", kind: Role},
	{forms: "samordnare||n|na", kind: Role},
	{forms: "koordinator||n|er|erna", kind: Role},
	{forms: "strateg||en|er|erna", kind: Role},
	{forms: "sekreterare||n|na", kind: Role},
	{forms: "handläggare||n|na", kind: Role},
	{forms: "utredare||n|na", kind: Role},
	{forms: "ansvarig||a|e", kind: Role, alone: never, not: "o med till"},
	{forms: "rektor||n|er|erna", kind: Role, not: "di kor"},
	{forms: "ledare||n|na", kind: Role},
	{forms: "utvecklare||n|na", kind: Role},
	{forms: "planerare||n|na", kind: Role},
	{forms: "controller||n|s", kind: Role},
	{forms: "ombud||et|en", kind: Role},
	{forms: "politiker||n|na", kind: Role},
	{forms: "medarbetare||n|na", kind: Role},
	{forms: "personal||en", kind: Role},
	{forms: "sjuksköterska||n", kind: Role},
	{forms: "sjuksköterskor||na", kind: Role},
	{forms: "undersköterska||n", kind: Role},
	{forms: "skolsköterska||n", kind: Role},
	{forms: "elevhälsa||n", kind: Organ},
	{forms: "läkare||n|na", kind: Role},
	{forms: "inspektör||en|er|erna", kind: Role},
	{forms: "kommunalråd||et|en", kind: Role},
	{forms: "oppositionsråd||et|en", kind: Role},
	{forms: "borgarråd||et|en", kind: Role},
	{forms: "tjänsteman||nen", kind: Role},
	{forms: "tjänstemän||nen", kind: Role},
	{forms: "tjänsteperson||en|er|erna", kind: Role},
	{forms: "förtroendevald||a|e", kind: Role},
	{forms: "ledamot||en", kind: Role},
	{forms: "ledamöter||na", kind: Role},
	{forms: "representant||en|er|erna", kind: Role},
	{forms: "arkivarie||n|r|rna", kind: Role},
	{forms: "registrator||n|er|erna", kind: Role},
	{forms: "jurist||en|er|erna", kind: Role},
	{forms: "kommunikatör||en|er|erna", kind: Role},
	{forms: "koordinatör||en|er|erna", kind: Role},
	{forms: "administratör||en|er|erna", kind: Role},
	{forms: "pedagog||en|er|erna", kind: Role},
	{forms: "terapeut||en|er|erna", kind: Role},
	{forms: "kurator||n|er|erna", kind: Role},
	{forms: "coach||en|er|erna", kind: Role},
	{forms: "assistent||en|er|erna", kind: Role},
	{forms: "lärare||n|na", kind: Role},
	{forms: "kontaktperson||en|er|erna", kind: Role},
	{forms: "upphandlare||n|na", kind: Role},
	{forms: "beställare||n|na", kind: Role},
	{forms: "utförare||n|na", kind: Role},
	{forms: "förvaltare||n|na", kind: Role},
	{forms: "ägare||n|na", kind: Role, alone: never, only: "dokument process system informations projekt uppdrags"},
	{forms: "arbetsgivare||n|na", kind: Role},
	{forms: "antikvarie||n|r|rna", kind: Role},
	{forms: "bibliotekarie||n|r|rna", kind: Role},
	{forms: "konsulent||en|er|erna", kind: Role},
	{forms: "ekolog||en|er|erna", kind: Role},
	{forms: "ingenjör||en|er|erna", kind: Role},
	{forms: "tekniker||n|na", kind: Role},
	{forms: "vaktmästare||n|na", kind: Role},
	{forms: "föreståndare||n|na", kind: Role},
	{forms: "intendent||en|er|erna", kind: Role},
	{forms: "arkitekt||en|er|erna", kind: Role},
	{forms: "psykolog||en|er|erna", kind: Role},
	{forms: "logoped||en|er|erna", kind: Role},
	{forms: "dietist||en|er|erna", kind: Role},
	{forms: "specialist||en|er|erna", kind: Role, alone: definite},
	{forms: "mentor||n|er|erna", kind: Role, alone: definite},
	{forms: "handledare||n|na", kind: Role, alone: definite},
	{forms: "attestant||en|er|erna", kind: Role},
	{forms: "vägledare||n|na", kind: Role},
	{forms: "rådgivare||n|na", kind: Role},
	{forms: "bedömare||n|na", kind: Role, alone: never, only: "bistånds"},
	{forms: "ekonom||en|er|erna", kind: Role, alone: definite},
	{forms: "redaktör||en|er|erna", kind: Role},
	{forms: "kontaktman||nen", kind: Role},
	{forms: "inspiratör||en|er|erna", kind: Role},
	{forms: "granskare||n|na", kind: Role},
	{forms: "kontrollant||en|er|erna", kind: Role},
	{forms: "vakt||en|er|erna", kind: Role, alone: never, only: "torg bad parkerings skydds natt"},
	{forms: "lots||en|ar|arna", kind: Role, alone: never, only: "företags näringslivs familje bygg"},
	{forms: "inköpare||n|na", kind: Role},
	{forms: "projektör||en|er|erna", kind: Role},
	{forms: "behandlare||n|na", kind: Role},
	{forms: "stödjare||n|na", kind: Role},
	{forms: "skötare||n|na", kind: Role, alone: never, only: "park fastighets idrottsplats maskin vård djur"},

	{forms: "myndighet||en", kind: Outside, alone: never},
	{forms: "länsstyrelse||n|r|rna", kind: Outside},
	{forms: "socialstyrelse|n", kind: Outside},
	{forms: "folkhälsomyndighet|en", kind: Outside},
	{forms: "arbetsmiljöverk|et", kind: Outside},
	{forms: "skolverk|et", kind: Outside},
	{forms: "naturvårdsverk|et", kind: Outside},
	{forms: "boverk|et", kind: Outside},
	{forms: "trafikverk|et", kind: Outside},
	{forms: "livsmedelsverk|et", kind: Outside},
	{forms: "jordbruksverk|et", kind: Outside},
	{forms: "migrationsverk|et", kind: Outside},
	{forms: "skatteverk|et", kind: Outside},
	{forms: "försäkringskassa|n", kind: Outside},
	{forms: "arbetsförmedling|en", kind: Outside},
	{forms: "region||en|er|erna", kind: Outside, alone: definite},
	{forms: "landsting||et|en", kind: Outside},
	{forms: "regering|en", kind: Outside},
	{forms: "riksdag|en", kind: Outside},
	{forms: "polis|en", kind: Outside},
}

// A form is one inflected form of a head.
type form struct {
	head     *head
	definite bool
	genitive bool
}

// maxForm is the length in bytes of the longest inflected head ("koordinatörernas" and the like): no longer suffix need be tried.
const maxForm = 24

// formTable maps each inflected head to what it is.
var formTable = sync.OnceValue(func() map[string]form {
	table := make(map[string]form, 8*len(heads))
	for i := range heads {
		h := &heads[i]
		stem, endings, _ := strings.Cut(h.forms, "|")
		for _, e := range strings.Split(endings, "|") {
			f := form{head: h, definite: isDefinite(e) || stem == "fullmäktige"}
			inflected := stem + e
			if e == "na" && strings.HasSuffix(stem, "are") {
				inflected = strings.TrimSuffix(stem, "e") + e // "samordnarna"
			}
			table[inflected] = f
			f.genitive = true
			if !strings.HasSuffix(inflected, "s") {
				if _, taken := table[inflected+"s"]; !taken {
					table[inflected+"s"] = f
				}
			}
		}
	}
	return table
})

func isDefinite(ending string) bool {
	switch ending {
	case "en", "n", "et", "t", "erna", "rna", "arna", "na", "nen":
		return true
	}
	return false
}

// KindOf returns what a word names by its last part, in lower case and by itself ("omvårdnadsnämndens"), and whether it stands in the genitive.
func KindOf(word string) (kind Kind, genitive, ok bool) {
	f, ok := lookup(word, false)
	if !ok {
		return "", false, false
	}
	return f.head.kind, f.genitive, true
}

// lookup returns the head that word (in lower case) ends in. After its owner ("kommunstyrelsens stab") a head needs no
// definite form.
func lookup(word string, owned bool) (f form, ok bool) {
	table := formTable()
	for i := max(0, len(word)-maxForm); i < len(word); i++ {
		if f, ok := table[word[i:]]; ok {
			first := strings.TrimSuffix(word[:i], "-")
			ok := f.accepts(first) || owned && first == "" && f.head.alone == definite
			return f, ok
		}
	}
	return form{}, false
}

// accepts reports whether the head is a body with first before it in the compound.
func (f form) accepts(first string) bool {
	h := f.head
	if first == "" {
		return h.alone == always || h.alone == definite && f.definite
	}
	if h.only != "" {
		return hasField(h.only, first, strings.HasSuffix)
	}
	return len(first) > 1 && !hasField(h.not, first, denied)
}

// denied reports whether first is, or ends in, the denied first part w; one of a single letter must be all of it.
func denied(first, w string) bool { return first == w || len(w) > 1 && strings.HasSuffix(first, w) }

// hasField reports whether match(s, w) holds for a word w of words.
func hasField(words, s string, match func(s, w string) bool) bool {
	for w := range strings.FieldsSeq(words) {
		if match(s, w) {
			return true
		}
	}
	return false
}
