package compare

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

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

func TestSwedishNumber(t *testing.T) {
	for n, want := range map[int]string{0: "noll", 2: "två", 12: "tolv", 13: "13"} {
		if got := swedishNumber(n); got != want {
			t.Errorf("%d: %s", n, got)
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
