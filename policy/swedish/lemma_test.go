package swedish

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// share reports whether a and b have a lemma in common.
func share(a, b string) bool {
	return slices.ContainsFunc(Lemmas(a), func(l string) bool { return slices.Contains(Lemmas(b), l) })
}

func TestLemmas(t *testing.T) {
	for word, want := range map[string]string{
		"målet": "mål", "POLICYN": "policy", "vänortsavtalets": "vänortsavtal", "KS:s": "kommunstyrelse", "EU-projekten": "euprojekt",
		"tjänstemännen": "tjänsteman", "bidrog": "bidra", "antagna": "anta", "registret": "register", "2014": "2014", "Kungälvs": "kungälv",
	} {
		if got := Lemmas(word); !slices.Contains(got, want) {
			t.Errorf("Lemmas(%q) = %q, want %q among them", word, got, want)
		}
	}
}

// Words outside the word list must meet their own forms by rule alone.
func TestLemmasOfUnknownWords(t *testing.T) {
	for _, forms := range []string{
		"knurr knurret knurren", "flompa flompan flompor flomporna flompornas", "blurk blurken blurkar blurkarna", "snorvel snorvlar",
		"klister klistret klistren", "glonering gloneringen gloneringar", "tronskhet tronskheten",
		"mangera mangerar mangerade mangeras", "vrondig vrondiga vrondigt",
	} {
		f := strings.Fields(forms)
		for _, other := range f[1:] {
			if !share(f[0], other) {
				t.Errorf("%s %v and %s %v share no lemma", f[0], Lemmas(f[0]), other, Lemmas(other))
			}
		}
	}
}

// Every form that the word list makes leads back to its lemma, and so does its genitive.
func TestFormsLeadBack(t *testing.T) {
	lx := words()
	for form, ids := range lx.forms {
		for _, id := range ids {
			if l := lx.lexemes[id]; !l.bound && !slices.Contains(Lemmas(form), l.lemma) {
				t.Fatalf("Lemmas(%q) = %q lacks %q", form, Lemmas(form), l.lemma)
			}
		}
	}
}

func TestNounsAreNoImperatives(t *testing.T) {
	for noun, verb := range map[string]string{"stöd": "stödja", "råd": "råda", "nämnd": "nämna"} {
		if slices.Contains(Lemmas(noun), verb) {
			t.Errorf("Lemmas(%q) = %q", noun, Lemmas(noun))
		}
	}
	if !share("styrande", "styrde") || !share("samordnande", "samordnade") {
		t.Error("the present participle is no form of its verb")
	}
	if !slices.Contains(Lemmas("rör"), "röra") || !slices.Contains(Lemmas("följ"), "följa") {
		t.Error("the present of röra or the imperative of följa is lost")
	}
}

func TestPartsOfWhatIsMadeOfTwo(t *testing.T) {
	modifiers := []string{"kommun", "ansvars", "miljö", "utvecklings", "skol", "arbets", "klimat", "medborgar"}
	heads := []string{"avtal", "policyn", "projekten", "perspektivet", "nämnderna", "strategi"}
	rapid.Check(t, func(t *rapid.T) {
		m, h := rapid.SampledFrom(modifiers).Draw(t, "modifier"), rapid.SampledFrom(heads).Draw(t, "head")
		got := Parts(m + h)
		if len(got) != 2 || !slices.Contains(Lemmas(h), got[1]) {
			t.Fatalf("Parts(%q) = %q", m+h, got)
		}
	})
}

func TestPartsRegressions(t *testing.T) {
	for word, want := range map[string][]string{
		"EU-samordnaren": {"eu", "samordnare"}, "busstation": {"buss", "station"}, "årsbokslut": {"år", "bokslut"},
		"försäkra": nil, "regionalisering": nil, "befolkningsökning": {"befolkning", "ökning"}, "hänsyn": nil, "KF": {"kommun", "fullmäktige"},
		"ungdomsutbyten": {"ungdom", "utbyte"}, "bidragsbrottslagen": {"bidragsbrott", "lag"}, "lättillgänglig": {"lätt", "tillgänglig"},
		"klottersanering": {"klotter", "sanering"}, "måluppfyllelse": {"mål", "uppfyllelse"}, "salutogent": nil, "kopieras": nil, "skolelever": {"skola", "elev"}, "": nil, "s": nil, "-": nil,
	} {
		if got := Parts(word); !slices.Equal(got, want) {
			t.Errorf("Parts(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestAllPartsHoldTheInnerOnes(t *testing.T) {
	got := Analyze("arbetsmiljöpolicyn")[0].Parts
	for _, want := range []string{"arbetsmiljö", "policy", "arbete", "miljö"} {
		if !slices.Contains(got, want) {
			t.Errorf("parts %q lack %q", got, want)
		}
	}
}

func TestRoots(t *testing.T) {
	for _, family := range []string{
		"ansvar ansvara ansvarig", "beslut besluta", "revidera revidering revision", "information informera informering",
		"samordna samordnare samordning", "uppföljning följa", "anmälan anmäla", "organisation organisera",
	} {
		f := strings.Fields(family)
		for _, other := range f[1:] {
			if Root(f[0]) != Root(other) {
				t.Errorf("%s has the root %q, %s %q", f[0], Root(f[0]), other, Root(other))
			}
		}
	}
	if Root("mål") == Root("mall") || Root("stat") == Root("station") {
		t.Error("different roots are one")
	}
}

func TestStopWordsTellNothing(t *testing.T) {
	for _, w := range []string{"och", "Att", "DEN", "på"} {
		if !IsStop(w) {
			t.Errorf("%q is no stop word", w)
		}
	}
	for _, w := range []string{"inte", "ingen", "utan", "inom", "alla", "kan", "ska", "mål"} {
		if IsStop(w) {
			t.Errorf("%q is a stop word; a policy turns on it", w)
		}
	}
}

func TestLexiconErrors(t *testing.T) {
	for data, want := range map[string]string{
		"mål\n": "data/a.txt:1: a word before the first class", "# x\n@n-what\n": `data/a.txt:2: no class "n-what"`,
	} {
		_, err := loadLexicon(fstest.MapFS{"data/a.txt": {Data: []byte(data)}})
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

func TestParadigms(t *testing.T) {
	for _, tt := range []struct{ class, lemma, want string }{
		{"n-or", "skola", "skolan skolor skolorna"},
		{"n-ar", "nyckel", "nyckeln nycklar nycklarna"},
		{"n-ar", "pojke", "pojken pojkar pojkarna"},
		{"n-er", "nämnd", "nämnden nämnder nämnderna"},
		{"n-agent", "invånare", "invånaren invånarna"},
		{"n-agent", "politiker", "politikern politikerna"},
		{"n-ett", "mål", "målet målen"},
		{"n-ett", "register", "registret registren"},
		{"n-ett", "program", "programmet programmen"},
		{"n-ett-er", "stipendium", "stipendiet stipendier stipendierna"},
		{"adj", "egen", "eget egna"},
		{"adj", "gemensam", "gemensamt gemensamma"},
		{"adj", "fri", "fritt fria friare"},
		{"v-er", "leda", "leder ledde lett leds"},
		{"v-er", "använda", "använde använt används"},
		{"v-er", "köpa", "köpte köpt köps"},
		{"v-er", "känna", "kände känt"},
		{"v-short", "nå", "når nådde nått"},
	} {
		got := paradigms[tt.class].forms(tt.lemma)
		for _, w := range strings.Fields(tt.want) {
			if !slices.Contains(got, w) {
				t.Errorf("%s %s: %q lacks %q", tt.class, tt.lemma, got, w)
			}
		}
	}
}
