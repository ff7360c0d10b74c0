package index

import (
	"errors"
	"github.com/styrdok/styrdok/policy/swedish"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		query string
		want  []clause
	}{
		{"", nil},
		{"  ", nil},
		{"avtal vänort", []clause{{text: "avtal"}, {text: "vänort"}}},
		{"+avtal -projekt", []clause{{sign: '+', text: "avtal"}, {sign: '-', text: "projekt"}}},
		{`"gällande avtal" ny`, []clause{{text: "gällande avtal", phrase: true}, {text: "ny"}}},
		{`”gällande avtal”`, []clause{{text: "gällande avtal", phrase: true}}},
		{`"inte stängd`, []clause{{text: "inte stängd", phrase: true}}},
		{"internat*", []clause{{text: "internat", prefix: true}}},
		{"municipality:Ale", []clause{{field: FieldMunicipality, text: "Ale"}}},
		{"Kommun:Ale -tagg:goals", []clause{{field: FieldMunicipality, text: "Ale"}, {sign: '-', field: FieldTag, text: "goals"}}},
		{`section:"5 Ansvar"`, []clause{{field: FieldHeading, text: "5 Ansvar", phrase: true}}},
		{"KS:s beslut", []clause{{text: "KS:s"}, {text: "beslut"}}},
		{"vänort - projekt", []clause{{text: "vänort"}, {text: "projekt"}}},
		{"* ! ?", nil},
		{"year:2014..2018", []clause{{field: FieldYear, text: "2014..2018"}}},
		{"kommun: Ale", []clause{{text: "kommun:"}, {text: "Ale"}}},
	} {
		if got := parse(tt.query); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("parse(%q) = %+v, want %+v", tt.query, got, tt.want)
		}
	}
}

func TestParseIsBounded(t *testing.T) {
	if got := len(parse(strings.Repeat("ord ", 10_000))); got != maxClauses {
		t.Errorf("%d clauses", got)
	}
}

