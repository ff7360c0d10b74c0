package index

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// sample is a document of three passages under one heading; the last is a fragment of a table.
func sample() *policy.Document {
	texts := []string{"Kommunstyrelsen följer upp vänortsavtalen varje år.", "Läs mer om våra vänorter här.", "Fritid"}
	d := &policy.Document{ID: "d", Source: "Ekeby/d.pdf", Text: "1 Ansvar\n"}
	d.Sections = []policy.Section{{Heading: "Policyns titel", Parent: -1}, {Heading: "Ansvar", Number: "1", Level: 1}}
	for i, text := range texts {
		span := policy.Span{Start: len(d.Text), End: len(d.Text) + len(text)}
		d.Text += text + "\n"
		d.Passages = append(d.Passages, policy.Passage{Span: span, Section: 1, Zone: policy.ZoneBody, First: i, Last: i + 1})
		d.Sentences = append(d.Sentences, policy.Sentence{Span: span, Passage: i, Section: 1})
	}
	d.Tags = []policy.Tag{{Name: "responsibility"}, {Name: "follow-up"}, {Name: "responsibility"}, {Name: "lost", Sentence: 99}}
	d.Municipality.Municipality = policy.Municipality{Name: "Ekeby", LongName: "Ekeby kommun"}
	d.Facts.Kind.Value, d.Facts.Date.Value = "Policy", "2014-02"
	return d
}

func sampleEntries(t *testing.T) []Entry {
	t.Helper()
	es, err := entriesOf(sample(), new(swedish.Analyzer))
	if err != nil {
		t.Fatal(err)
	}
	return es
}

func TestEntryTokens(t *testing.T) {
	e := sampleEntries(t)[0]
	for field, want := range map[Field]string{
		FieldExact:   "kommunstyrelsen följer upp vänortsavtalen varje år",
		FieldLemma:   "kommunstyrelse följa upp vänortsavtal varje år",
		FieldPart:    "kommun styrelse vänort avtal vän ort",
		FieldRoot:    "kommunstyr följ varj",
		FieldHeading: "policy titel 1 ansvar",
	} {
		if got := strings.Join(e.Tokens(field), " "); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
}

func TestEntryValues(t *testing.T) {
	e := sampleEntries(t)[0]
	for field, want := range map[Field]string{
		FieldDocument: "d", FieldMunicipality: "Ekeby", FieldKind: "Policy", FieldYear: "2014", FieldTag: "follow-up responsibility",
		FieldZone: "body", FilterField(FieldMunicipality): "ekeby ekeby kommun", FilterField(FieldKind): "policy",
	} {
		if got := strings.Join(e.Values[field], " "); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
}

func TestEntryStoredIsTheHit(t *testing.T) {
	e := sampleEntries(t)[0]
	var h Hit
	if err := json.Unmarshal(e.Stored, &h); err != nil {
		t.Fatal(err)
	}
	if h.Text != "Kommunstyrelsen följer upp vänortsavtalen varje år." || sample().Text[h.Span[0]:h.Span[1]] != h.Text ||
		h.Title != "Policyns titel" || !slices.Equal(h.Section, []string{"1 Ansvar"}) || h.Page != 1 {
		t.Errorf("%+v", h)
	}
}

func TestEntriesOfFragmentsAndTeasers(t *testing.T) {
	es := sampleEntries(t)
	if len(es) != 3 || es[2].ID != "d#2" {
		t.Fatalf("%d entries", len(es))
	}
	if es[1].Heading == nil || es[2].Heading != nil {
		t.Error("a passage has its headings if it says something, a fragment has none")
	}
	d := sample()
	d.Passages[1].Zone = policy.ZoneTeaser
	es, err := entriesOf(d, new(swedish.Analyzer))
	if err != nil || len(es) != 2 || es[1].ID != "d#2" {
		t.Errorf("%d entries of a document with a teaser, %v", len(es), err)
	}
	if ids := passageIDs(d); !slices.Equal(ids, []string{"d#0", "d#2"}) {
		t.Errorf("IDs %q; removing takes other passages than adding", ids)
	}
}

func TestTitleAndYear(t *testing.T) {
	d := sample()
	d.Facts.Title.Value = "Den funna"
	if got := title(d); got != "Den funna" {
		t.Errorf("title %q", got)
	}
	if got := title(&policy.Document{Metadata: policy.Metadata{Title: "Filens"}}); got != "Filens" {
		t.Errorf("title %q", got)
	}
	for date, want := range map[string]int{"": 0, "2014": 2014, "2014-02-13": 2014, "okänt": 0, "20": 0} {
		if got := year(date); got != want {
			t.Errorf("year(%q) = %d", date, got)
		}
	}
}

// Whatever the text, a passage has a word for each of its words, and a token of each field for whatever the word is found by.
func TestTokensAreThoseOfTheWords(t *testing.T) {
	word := rapid.SampledFrom([]string{"vänortsavtal", "KS:s", "och", "e-tjänst", "2014", "å", "–", "BPSD-registret", "målen."})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "words"), " ")
		e := Entry{Words: new(swedish.Analyzer).Words(text)}
		var exact, lemmas []string
		for _, term := range swedish.Analyze(text) {
			exact, lemmas = append(exact, swedish.Normal(text[term.Start:term.End])), append(lemmas, term.Lemmas...)
		}
		if !slices.Equal(e.Tokens(FieldExact), exact) || !slices.Equal(e.Tokens(FieldLemma), lemmas) {
			t.Fatalf("%q: %q and %q, want %q and %q", text, e.Tokens(FieldExact), e.Tokens(FieldLemma), exact, lemmas)
		}
		for _, root := range e.Tokens(FieldRoot) {
			if root == "" || len(exact) == 1 && slices.Contains(lemmas, root) {
				t.Fatalf("%q: the root %q says nothing that a base form does not", text, root)
			}
		}
	})
}
