package swedish

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// paradigmsOfNoList are words that nobody has listed, as each declension and conjugation bends them; the first is the base form.
var paradigmsOfNoList = map[string]string{
	"first declension":              "skrempa skrempan skrempor skremporna skrempans skrempornas",
	"second declension":             "blonk blonken blonkar blonkarna blonkens blonkarnas",
	"second, in -e":                 "flonke flonken flonkar flonkarna",
	"second, losing e":              "drungel drungeln drunglar drunglarna",
	"second, losing m and e":        "glommer glommern glomrar glomrarna",
	"second, doubling m":            "brem bremmen bremmar bremmarna",
	"third declension":              "vorist voristen vorister voristerna",
	"third, in -or":                 "plektor plektorn plektorer plektorerna",
	"third, losing e":               "fribel fribeln fribler friblerna",
	"fourth declension":             "skrolie skrolien skrolier skrolierna",
	"fifth, in -e":                  "gremle gremlet gremlen gremlena",
	"fifth, in -ande":               "flossande flossandet flossanden flossandena",
	"fifth, in -o":                  "plando plandot plandon plandona",
	"sixth declension":              "krunt kruntet krunten kruntens",
	"sixth, losing e":               "stavver stavvret",
	"neuter in -um":                 "plektorium plektoriet plektorier plektorierna",
	"neuter in -eum":                "skroleum skroleet skroleer",
	"agent":                         "flonkare flonkaren flonkarna flonkarens",
	"first conjugation":             "flampa flampar flampade flampat flampad flampas flampades flampats",
	"second conjugation, voiceless": "gnolpa gnolper gnolpte gnolpt gnolps",
	"second conjugation, voiced":    "grolja groljer groljde groljd groljs",
	"adjective":                     "brumsk brumskt brumska brumskare brumskast brumskaste",
	"adjective losing e":            "vrucken vruckna",
	"adjective in a vowel":          "splo splott",
	"participle in -d":              "värmestrolld värmestrollt värmestrollda",
	"participle in -ad":             "flankerad flankerade flankerat",
}

func TestWordsOfNoListMeetTheirForms(t *testing.T) {
	for kind, forms := range paradigmsOfNoList {
		f := strings.Fields(forms)
		for _, other := range f[1:] {
			if !share(f[0], other) {
				t.Errorf("%s: %s %q and %s %q share no lemma", kind, f[0], Lemmas(f[0]), other, Lemmas(other))
			}
		}
	}
}

// Words that only look alike stay apart, also those of no list.
func TestWordsOfNoListStayApart(t *testing.T) {
	for _, pair := range []string{"blonk blenk", "skrempa skrimpa", "drungel drangel", "plif plifa", "koda kod", "vorist vort", "brem bram", "flonk flonkisk", "kruntel krantel"} {
		f := strings.Fields(pair)
		if share(f[0], f[1]) {
			t.Errorf("%s %q and %s %q share a lemma", f[0], Lemmas(f[0]), f[1], Lemmas(f[1]))
		}
	}
}

// An ending after a known word leads to that word, also where its declension is another: a verb's noun, a second plural.
func TestGuessFindsKnownBases(t *testing.T) {
	for word, want := range map[string]string{"gråtet": "gråt", "akuten": "akut", "registrar": "register"} {
		if got := Lemmas(word); !slices.Contains(got, want) {
			t.Errorf("Lemmas(%q) = %q, want %q among them", word, got, want)
		}
	}
	if got := words().guess(nil, "orta"); slices.Contains(got, "ort") {
		t.Errorf("orta is no adjective ort: %q", got)
	}
}

// Whatever the letters, a guess holds no more than a few base forms, none twice, and none empty.
func TestGuessIsBounded(t *testing.T) {
	const most = 16
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.StringMatching(`[a-zåäöé]{1,24}`).Draw(t, "word")
		got := words().guess(nil, w)
		if len(got) == 0 || len(got) > most {
			t.Fatalf("%d base forms of %q: %q", len(got), w, got)
		}
		for i, l := range got {
			if l == "" || slices.Contains(got[:i], l) {
				t.Fatalf("base forms of %q: %q", w, got)
			}
		}
	})
}

func TestWithE(t *testing.T) {
	for stem, want := range map[string]string{"registr": "register", "himl": "himel himmel", "regn": "", "mål": "", "ab": "", "nyckl": "nyckel"} {
		if got := strings.Join(withE(stem), " "); got != want {
			t.Errorf("withE(%q) = %q, want %q", stem, got, want)
		}
	}
}
