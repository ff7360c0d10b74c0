package evaluation

import (
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
)

// found returns the words of doc at which quote is located.
func found(doc *policy.Document, quote string) string {
	t := newText(doc)
	var out []string
	for _, i := range t.locate(words(quote)) {
		out = append(out, t.words[i].text)
	}
	return strings.Join(out, " ")
}

func TestLocate(t *testing.T) {
	for _, tt := range []struct{ name, text, quote, want string }{
		{"as it stands", "Först. Nämnden leder arbetet. Sedan.", "Nämnden leder arbetet.", "nämnden leder arbetet"},
		{"letters' case, white space, marks", "NÄMNDEN\tleder\n»arbetet«", "Nämnden leder arbetet!", "nämnden leder arbetet"},
		{"decomposed", "Na\u0308mnden leder", "Nämnden leder", ""}, // a document's text is NFC
		{"hyphens", "EU-projekt i e-tjänster", "EU projekt i etjänster", ""},
		{"soft hyphens and hyphens", "han\u00addlings-planen gäller", "handlingsplanen gäller", "handlingsplanen gäller"},
		{"a word broken at the line's end", "hand-\nlings-\n  planen gäller", "handlingsplanen gäller", "handlingsplanen gäller"},
		{"a hyphen that ends a part", "vård- och omsorgsnämnden", "vård- och omsorgsnämnden", "vård och omsorgsnämnden"},
		{"a page number inside", "Målet är att 4 alla ska få stöd i vardagen", "Målet är att alla ska få stöd i vardagen",
			"målet är att alla ska få stöd i vardagen"},
		{"a page head inside", "Målet är att Hylte kommun Riktlinjer sida 3 av 9 antagen 2017 alla ska få stöd", "Målet är att alla ska få stöd",
			"målet är att alla ska få stöd"},
		{"one misread word of five", "Nämnden 1eder arbetet med vänorter", "Nämnden leder arbetet med vänorter", "nämnden arbetet med vänorter"},
		{"the first misread", "Namnden leder arbetet med vänorter", "Nämnden leder arbetet med vänorter", "leder arbetet med vänorter"},
		{"two misread of five", "Nämnden 1eder arbetet rned vänorter", "Nämnden leder arbetet med vänorter", ""},
		{"a common word misread, and again later", "Vi ska l alla led i staden verka i kommunen för demokrati och fred",
			"Vi ska i alla led i staden verka i kommunen för demokrati och fred", "vi ska alla led i staden verka i kommunen för demokrati och fred"},
		{"a negation that the quote leaves out", "Nämnden ska inte leda arbetet", "Nämnden ska leda arbetet", ""},
		{"a negation that it has", "Nämnden ska inte 1eda arbetet idag", "Nämnden ska inte leda arbetet idag", "nämnden ska inte arbetet idag"},
		{"both places", "Ett mål nås. Här står ett mål nås.", "Ett mål nås.", "ett mål nås ett mål nås"},
		{"the place where most stands", "Arbetet med goda vänorter leds. Arbetet med goda vänortcr leds.", "Arbetet med goda vänorter leds.",
			"arbetet med goda vänorter leds"},
		{"nowhere", "Nämnden leder arbetet.", "Styrelsen följer budgeten.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(&policy.Document{Text: tt.text}, tt.quote); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestLocateInFurniture(t *testing.T) {
	d := document("plan", "Nämnden leder arbetet.")
	d.Furniture = []policy.Furniture{{Text: "Antagen av fullmäktige"}, {Text: "Nämnden leder arbetet. Planen gäller."}}
	if got := found(d, "Planen gäller."); got != "planen gäller" {
		t.Errorf("%q", got)
	}
	if got := newText(d).locate(words("Nämnden leder arbetet.")); len(got) != 3 || got[0] != 0 {
		t.Errorf("what stands in the text is sought in the furniture: %v", got)
	}
	if got := found(d, "arbetet. Antagen"); got != "" {
		t.Errorf("over the border: %q", got)
	}
}

// Wherever a quote is located: in order, within the text, in four fifths of its words, and nothing breaks.
func FuzzLocate(f *testing.F) {
	f.Add("Nämnden leder arbetet. Nämnden 1eder arbetet.", "Nämnden leder arbetet.")
	f.Add("hand-\nlingsplan", "handlingsplan")
	f.Add("a a a a a a a a a", "a a a")
	f.Fuzz(func(t *testing.T, s, quote string) {
		if len(s)+len(quote) > 4000 {
			return // the alignment is for sentences
		}
		d := &policy.Document{Text: s, Furniture: []policy.Furniture{{Text: quote[:len(quote)/2]}}}
		q := words(quote)
		if len(q) == 0 {
			return
		}
		x := newText(d)
		at := x.locate(q)
		for i, p := range at {
			if p < 0 || p >= len(x.words) || i > 0 && at[i-1] >= p {
				t.Fatalf("positions %v of %d", at, len(x.words))
			}
		}
		if len(at) > 0 && 5*len(at) < 4*len(q) {
			t.Fatalf("%d of %d words", len(at), len(q))
		}
		if i := strings.Index(s, quote); i >= 0 && len(at) == 0 {
			inside := x.of(policy.Span{Start: i, End: i + len(quote)})
			if len(inside) == len(q) && x.equal(inside[0], q) {
				t.Fatalf("%q is not located in %q", quote, s)
			}
		}
	})
}
