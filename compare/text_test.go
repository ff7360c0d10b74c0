package compare

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

// The figures are worked out by hand from the formula: E1 = c(a+b)/(c+d), E2 = d(a+b)/(c+d).
func TestLogLikelihood(t *testing.T) {
	for _, c := range []struct {
		a, b, c, d       int
		likelihood, rate float64
	}{
		{10, 5, 1000, 2000, 20*math.Ln2 - 10*math.Ln2, 2},          // E1 5, E2 10
		{20, 0, 100, 300, 40 * math.Log(4), math.Log2(20 * 3 * 2)}, // E1 5; half a word stands for none
		{10, 10, 500, 500, 0, 0},
		{0, 10, 500, 500, 20 * math.Ln2, math.Log2(.5 / 10)},
		{3, 0, 100, 0, 0, 0},
		{0, 0, 100, 100, 0, 0},
	} {
		if got := logLikelihood(c.a, c.b, c.c, c.d); math.Abs(got-c.likelihood) > 1e-9 {
			t.Errorf("G²(%d %d %d %d) = %v, want %v", c.a, c.b, c.c, c.d, got, c.likelihood)
		}
		if got := logRatio(c.a, c.b, c.c, c.d); math.Abs(got-c.rate) > 1e-9 {
			t.Errorf("log ratio(%d %d %d %d) = %v, want %v", c.a, c.b, c.c, c.d, got, c.rate)
		}
	}
}

func TestAscending(t *testing.T) {
	for _, c := range []struct {
		values []int
		want   int
	}{{nil, 0}, {[]int{1}, 1}, {[]int{1, 2, 3}, 3}, {[]int{3, 2, 1}, 1}, {[]int{5, 1, 2, 3, 0}, 3}, {[]int{2, 5, 3, 4, 1}, 3}} {
		kept := ascending(c.values)
		if got := countTrue(kept); got != c.want {
			t.Errorf("%v: %d kept, want %d", c.values, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		values := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed"))).Perm(rapid.IntRange(0, 40).Draw(t, "n"))
		last := -1
		kept := ascending(values)
		for i, k := range kept {
			if k {
				if values[i] < last {
					t.Fatalf("%v: %v", values, kept)
				}
				last = values[i]
			}
		}
		if got, want := countTrue(kept), longest(values); got != want {
			t.Fatalf("%v: %d kept, want %d", values, got, want)
		}
	})
}

func countTrue(list []bool) (n int) {
	for _, b := range list {
		if b {
			n++
		}
	}
	return n
}

// longest is the length of a longest ascending subsequence, found the slow way.
func longest(values []int) int {
	best := make([]int, len(values))
	most := 0
	for i, v := range values {
		best[i] = 1
		for j := range i {
			if values[j] < v {
				best[i] = max(best[i], best[j]+1)
			}
		}
		most = max(most, best[i])
	}
	return most
}

func TestLastDay(t *testing.T) {
	for date, want := range map[string]string{"2014": "2014-12-31", "2014-02": "2014-02-28", "2016-02": "2016-02-29", "2014-02-13": "2014-02-13", "": "", "snart": "", "2014-13": ""} {
		got, ok := lastDay(date)
		if ok != (want != "") || ok && day(got) != want {
			t.Errorf("%q: %v %v", date, got, ok)
		}
	}
}

func TestNewer(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"2014", "2013", true}, {"2014", "2014-05", false}, {"2014-06", "2014", false}, {"2014-06-01", "2014-05", true}, {"", "2014", false}, {"2014", "", false}, {"2013", "2014", false}} {
		if got := newer(c.a, c.b); got != c.want {
			t.Errorf("%q after %q: %v", c.a, c.b, got)
		}
	}
}

func TestTitleWords(t *testing.T) {
	doc := func(title, name string) *policy.Document {
		d := &policy.Document{ID: "fil_2014-namn"}
		d.Facts.Title.Value, d.Municipality.Municipality.Name = title, name
		return d
	}
	for _, c := range []struct{ title, want string }{
		{"Resepolicy", "resepolicy"}, {"Förslag till resepolicy för Ale kommun 2014–2018", "resepolicy"}, {"Ales resepolicy, reviderad", "resepolicy"},
		{"Plan för trygghet och säkerhet", "plan säkerhet trygghet"}, {"Bilaga 2", "2 bilaga"}, {"", "fil namn"},
	} {
		if got := strings.Join(titleWords(doc(c.title, "Ale")), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.title, got, c.want)
		}
	}
	if likeTitles(nil, nil) || likeTitles([]string{"a"}, nil) || !likeTitles([]string{"a", "b", "c", "d"}, []string{"a", "b", "c"}) || likeTitles([]string{"a", "b"}, []string{"a"}) {
		t.Error("likeTitles")
	}
}

