package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/compare"
)

// A point is one of the things to know first: what it is about, a sentence or two, and the anchor of the section that has more of it.
type point struct {
	Lead, Text, Anchor string
}

// namedAtOnce is how many municipalities or documents a point names; of more it says how many they are.
const namedAtOnce = 4

// InShort returns what a reader should know before all else: in what the municipalities agree, in what they differ, what is
// overdue, how old the documents are, what text they share, and what could not be read. All of it stands below with its sources.
func (v *view) InShort() []point {
	points := v.unreadPoints()
	if v.MunicipalityCount() > 1 {
		points = append(points, v.answerPoints()...)
	}
	points = append(points, v.overduePoints()...)
	points = append(points, v.agePoints()...)
	if v.MunicipalityCount() > 1 {
		if v.allRead() { // what nobody could read has neither most goals nor text of its own
			points = append(points, v.goalPoints()...)
			points = append(points, v.reusePoints()...)
		}
	}
	return points
}

// allRead reports whether each municipality has a document that was read.
func (v *view) allRead() bool {
	return !slices.ContainsFunc(v.Report.Municipalities, func(m compare.Municipality) bool { return len(m.Documents) == 0 })
}

// unreadPoints says what could not be read: it bears on all that follows.
func (v *view) unreadPoints() []point {
	var names []string
	for i := range v.Report.Documents {
		switch d := &v.Report.Documents[i]; {
		case len(d.UnreadPages) > 0:
			names = append(names, v.DocumentName(d.ID)+", "+v.Pages(d.UnreadPages))
		case !d.Complete:
			names = append(names, v.DocumentName(d.ID)+", "+v.T("whole-document"))
		}
	}
	for _, s := range v.Report.SetAside {
		names = append(names, v.Municipality(s.Municipality)+": "+oneLine(s.Source))
	}
	if len(names) == 0 {
		return nil
	}
	return []point{{v.T("ledger-short"), v.T("short-unread", v.named(names, "short-documents")), "ledger"}}
}

// answerPoints says on which topics all municipalities have something, and for each of the others who has and who has not.
func (v *view) answerPoints() []point {
	var points []point
	var agreed []string
	n := v.MunicipalityCount()
	for _, i := range v.MainTags() {
		label, anchor := v.TagLabel(v.Report.Tags[i]), v.SectionID(i)
		if v.apart() {
			anchor = "overview"
		}
		groups := v.byAnswer(i)
		switch {
		case len(groups) == 1 && groups[0].key == string(compare.Says):
			agreed = append(agreed, inSentence(label))
		case len(groups) == 1:
			points = append(points, point{label, sentence(v.T(answerMessages[groups[0].key], v.everyone(n, groups[0].key))), anchor})
		default:
			parts := make([]string, len(groups))
			for j, g := range groups {
				parts[j] = v.T(answerMessages[g.key], v.named(g.names, "short-municipalities"))
			}
			points = append(points, point{label, sentence(strings.Join(parts, "; ")), anchor})
		}
	}
	if len(agreed) > 0 {
		all := point{v.T("short-common"), v.T("short-agreed", capital(v.enumerate(agreed)), v.everyone(n, "says")), "overview"}
		points = slices.Insert(points, 0, all)
	}
	return points
}

// An answerGroup is the municipalities with one answer.
type answerGroup struct {
	key   string
	names []string
}

// answerOrder are the answers from what is said to what could not be read; answerMessages say them of municipalities.
var (
	answerOrder    = [...]string{"says", "mentioned-unnamed", "dormant", "none", "says-not", "not-said", "unread"}
	answerMessages = map[string]string{"says": "short-says", "mentioned-unnamed": "short-mentioned-unnamed", "dormant": "short-dormant",
		"none": "short-none", "says-not": "short-says-not", "not-said": "short-not-said", "unread": "short-unread-at"}
)

// byAnswer groups the municipalities by their answer to tag i, what is said before what is not; of partner towns it says how many
// are named.
func (v *view) byAnswer(i int) []answerGroup {
	groups := make([]answerGroup, len(answerOrder))
	for k, key := range answerOrder {
		groups[k].key = key
	}
	for j := range v.Report.Municipalities {
		m := &v.Report.Municipalities[j]
		if !m.Assigned() {
			continue
		}
		c, name := &m.Cells[i], v.Municipality(m.Name)
		key := cmp.Or(c.Detail, string(c.State))
		if n := len(m.PartnerTowns.Towns); key == "says" && v.Report.Tags[i].Name == tagPartnerTowns && n > 0 {
			name += " (" + strconv.Itoa(n) + ")"
		}
		if k := slices.IndexFunc(groups, func(g answerGroup) bool { return g.key == key }); k >= 0 {
			groups[k].names = append(groups[k].names, name)
		}
	}
	return slices.DeleteFunc(groups, func(g answerGroup) bool { return len(g.names) == 0 })
}

// named returns names as a phrase; of many, how many they are.
func (v *view) named(names []string, ofMany string) string {
	if len(names) > namedAtOnce {
		return v.T(ofMany, v.Number(len(names)))
	}
	return v.enumerate(names)
}

func (v *view) names(municipalities []string) []string {
	names := make([]string, len(municipalities))
	for i, n := range municipalities {
		names[i] = v.Municipality(n)
	}
	return names
}

// themeNames returns what themes are called in a sentence.
func (v *view) themeNames(tags []string) []string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = inSentence(v.ThemeLabel(t))
	}
	return names
}

// enumerate joins words as people do: "mål, ansvar och syfte".
func (v *view) enumerate(list []string) string {
	n := len(list)
	if n < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:n-1], ", ") + " " + v.T("and") + " " + list[n-1]
}

// everyone returns "alla fyra kommuner", as it stands beside an answer.
func (v *view) everyone(n int, answer string) string {
	switch {
	case answer == "not-said" || answer == "unread":
		return v.T("short-any")
	case n == 2:
		return v.T("short-both")
	}
	return v.T("short-all", v.inWords(n))
}

// inWords returns a small number in words, as prose has it.
func (v *view) inWords(n int) string {
	words := strings.Fields(v.T("numbers"))
	if n > 0 && n <= len(words) {
		return words[n-1]
	}
	return v.Number(n)
}

// sentence returns a phrase as a sentence.
func sentence(phrase string) string { return capital(phrase) + "." }

// inSentence returns a label as it stands within a sentence: its first letter is small, unless the word is an abbreviation.
func inSentence(label string) string {
	r, size := utf8.DecodeRuneInString(label)
	if next, _ := utf8.DecodeRuneInString(label[size:]); !unicode.IsLower(next) {
		return label
	}
	return string(unicode.ToLower(r)) + label[size:]
}
