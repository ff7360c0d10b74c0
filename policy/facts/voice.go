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
		if !isTwinWord(strings.ToLower(words[i].of(s))) {
			continue
		}
		for k := i - 1; k > 0 && k >= i-3; k-- {
			word := words[k].of(s)
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