func TestLexisKnowsNames(t *testing.T) {
	l := newLexis()
	l.numbers(nil, tokens(nil, "Fyren vid Hamn och EU leds av Kapten Brattström"))
	l.numbers(nil, tokens(nil, "Brattström och SIDA vill ha en hamn åt KOMMUNFULLMÄKTIGE"))
	for word, want := range map[string]bool{"hamn": false, "brattström": true, "eu": false, "sida": false, "kommunfullmäktige": true, "fyren": false} {
		if got := l.isName(l.byNormal[word]); got != want {
			t.Errorf("%s: name %v", word, got)
		}
	}
	if l.number(token{text: "Hamn", small: isSmall("Hamn")}) != l.number(token{text: "hamn", small: isSmall("hamn")}) {
		t.Error("one word has two numbers")
	}
}

// Vectors have the length 1, are alike to themselves, and as much to each other as the other way round.
func TestVectors(t *testing.T) {
	v := newVocabulary(newLexis())
	texts := []string{"Utsläppen av växthusgaser ska halveras.", "Halvera utsläppet av växthusgas!", "Barnen ska simma i kommunens simhall.", "Och det är så."}
	var all []vector
	for _, s := range texts {
		all = append(all, v.raw(s))
	}
	for _, x := range all {
		v.weigh(x)
	}
	for i, x := range all[:3] {
		if math.Abs(x.length()-1) > 1e-9 || math.Abs(x.dot(x)-1) > 1e-9 {
			t.Errorf("%q: length %v", texts[i], x.length())
		}
		if !slices.IsSortedFunc(x, func(a, b weight) int { return int(a.term) - int(b.term) }) {
			t.Errorf("%q: terms out of order", texts[i])
		}
	}
	if c := all[0].dot(all[1]); c < 0.8 || c != all[1].dot(all[0]) {
		t.Errorf("inflections of the same words: %v", c)
	}
	if c := all[0].dot(all[2]); c != 0 {
		t.Errorf("nothing in common: %v", c)
	}
	if len(all[3]) != 0 {
		t.Errorf("function words: %v", all[3])
	}
	if sum := all[0].plus(all[2]); len(sum) != len(all[0])+len(all[2]) || math.Abs(sum.length()-math.Sqrt2) > 1e-9 {
		t.Errorf("sum of length %v", sum.length())
	}
}

