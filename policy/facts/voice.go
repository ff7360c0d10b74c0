package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A voice is whose partner towns a sentence speaks of.
type voice uint8

const (
	voiceOpen    voice = iota // it does not say; what stands around decides
	voiceOwn                  // the document's own municipality's
	voiceOthers               // another municipality's, or other municipalities' in general
	voiceGeneral              // what partner towns are, the history of the movement
	voiceWish                 // such as somebody wishes for, asks for, or turned down
)

// away reports whether what a voice tells is no partner town of the document's own municipality.
func (v voice) away() bool { return v > voiceOwn }

// Phrases, in lower case, by which a sentence tells its voice.
var (
	generalPhrases = []string{"forskningsöversikt", "forskare", "studier visar", "studier av", "världskrig", "vänortsrörelse", "1900-talet", "första vänort", "första vänskap", "fredshandling"}
	meaningPhrases = []string{"med vänort avses", "med vänorter avses", "en vänort är en", "vänortstank", "vänortsidé", "vänort är en ort", "vänorter är orter", "vänorter är städer", "begreppet vänort", "ordet vänort"}
	wishPhrases    = []string{"förfrågan", "förfrågning", "pröva om", "utreda om", "kan inledas", "uppdrag att undersöka", "uppdrag att utreda", "uppdrag att pröva", "avböj", "tackat nej", "tackade nej", "har avslagits", "avslås", "avslår", "ansökan från", "intresseanmälan", "har visat intresse", "undersöka möjlighet",
		"undersöker möjlighet", "varit aktuell", "inga avtal tecknades", "inget avtal tecknades", "har diskuterats", "har föreslagits", "har övervägts", "bli vänort", "framtida vänort",
		"tänkbara", "möjliga vänort", "möjliga ort", "föreslagna vänort", "föreslagna ort", "intresserade ort", "potentiell", "medborgarförslag", "motionär", "motion om", "förslag på", "svar på motion", "överväger", "planerar att ingå", "motionen om", "fråga om", "frågan om", "söker en vänort", "söka en vänort", "aldrig genomför", "ej genomför", "önskar att", "skulle önska", "förslagsvis", "önskemål"}
	othersPhrases = []string{"grannkommun", "andra kommuner", "många kommuner", "flera kommuner", "vissa kommuner", "goda exempel", "gott exempel", "goda exemplen"}
)

// hear gives each unit its voice. What says nothing of itself goes on about others as long as its paragraph or list does.
func (r *reader) hear() {
	if r.ownName = r.owner; r.ownName == "" {
		r.ownName = r.likelyOwner()
	}
	for i := range r.units {
		u := &r.units[i]
		u.voice = r.voiceOf(u)
		if u.voice != voiceOpen {
			continue
		}
		if o := u.opener; o >= 0 && o < i {
			if v := r.units[o].voice; v.away() {
				u.voice = v
			}
		} else if i > 0 && r.units[i-1].voice == voiceOthers && r.units[i-1].passage == u.passage && u.passage >= 0 {
			u.voice = voiceOthers
		}
	}
}

// voiceOf returns the voice that a sentence has by itself.
func (r *reader) voiceOf(u *unit) voice {
	l := u.lower
	own := r.ownVoice(l)
	switch {
	case hasAny(l, "vår granne", "våra grannar"), hasAny(l, "dess vänort", "deras vänort", "sin vänort", "sina vänort") && !own:
		return voiceOthers
	case hasAny(l, "med vänorter avses") && !hasAny(l, "exempel", "t.ex") && len(findTold(u.text)) > 0: // a definition that names them
		return voiceOwn
	case hasAny(l, generalPhrases...) && !own, hasAny(l, meaningPhrases...):
		return voiceGeneral
	case hasAny(l, wishPhrases...):
		return voiceWish
	case r.opensOwn(u.text):
		return voiceOwn
	case hasAny(l, othersPhrases...) && !hasAny(l, "med andra kommuner") && !hasWord(l, "vi", "vår", "våra", "vårt") && !(own && hasAny(l, "tillsammans med", "gemensam")):
		return voiceOthers
	case r.othersLabel(u.text), r.ofAnother(l):
		return voiceOthers
	case r.othersSubject(u.text) || r.othersPartner(u.text) || !own && r.othersGenitive(u.text):
		return voiceOthers
	case own:
		return voiceOwn
	}
	return voiceOpen
}

