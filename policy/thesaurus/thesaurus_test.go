package thesaurus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/styrdok/styrdok/policy/swedish"
)

// found tells what is looked for beside the words of a query.
func found(query string) string {
	words := strings.Fields(query)
	var out []string
	for _, m := range Find(words) {
		var also []string
		for _, x := range m.Also {
			also = append(also, x.Text)
		}
		out = append(out, strings.Join(words[m.First:m.Last], " ")+": "+strings.Join(also, ", "))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for query, want := range map[string]string{
		"":                                   "",
		"dagis":                              "dagis: förskola, daghem",
		"dagisets avgifter":                  "dagisets: förskola, daghem; avgifter: taxa",
		"barnomsorg":                         "barnomsorg: förskola, fritidshem, pedagogisk omsorg, familjedaghem, dagis",
		"fritidshem":                         "fritidshem: skolbarnsomsorg", // not the broader word
		"sfi":                                "sfi: svenska för invandrare",
		"SFI":                                "SFI: svenska för invandrare",
		"svenska för invandrare i Ale":       "svenska för invandrare: SFI",
		"invandrare":                         "invandrare: nyanländ, utrikes född, utlandsfödd",
		"särskilda boenden":                  "särskilda boenden: äldreboende, ålderdomshem, vårdboende, omsorgsboende, säbo",
		"boenden":                            "",
		"boende särskilt":                    "",
		"SoL":                                "SoL: socialtjänstlag",
		"sol":                                "",
		"narkotika":                          "narkotika: drog",
		"dra":                                "", // drog is the noun
		"e-post":                             "e-post: mejl, mail",
		"hälso- och sjukvårdslagen":          "hälso- och sjukvårdslagen: HSL",
		"kommun/region - +":                  "",
		"ordsomaldrigfinns ordsomaldrigfinn": "",
	} {
		if got := found(query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

// What is looked for is there: a single word by its base form, several as they stand.
func TestExpressions(t *testing.T) {
	also := Find([]string{"SFI"})[0].Also[0]
	if also.Lemma != "" || fmt.Sprint(also.Phrases) != "[[svenska för invandrare]]" {
		t.Errorf("%+v", also)
	}
	for _, es := range entries().byLemma {
		for _, e := range es {
			for _, x := range e.also {
				if x.Lemma == "" == (x.Phrases == nil) || x.Lemma != "" && !slices.Contains(swedish.Lemmas(x.Text), x.Lemma) {
					t.Errorf("%+v is not looked for", x)
				}
			}
		}
	}
}

// No word has more beside it than is looked for, and none stands twice.
func TestDataIsSound(t *testing.T) {
	total := map[string]map[string]bool{}
	for _, es := range entries().byLemma {
		for _, e := range es {
			key := fmt.Sprint(e.words)
			if total[key] == nil {
				total[key] = map[string]bool{}
			}
			for _, x := range e.also {
				if slices.ContainsFunc(e.words[0], func(l string) bool { return len(e.words) == 1 && l == x.Lemma }) {
					t.Errorf("%s stands beside itself", x.Text)
				}
				total[key][x.Text] = true
			}
		}
	}
	for key, also := range total {
		if len(also) > MaxAlso {
			t.Errorf("%d are to be looked for beside %s", len(also), key)
		}
	}
	if len(total) < 200 {
		t.Errorf("only %d expressions", len(total))
	}
}

func TestRead(t *testing.T) {
	for _, line := range []string{"ensam", "a > ", "> b", "a, b > c", "dagis/daghem, förskola", "ett ord/ord, förskola", "förskola, barnens"} {
		files := fstest.MapFS{"data/x.txt": {Data: []byte("# rubrik\n\n" + line)}}
		if _, err := read(files); err == nil || !strings.HasPrefix(err.Error(), "data/x.txt:3: ") {
			t.Errorf("%s: error %v", line, err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	words := strings.Fields("vem ansvarar för uppföljningen av särskilda boenden och dagis")
	for b.Loop() {
		Find(words)
	}
}
