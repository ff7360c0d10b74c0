package compare_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// breakDocument puts numbers into d that lead nowhere, as a damaged store or a careless caller may have them.
func breakDocument(t *rapid.T, d *policy.Document) {
	number := rapid.SampledFrom([]int{-1, 0, 1, 2, 3, 7, len(d.Text) - 1, len(d.Text), len(d.Text) + 1, 1 << 40, math.MinInt64, math.MaxInt64})
	span := func() policy.Span { return policy.Span{Start: number.Draw(t, "start"), End: number.Draw(t, "end")} }
	for range rapid.IntRange(1, 4).Draw(t, "breaks") {
		sentence, passage := rapid.IntRange(0, 9).Draw(t, "sentence"), rapid.IntRange(0, 9).Draw(t, "passage")
		what := rapid.IntRange(0, 9).Draw(t, "what")
		if sentence < len(d.Sentences) {
			s := &d.Sentences[sentence]
			switch what {
			case 0:
				s.Span = span()
			case 1:
				s.Opener = number.Draw(t, "opener")
			case 2:
				s.Passage = number.Draw(t, "of passage")
			case 3:
				s.Section = number.Draw(t, "of section")
			}
		}
		switch {
		case what == 4 && passage < len(d.Passages):
			d.Passages[passage].Span = span()
		case what == 5:
			d.Sections = append(d.Sections, policy.Section{Parent: len(d.Sections), Heading: "Ring"}) // its own parent
			for i := range d.Sentences {
				d.Sentences[i].Section = len(d.Sections) - 1
			}
		case what == 6:
			d.Sections = nil
		case what == 7:
			d.Tags = append(d.Tags, policy.Tag{Name: "goals", Sentence: number.Draw(t, "tagged")})
		case what == 8:
			d.Facts.FollowUp = append(d.Facts.FollowUp, policy.FollowUp{Interval: rapid.SampledFrom([]string{"P1Y", "P9223372036854775807Y", "P9999999999999D", "P-1Y", "x"}).Draw(t, "interval"), What: "planen"})
		case what == 9:
			d.Text = d.Text[:len(d.Text)/2]
		}
	}
}

// TestBrokenDocumentsSpoilNoReport: whatever is broken in a document, a report comes, and what it says of the other municipalities is the same.
func TestBrokenDocumentsSpoilNoReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		broken := drawDocument(t, 0)
		broken.Municipality.Municipality.Name = "Ale"
		whole := sample.New("hel", "hel.pdf", "Åmål", "Plan för hamnen").Para(sample.S("Hamnen ska vara öppen för alla.", "goals", .9), sample.S("Den städas varje vår.", "follow-up", .8)).Done()
		breakDocument(t, broken)
		opts := sampleOptions()
		want := municipalityOf(compare.Documents([]*policy.Document{whole}, opts), "Åmål")
		r := compare.Documents([]*policy.Document{broken, whole}, opts)
		got := municipalityOf(r, "Åmål")
		if diff := cmp.Diff(unshared(want.Cells), unshared(got.Cells[:len(want.Cells)])); diff != "" {
			t.Fatalf("a broken document of another municipality changes the cells: %s", diff)
		}
		if len(r.Documents) != 2 {
			t.Fatalf("%d documents, want 2", len(r.Documents))
		}
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
	})
}

func municipalityOf(r *compare.Report, name string) *compare.Municipality {
	for i := range r.Municipalities {
		if r.Municipalities[i].Name == name {
			return &r.Municipalities[i]
		}
	}
	return nil
}

