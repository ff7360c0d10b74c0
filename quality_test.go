package styrdok_test

import (
	"os"
	"testing"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/evaluation"
)

// The whole chain, from the file to the tags, may not get worse on our own labelled documents: the floors lie some two
// hundredths below what docs/quality.md says was measured.
func TestTagsOnOurOwnDocuments(t *testing.T) {
	for _, tt := range []struct {
		gold          string
		paths         []string
		documents     int
		floor, lowest float64
		lost          int // quotes that cannot be located: what extraction lost
	}{
		{"testdata/gold/passages.tsv", []string{"testdata/kommuner", "testdata/fiktiva", "testdata/transcript", "testdata/markdown"},
			10, 0.90, 0.84, 0},
		{"testdata/labelled/passages.tsv", []string{"testdata/labelled"}, 30, 0.95, 0.94, 0},
		{"testdata/heldout/passages.tsv", []string{"testdata/heldout"}, 18, 0.88, 0.82, 0},
		{"testdata/otherwords-heldout/passages.tsv", []string{"testdata/otherwords-heldout"}, 6, 0.71, 0.44, 0},
		{"testdata/otherwords/passages.tsv", []string{"testdata/otherwords"}, 7, 0.75, 0.58, 0},
		{"testdata/labelled/themes.tsv", []string{"testdata/labelled"}, 30, 0.88, 0.74, 0},
		{"testdata/themes/passages.tsv", []string{"testdata/themes"}, 10, 0.88, 0.65, 0},
	} {
		t.Run(tt.gold, func(t *testing.T) {
			data, err := os.ReadFile(tt.gold)
			if err != nil {
				t.Fatal(err)
			}
			labels, err := evaluation.ParseLabels(tt.gold, data)
			if err != nil {
				t.Fatal(err)
			}
			c := read(t, styrdok.Options{}, tt.paths...)
			r := evaluation.Measure(c.Documents, labels, evaluation.Options{Unlabelled: true, Draws: -1})
			if len(r.Documents) < tt.documents || len(r.NoDocument) > 0 {
				t.Errorf("%d documents were measured; labels of none: %v", len(r.Documents), r.NoDocument)
			}
			if len(r.NotLocated) > tt.lost {
				t.Errorf("not located: %+v", r.NotLocated)
			}
			if r.All.F1 < tt.floor || r.LowestTag < tt.lowest {
				for _, m := range r.Mistakes {
					t.Logf("%s %s %s: %s %q", m.Kind, m.Tag, m.Document, m.Quote, m.Evidence)
				}
				t.Errorf("F1 %.3f, floor %.2f; lowest tag %.3f, floor %.2f", r.All.F1, tt.floor, r.LowestTag, tt.lowest)
			}
			t.Logf("F1 %.3f, lowest tag %.3f", r.All.F1, r.LowestTag)
		})
	}
}

// The same for facts: what a careful reader finds in our own documents.
func TestFactsOnOurOwnDocuments(t *testing.T) {
	const name, floor = "testdata/gold/facts.json", 0.97
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := evaluation.ParseFacts(name, data)
	if err != nil {
		t.Fatal(err)
	}
	register := policy.DefaultRegister().With( // as testdata/fiktiva/styrdok.yaml
		policy.Municipality{Name: "Ekeby", LongName: "Ekeby kommun", Code: "9901", County: "Mellanbygdens län"},
		policy.Municipality{Name: "Sjövik", LongName: "Sjöviks kommun", Code: "9902", County: "Kustbygdens län"},
		policy.Municipality{Name: "Tallmora", LongName: "Tallmora kommun", Code: "9903", County: "Gränsbygdens län"},
		policy.Municipality{Name: "Björkvattnet", LongName: "Björkvattnets kommun", Code: "9904", County: "Fjällbygdens län"},
	)
	c := read(t, styrdok.Options{Register: register}, "testdata/kommuner", "testdata/fiktiva", "testdata/transcript", "testdata/markdown")
	r := evaluation.MeasureFacts(c.Documents, gold)
	if float64(r.Right) < floor*float64(r.Asked) || r.Asked < 160 || r.Invented > 0 || r.Unfaithful > 0 || len(r.NoDocument) > 0 {
		t.Errorf("%d of %d right, %d invented, %d unfaithful; not there: %v", r.Right, r.Asked, r.Invented, r.Unfaithful, r.NoDocument)
		for _, m := range r.Mistakes {
			t.Logf("%s %s %s: want %s, found %s", m.Kind, m.Fact, m.Document, m.Want, m.Got)
		}
	}
	t.Logf("%d of %d right", r.Right, r.Asked)
}

// Facts of documents that others wrote, which were not written for their facts.
func TestFactsOnOtherGenres(t *testing.T) {
	const name, floor, invented = "testdata/genres/facts.json", 0.94, 4
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := evaluation.ParseFacts(name, data)
	if err != nil {
		t.Fatal(err)
	}
	c := read(t, styrdok.Options{}, "testdata/genres")
	r := evaluation.MeasureFacts(c.Documents, gold)
	if float64(r.Right) < floor*float64(r.Asked) || r.Asked < 150 || r.Invented > invented || r.Unfaithful > 0 || len(r.NoDocument) > 0 {
		t.Errorf("%d of %d right, %d invented, %d unfaithful; not there: %v", r.Right, r.Asked, r.Invented, r.Unfaithful, r.NoDocument)
		for _, m := range r.Mistakes {
			t.Logf("%s %s %s: want %s, found %s", m.Kind, m.Fact, m.Document, m.Want, m.Got)
		}
	}
	t.Logf("%d of %d right", r.Right, r.Asked)
}
