package swedish

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// An analyzer that has met the words says the same as one that has not.
func TestAnalyzerRemembersRightly(t *testing.T) {
	word := rapid.SampledFrom([]string{"Målen", "mål", "MÅL", "vänortsavtal", "KS:s", "och", "EU-projekt", "år", "vän\u00adort"})
	a := new(Analyzer)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 0, 10).Draw(t, "words"), " ")
		got, want := a.Analyze(text), Analyze(text)
		if len(got) != len(want) {
			t.Fatalf("%q: %d words, want %d", text, len(got), len(want))
		}
		for i, g := range got {
			w := *want[i].Word
			w.Key = g.Key
			if g.Start != want[i].Start || g.End != want[i].End || !reflect.DeepEqual(*g.Word, w) {
				t.Fatalf("%q: %+v, want %+v", text, *g.Word, w)
			}
		}
	})
}

// However many words an analyzer meets, it remembers a bounded number: those met last, and what is met again and again. It says the same of
// all of them to all who ask at once.
func TestAnalyzerForgetsInTime(t *testing.T) {
	a := new(Analyzer)
	var g sync.WaitGroup
	for from := range 4 {
		g.Go(func() {
			for i := range maxRecent {
				number := strconv.Itoa(1_000_000 + i + from*maxRecent)
				got := a.Analyze("målet " + number)
				if !slices.Equal(got[0].Lemmas, []string{"mål"}) || !slices.Equal(got[1].Lemmas, []string{number}) || got[1].Start != len("målet ") {
					t.Errorf("%+v", got)
					return
				}
			}
		})
	}
	g.Wait()
	if n := len(a.recent); n == 0 || n > maxRecent {
		t.Errorf("%d words are at hand", n)
	}
	if n := len(a.all.at); n < 4*maxRecent || n > 4*maxRecent+1 {
		t.Errorf("%d words are remembered", n)
	}
}

// A memory gives back what it was given, of any word and analysis, by keys of which no two are the same, and forgets when it is full.
func TestMemory(t *testing.T) {
	var m memory
	known, keys := map[string]*Word{}, map[uint64]string{}
	rapid.Check(t, func(t *rapid.T) {
		surface := rapid.String().Draw(t, "surface")
		some := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string { // beginnings, ends and more of the word
			from := rapid.IntRange(0, len(surface)).Draw(t, "from")
			return surface[from:rapid.IntRange(from, len(surface)).Draw(t, "end")] + rapid.SampledFrom([]string{"", "a", "ö"}).Draw(t, "more")
		})), 0, 4)
		w := &Word{Surface: surface, Lemmas: some.Draw(t, "lemmas"), Parts: some.Draw(t, "parts"), Roots: some.Draw(t, "roots")}
		if len(w.Parts) == 0 {
			w.Parts = nil
		}
		known[surface] = w
		w.Key = m.put(w).Key
		if other, ok := keys[w.Key]; ok || w.Key == 0 {
			t.Fatalf("%q and %q have the key %d", surface, other, w.Key)
		}
		keys[w.Key] = surface
		for word, want := range known {
			if got, ok := m.get(word); !ok || !reflect.DeepEqual(got, want) {
				t.Fatalf("%q: %+v, want %+v", word, got, want)
			}
		}
		if _, ok := m.get(surface + "x"); ok && known[surface+"x"] == nil {
			t.Fatalf("%q is known", surface+"x")
		}
	})
	long := strings.Repeat("å", 1<<20)
	for i := range 20 {
		m.put(&Word{Surface: strconv.Itoa(i) + long, Lemmas: []string{}, Roots: []string{}})
	}
	if got, ok := m.get("19" + long); !ok || got.Surface != "19"+long || len(m.data) > maxMemory+len(long)+20 {
		t.Errorf("%v, %d bytes", ok, len(m.data))
	}
	if _, ok := m.get("0" + long); ok {
		t.Error("a full memory remembers")
	}
}

func TestUnfold(t *testing.T) {
	for word, want := range map[string][]string{
		"atgarder": {"åtgärder"}, "vanorternas": {"vänorternas"}, "skotselplan": {"skötselplan"}, "mal": {"mål"}, "åtgärd": nil, "Bod": {"böd"}, "xyz": nil,
		"arbetsmarknadsatgardsbanorama": nil, "": nil,
	} {
		if got := Unfold(word); !slices.Equal(got, want) {
			t.Errorf("Unfold(%s) = %q, want %q", word, got, want)
		}
	}
}

func TestGuess(t *testing.T) {
	lx := words()
	for word, want := range map[string]string{
		"blurkarna": "blurk", "knurret": "knurr", "flompor": "flompa", "snorvlar": "snorvel", "gronkens": "gronk", "abc": "abc", "x1y2": "x1y2",
		"tronkades": "tronka",
	} {
		if got := lx.guess(nil, word); !slices.Contains(got, want) {
			t.Errorf("guess(%q) = %q, want %q among them", word, got, want)
		}
	}
}

