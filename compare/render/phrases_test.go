package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

func viewOf(t *testing.T, r *compare.Report, lang string) *view {
	t.Helper()
	v, err := newView(r, Options{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestMunicipalitiesAsAPhrase(t *testing.T) {
	for n, want := range map[int]string{0: "inga kommuner", 1: "K1", 2: "K1 och K2", 3: "K1, K2 och K3", 8: "K1, K2, K3, K4, K5, K6, K7 och K8", 9: "9 kommuner"} {
		r := &compare.Report{}
		for i := range n {
			r.Municipalities = append(r.Municipalities, compare.Municipality{Name: fmt.Sprint("K", i+1)})
		}
		r.Municipalities = append(r.Municipalities, compare.Municipality{}) // what is unassigned is none
		if got := viewOf(t, r, "").Municipalities(); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestStatesInWords(t *testing.T) {
	for _, c := range []struct {
		state          compare.State
		detail, sv, en string
	}{
		{compare.Says, "", "Framgår", "Stated"},
		{compare.Says, "mentioned-unnamed", "Nämns, utan namn", "Mentioned, not named"},
		{compare.SaysNot, "", "Uttryckligen nej", "Expressly not"},
		{compare.SaysNot, "dormant", "Uttryckligen vilande", "Expressly dormant"},
		{compare.SaysNot, "none", "Uttryckligen inga", "Expressly none"},
		{compare.NotSaid, "", "Framgår inte", "Not stated"},
		{compare.Unread, "", "Kunde inte läsas", "Could not be read"},
	} {
		x := compare.Cell{State: c.state, Detail: c.detail}
		if sv, en := viewOf(t, &compare.Report{}, "sv").State(x), viewOf(t, &compare.Report{}, "en").State(x); sv != c.sv || en != c.en {
			t.Errorf("%s %s: %q, %q", c.state, c.detail, sv, en)
		}
	}
}

func TestAgesInWords(t *testing.T) {
	v := viewOf(t, &compare.Report{}, "")
	for _, c := range []struct {
		years       int
		approximate bool
		want        string
	}{{0, false, "under 1 år"}, {1, false, "1 år"}, {23, false, "23 år"}, {9, true, "cirka 9 år"}} {
		if got := v.Age(&compare.Document{AgeYears: &c.years, AgeApproximate: c.approximate}); got != c.want {
			t.Errorf("%d: %q", c.years, got)
		}
	}
	for state, want := range map[compare.State]string{compare.NotSaid: "utan datum", compare.Unread: "", compare.Says: ""} {
		if got := v.AgeOrUndated(&compare.Document{Date: compare.Value{State: state}}); got != want {
			t.Errorf("%s: %q", state, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int][2]string{0: {"0", "0"}, 999: {"999", "999"}, 1540: {"1\u00a0540", "1,540"}, 1234567: {"1\u00a0234\u00a0567", "1,234,567"}} {
		if sv, en := viewOf(t, &compare.Report{}, "").Number(n), viewOf(t, &compare.Report{}, "en").Number(n); sv != want[0] || en != want[1] {
			t.Errorf("%d: %q, %q", n, sv, en)
		}
	}
}

func TestPageInWords(t *testing.T) {
	v := viewOf(t, &compare.Report{}, "")
	for want, c := range map[string]policy.Citation{
		"s. 3":                        {Page: 3, Pages: []int{3}},
		"s. 3–4":                      {Page: 3, Pages: []int{3, 4}, PageLabel: "3"},
		"s. 5 (tryckt sidnummer iii)": {Page: 5, Pages: []int{5}, PageLabel: "iii"},
		"s. 7":                        {Page: 7},
	} {
		if got := v.PageOf(compare.Quote{Citation: c}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMethodsAndKindsInWords(t *testing.T) {
	v := viewOf(t, &compare.Report{}, "")
	if got := v.Methods([]policy.Method{policy.MethodText, policy.MethodUnread, policy.MethodOCR}); got != "filens egen text, kunde inte läsas, maskinläst bild (OCR)" {
		t.Error(got)
	}
	for _, m := range []policy.Method{policy.MethodText, policy.MethodRepaired, policy.MethodOCR, policy.MethodEmpty} {
		if messages[string(m)] == (message{}) {
			t.Errorf("no words for method %s", m)
		}
	}
	for kind, want := range map[string][2]string{"policy": {"policy", "policy"}, "Strategi": {"Strategi", "strategy"}, "web page": {"webbsida", "web page"}, "okänt slag": {"okänt slag", "okänt slag"}} {
		if sv, en := v.Kind(kind), viewOf(t, v.Report, "en").Kind(kind); sv != want[0] || en != want[1] {
			t.Errorf("%s: %q, %q", kind, sv, en)
		}
	}
}

func TestEvidenceInWords(t *testing.T) {
	m := viewOf(t, &compare.Report{}, "").newMarkup()
	m.foundBy([]string{"cue:ansvarar för", "body:kommun<styrelsen", "modality:ska", "heading:" + strings.Repeat("Ansvar ", 20), "x"})
	want := `<p class="path"><span class="label">Hittad genom</span> <bdi>orden ”ansvarar för”</bdi> · <bdi>organet ”kommun&lt;styrelsen”</bdi>` +
		` · <bdi>rubriken ”` + strings.Repeat("Ansvar ", 7) + `Ansvar…”</bdi></p>`
	if string(m.b) != want {
		t.Errorf("%s\nwant %s", m.b, want)
	}
	m.b = m.b[:0]
	if m.foundBy([]string{"modality:ska"}); len(m.b) > 0 {
		t.Errorf("nothing that a reader can see: %s", m.b)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in, want string
		n        int
	}{
		{"kort", "kort", 4}, {"kommunfullmäktige", "kommunfu…", 9}, {"en mening som är lång", "en mening som…", 17}, {"åäö åäö", "åäö…", 6},
	} {
		if got := shorten(c.in, c.n); got != c.want {
			t.Errorf("%q to %d: %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"åmål": "Åmål", "": "", "A": "A", "1 a": "1 a", "\xff": "\ufffd"} {
		if got := capital(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