// ownVoice reports whether a sentence speaks of the document's own municipality.
func (r *reader) ownVoice(l string) bool {
	if hasWord(l, "vi", "vår", "våra", "vårt", "kommunen", "kommunens", "staden", "stadens", "oss") {
		return true
	}
	return r.ownName != "" && hasWord(l, r.ownName, r.ownName+"s")
}

// othersPartner reports whether a sentence says that a town is another Swedish municipality's: "Kerava är vänort till Kristianstad".
func (r *reader) othersPartner(s string) bool {
	l := lower(s)
	for _, phrase := range []string{"vänort till ", "vänstad till ", "vänkommun till ", "twin town of ", "sister city of "} {
		i := strings.Index(l, phrase)
		if i < 0 {
			continue
		}
		rest := s[i+len(phrase):]
		word := rest[:wordEnd(rest, 0)]
		m, ok := policy.DefaultRegister().Find(strings.TrimSuffix(word, "s"))
		if !ok {
			m, ok = policy.DefaultRegister().Find(word)
		}
		return ok && strings.ToLower(m.Name) != r.owner
	}
	return false
}

// othersLabel reports whether a line begins with another Swedish municipality as the label of what it tells: "Kumla: Time (Norge)".
func (r *reader) othersLabel(s string) bool {
	i := strings.IndexAny(s, ":\t")
	if i < 0 {
		return false
	}
	_, listed := policy.DefaultRegister().Find(strings.TrimSuffix(strings.TrimSpace(s[:i]), " kommun"))
	return listed && !r.isOwnName(s[:i])
}

// ofAnother reports whether a clause within a sentence says of a name that it has partner towns: "Leeds, som är vänort med Lille".
func (r *reader) ofAnother(l string) bool {
	for _, phrase := range []string{", som är vänort", ", som är vänkommun", ", som är vänstad", ", vänort till ", ", som har vänort"} {
		i := strings.Index(l, phrase)
		if i < 0 {
			continue
		}
		rest := l[i+len(phrase):]
		rest = rest[:min(len(rest), 60)]
		return !hasWord(rest, "oss", "vi", "vår", "kommunen", "kommunens", "staden") && !(r.ownName != "" && strings.Contains(rest, r.ownName)) && hasWord(l[i:], "med", "till", "har")
	}
	return false
}

// othersGenitive reports whether partner towns within a sentence are said to be another town's: "… deltog Sillamäes övriga vänorter: …".
func (r *reader) othersGenitive(s string) bool {
	words := splitWords(s)
	for i := range words {
		if !isTwinWord(strings.ToLower(s[words[i].start:words[i].end])) {
			continue
		}
		for k := i - 1; k > 0 && k >= i-3; k-- {
			word := s[words[k].start:words[k].end]
			if name, ok := strings.CutSuffix(lower(word), "s"); ok && upperAt(word, 0) && !swedish.Known(word) {
				_, country, _ := countries().name(word)
				return !country && (r.ownName != "" || k < i-1) && name != r.ownName && lower(word) != r.ownName && lower(word) != r.owner
			}
			if !isDescribingWord(word) && !hasWord(word, "två", "tre", "fyra", "fem") {
				break
			}
		}
	}
	return false
}

// An opening is a name that a sentence begins with and what comes after it.
type opening struct {
	name     string // lower case, without the s of a genitive
	next     string // the word after it, "kommun" skipped, lower case
	full     bool   // "Ekeby kommun"
	genitive bool
	rest     string // what follows, lower case
}

// ownsVerbs are what stands after a municipality of which it is told that it has a partner town.
var ownsVerbs = set("har hade fick är saknar avslutade sade tecknade ingick samarbetar valde knöt skrev")

// maxNameWords is how many words the name of a Swedish municipality has at most.
const maxNameWords = 3

