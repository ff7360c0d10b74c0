package policy_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
	"golang.org/x/text/unicode/norm"
)

func ExampleRegister_Find() {
	m, ok := policy.DefaultRegister().Find("Åmåls kommuns")
	fmt.Println(m.Name, m.Code, m.County, ok)
	// Output: Åmål 1492 Västra Götalands län true
}

func TestRegisterHoldsAllMunicipalities(t *testing.T) {
	all := policy.DefaultRegister().All()
	if len(all) != 290 {
		t.Fatalf("%d municipalities, want 290", len(all))
	}
	counties, codes := map[string]bool{}, map[string]bool{}
	for _, m := range all {
		if len(m.Code) != 4 || codes[m.Code] {
			t.Errorf("%s: code %q", m.Name, m.Code)
		}
		codes[m.Code] = true
		counties[m.County] = true
		if !strings.HasSuffix(m.County, " län") || !strings.HasSuffix(m.LongName, " kommun") {
			t.Errorf("%+v: county or long name of another form", m)
		}
	}
	if len(counties) != 21 {
		t.Errorf("%d counties, want 21", len(counties))
	}
}

// Every municipality is found by every form of its name, by its code and by the domain made of its name.
func TestRegisterFindsEveryMunicipalityByEveryForm(t *testing.T) {
	r := policy.DefaultRegister()
	for _, m := range r.All() {
		forms := []string{m.Name, m.LongName, m.LongName + "s", m.Name + " kommun", m.Name + "s kommun", m.Name + "s kommuns",
			m.Name + " stad", strings.ToUpper(m.LongName), norm.NFD.String(m.Name), "  " + m.Name + " "}
		if !strings.HasSuffix(m.Name, "s") {
			forms = append(forms, m.Name+"s")
		}
		for _, form := range forms {
			if got, ok := r.Find(form); !ok || got != m {
				t.Errorf("Find(%q) = %v %v, want %s", form, got.Name, ok, m.Name)
			}
		}
		if got, ok := r.FindCode(m.Code); !ok || got != m {
			t.Errorf("FindCode(%q) = %v %v", m.Code, got.Name, ok)
		}
		domain := strings.NewReplacer("å", "a", "ä", "a", "ö", "o", " ", "").Replace(strings.ToLower(m.Name)) + ".se"
		if m.Name == "Habo" {
			domain = "habokommun.se" // habo.se is Håbo's
		}
		if got, ok := r.FindDomain("www." + domain); !ok || got != m {
			t.Errorf("FindDomain(%q) = %v %v, want %s", domain, got.Name, ok, m.Name)
		}
	}
}

func TestRegisterFind(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"Ale", "Ale"}, {"Ales", "Ale"}, {"ale kommun", "Ale"}, {"Ale kommuns", "Ale"}, {"ALE KOMMUN", "Ale"},
		{"Älmhult kommun", "Älmhult"}, {"Älmhults kommuns", "Älmhult"}, {"Falu kommun", "Falun"}, {"Falu kommuns", "Falun"},
		{"Region Gotland", "Gotland"}, {"Malmö stad", "Malmö"}, {"Göteborgs Stad", "Göteborg"}, {"Borås", "Borås"},
		{"Borås stads", "Borås"}, {"Upplands-Bro", "Upplands-Bro"}, {"Upplands  Väsby", "Upplands Väsby"},
		{"", ""}, {"kommun", ""}, {"s", ""}, {"Allerød", ""}, {"Storstad", ""}, {"Al", ""},
	} {
		if got, ok := policy.DefaultRegister().Find(test.name); got.Name != test.want || ok != (test.want != "") {
			t.Errorf("Find(%q) = %q %v, want %q", test.name, got.Name, ok, test.want)
		}
	}
}

func TestRegisterFindDomain(t *testing.T) {
	for _, test := range []struct{ domain, want string }{
		{"ale.se", "Ale"}, {"amal.se", "Åmål"}, {"kommun@almhult.se", "Älmhult"}, {"edu.hylte.se", "Hylte"}, {"WWW.MALMO.SE.", "Malmö"},
		{"upplands-bro.se", "Upplands-Bro"}, {"upplandsvasby.se", "Upplands Väsby"}, {"vara.se", "Vara"},
		{"lillaedetkommun.se", "Lilla Edet"}, {"ale.com", ""}, {"se", ""}, {"", ""}, {"regeringen.se", ""}, {"ale.se.evil.org", ""},
	} {
		if got, _ := policy.DefaultRegister().FindDomain(test.domain); got.Name != test.want {
			t.Errorf("FindDomain(%q) = %q, want %q", test.domain, got.Name, test.want)
		}
	}
}

func TestRegisterWith(t *testing.T) {
	base := policy.DefaultRegister()
	r := base.With(policy.Municipality{Name: "Ekeby", County: "Fabellän"}, policy.Municipality{Name: "Sjövik"},
		policy.Municipality{Name: "Nya Ale", Code: "1440"}, policy.Municipality{})
	if m, ok := r.Find("Ekebys"); !ok || m.LongName != "Ekeby kommun" {
		t.Errorf("Find(Ekebys) = %+v %v", m, ok)
	}
	if m, ok := r.Find("sjöviks kommun"); !ok || m.LongName != "Sjöviks kommun" {
		t.Errorf("Find(sjöviks kommun) = %+v %v", m, ok)
	}
	if m, _ := r.FindDomain("sjovik.se"); m.Name != "Sjövik" {
		t.Errorf("FindDomain(sjovik.se) = %+v", m)
	}
	if m, _ := r.FindCode("1440"); m.Name != "Nya Ale" {
		t.Errorf("FindCode(1440) = %+v: one from configuration must replace the register's", m)
	}
	if len(r.All()) != 292 || len(base.All()) != 290 {
		t.Errorf("%d and %d municipalities, want 292 and 290", len(r.All()), len(base.All()))
	}
	if _, ok := base.Find("Ekeby"); ok {
		t.Error("With changed the register it was called on")
	}
}

func FuzzRegisterFind(f *testing.F) {
	for _, s := range []string{"Ale", "Älmhults kommun", "s kommun", "\xff", "İ kommun"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := policy.DefaultRegister()
		if m, ok := r.Find(s); ok && (m.Name == "" || !utf8.ValidString(m.Name)) {
			t.Errorf("Find(%q) = %+v", s, m)
		}
		r.FindDomain(s)
		r.FindCode(s)
		r.With(policy.Municipality{Name: s})
	})
}
