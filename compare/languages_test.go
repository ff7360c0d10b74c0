package compare_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// labels calls found for each label of a report that is not empty, with the names of the fields that lead to it.
func labels(v reflect.Value, path string, found func(path string, l compare.Label)) {
	if l, ok := v.Interface().(compare.Label); ok {
		if l != nil {
			found(path, l)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			labels(v.Elem(), path, found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			labels(v.Index(i), path, found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				labels(v.Field(i), path+"."+f.Name, found)
			}
		}
	}
}

// wordyReports are reports that between them have all that is said in words.
func wordyReports() []*compare.Report {
	analysed := compare.Options{AsOf: asOf, Tags: sample.ThemeTags(), Peers: []compare.PeerGroup{{Name: "Kust", Municipalities: []string{"Ale", "Ekeby", "Sjövik", "Åmål"}}}}
	undated := sampleOptions()
	undated.AsOf = time.Time{}
	unread := gapDocuments()
	unread[3].Pages = append(unread[3].Pages, policy.Page{Number: 2, Method: policy.MethodUnread})
	return []*compare.Report{
		sampleReport(), compare.Documents(sample.Analysed(), analysed), compare.Documents(sample.Documents(), undated),
		compare.Documents(gapDocuments(), sampleOptions()), compare.Documents(unread, sampleOptions()),
		compare.Documents(gapDocuments(), compare.Options{AsOf: asOf, Tags: []policy.TagDefinition{{Name: "goals"}, {Name: "follow-up"}, {Name: "egen", Parent: "goals"}, {Name: "purpose"}}}),
	}
}

// Everything that the report says in words it says in both languages, and nothing is left of a form into which words were put.
func TestEveryLabelIsInBothLanguages(t *testing.T) {
	seen := map[string]int{}
	for _, r := range wordyReports() {
		labels(reflect.ValueOf(r), "Report", func(path string, l compare.Label) {
			seen[path]++
			for _, language := range []string{"sv", "en"} {
				text := l[language]
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s is not said in %q: %v", path, language, l)
				}
				if strings.Contains(text, "%!") || strings.Contains(text, "  ") || strings.Contains(text, " .") || text != strings.TrimSpace(text) {
					t.Errorf("%s: %q", path, text)
				}
			}
			if len(l) != 2 {
				t.Errorf("%s is said in %d languages: %v", path, len(l), l)
			}
		})
	}
	for _, path := range []string{
		"Report.Tags.Label", "Report.Themes.Label", "Report.Countries.Name", "Report.SharedTowns.CountryName", "Report.Municipalities.PartnerTowns.Towns.CountryName",
		"Report.Municipalities.FollowUp.Items.Wording", "Report.Municipalities.FollowUp.Items.Due.Text", "Report.Municipalities.Gaps.Text", "Report.Municipalities.Gaps.Bases.Text",
	} {
		if seen[path] == 0 {
			t.Errorf("no report has a %s", path)
		}
	}
}

// What is a sentence begins with a capital, or a figure, and ends with a full stop, in both languages; and the two are not the same.
func TestTextsAreSentences(t *testing.T) {
	for _, r := range wordyReports() {
		labels(reflect.ValueOf(r), "Report", func(path string, l compare.Label) {
			if !strings.HasSuffix(path, ".Text") {
				return
			}
			for _, text := range l {
				first, _ := utf8.DecodeRuneInString(text)
				if !unicode.IsUpper(first) && !unicode.IsDigit(first) || !strings.HasSuffix(text, ".") || strings.HasSuffix(text, "..") {
					t.Errorf("%s: %q is no sentence", path, text)
				}
			}
			if l["sv"] == l["en"] {
				t.Errorf("%s says the same in both languages: %q", path, l["sv"])
			}
		})
	}
}

// A tag without labels is called by its name; one with a label in one language keeps it.
func TestTagsWithoutLabels(t *testing.T) {
	text := "goals: Alla ska simma.\nresponsibility: Nämnden leder arbetet.\ntrivsel: Alla trivs."
	docs := []*policy.Document{made("Ale", "plan", "2020", "Plan", text), made("Ekeby", "plan", "2020", "Plan", text), made("Sjövik", "plan", "2020", "Plan", text), made("Åmål", "plan", "2020", "Plan", "Inget.")}
	r := compare.Documents(docs, compare.Options{AsOf: asOf, Tags: []policy.TagDefinition{
		{Name: "trivsel", Label: map[string]string{"sv": "Trivsel"}}, {Name: "goals"}, {Name: "vatten", Parent: "goals", Label: map[string]string{"en": "Water"}},
	}})
	var got []string
	for _, g := range municipality(t, r, "Åmål").Gaps {
		got = append(got, g.Name+": "+g.Text["sv"]+" "+g.Text["en"])
	}
	want := []string{
		"trivsel: Inget om ”Trivsel” hittades i de dokument som ingår. Nothing on “trivsel” was found in the documents included.",
		"goals: Inga mål hittades i de dokument som ingår. No goals were found in the documents included.",
		"responsibility: Ingen uppgift om vem som ansvarar hittades i de dokument som ingår. Nothing on who is responsible was found in the documents included.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// How many others have a thing is said as prose has numbers: in words up to twelve, in a group by its name.
func TestBasesInWords(t *testing.T) {
	for _, c := range []struct {
		have, of int
		sv, en   string
	}{
		{2, 3, "Båda de andra kommunerna anger vem som ansvarar.", "Both other municipalities say who is responsible."},
		{2, 4, "Två av de tre andra kommunerna anger vem som ansvarar.", "Two of the three other municipalities say who is responsible."},
		{12, 13, "Alla de tolv andra kommunerna anger vem som ansvarar.", "All twelve other municipalities say who is responsible."},
		{13, 20, "13 av de 19 andra kommunerna anger vem som ansvarar.", "13 of the 19 other municipalities say who is responsible."},
	} {
		r := compare.Documents(ofMany(c.have, c.of), compare.Options{AsOf: asOf, Tags: sample.Tags()})
		b := r.Municipalities[c.of-1].Gaps[0].Bases[0].Text
		if b["sv"] != c.sv || b["en"] != c.en {
			t.Errorf("%d of %d: %v", c.have, c.of-1, b)
		}
	}
}

// Countries have the names that both languages give them, in the order of the Swedish ones, and a code that is none stands for itself.
func TestCountriesInBothLanguages(t *testing.T) {
	r := compare.Documents([]*policy.Document{townDocument("Ale", "A/AX", "B/CZ", "C/FO", "D/XX1", "E/")}, compare.Options{})
	var got []string
	for _, x := range r.Countries {
		got = append(got, fmt.Sprintf("%s %s/%s", x.Code, x.Name["sv"], x.Name["en"]))
	}
	want := "FO Färöarna/Faroe Islands, CZ Tjeckien/Czechia, XX1 XX1/XX1, AX Åland/Åland Islands,  land framgår inte/country not stated"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
}