// A panic in one document would take all others down with it; each of these is a document of a municipality beside a whole one.
func TestHostileDocuments(t *testing.T) {
	tagged := func(text string) *policy.Document {
		return sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S(text, "goals", .9)).Done()
	}
	ring := tagged("Alla ska trivas.")
	ring.Sections = append(ring.Sections, policy.Section{Heading: "Ett", Parent: 2}, policy.Section{Heading: "Två", Parent: 1})
	ring.Sentences[0].Section = 1
	long := tagged(strings.Repeat("ord ", 200_000) + "slut.")
	pages := tagged("Alla ska trivas.")
	pages.Pages, pages.Anchors = nil, nil
	late := tagged("Planen ska revideras varje år.")
	late.Facts.Kind.Value, late.Facts.Date.Value = "plan", "0001-01-01"
	late.Facts.FollowUp = []policy.FollowUp{{Interval: "P1D", What: "planen", Evidence: policy.Evidence{Citation: late.Cite(late.Sentences[0].Span)}}}
	for name, d := range map[string]*policy.Document{
		"empty": {}, "text alone": {Text: "Ale ska växa."}, "ring of sections": ring, "one long sentence": long, "no pages": pages, "days since the year 1": late,
		"control characters": tagged("Alla \x00 ska \x1b[31m \u202e trivas \u0085."), "no text in it": tagged(" \t…\n"), "no UTF-8": tagged("Alla ska \xff\xfe trivas \xc3."),
		"formula": tagged("=HYPERLINK(\"http://x.example\")"), "markup": tagged("<script>alert(1)</script> & mer"),
	} {
		start := time.Now()
		r := compare.Documents([]*policy.Document{d, sample.New("b", "b.pdf", "Åmål", "Plan").Para(sample.S("Alla ska simma.", "goals", .9)).Done()}, sampleOptions())
		if c := cell(t, r, "Åmål", "goals"); c.Count != 1 {
			t.Errorf("%s: the other municipality has %d quotes", name, c.Count)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// Quotes stand in the report as they stand in the document, whatever a spreadsheet or a browser would make of them.
func TestHostileTextIsQuotedAsItIs(t *testing.T) {
	for _, text := range []string{"<b>Alla</b> ska & måste; trivas.", "=SUMMA(A1:A9) ska räknas.", "Alla ska\u00a0trivas\u2028här.", "Målet är \"frihet\\n\"."} {
		d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S(text, "goals", .9)).Done()
		r := compare.Documents([]*policy.Document{d}, sampleOptions())
		if q := cell(t, r, "Ale", "goals").Quotes[0].Quote; q != text {
			t.Errorf("%q is quoted as %q", text, q)
		}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back compare.Report
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if q := cell(t, &back, "Ale", "goals").Quotes[0].Quote; q != text {
			t.Errorf("%q comes back as %q", text, q)
		}
	}
}

// Two documents of one ID are two; which is which cannot be told, but none is lost.
func TestTwoDocumentsOfOneID(t *testing.T) {
	one := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S("Alla ska simma.", "goals", .9)).Done()
	other := sample.New("a", "b.pdf", "Ale", "Policy").Para(sample.S("Alla ska cykla.", "goals", .9)).Done()
	r := compare.Documents([]*policy.Document{one, other}, sampleOptions())
	if len(r.Documents) != 2 || cell(t, r, "Ale", "goals").Count != 2 {
		t.Errorf("%d documents, %d quotes", len(r.Documents), cell(t, r, "Ale", "goals").Count)
	}
}

// A tag whose name nobody knows, and tags without end, are rows like all others.
func TestHostileTags(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S("Alla ska simma.", "<i>tag</i>", .9), sample.S("Alla ska cykla.", "goals", 1e300), sample.S("Alla ska gå.", "goals", -3)).Done()
	for i := range 500 {
		d.Tags = append(d.Tags, policy.Tag{Name: fmt.Sprintf("tag %03d", i), Sentence: i % 3, Score: .5})
	}
	r := compare.Documents([]*policy.Document{d}, compare.Options{Tags: []policy.TagDefinition{{Name: "goals"}, {Name: "goals"}, {Name: "a", Parent: "a"}, {Name: ""}}})
	names := map[string]bool{}
	for _, tag := range r.Tags {
		if names[tag.Name] {
			t.Errorf("tag %q stands twice", tag.Name)
		}
		names[tag.Name] = true
	}
	if len(r.Tags) != 504 || len(r.Municipalities[0].Cells) != len(r.Tags) {
		t.Errorf("%d tags, %d cells", len(r.Tags), len(r.Municipalities[0].Cells))
	}
	if q := cell(t, r, "Ale", "goals").Quotes; len(q) != 2 || q[0].Quote != "Alla ska cykla." {
		t.Errorf("%d quotes, the first %q", len(q), q[0].Quote)
	}
}
