package styrdok_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/compare"
)

// sharedGold is what a careful reader found in the annotated documents that may lie beside the repository.
type sharedGold struct {
	Documents map[string]struct {
		Municipality string
		Kind         string
		Date         *string
		Diarienummer *string
		Towns        []struct{ Name, Country string } `json:"partner_towns"`
		Count        *int                             `json:"partner_towns_stated_count"`
		TownsStatus  string                           `json:"partner_towns_status"`
		FollowUp     []struct{ Interval string }      `json:"follow_up"`
	}
	Reuse struct {
		Pairs     [][2]string
		Sentences []string `json:"shared_sentences_required"`
	} `json:"text_reuse"`
}

// shared returns the folder of the annotated documents, and what was found in them.
func shared(t *testing.T) (string, *sharedGold) {
	t.Helper()
	dir := os.Getenv("STYRDOK_SHARED")
	if dir == "" {
		t.Skip("STYRDOK_SHARED does not name the annotated documents (make check-shared)")
	}
	data, err := os.ReadFile(filepath.Join(dir, "gold", "facts.json"))
	if err != nil {
		t.Fatal(err)
	}
	gold := new(sharedGold)
	if err := json.Unmarshal(data, gold); err != nil {
		t.Fatal(err)
	}
	return dir, gold
}

func sharedReport(t *testing.T, paths ...string) *compare.Report {
	t.Helper()
	return styrdok.Compare(read(t, styrdok.Options{}, paths...), styrdok.CompareOptions{AsOf: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)})
}

// folders returns the folders of the four municipalities.
func folders(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "municipalities", "*", "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents of municipalities: %v", err)
	}
	for i := range files {
		files[i] = filepath.Dir(files[i])
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// The pairs that share text are those that a reader found, with all the sentences, and no others.
func TestSharedReuse(t *testing.T) {
	dir, gold := shared(t)
	r := sharedReport(t, filepath.Join(dir, "seeds"))
	var pairs [][2]string
	for _, p := range r.Reuse.Pairs {
		pairs = append(pairs, [2]string{p.A, p.B})
	}
	if diff := cmp.Diff(gold.Reuse.Pairs, pairs); diff != "" {
		t.Fatalf("pairs (-want +got):\n%s", diff)
	}
	p := r.Reuse.Pairs[0]
	if p.Sentences != len(gold.Reuse.Sentences) || p.Relation != compare.Own {
		t.Errorf("%d sentences, %s", p.Sentences, p.Relation)
	}
	text := ""
	for _, x := range p.Passages {
		text += squeezed(x.A.Quote) + "\n"
	}
	for _, s := range gold.Reuse.Sentences {
		if !strings.Contains(text, squeezed(s)) {
			t.Errorf("not among the shared passages: %s", s)
		}
	}
	if len(r.Reuse.Boilerplate) != 0 {
		t.Errorf("boilerplate: %+v", r.Reuse.Boilerplate)
	}
}

// A table that stands in every file is boilerplate, and no pair is made of it.
func TestSharedBoilerplate(t *testing.T) {
	dir, gold := shared(t)
	r := sharedReport(t, folders(t, dir)...)
	rows := 0
	for _, b := range r.Reuse.Boilerplate {
		if b.Row && b.Documents == len(gold.Documents) {
			rows++
		}
	}
	if rows < 4 {
		t.Errorf("%d rows of the table that stands in all documents", rows)
	}
	if len(r.Reuse.Pairs) != 1 || r.Reuse.Pairs[0].Sentences != len(gold.Reuse.Sentences) {
		t.Errorf("%d pairs", len(r.Reuse.Pairs))
	}
}

// The tables of facts agree with what a reader found.
func TestSharedFactsTable(t *testing.T) {
	dir, gold := shared(t)
	r := sharedReport(t, folders(t, dir)...)
	for _, d := range r.Documents {
		want, ok := gold.Documents[d.ID]
		if !ok {
			continue
		}
		kind := d.Kind.Value
		if kind == "webbsida" {
			kind = "web page"
		}
		got := []string{d.Municipality, kind, d.Date.Value, d.Diarienummer.Value}
		if diff := cmp.Diff([]string{want.Municipality, want.Kind, orNone(want.Date), orNone(want.Diarienummer)}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", d.ID, diff)
		}
		i := slices.IndexFunc(r.Municipalities, func(m compare.Municipality) bool { return m.Name == d.Municipality })
		m := &r.Municipalities[i]
		for _, town := range want.Towns {
			if !slices.ContainsFunc(m.PartnerTowns.Towns, func(x compare.Town) bool { return x.Name == town.Name && x.Country == town.Country }) {
				t.Errorf("%s: the partner town %v is missing", m.Name, town)
			}
		}
		if want.Count != nil && !slices.ContainsFunc(m.PartnerTowns.Counts, func(c compare.TownCount) bool { return c.Stated == *want.Count && c.Agrees() }) {
			t.Errorf("%s: %d partner towns are stated: %+v", m.Name, *want.Count, m.PartnerTowns.Counts)
		}
		for _, f := range want.FollowUp {
			if !slices.ContainsFunc(m.FollowUp.Items, func(x compare.FollowUp) bool { return x.Interval == f.Interval }) {
				t.Errorf("%s: nothing is followed up at %s", m.Name, f.Interval)
			}
		}
	}
	towns := 0
	for _, d := range gold.Documents {
		towns += len(d.Towns)
	}
	for _, m := range r.Municipalities {
		towns -= len(m.PartnerTowns.Towns)
	}
	if towns != 0 {
		t.Errorf("%d partner towns too few (or, below 0, invented)", towns)
	}
}

// The policy that is to be revised each mandate period has missed those that have ended since.
func TestSharedDue(t *testing.T) {
	dir, _ := shared(t)
	for _, m := range sharedReport(t, folders(t, dir)...).Municipalities {
		for _, f := range m.FollowUp.Items {
			if f.Due == nil || f.Due.State != compare.Overdue {
				continue
			}
			if diff := cmp.Diff([]string{"2006", "2010", "2014", "2018", "2022"}, f.Due.Missed); diff != "" || f.Due.From != "2003-10-27" {
				t.Errorf("%s, from %s: %s", m.Name, f.Due.From, diff)
			}
			return
		}
	}
	t.Error("nothing is overdue")
}

var contact = regexp.MustCompile(`@|\b0\d{2,3}[- ]?\d{2}`)

// No table names an address or a number of anybody.
func TestSharedTablesHaveNoContacts(t *testing.T) {
	dir, _ := shared(t)
	for _, m := range sharedReport(t, append(folders(t, dir), filepath.Join(dir, "real"))...).Municipalities {
		var cells []string
		for _, b := range m.Responsible.Bodies {
			cells = append(cells, b.Name)
			for _, d := range b.Duties {
				cells = append(cells, d.Duty)
			}
		}
		for _, f := range m.FollowUp.Items {
			cells = append(cells, f.What, f.Through)
		}
		for _, w := range m.Distinctive {
			cells = append(cells, w.Word)
		}
		for _, c := range cells {
			if contact.MatchString(c) {
				t.Errorf("%s: %q", m.Name, c)
			}
		}
	}
}

func orNone(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// squeezed returns s without bullets and with single spaces.
func squeezed(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "•", " ")), " ")
}
