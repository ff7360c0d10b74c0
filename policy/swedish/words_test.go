package swedish

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"Kommunstyrelsen ansvarar.", []string{"Kommunstyrelsen", "ansvarar"}},
		{"EU-projekt och KS:s beslut", []string{"EU-projekt", "och", "KS:s", "beslut"}},
		{"miljö- och klimatfrågor", []string{"miljö", "och", "klimatfrågor"}},
		{"lag (2017:725), 3,5 miljoner 2019-2022", []string{"lag", "2017:725", "3,5", "miljoner", "2019", "2022"}},
		{"skola/förskola – nu…", []string{"skola", "förskola", "nu"}},
		{"vän\u00adort", []string{"vän\u00adort"}},
		{"ansvar:kommunen", []string{"ansvar", "kommunen"}},
		{"a\u0308r så", []string{"a\u0308r", "så"}},
	} {
		var got []string
		for _, w := range Words(tt.text) {
			got = append(got, w.Text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Words(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestNormal(t *testing.T) {
	for in, want := range map[string]string{
		"Målet": "målet", "VÄN\u00adORT": "vänort", "a\u030ar": "år", "EU\u2010projekt": "eu-projekt", "plan": "plan",
	} {
		if got := Normal(in); got != want {
			t.Errorf("Normal(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Åtgärder": "atgarder", "idé": "ide", "smørrebrød": "smorrebrod", "plan": "plan"} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCompare(t *testing.T) {
	names := []string{"Öckerö", "Åmål", "Ale", "Örebro", "Älmhult", "Hylte", "bilaga 10", "Bilaga 2", "ale"}
	slices.SortFunc(names, Compare)
	want := []string{"ale", "Ale", "Bilaga 2", "bilaga 10", "Hylte", "Åmål", "Älmhult", "Öckerö", "Örebro"}
	if !slices.Equal(names, want) {
		t.Errorf("sorted: %q, want %q", names, want)
	}
}

func TestCompareIsAnOrder(t *testing.T) {
	word := rapid.StringMatching(`[a-zåäöA-ZÅÄÖ0-9 -]{0,8}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := word.Draw(t, "a"), word.Draw(t, "b"), word.Draw(t, "c")
		if Compare(a, b) != -Compare(b, a) {
			t.Fatalf("%q and %q compare differently the other way round", a, b)
		}
		if (Compare(a, b) == 0) != (a == b) {
			t.Fatalf("%q and %q compare as equal", a, b)
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Fatalf("%q ≤ %q ≤ %q, but not the ends", a, b, c)
		}
	})
}

// FuzzWords holds that tokens are in order, in bounds, and what the text holds.
func FuzzWords(f *testing.F) {
	f.Add("EU-projekt, KS:s 2017:725 och miljö- och klimat\u00admål")
	f.Add("a\u0308:b’c--d")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, w := range Words(text) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) || text[w.Start:w.End] != w.Text {
				t.Fatalf("token %+v of %q, after %d", w, text, at)
			}
			at = w.End
		}
	})
}

// FuzzAnalyze holds that every word gets a lemma, and that nothing is invalid UTF-8 where the text was not.
func FuzzAnalyze(f *testing.F) {
	f.Add("Vänortsavtalets uppföljning ska ske årligen i kommunstyrelsen.")
	f.Add("s ss -s a:s :: ås-ås")
	f.Add("busstation tillägg KS:s e-tjänst")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		for _, term := range Analyze(text) {
			if len(term.Lemmas) == 0 || len(term.Roots) == 0 {
				t.Fatalf("no lemma: %+v", term)
			}
			for _, s := range slices.Concat(term.Lemmas, term.Parts, term.Roots, []string{term.Surface}) {
				if s == "" || !utf8.ValidString(s) {
					t.Fatalf("%q in %+v", s, term)
				}
			}
		}
		_ = Fold(text)
	})
}

func TestAnalyzeIsDeterministic(t *testing.T) {
	text := "Kommunstyrelsens ordförande samordnar vänortsutbytet. "
	want := Analyze(text)
	done := make(chan bool)
	for range 8 {
		go func() {
			got := Analyze(text)
			done <- slices.EqualFunc(got, want, func(a, b Term) bool {
				return slices.Equal(a.Lemmas, b.Lemmas) && slices.Equal(a.Parts, b.Parts) && slices.Equal(a.Roots, b.Roots)
			})
		}()
	}
	for range 8 {
		if !<-done {
			t.Error("analysed differently at the same time")
		}
	}
}

func BenchmarkAnalyze(b *testing.B) {
	text := strings.Repeat("Kommunstyrelsen ansvarar för uppföljningen av vänortsavtalen och rapporterar årligen till fullmäktige. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Analyze(text)
	}
}

// The word list is read at the first use; a command that analyses one word waits for this.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := loadLexicon(dataFiles); err != nil {
			b.Fatal(err)
		}
	}
}

// Words that were never met are what analysis costs: most are compounds of known words.
func BenchmarkUnknownWords(b *testing.B) {
	lx := words()
	var made []string
	for i, l := range lx.lexemes {
		if head := lx.lexemes[(i*7919)%len(lx.lexemes)]; l.pos == noun && head.pos == noun && !l.bound && !head.bound {
			made = append(made, l.lemma+"s"+head.lemma+"en")
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		newWord(made[i%len(made)])
	}
}