// openingOf reads the name that s begins with; no name is a word of the language ("Avtalet").
func openingOf(s string) (opening, bool) {
	words := splitWords(s)
	for len(words) > 0 && subjectLeads[strings.ToLower(s[words[0].start:words[0].end])] {
		words = words[1:]
	}
	n := 0
	for n < len(words) && n < maxNameWords && upperAt(s, words[n].start) && (n == 0 || strings.TrimSpace(s[words[n-1].end:words[n].start]) == "") {
		n++
	}
	if n == 0 || n == len(words) {
		return opening{}, false
	}
	sub := opening{name: lower(s[words[0].start:words[n-1].end])}
	last := lower(s[words[n].start:words[n].end])
	if last != "kommun" && last != "kommuns" && (swedish.IsStop(sub.name) || swedish.Known(s[words[0].start:words[0].end])) {
		return opening{}, false
	}
	if last == "kommun" || last == "stad" || last == "kommuns" || last == "stads" {
		sub.full, sub.genitive = true, strings.HasSuffix(last, "s")
		if n++; n == len(words) {
			return opening{}, false
		}
	} else if name, ok := strings.CutSuffix(sub.name, "s"); ok && isTwinWord(last) {
		sub.name, sub.genitive = name, true
	}
	if strings.TrimSpace(s[words[n-1].end:words[n].start]) != "" {
		return opening{}, false
	}
	sub.next, sub.rest = lower(s[words[n].start:words[n].end]), lower(s[words[n].start:])
	return sub, true
}

// subjectLeads are words before the name of a sentence's subject.
var subjectLeads = set("även också däremot grannen grannkommunen grannstaden")

// othersSubject reports whether a sentence begins with another municipality, as the one whose partner towns or agreements it tells.
func (r *reader) othersSubject(s string) bool {
	sub, ok := openingOf(s)
	if !ok || r.isOwn(sub) || r.ownName == "" && !r.severalNamed() {
		return false
	}
	if _, listed := policy.DefaultRegister().Find(sub.name); listed {
		return ownsVerbs[sub.next] || isTwinWord(sub.next) || sub.full
	}
	if sub.genitive {
		return isTwinWord(sub.next)
	}
	if words := splitWords(sub.rest); len(words) > 1 { // "Tyvärr har kontakten …": the name is none
		if subject := sub.rest[words[1].start:words[1].end]; !isTwinWord(subject) && hasSuffixOf(subject, "en", "et", "erna", "arna") {
			return false
		}
	}
	if !ownsVerbs[sub.next] || sub.next == "är" || sub.next == "fick" || sub.next == "har" && hasAny(sub.rest, "har varit", "har också varit") {
		return false // a partner town of ours may be told of like this
	}
	return hasTwinCue(sub.rest) && !hasWord(sub.rest, "kommunen", "kommunens", "oss", "vår", "vårt") || sub.next == "samarbetar"
}

// opensOwn reports whether a sentence begins with the document's own municipality.
func (r *reader) opensOwn(s string) bool {
	sub, ok := openingOf(s)
	return ok && r.ownName != "" && r.isOwn(sub)
}

// isOwnName reports whether s is the own municipality's name: "Ekeby", "Ekeby kommun".
func (r *reader) isOwnName(s string) bool {
	l := strings.TrimSuffix(lower(strings.TrimSpace(s)), " kommun")
	return r.ownName != "" && r.isOwn(opening{name: l})
}

func (r *reader) isOwn(sub opening) bool {
	return sub.name == r.ownName || sub.name == r.owner || sub.name+"s" == r.ownName || sub.name == r.ownName+"s"
}

