package people_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/people"
)

func TestWithoutContacts(t *testing.T) {
	for in, want := range map[string]string{
		"leda arbetet":                           "leda arbetet",
		"leda, anna@ekeby.example":               "leda",
		"ring 0303-12 34 56 nu":                  "ring nu",
		"ring +46 8 123 456 78":                  "ring",
		"ring (0303) 123456":                     "ring",
		"senast 2014-02-13":                      "senast 2014-02-13",
		"dnr 2003/184":                           "dnr 2003/184",
		"KS.2016.82":                             "KS.2016.82",
		"minst 0,5 procent":                      "minst 0,5 procent",
		"två  mellanslag 7":                      "två  mellanslag 7",
		"@":                                      "@",
		"e-post: a.b@c.se, tfn 010-555 55 55 ok": "ok",
	} {
		if got := people.WithoutContacts(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzWithoutContacts(f *testing.F) {
	f.Add("ring 0303-12 34 56 eller a@b.se")
	f.Add("0 0 0 0 0 0 0 0 0")
	f.Add("(+@.")
	f.Fuzz(func(t *testing.T, s string) {
		got := people.WithoutContacts(s)
		if len(got) > len(s) {
			t.Errorf("%q grew to %q", s, got)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q is no UTF-8", got)
		}
		if again := people.WithoutContacts(got); again != got && strings.Contains(got, "@") {
			t.Errorf("%q still has an address: %q", got, again)
		}
	})
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		body, quote string
		want        bool
	}{
		{"per exempel", "Per Exempel leder arbetet.", true},
		{"per exempel, tfn 0303-123456", "Per Exempel, tfn 0303-123456", true},
		{"kommunens samordnare", "Kommunens Samordnare leder.", false},
		{"europa direkt", "Europa Direkt svarar på frågor.", false},
		{"räddningstjänsten öst", "Räddningstjänsten Öst övar.", false},
		{"berörda politiker", "Berörda politiker informeras.", false},
		{"kommunstyrelsen", "Kommunstyrelsen leder.", false},
		{"", "", false},
	} {
		if got := people.Name(c.body, c.quote); got != c.want {
			t.Errorf("%q in %q: %v", c.body, c.quote, got)
		}
	}
}

func TestWithout(t *testing.T) {
	for in, want := range map[string]string{
		"Kommunchef Bo Nyström":                         "Kommunchef",
		"Eva Lund":                                      "",
		"Eva Maria von Lund, HR-chef":                   "von Lund, HR-chef", // a name with small words between is cut short
		"Anna-Lena Hed (ekonom)":                        "(ekonom)",
		"ekonomichefen (Lena Holm)":                     "ekonomichefen",
		"Zlatan Persson, tfn 0500-12 34 56":             "",
		"policyn, av Karin Ek och Olle Åberg, varje år": "policyn, av och, varje år",
		"Kommunstyrelsens arbetsutskott":                "Kommunstyrelsens arbetsutskott",
		"Barn- och utbildningsnämnden":                  "Barn- och utbildningsnämnden",
		"Internationell policy för Ale kommun":          "Internationell policy för Ale kommun",
		"Erik Dahlbergsgatan":                           "Erik Dahlbergsgatan",
		"Europa Direkt Halland":                         "Europa Direkt Halland",
		"Region Värmland":                               "Region Värmland",
		"vänorten Lihula i Estland":                     "vänorten Lihula i Estland",
		"Per år rapporteras  allt":                      "Per år rapporteras  allt",
		"KARIN EK":                                      "KARIN EK", // capitals tell nothing of names
		"Astrid Lindgrens skola":                        "skola",
		"":                                              "",
	} {
		if got := people.Without(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Facts go without people, and what they were made from stays as it was.
func TestFacts(t *testing.T) {
	quote := func(s string) policy.Evidence { return policy.Evidence{Citation: policy.Citation{Quote: s}} }
	f := policy.Facts{
		Title:     policy.Value{Value: "Resepolicy, fragor@ekeby.example"},
		AdoptedBy: policy.Value{Value: "eva lund", Evidence: quote("Beslutad av Eva Lund")},
		Responsible: []policy.Responsibility{
			{Body: "eva lund", Duty: "leda arbetet", Evidence: quote("Eva Lund ska leda arbetet.")},
			{Body: "kommunchef", Duty: "ge Bo Ek besked", Evidence: quote("Kommunchef ska ge Bo Ek besked.")},
			{Body: "kommunstyrelsen", Duty: "leda arbetet", Evidence: quote("Kommunstyrelsen ska leda arbetet.")},
		},
		FollowUp:     []policy.FollowUp{{Interval: "P1Y", What: "policyn av Eva Lund", Through: "årsredovisning"}},
		PartnerTowns: []policy.PartnerTown{{Name: "Lihula"}, {Name: "0500-12 34 56"}},
	}
	before := f
	before.Responsible = append([]policy.Responsibility(nil), f.Responsible...)
	want := f
	want.Title.Value, want.AdoptedBy = "Resepolicy", policy.Value{}
	want.Responsible = append([]policy.Responsibility(nil), f.Responsible[1:]...)
	want.Responsible[0].Duty = "ge besked"
	want.FollowUp = []policy.FollowUp{{Interval: "P1Y", What: "policyn av", Through: "årsredovisning"}}
	want.PartnerTowns = f.PartnerTowns[:1]
	if diff := cmp.Diff(want, people.Facts(f)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, f); diff != "" {
		t.Errorf("the facts that it was given have changed: %s", diff)
	}
	if diff := cmp.Diff(policy.Facts{}, people.Facts(policy.Facts{})); diff != "" {
		t.Error(diff)
	}
}

func FuzzWithout(f *testing.F) {
	f.Add("Kommunchef Eva Lund, tfn 0500-12 34 56")
	f.Add("Å Ä Ö-\xff Per ()")
	f.Fuzz(func(t *testing.T, s string) {
		got := people.Without(s)
		if len(got) > len(s) {
			t.Errorf("%q grew to %q", s, got)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q is no UTF-8", got)
		}
	})
}