// A stem that is a known word is not taken: that word's forms are known, and this is none of them.
func TestGuessSparesKnownWords(t *testing.T) {
	for _, w := range []string{"plane", "orta", "avtala"} {
		stem := w[:len(w)-1]
		if slices.Contains(Lemmas(w), stem) {
			t.Errorf("Lemmas(%q) = %q", w, Lemmas(w))
		}
	}
}

func TestModifiers(t *testing.T) {
	lx := words()
	for form, want := range map[string]string{
		"vänorts": "vänort", "arbets": "arbete", "skol": "skola", "hälso": "hälsa", "gatu": "gata", "läkar": "läkare", "tjänste": "tjänst",
		"styr": "styra", "föräldra": "förälder", "barna": "barn", "ledningsgrupps": "ledningsgrupp", "utvecklings": "utveckling",
	} {
		if got, _, ok := lx.modifier(form); !ok || got != want {
			t.Errorf("modifier(%q) = %q, %v; want %q", form, got, ok, want)
		}
	}
	for _, form := range []string{"för", "upp", "xq", "", "och"} {
		if got, _, ok := lx.modifier(form); ok {
			t.Errorf("modifier(%q) = %q", form, got)
		}
	}
}

// What stands before a part and the part itself make up the word's lemma, so that compounds bend as their heads do.
func TestCompoundsBendAsTheirHeads(t *testing.T) {
	heads := rapid.SampledFrom([]string{"avtal avtalet avtalens", "nämnd nämnden nämnderna", "stad städer städernas", "policy policyn policyer",
		"register registret registren", "bok böcker böckerna", "tjänsteman tjänstemän tjänstemännens", "område områdena områdets"})
	modifiers := rapid.SampledFrom([]string{"vänorts", "miljö", "klimat", "kommun", "utvecklings", "flonk", "brimsel"})
	rapid.Check(t, func(t *rapid.T) {
		m := modifiers.Draw(t, "modifier")
		forms := strings.Fields(heads.Draw(t, "head"))
		for _, f := range forms[1:] {
			if !share(m+forms[0], m+f) {
				t.Fatalf("%s %q and %s %q share no lemma", m+forms[0], Lemmas(m+forms[0]), m+f, Lemmas(m+f))
			}
		}
	})
}

func TestNoWordIsItsOwnPart(t *testing.T) {
	lx := words()
	for _, l := range lx.lexemes[:2000] {
		if ps := lx.allParts(lx.readingOf(l.lemma)); slices.Contains(ps, l.lemma) || len(ps) == 1 {
			t.Errorf("parts of %s: %q", l.lemma, ps)
		}
	}
}

func TestDerivedNouns(t *testing.T) {
	for _, tt := range []struct{ stem, class, want string }{
		{"utveckl", "v-ar", "utveckling"}, {"samordn", "v-ar", "samordning"}, {"revider", "v-ar", "revidering"}, {"bevak", "v-ar", "bevakning"},
		{"vandr", "v-ar", "vandring"}, {"styr", "v-er", "styrning"}, {"samverk", "v-ar", "samverkning"},
	} {
		if got := actionNoun(tt.stem, tt.class); got != tt.want {
			t.Errorf("actionNoun(%q) = %q, want %q", tt.stem, got, tt.want)
		}
	}
}

func TestAdjectives(t *testing.T) {
	for lemma, want := range map[string]string{
		"god": "gott", "hård": "hårt", "sann": "sant", "vit": "vitt", "privat": "privat", "ny": "nytt", "mogen": "moget", "samlad": "samlat",
		"enskild": "enskilt", "röd": "rött", "säker": "säkert", "kort": "kort",
	} {
		if got := neuterForm(lemma); got != want {
			t.Errorf("neuter of %s: %q, want %q", lemma, got, want)
		}
	}
}

// A row of letters without end, or of hyphens, is analysed at once: it is its own base form.
func TestEndlessWord(t *testing.T) {
	for _, w := range []string{strings.Repeat("å", 100_000), strings.Repeat("vänorts", 20_000), strings.Repeat("a-", 50_000) + "a"} {
		terms := Analyze(w)
		if len(terms) != 1 || len(terms[0].Lemmas) != 1 || terms[0].Lemmas[0] != w || len(terms[0].Parts) != 0 {
			t.Errorf("%.20q: %d terms", w, len(terms))
		}
	}
	if got := Lemmas("kommunstyrelseordförandebefattningsbeskrivningen"); got[0] != "kommunstyrelseordförandebefattningsbeskrivning" {
		t.Errorf("a long word that is one: %v", got)
	}
}
