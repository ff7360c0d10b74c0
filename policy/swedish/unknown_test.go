package swedish

import (
	"slices"
	"strings"
	"testing"
)

// Compounds of which one part is in no list: the first before a long noun, the last after a noun that is plainly joined.
func TestCompoundsWithAnUnknownPart(t *testing.T) {
	for word, want := range map[string][]string{
		"grontelkampanj": {"grontel", "kampanj"}, "flonkastyrning": {"flonka", "styrning"}, "primelskampanjer": {"primel", "kampanj"},
		"forskningsblorper": {"forskning", "blorper"}, "vattenflonk": {"vatten", "flonk"}, "rabattpronga": {"rabatt", "pronga"},
		"nätverksgrontel":  {"nätverk", "grontel"}, // no word begins with sg, so the s joins
		"kommunflonkering": {"kommun", "flonkering"}, "personflinterad": {"person", "flinterad"}, "kommunalisering": nil, "fettavflonkare": nil, "fettavskruvare": {"fett", "avskruvare"},
		"vattenstronk": nil, // the s may belong to either
	} {
		if got := Parts(word); !slices.Equal(got, want) {
			t.Errorf("Parts(%q) = %q, want %q", word, got, want)
		}
	}
}

// What an ending makes of an unknown word is no compound, although the ending may hold a noun.
func TestEndingsAreNoParts(t *testing.T) {
	for _, w := range []string{"illumination", "förmögenhet", "plonkist", "trakasserier", "flinkartist", "godtagbar", "modernisering", "konsumtion", "kommunalisera"} {
		if got := Parts(w); got != nil {
			t.Errorf("Parts(%q) = %q", w, got)
		}
	}
}

// An unknown first part does not end in a prefix of what follows.
func TestPrefixesStayWithTheirWord(t *testing.T) {
	for _, w := range []string{"trollbesättningen", "flonkförhandling", "brontöverföring"} {
		for _, p := range Parts(w) {
			if strings.HasSuffix(p, "be") || strings.HasSuffix(p, "för") || strings.HasSuffix(p, "över") {
				t.Errorf("Parts(%q) = %q", w, Parts(w))
			}
		}
	}
}

func TestMayBeNoun(t *testing.T) {
	for w, want := range map[string]bool{"kupong": true, "skridning": false, "ningen": false, "rkupong": false, "antal": false, "blorp": true, "rn": false, "": false, "kritisk": false} {
		if got := mayBeNoun(w); got != want {
			t.Errorf("mayBeNoun(%q) = %v", w, got)
		}
	}
}

// A part that no list has is indexed as it stands and in the base forms that it may have.
func TestPartsOfNoListAreIndexedInAllForms(t *testing.T) {
	got := Analyze("rabattkuponken")[0].Parts
	for _, want := range []string{"rabatt", "kuponken", "kuponk"} {
		if !slices.Contains(got, want) {
			t.Errorf("parts %q lack %q", got, want)
		}
	}
}

func TestFirstParts(t *testing.T) {
	for word, want := range map[string]string{
		"självförtroende": "själv förtroende", "specialtågen": "special tåg", "tvåårsplan": "tvåår plan", "mellanskillnad": "mellan skillnad", "nordsidan": "nord sida",
	} {
		if got := strings.Join(Parts(word), " "); got != want {
			t.Errorf("Parts(%s) = %q, want %q", word, got, want)
		}
	}
}
