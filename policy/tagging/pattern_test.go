package tagging

import (
	"strings"
	"testing"
)

func TestPattern(t *testing.T) {
	classes := map[string][]string{"must": {"ska", "skall"}, "verb": {"*ar", "!*ningar"}, "both": {"{must}", "bör"}, "noun": {"*ningar"}}
	tests := []struct{ pattern, text, want string }{
		{"ansvar*", "Nämndens ansvarsområde.", "ansvarsområde"},
		{"*nämnd", "En byggnadsnämnd fanns.", "byggnadsnämnd"},
		{"*följ*", "Uppföljningen sker.", "Uppföljningen"},
		{"ska|bör följas", "Planen bör följas upp.", "bör följas"},
		{"{must} följas", "Planen skall följas.", "skall följas"},
		{"{both} _ följas", "Planen bör nog följas.", "bör nog följas"},
		{"{verb}", "Satsningar kostar.", "kostar"},
		{"{verb}|satsningar", "Satsningar kostar.", "Satsningar"}, // excepted from the class, not from the place
		{"{verb}|{noun}", "Satsningar kostar.", "Satsningar"},
		{"följs ... upp", "Planen följs varje år i april upp noga.", "följs varje år i april upp"},
		{"följs ... upp", "Planen följs a b c d e f g h upp.", ""},
		{"följs ..2 upp", "Planen följs varje år upp.", "följs varje år upp"},
		{"följs ..2 upp", "Planen följs ett två tre upp.", ""},
		{"följs ..2 upp", "Planen följs, men upp.", ""},
		{"a ..2 b c", "a b x b c", "a b x b c"}, // the gap is tried longer when the rest does not match
		{"^ den", "Den som är här.", "Den"},
		{"^ den", "Är den här?", ""},
		{"^ ..1 syfte", "Planens syfte är gott.", "syfte"},
		{"^ ..1 syfte", "Den nya planens syfte.", ""},
		{"klart $", "Det är klart.", "klart"},
		{"klart $", "Klart är det.", ""},
		{"{number} {year}", "Den 3 2024.", "3 2024"},
		{"{year}", "Till 2028-06-30.", "2028-06-30"},
		{"SKA", "Det ska.", "ska"},
		{"åtgärd*", "ÅTGÄRDER", "ÅTGÄRDER"},
	}
	for _, tt := range tests {
		t.Run(tt.pattern+"/"+tt.text, func(t *testing.T) {
			v := newVocabulary(classes)
			p, err := v.pattern(tt.pattern)
			if err != nil {
				t.Fatal(err)
			}
			l := lexicon{vocabulary: v, actors: &actorTable{}, forms: map[string]*wordInfo{}, shared: &sharedForms{}}
			words := l.split(nil, tt.text)
			got := ""
			if start, end := p.find(words); start >= 0 {
				got = tt.text[words[start].start:words[end-1].end]
			}
			if got != tt.want {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPatternErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"":                          "holds no word",
		"^":                         "holds no word",
		"... a":                     "is no gap here",
		"a ..0 b":                   "is no gap here",
		"a ..99 b":                  "is no gap here",
		"a $ b":                     "nothing may follow $",
		"a ...":                     "ends in a gap",
		"_ a":                       "begins with any word",
		"*":                         "is no word",
		"a||b":                      "is no word",
		"{none}":                    "no word class {none}",
		strings.Repeat("a ", 13):    "more than 12 words",
		"mål|{must}|{nope} ... att": "no word class {nope}",
	} {
		_, err := newVocabulary(map[string][]string{"must": {"ska"}}).pattern(pattern)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error is %v, want %q", pattern, err, want)
		}
	}
}

func TestSplit(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Vård- och omsorgsnämnden", "vård och omsorgsnämnden"},
		{"HR-avdelningen, EU:s fonder", "hr-avdelningen ,eu ,s fonder"},
		{"upp\u00adföljning", "uppföljning"},
		{"(KF 2010) beslutar", "(kf (2010 ,beslutar"},
		{"25–30 %", "25 ,30"},
		{"", ""},
		{"…—?", ""},
		{"na\u0308mnd", "na\u0308mnd"},
		{"a\xffb", "a b"},
	}
	for _, tt := range tests {
		l := newLexicon(Default())
		var got []string
		for _, w := range l.split(nil, tt.text) {
			s := w.info.text
			if w.aside {
				s = "(" + s
			} else if w.boundary {
				s = "," + s
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Vård- och omsorgsnämnden (VON) ansvarar för planen 2024–2028.")
	f.Add("a\u00ad\xff-b")
	t := Default()
	f.Fuzz(func(t2 *testing.T, text string) {
		last := 0
		for _, w := range newLexicon(t).split(nil, text) {
			if w.start < last || w.end <= w.start || w.end > len(text) {
				t2.Fatalf("word %d-%d after %d of %d", w.start, w.end, last, len(text))
			}
			last = w.end
		}
	})
}
