package swedish

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Of any text the terms lie in order and in bounds, are what stands there, and each has a lemma.
func TestTermsLieInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([A-ZÅÄÖa-zåäö0-9:.,\-' ]|\x{00ad}|\x{0301}){0,60}`)).Draw(t, "text")
		end := 0
		for _, term := range Analyze(text) {
			if term.Start < end || term.End <= term.Start || term.End > len(text) {
				t.Fatalf("%q: a term at %d to %d after %d", text, term.Start, term.End, end)
			}
			end = term.End
			if got := Normal(text[term.Start:term.End]); got != term.Surface {
				t.Fatalf("%q: %q at %d is told as %q", text, got, term.Start, term.Surface)
			}
			if len(term.Lemmas) == 0 || slices.Contains(term.Lemmas, "") {
				t.Fatalf("%q: lemmas %q of %q", text, term.Lemmas, term.Surface)
			}
		}
	})
}

// The base form of a listed word is its own base form, and bends no further.
func TestLemmasOfLemmas(t *testing.T) {
	lx := words()
	for _, l := range lx.lexemes {
		if l.bound || l.tail || l.pos == other {
			continue
		}
		if got := Lemmas(l.lemma); !slices.Contains(got, l.lemma) && l.class != "v-er" && l.class != "v-strong" && l.pos != adjective {
			t.Errorf("Lemmas(%q) = %q", l.lemma, got)
		}
	}
}

// No letters make the analysis fail, and the same letters give the same.
func TestAnalysisOfAnyLetters(t *testing.T) {
	piece := rapid.SampledFrom([]string{"vänorts", "arbets", "ning", "het", "s", "a", "å", "lig", "bana", "plan", "-", "för", "mm", "skol", "erna", "x", "ä", "avtal", "et"})
	rapid.Check(t, func(t *rapid.T) {
		w := strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "pieces"), "")
		if a, b := Lemmas(w), Lemmas(w); !slices.Equal(a, b) {
			t.Fatalf("%q: %q, then %q", w, a, b)
		}
		ps := Parts(w)
		if len(ps) == 1 || slices.Contains(ps, "") && !strings.Contains(w, "-") {
			t.Fatalf("parts of %q: %q", w, ps)
		}
		Root(w)
		IsStop(w)
	})
}

// What stands last in compounds only bends there, and is no word by itself.
func TestTails(t *testing.T) {
	for word, want := range map[string]string{"bottenplanet": "bottenplan", "stadsborna": "stadsbo", "markplanets": "markplan", "kustborna": "kustbo"} {
		if got := Lemmas(word); !slices.Contains(got, want) {
			t.Errorf("Lemmas(%q) = %q, want %q", word, got, want)
		}
	}
	if share("planet", "plan") {
		t.Error("planet is a form of plan")
	}
}

// The s before a last part joins; a last part in the genitive is taken only if the word has no other reading.
func TestGenitiveOfLastPart(t *testing.T) {
	for word, want := range map[string]string{"årskurs": "år kurs", "kvällskurser": "kväll kurs", "skolgårds": "skola gård", "vänortsavtals": "vänort avtal"} {
		if got := strings.Join(Parts(word), " "); got != want {
			t.Errorf("Parts(%s) = %q, want %q", word, got, want)
		}
	}
}

func TestSuperlatives(t *testing.T) {
	for word, want := range map[string]string{"störste": "stor", "högste": "hög", "äldste": "gammal", "äldre": "gammal", "längste": "lång"} {
		if got := Lemmas(word); !slices.Contains(got, want) {
			t.Errorf("Lemmas(%q) = %q, want %q", word, got, want)
		}
	}
}