func TestNumbersInWords(t *testing.T) {
	for n, want := range map[int][2]string{0: {"noll", "no"}, 2: {"två", "two"}, 12: {"tolv", "twelve"}, 13: {"13", "13"}, 290: {"290", "290"}} {
		if got := [2]string{inWords("sv", n), inWords("en", n)}; got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestShareOf(t *testing.T) {
	for _, c := range []struct {
		have, of int
		sv, en   string
	}{
		{2, 2, "Båda de andra kommunerna", "Both other municipalities"},
		{3, 3, "Alla de tre andra kommunerna", "All three other municipalities"},
		{2, 3, "Två av de tre andra kommunerna", "Two of the three other municipalities"},
		{12, 13, "Tolv av de 13 andra kommunerna", "Twelve of the 13 other municipalities"},
		{150, 289, "150 av de 289 andra kommunerna", "150 of the 289 other municipalities"},
	} {
		if sv, en := shareOf("sv", c.have, c.of), shareOf("en", c.have, c.of); sv != c.sv || en != c.en {
			t.Errorf("%d of %d: %q, %q", c.have, c.of, sv, en)
		}
	}
}

// What a quote shows beside itself is cut at words, and only where it is longer than the limit.
func TestContextIsCutAtTheLimit(t *testing.T) {
	for _, c := range []struct {
		runes int
		cut   bool
	}{{contextRunes - 1, false}, {contextRunes, false}, {contextRunes + 1, true}, {3 * contextRunes, true}} {
		s := string([]rune(strings.Repeat("ö å ", c.runes))[:c.runes-1]) + "ä"
		for _, cut := range []string{cutLeft(s), cutRight(s)} {
			if got := strings.Contains(cut, "…"); got != c.cut || len([]rune(cut)) > contextRunes+2 {
				t.Errorf("%d runes become %d, cut: %v", c.runes, len([]rune(cut)), got)
			}
			if !c.cut && cut != s {
				t.Errorf("%d runes: %q is not what was there", c.runes, cut)
			}
		}
	}
	if got := cutLeft(strings.Repeat("x", 2*contextRunes)); len([]rune(got)) != contextRunes+2 {
		t.Errorf("one long word: %d runes", len([]rune(got)))
	}
}

// Whatever is cut is part of what was there, and is sound text.
func TestCutTextIsPartOfTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("aåö …\n.\u00a0𝛼")), 0, 3*contextRunes, -1).Draw(t, "text")
		left, right := strings.TrimPrefix(cutLeft(s), "… "), strings.TrimSuffix(cutRight(s), " …")
		if !strings.HasSuffix(strings.TrimSpace(s), left) || !strings.HasPrefix(strings.TrimSpace(s), right) {
			t.Fatalf("%q: %q, %q", s, left, right)
		}
		if !utf8.ValidString(left) || !utf8.ValidString(right) || utf8.RuneCountInString(left) > contextRunes || utf8.RuneCountInString(right) > contextRunes {
			t.Fatalf("%q: %q, %q", s, left, right)
		}
	})
}

// A month ahead of a long month's last day is the last day of the next, and years later still the day of the first.
func TestAfter(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		unit byte
		want string
	}{
		{"2024-01-31", 1, 'M', "2024-02-29"}, {"2023-01-31", 1, 'M', "2023-02-28"}, {"2024-02-29", 1, 'Y', "2025-02-28"}, {"2024-02-29", 4, 'Y', "2028-02-29"},
		{"2023-12-15", 1, 'M', "2024-01-15"}, {"2023-12-31", 2, 'M', "2024-02-29"}, {"2023-12-31", 1, 'D', "2024-01-01"}, {"2023-12-31", 2, 'W', "2024-01-14"},
		{"2023-03-31", 30, 'M', "2025-09-30"}, {"2000-05-05", maxInterval, 'Y', "3000-05-05"},
	} {
		from, _ := lastDay(c.from)
		if got := day(after(from, c.n, c.unit)); got != c.want {
			t.Errorf("%s and %d%c: %s, want %s", c.from, c.n, c.unit, got, c.want)
		}
	}
}

func TestParseInterval(t *testing.T) {
	for s, ok := range map[string]bool{"P1Y": true, "P1000D": true, "P1001D": false, "P9223372036854775807Y": false, "P99999999999999999999Y": false, "P0M": false, "P-2Y": false, "PY": false, "P1H": false, "1Y": false, "": false} {
		if _, _, got := parseInterval(s); got != ok {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// The clock and the place of the day that a caller gives say nothing: it is the day that counts.
func TestMidnight(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("east", 14*3600), time.FixedZone("west", -11*3600)} {
		for _, hour := range []int{0, 12, 23} {
			if got := midnight(time.Date(2026, 2, 28, hour, 59, 59, 999, zone)); !got.Equal(time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%d o'clock, %s: %s", hour, zone, got)
			}
		}
	}
	if !midnight(time.Time{}).IsZero() {
		t.Error("no day became one")
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        float64
	}{{0, 0, 0}, {5, 0, 0}, {0, 7, 0}, {1, 3, 0.333}, {2, 3, 0.667}, {7, 7, 1}, {9, 7, 1}} {
		if got := share(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d: %v, want %v", c.part, c.whole, got, c.want)
		}
	}
}

func TestEnumerate(t *testing.T) {
	for _, c := range []struct {
		list []string
		want string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a och b"}, {[]string{"a", "b", "c"}, "a, b och c"}} {
		if got := enumerate(c.list, "och"); got != c.want {
			t.Errorf("%v: %q", c.list, got)
		}
	}
}

func TestLower(t *testing.T) {
	for s, want := range map[string]string{"Klimat och miljö": "klimat och miljö", "EU": "EU", "EU och världen": "EU och världen", "Å": "å", "": ""} {
		if got := lower(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}
