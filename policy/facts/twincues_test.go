package facts

import (
	"testing"

	"github.com/styrdok/styrdok/policy"
)

func TestHasTwinCue(t *testing.T) {
	for text, want := range map[string]bool{
		"våra vänorter": true, "vänortsavtalet": true, "partnerstäder": true, "en systerstad": true, "vänskapsort": true, "twin towns": true, "sister city": true, "vänkommunen": true,
		"fadderorten": true, "partner city": true, "partnerskap": false, "vänner": false, "orten": false, "projektpartner": false, "ort med vänlig personal": false, "": false,
	} {
		if hasTwinCue(text) != want {
			t.Errorf("hasTwinCue(%q) = %v", text, !want)
		}
	}
}

// What stands at the asterisk is a partner town or not, as the words around say.
func TestGoverns(t *testing.T) {
	for text, want := range map[string]bool{
		"vänorterna är * i norge":                          true,
		"* i norge är vår vänort":                          true,
		"projekt med * i norge":                            false,
		"utöver vänorterna pågår projekt med * i norge":    false,
		"projekt i polen och vänorten * i norge":           true,
		"vänorterna besöks, men * i norge nämns":           false,
		"nätverk i polen medan vänorten * finns":           true,
		"* i norge deltar i projekt":                       false,
		"* i norge":                                        false,
		"en delegation reste till vänorten * i norge":      true,
		"elever från vänorten besökte * i norge":           false,
		"vänortsprojekt med * i norge":                     true,
		"kommunen är medlem i nätverk tillsammans med * i": false,
	} {
		i := -1
		for k := range text {
			if text[k] == '*' {
				i = k
			}
		}
		if got, _ := governs(keywords(text), i); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestTownStatus(t *testing.T) {
	for text, want := range map[string]string{
		"avtalet är vilande": townDormant, "utbytet ligger nere": townDormant, "har varit inaktivt": townDormant, "ingen kontakt sedan 2004": townDormant, "samarbetet vilar": townDormant,
		"inte aktiv": townDormant, "sovande avtal": townDormant, "avtalet sades upp": townEnded, "har upphört": townEnded, "avslutades 2010": townEnded, "gäller inte längre": townEnded,
		"tidigare vänort": townEnded, "avtalet löpte ut": townEnded, "aktivt utbyte": townActive, "gällande avtal": townActive, "samarbetet har tidigare omfattat skola": "", "vänorten": "", "": "",
		"besöket avslutas med en middag": "",
	} {
		if got := townStatus(text); got != want {
			t.Errorf("townStatus(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestDeniesTowns(t *testing.T) {
	for text, want := range map[string]bool{
		"kommunen har inga vänorter":                     true,
		"kommunen har ingen vänort":                      true,
		"vi har för närvarande inga aktiva vänortsavtal": true,
		"kommunen saknar vänorter":                       true,
		"kommunen har inte några vänorter":               true,
		"kommunen har inte någon vänort":                 true,
		"kommunen har inte vänorter":                     true,
		"några vänorter finns inte":                      true,
		"vänorter saknas":                                true,
		"kommunen har valt att inte ha några vänorter":   true,
		"inga nya vänorter ska sökas":                    false,
		"inga nya vänortsavtal tecknas":                  false,
		"kommunen har tre vänorter":                      false,
		"förslaget nämner inte vänorter":                 false,
		"inga medel finns, vänorter besöks sällan":       false,
		"ingen ska resa utan beslut":                     false,
	} {
		if got := deniesTowns(text); got != want {
			t.Errorf("deniesTowns(%q) = %v", text, got)
		}
	}
}

func TestVoiceOf(t *testing.T) {
	r := &reader{doc: &policy.Document{}, owner: "ekeby", ownName: "ekeby"}
	for text, want := range map[string]voice{
		"Vänortsrörelsen växte fram efter andra världskriget.":      voiceGeneral,
		"Efter andra världskriget fick kommunen sin första vänort.": voiceOwn,
		"Med vänort avses en ort i ett annat land.":                 voiceGeneral,
		"Grannkommunen har vänorter i Norge.":                       voiceOthers,
		"Andra kommuner har ofta fler vänorter.":                    voiceOthers,
		"Säffle kommun har vänorten Grue.":                          voiceOthers,
		"Ekeby kommun har vänorten Grue.":                           voiceOwn,
		"Säffle har vänorten Grue.":                                 voiceOthers,
		"Sjövik har vänorten Grue.":                                 voiceOthers,
		"Sjöviks vänorter är Grue och Hole.":                        voiceOthers,
		"Sjöviks kommun samarbetar sedan 1990 med Hole i Norge.":    voiceOthers,
		"Tillsammans med Säffle har vi vänorten Grue.":              voiceOwn,
		"En förfrågan om att bli vänort kom från Polen.":            voiceWish,
		"Våra vänorter är Grue och Hole.":                           voiceOwn,
		"Vänorter är Grue och Hole.":                                voiceOpen,
		"Grue har varit vänort sedan 1990.":                         voiceOpen,
		"Avtalet har vänorterna undertecknat.":                      voiceOpen,
	} {
		u := &unit{text: text, lower: lower(text)}
		if got := r.voiceOf(u); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestClause(t *testing.T) {
	l := "utbytet med a är vilande medan b är aktivt; c har upphört men d består"
	for name, want := range map[string]string{"a är": "utbytet med a är vilande", "b är": "b är aktivt", "c har": " c har upphört", "d b": "d består"} {
		at := indexOf(t, l, name)
		a, b := clause(l, at, at+1)
		if got := l[a:b]; got != want {
			t.Errorf("clause around %q = %q, want %q", name, got, want)
		}
	}
}

func indexOf(t *testing.T, s, sub string) int {
	t.Helper()
	for i := 0; i+len(sub) <= len(s); i++ {
		if s[i:i+len(sub)] == sub {
			return i
		}
	}
	t.Fatalf("%q is not in %q", sub, s)
	return -1
}