func TestRelax(t *testing.T) {
	got := relax(parse("+vänortspolicy gäller kommun:Ale -klimatplan"))
	want := []clause{{text: "vänort"}, {text: "policy"}, {text: "gäller"}, {field: FieldMunicipality, text: "Ale"}, {sign: '-', text: "klimatplan"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if got := relax(parse(`policy "vänortspolicy" vänortspol* kommun:Vänortsby`)); got != nil {
		t.Errorf("without a compound: %+v", got)
	}
}

func TestYearRange(t *testing.T) {
	for _, tt := range []struct {
		text     string
		from, to int
		bad      bool
	}{
		{"2014", 2014, 2014, false}, {"2014..2018", 2014, 2018, false}, {"2014-2018", 2014, 2018, false}, {"2014..", 2014, 9999, false},
		{"..2018", 0, 2018, false}, {">=2014", 2014, 9999, false}, {">2014", 2015, 9999, false}, {"<=2014", 0, 2014, false},
		{"<2014", 0, 2013, false}, {"igår", 0, 0, true}, {"2014..nu", 0, 0, true}, {"20145", 0, 0, true},
	} {
		from, to, err := yearRange(tt.text)
		if tt.bad != errors.Is(err, ErrQuery) {
			t.Errorf("%q: error %v", tt.text, err)
		}
		if !tt.bad && (from != tt.from || to != tt.to) {
			t.Errorf("%q: %d to %d, want %d to %d", tt.text, from, to, tt.from, tt.to)
		}
	}
}

func TestCompileLeavesFunctionWordsOut(t *testing.T) {
	n, err := compile(parse("avtal och vänort"), defaultWeights)
	if err != nil || len(n.Should) != 2 {
		t.Errorf("%d words are sought, want 2 (%v)", len(n.Should), err)
	}
	if n, _ = compile(parse("och"), defaultWeights); len(n.Should) != 1 {
		t.Error("a query of one function word seeks nothing")
	}
	if n, _ = compile(parse("-projekt"), defaultWeights); len(n.Must) != 1 || n.Must[0].Op != OpAll || len(n.Not) != 1 {
		t.Errorf("only a minus: %+v", n)
	}
}

func TestCompileGroupsFilters(t *testing.T) {
	n, err := compile(parse("kommun:Ale kommun:Åmål typ:policy -tagg:goals"), defaultWeights)
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Filter) != 2 || len(n.Filter[0].Should) != 2 || len(n.Filter[1].Should) != 1 || len(n.Not) != 1 {
		t.Errorf("filters %+v, not %+v", n.Filter, n.Not)
	}
	if _, err := compile(parse("year:snart"), defaultWeights); !errors.Is(err, ErrQuery) {
		t.Errorf("error %v", err)
	}
}

func TestCompileSeeksWithoutMarksOnlyWhatWasTypedSo(t *testing.T) {
	folded := func(q string) bool {
		n, _ := compile(parse(q), defaultWeights)
		for _, term := range n.Should[0].Terms {
			if term.Text == "åtgärd" && term.Weight == defaultWeights.folded {
				return true
			}
		}
		return false
	}
	if !folded("atgarder") || folded("åtgärder") {
		t.Error("folded forms are sought for the wrong word")
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("ord ", 100) + "här står målet för arbetet " + strings.Repeat("ord ", 100)
	for _, tt := range []struct{ query, text, want string }{
		{"mål", "Målen är <två>.", "<mark>Målen</mark> är &lt;två&gt;."},
		{"vänort", "Ett vänortsavtal & ett avtal", "Ett <mark>vänortsavtal</mark> &amp; ett avtal"},
		{`"är två"`, "Målen är två, två är", "Målen <mark>är</mark> <mark>två</mark>, två är"},
		{"atgarderna", "Åtgärder för mal", "<mark>Åtgärder</mark> för mal"},
		{"åtgärder", "atgarder", "atgarder"},
		{"vän*", "Vänorter och vind", "<mark>Vänorter</mark> och vind"},
		{"-mål tag:mål och", "Mål och medel", "Mål och medel"},
		{"mål", "", ""},
		{"mål", "!", "!"},
	} {
		if got := newMatcher(parse(tt.query)).snippet(tt.text, new(swedish.Analyzer)); got != tt.want {
			t.Errorf("snippet of %q for %q: %q, want %q", tt.text, tt.query, got, tt.want)
		}
	}
	got := newMatcher(parse("mål")).snippet(long, new(swedish.Analyzer))
	if !strings.Contains(got, "<mark>målet</mark>") || !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") {
		t.Errorf("snippet of a long text: %q", got)
	}
	if n := len(strings.Fields(got)); n > snippetWords+2 {
		t.Errorf("a snippet of %d words", n)
	}
}

// FuzzQuery holds that every text is a query whose only error is ErrQuery, and that marking keeps the text.
func FuzzQuery(f *testing.F) {
	f.Add(`+avtal -"nya projekt" kommun:Ale år:2014..2018 internat*`, "Nya projekt i Ale & <b>")
	f.Add(`"""”: -: +* :a`, "a")
	f.Fuzz(func(t *testing.T, query, text string) {
		clauses := parse(query)
		if _, err := compile(clauses, defaultWeights); err != nil && !errors.Is(err, ErrQuery) {
			t.Fatal(err)
		}
		s := newMatcher(clauses).snippet(text, new(swedish.Analyzer))
		if strings.Count(s, markStart) != strings.Count(s, markEnd) {
			t.Fatalf("marks do not pair: %q", s)
		}
	})
}

// The parts of a query's compound are sought, with little weight, where it has other words; alone, a compound is what is wanted.
func TestCompileSeeksPartsAmongOtherWords(t *testing.T) {
	weightOf := func(query string) float64 {
		n, err := compile(parse(query), defaultWeights)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range append(n.Should, n.Must...) {
			for _, term := range w.Terms {
				if term.Field == FieldLemma && term.Text == "vänort" {
					return term.Weight
				}
			}
		}
		return 0
	}
	for query, want := range map[string]float64{"vänortspolicy beslut": defaultWeights.piece, "vänortspolicy": 0, "och vänortspolicy": 0, "+vänortspolicy beslut": 0} {
		if got := weightOf(query); got != want {
			t.Errorf("%s: the part weighs %v, want %v", query, got, want)
		}
	}
}

func TestCompileLeavesQuestionWordsOut(t *testing.T) {
	n, err := compile(parse("vem gör uppföljningen"), defaultWeights)
	if err != nil || len(n.Should) != 1 {
		t.Errorf("%d words are sought, want 1 (%v)", len(n.Should), err)
	}
}
