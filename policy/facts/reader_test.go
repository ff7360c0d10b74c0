package facts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
)

func TestUnitsAreInTheOrderOfTheText(t *testing.T) {
	text := "Titel\nFörst:\nen\nRubrik\nsist"
	at := func(s string) policy.Span {
		i := strings.Index(text, s)
		return policy.Span{Start: i, End: i + len(s)}
	}
	doc := &policy.Document{
		Text: text,
		Sections: []policy.Section{
			{Heading: "Titel", HeadingSpan: at("Titel"), Parent: -1},
			{Heading: "Rubrik", HeadingSpan: at("Rubrik"), Level: 1},
		},
		Sentences: []policy.Sentence{
			{Span: at("Först:"), Kind: policy.Prose, Opener: -1},
			{Span: at("en"), Kind: policy.Item, Opener: 0},
			{Span: at("sist"), Kind: policy.Prose, Section: 1, Opener: 7}, // an opener out of range is none
		},
	}
	r := newReader(doc)
	var got []string
	for _, u := range r.units {
		got = append(got, u.text)
		if u.lower != strings.ToLower(u.text) {
			t.Errorf("lower of %q is %q", u.text, u.lower)
		}
	}
	if s := strings.Join(got, "|"); s != "Titel|Först:|en|Rubrik|sist" {
		t.Errorf("units %s", s)
	}
	if o := r.units[2].opener; o != 1 {
		t.Errorf("the item's opener is unit %d, want 1", o)
	}
	if o := r.units[4].opener; o != -1 {
		t.Errorf("an opener out of range became %d", o)
	}
}

// Extract must do with whatever segmentation hands over: no sections, no sentences, no pages.
func TestExtractOfNothing(t *testing.T) {
	for _, doc := range []*policy.Document{{}, {Text: "text"}, {Sections: []policy.Section{{Heading: "Vänorter", Parent: -1}}}} {
		f := Extract(doc)
		if len(f.PartnerTowns) > 0 || f.Date.Found() || f.PartnerTownsStatus.Value != partnersMissing {
			t.Errorf("%+v: %+v", doc, f)
		}
		if a := Assign(doc, AssignOptions{}); a.Assigned() {
			t.Errorf("assigned to %q", a.Municipality.Name)
		}
	}
}

func TestWordsAndPhrases(t *testing.T) {
	for _, test := range []struct {
		s, phrase string
		want      int
	}{
		{"det är så", "är", 4}, {"därför", "är", -1}, {"är", "är", 0}, {"här är", "är", 5}, {"gäller till och med", "till och med", 8}, {"", "är", -1}, {"åär är", "är", 6},
	} {
		if got := indexWord(test.s, test.phrase); got != test.want {
			t.Errorf("indexWord(%q, %q) = %d, want %d", test.s, test.phrase, got, test.want)
		}
	}
}

func FuzzLower(f *testing.F) {
	for _, s := range []string{"ÅÄÖ", "İI", "\u1E9E", "K\u212A", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := lower(s)
		if len(l) != len(s) && utf8.ValidString(s) {
			t.Fatalf("lower(%q) has %d bytes, not %d", s, len(l), len(s))
		}
		indexWord(l, "är")
	})
}

func TestSplitCells(t *testing.T) {
	s := " Vänort\t Land \t\t1950 | x"
	var got []string
	for _, c := range splitCells(s) {
		got = append(got, s[c.start:c.end])
	}
	if strings.Join(got, "/") != "Vänort/Land/1950/x" {
		t.Errorf("cells %q", got)
	}
}

func TestFields(t *testing.T) {
	doc := func(lines ...string) *policy.Document {
		d := &policy.Document{Text: strings.Join(lines, "\n"), Sections: []policy.Section{{Parent: -1}}}
		at := 0
		for i, l := range lines {
			d.Sentences = append(d.Sentences, policy.Sentence{Span: policy.Span{Start: at, End: at + len(l)}, Passage: i, Zone: policy.ZoneInfo, Opener: -1})
			at += len(l) + 1
		}
		return d
	}
	for _, test := range []struct {
		lines []string
		want  string
	}{
		{[]string{"Diarienummer: KS 1/20"}, "diarienummer=KS 1/20"},
		{[]string{"Antagen av: Nämnden"}, "antagen av=Nämnden"},
		{[]string{"Dnr KS 1/20"}, "dnr=KS 1/20"},
		{[]string{"Beslutsdatum", "2018-11-26"}, "beslutsdatum=2018-11-26"},
		{[]string{"Beslutsdatum:", "2018-11-26"}, "beslutsdatum=2018-11-26"},
		{[]string{"Dokumenttyp\tPolicy"}, "dokumenttyp=Policy"},
		{[]string{"Dnr\tDatum", "1/20\t2020-01-01"}, "dnr=1/20 datum=2020-01-01"},
		{[]string{"Dokumentet är beslutat av: [Chefen]"}, "dokumentet är beslutat av=[Chefen]"},
		{[]string{"Telefon: 0303-70 30 00"}, ""},
		{[]string{"Typiskt är att det regnar"}, ""},
		{[]string{"Antagen:"}, ""},
		{nil, ""},
	} {
		var got []string
		for _, f := range newReader(doc(test.lines...)).fields() {
			got = append(got, f.label+"="+f.value)
			if f.value != f.at.text[f.start:f.end] {
				t.Errorf("%q: the value %q is not cut from its source", test.lines, f.value)
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q: %q, want %q", test.lines, s, test.want)
		}
	}
}