// likelyOwner returns the name under which a document of an unknown municipality speaks of it: the one it names most often as a municipality, as
// one that does something or has partner towns; names in the title and the first lines count most. "" if it names none.
func (r *reader) likelyOwner() string {
	b := ballot{count: map[string]int{}, outside: map[string]bool{}}
	for i := range r.units {
		u := &r.units[i]
		for _, p := range findTold(u.text) {
			b.outside[lower(p.name)] = b.outside[lower(p.name)] || p.country != "SE"
		}
		if u.shortLine() && hasWord(u.lower, "från") { // "Inbjudan från …"
			words := splitWords(u.text)
			for k := 1; k < len(words); k++ {
				if u.lower[words[k-1].start:words[k-1].end] == "från" {
					b.outside[u.lower[words[k].start:words[k].end]] = true
				}
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.shortLine() && hasWord(u.lower, "från") {
			continue
		}
		weight := 1
		if u.heading && u.level == 0 || i < titleUnits {
			weight = 3
		}
		b.hear(u, weight)
	}
	if b.count[b.best] < 2 {
		return ""
	}
	return b.best
}

// shortLine reports whether u is a heading or a line that is no sentence.
func (u *unit) shortLine() bool {
	return u.heading || len(u.text) <= maxHeadingLine && !strings.HasSuffix(u.text, ".")
}

// A ballot counts how often a document names whom as its own municipality.
type ballot struct {
	count   map[string]int
	best    string
	outside map[string]bool // whoever something comes from, and towns abroad
}

func (b *ballot) vote(name string, n int) {
	if b.outside[name] {
		return
	}
	b.count[name] += n
	if b.best == "" || b.count[name] > b.count[b.best] {
		b.best = name
	}
}

// hear counts the votes of u.
func (b *ballot) hear(u *unit, weight int) {
	words := splitWords(u.text)
	for k := 0; k+1 < len(words); k++ {
		name := u.lower[words[k].start:words[k].end]
		if !upperAt(u.text, words[k].start) || strings.ContainsAny(u.text[words[k].end:words[k+1].start], ".,;:()\t") {
			continue
		}
		switch next := u.lower[words[k+1].start:words[k+1].end]; {
		case next == "kommun" || next == "kommuns" || next == "stad" || next == "stads":
			if k+2 == len(words) || !strings.HasPrefix(strings.TrimSpace(u.text[words[k+1].end:]), ",") && u.lower[words[k+2].start:words[k+2].end] != "i" {
				b.vote(name, 2*weight)
			}
		case ownerVerbs[next] && (k == 0 || !afterPreposition[u.lower[words[k-1].start:words[k-1].end]]) && !swedish.IsStop(name) && !swedish.Known(name):
			b.vote(name, weight)
		case ownsTwin(u.lower, words[k+1:]) && strings.HasSuffix(name, "s") && !swedish.Known(name):
			if m, ok := policy.DefaultRegister().Find(strings.TrimSuffix(name, "s")); ok { // of a town abroad it is told, too, that it has partner towns
				b.vote(strings.ToLower(m.Name), 2*weight)
			}
		}
	}
}

// ownsTwin reports whether words of l begin with a word for partner towns, or with one that describes and then such a word: "femte vänort".
func ownsTwin(l string, words []cell) bool {
	for k := 0; k < 2 && k < len(words); k++ {
		word := l[words[k].start:words[k].end]
		if isTwinWord(word) {
			return true
		}
		if !isDescribingWord(word) && !rankWords[word] {
			break
		}
	}
	return false
}

var rankWords = set("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde nya enda")

// severalNamed is namesSeveral, worked out once.
func (r *reader) severalNamed() bool {
	if r.several == unknown {
		r.several = no
		if r.namesSeveral() {
			r.several = yes
		}
	}
	return r.several == yes
}

// namesSeveral reports whether the document names two municipalities or more: if none is its own as far as can be told, none is.
func (r *reader) namesSeveral() bool {
	first := ""
	for i := range r.units {
		text := r.units[i].text
		for _, w := range splitWords(text) {
			if !upperAt(text, w.start) {
				continue
			}
			m, ok := policy.DefaultRegister().Find(text[w.start:w.end])
			if ok && first != "" && m.Name != first {
				return true
			}
			if ok {
				first = m.Name
			}
		}
	}
	return false
}

// afterPreposition are words after which a name is not what its sentence is about.
var afterPreposition = set("med till från i på av för om mot hos och samt eller vid mellan utanför nära vänorten vänstaden staden kommunen orten byn")

// titleUnits is how many units at the top tell whose a document is.
const titleUnits = 3

// ownerVerbs are what the documents of a municipality say that it does.
var ownerVerbs = set("har ska skall deltar söker saknar är samarbetar bedriver vill arbetar ingår kom")
