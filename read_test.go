package styrdok_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
)

func read(t testing.TB, opts styrdok.Options, paths ...string) *styrdok.Collection {
	t.Helper()
	c, err := styrdok.Read(context.Background(), paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func document(t testing.TB, c *styrdok.Collection, id string) *policy.Document {
	t.Helper()
	i := slices.IndexFunc(c.Documents, func(d *policy.Document) bool { return d.ID == id })
	if i < 0 {
		t.Fatalf("no document %s", id)
	}
	return c.Documents[i]
}

func tagged(d *policy.Document, tag string) []string {
	var texts []string
	for _, r := range policy.TagRecords(d) {
		if r.Tag == tag {
			texts = append(texts, r.Text)
		}
	}
	return texts
}

// What an analyst would look up first in the four municipalities' documents, and where a hurried reader goes wrong.
func TestFourMunicipalities(t *testing.T) {
	c := read(t, styrdok.Options{}, "testdata/kommuner")
	if len(c.SetAside) != 0 || len(c.Documents) != 5 {
		t.Fatalf("%d documents, set aside %v", len(c.Documents), c.SetAside)
	}
	for id, want := range map[string]struct{ municipality, towns, date string }{
		"ale-policy-webbsida":       {"Ale", "", ""},
		"ale-tjansteutlatande-2017": {"Ale", "", "2017-03-02"},
		"hylte-riktlinjer":          {"Hylte", "Lihula EE, Piecki PL", ""},
		"almhult-policy-2003":       {"Älmhult", "Alleröd DK, Lapträsk FI, Siauliai/Kursenai LT, Time NO", "2003-10-27"},
		"amal-webbsida-2022":        {"Åmål", "", "2022-10-24"},
	} {
		d := document(t, c, id)
		if got := d.Municipality.Municipality.Name; got != want.municipality {
			t.Errorf("%s is %s's, want %s", id, got, want.municipality)
		}
		var towns []string
		for _, p := range d.Facts.PartnerTowns {
			towns = append(towns, p.Name+" "+p.Country)
		}
		slices.Sort(towns)
		if got := strings.Join(towns, ", "); got != want.towns {
			t.Errorf("%s: partner towns %q, want %q", id, got, want.towns)
		}
		if got := d.Facts.Date.Value; got != want.date {
			t.Errorf("%s: date %q, want %q", id, got, want.date)
		}
	}
	for _, id := range []string{"hylte-riktlinjer", "almhult-policy-2003", "amal-webbsida-2022"} {
		for _, tag := range []string{"goals", "responsibility", "follow-up", "partner-towns"} {
			if len(tagged(document(t, c, id), tag)) == 0 {
				t.Errorf("%s says nothing of %s", id, tag)
			}
		}
	}
}

// The beginnings of other municipalities' documents after a transcript are nobody's claims.
func TestTeasersAreNotTagged(t *testing.T) {
	d := read(t, styrdok.Options{}, "testdata/transcript/tallmora-riktlinjer.txt").Documents[0]
	teaser := strings.Index(d.Text, "Läs mer")
	if teaser < 0 {
		t.Fatal("the transcript has no teasers")
	}
	for _, tag := range d.Tags {
		if s := d.Sentences[tag.Sentence]; s.Zone != policy.ZoneBody || s.Span.End > teaser {
			t.Errorf("tagged %s in zone %s: %s", tag.Name, s.Zone, d.SentenceText(tag.Sentence))
		}
	}
}

// Every quote must be found by a search in the text it is said to come from, and on a page that exists.
func TestEveryClaimCanBeChecked(t *testing.T) {
	c := read(t, styrdok.Options{}, "testdata/kommuner", "testdata/fiktiva", "testdata/transcript", "testdata/markdown")
	for _, d := range c.Documents {
		in := []string{d.Text}
		for _, f := range d.Furniture {
			in = append(in, f.Text)
		}
		check := func(what string, e policy.Citation) {
			if e.Quote == "" || !slices.ContainsFunc(in, func(s string) bool { return strings.Contains(s, e.Quote) }) {
				t.Errorf("%s: %s: quote %q is not in the document", d.ID, what, e.Quote)
			}
			if e.Page < 1 || e.Page > len(d.Pages) {
				t.Errorf("%s: %s: page %d of %d", d.ID, what, e.Page, len(d.Pages))
			}
		}
		for _, r := range policy.TagRecords(d) {
			check(r.Tag, policy.Citation{Quote: r.Text, Page: r.Page})
		}
		facts := policy.NewFactsRecord(d)
		for name, e := range facts.Evidence {
			// A folder or the program's own judgement may speak for a scalar instead of a quote.
			if e.Quote != "" {
				check(name, e.Citation)
			}
		}
		for _, x := range facts.PartnerTowns {
			check(x.Name, x.Citation)
		}
		for _, x := range facts.Responsible {
			check(x.Body, x.Citation)
		}
		for _, x := range facts.FollowUp {
			check(x.What, x.Citation)
		}
	}
}

func TestReadTellsWhatItCouldNotRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Hylte")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"bra.txt":    "Mål\n\nArbetet ska leda till fler kontakter.\n",
		"trasig.pdf": "%PDF-1.4\n1 0 obj\n<< /Type /Catalog",
		"tom.txt":    "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := read(t, styrdok.Options{}, dir)
	if len(c.Documents) != 1 || len(c.SetAside) != 2 {
		t.Fatalf("%d documents, set aside %v", len(c.Documents), c.SetAside)
	}
	for _, s := range c.SetAside {
		if s.Reason == "" || s.Code == "" || s.Municipality != "Hylte" {
			t.Errorf("set aside %+v", s)
		}
	}
}

func TestReadOfAPathThatIsNot(t *testing.T) {
	_, err := styrdok.Read(context.Background(), []string{"testdata/finns-inte"}, styrdok.Options{})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

func TestReadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := styrdok.Read(ctx, []string{"testdata/kommuner"}, styrdok.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestWhoseADocumentIs(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.txt")
	if err := os.WriteFile(file, []byte("Plan för Hylte kommun\n\nHylte kommun ska växa.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	fictional := policy.DefaultRegister().With(policy.Municipality{Name: "Ekeby", Code: "9901"})
	for _, tt := range []struct {
		name string
		opts styrdok.Options
		want string
	}{
		{"the text", styrdok.Options{}, "Hylte"},
		{"the option", styrdok.Options{Municipality: "Ale"}, "Ale"},
		{"a mapping", styrdok.Options{MunicipalityOf: func(styrdok.Source) string { return "Åmål" }}, "Åmål"},
		{"the option before a mapping", styrdok.Options{Municipality: "Ale", MunicipalityOf: func(styrdok.Source) string { return "Åmål" }}, "Ale"},
		{"a mapping that does not know", styrdok.Options{MunicipalityOf: func(styrdok.Source) string { return "" }}, "Hylte"},
		{"one from configuration", styrdok.Options{Municipality: "Ekeby", Register: fictional}, "Ekeby"},
	} {
		if got := read(t, tt.opts, file).Documents[0].Municipality.Municipality.Name; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Files of one name in different folders keep apart, and each document is the same whatever is read beside it.
func TestDocumentsDoNotDependOnTheirNeighbours(t *testing.T) {
	together := read(t, styrdok.Options{}, "testdata/kommuner/Hylte", "testdata/kommuner/Ale")
	alone := read(t, styrdok.Options{}, "testdata/kommuner/Hylte")
	a, b := document(t, together, "hylte-riktlinjer"), alone.Documents[0]
	if a.Text != b.Text || len(a.Tags) != len(b.Tags) || a.SHA256 != b.SHA256 {
		t.Error("a document changes with what is read beside it")
	}
}

func TestLinksLeadFromTheReportToTheFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "Åmål", "50 % av målen.txt")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("Arbetet ska leda till fler kontakter.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c := read(t, styrdok.Options{}, dir)
	report := styrdok.Compare(c, styrdok.CompareOptions{Folder: filepath.Join(dir, "ut", "rapport"), AsOf: time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)})
	if got, want := report.Documents[0].Href, "../../%C3%85m%C3%A5l/50%20%25%20av%20m%C3%A5len.txt"; got != want {
		t.Errorf("link %s, want %s", got, want)
	}
}

// BenchmarkRead is the cost of a page from file to facts.
func BenchmarkRead(b *testing.B) {
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range read(b, styrdok.Options{}, "testdata/kommuner").Documents {
			pages += len(d.Pages)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(pages), "µs/page")
}

func Example() {
	c, err := styrdok.Read(context.Background(), []string{"testdata/kommuner/Hylte"}, styrdok.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, town := range c.Documents[0].Facts.PartnerTowns {
		fmt.Printf("%s (%s), sidan %d\n", town.Name, town.Country, town.Evidence.Page)
	}
	// Output:
	// Lihula (EE), sidan 3
	// Piecki (PL), sidan 3
}
