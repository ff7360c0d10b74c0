package facts

import (
	"testing"
	"unicode/utf8"
)

func TestFindDates(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"2003-10-27", []string{"2003-10-27"}},
		{"2003 -10- 271", []string{"2003-10-27"}}, // a stamp as OCR reads it
		{"2003 - 10 - 27", []string{"2003-10-27"}},
		{"2014–02–13 § 40", []string{"2014-02-13"}},
		{"2014.02.13", []string{"2014-02-13"}},
		{"20140213", []string{"2014-02-13"}},
		{"13/2 2014 och 13/02-2014", []string{"2014-02-13", "2014-02-13"}},
		{"13.2.2014", []string{"2014-02-13"}},
		{"27 oktober 2003", []string{"2003-10-27"}},
		{"den 1:a mars 2020", []string{"2020-03-01"}},
		{"5 sept. 1999", []string{"1999-09-05"}},
		{"Oktober 2003", []string{"2003-10"}},
		{"2021-05-14 uppdaterad 2023-06-20", []string{"2021-05-14", "2023-06-20"}},
		{"31 december 2026", []string{"2026-12-31"}},
		// what is none
		{"2019-2022", nil},
		{"2003-13-27", nil},
		{"2023-02-30", nil},
		{"2003-10-2712", nil},
		{"1939-09-01", nil}, // older than any municipality's document
		{"SFS 2017:725", nil},
		{"tel 0303-70 30 00", nil},
		{"org.nr 212000-1439", nil},
		{"KS 2016/82", nil},
		{"maj månad", nil},
		{"20031027-1234", nil}, // a personal number
		{"12 345 kronor 2014", nil},
	} {
		var got []string
		for _, d := range findDates(test.text) {
			got = append(got, d.iso)
		}
		if len(got) != len(test.want) {
			t.Errorf("findDates(%q) = %q, want %q", test.text, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("findDates(%q) = %q, want %q", test.text, got, test.want)
			}
		}
	}
}

func TestFindYear(t *testing.T) {
	for text, want := range map[string]string{
		"Antagen 2014": "2014", "år 1998.": "1998", "2014-2018": "", "2017:725": "", "KS/2014": "", "20145": "", "1939": "", "kl. 2014": "2014", "": "",
	} {
		if y, _ := findYear(text); y.iso != want {
			t.Errorf("findYear(%q) = %q, want %q", text, y.iso, want)
		}
	}
}

// checkRanges fails if a range is empty, out of bounds, not after the one before, or cuts a letter.
func checkRanges(t *testing.T, s string, n int, at func(int) (int, int)) {
	t.Helper()
	end := 0
	for i := range n {
		a, b := at(i)
		if a < end || b <= a || b > len(s) {
			t.Fatalf("%q: range %d-%d after %d", s, a, b, end)
		}
		if !utf8.RuneStart(s[a]) || b < len(s) && !utf8.RuneStart(s[b]) {
			t.Fatalf("%q: range %d-%d cuts a letter", s, a, b)
		}
		end = b
	}
}

func FuzzFindDates(f *testing.F) {
	for _, s := range []string{"2003 -10- 271", "27 oktober 2003", "1/1 2000", "20031027", "2003–", "den 3:e", "å2003-10-27é", "\xff\xfe2003-10"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		all := findDates(s)
		checkRanges(t, s, len(all), func(i int) (int, int) { return all[i].start, all[i].end })
		if y, ok := findYear(s); ok {
			checkRanges(t, s, 1, func(int) (int, int) { return y.start, y.end })
		}
	})
}

func FuzzFindPlaces(f *testing.F) {
	for _, s := range []string{"Time i Norge", "Norge: Gran (Hadeland), Måsøy", "norska Måsøy/Havøysund", "A, B och C i Norge, Danmark respektive Finland", "(Norge", "i i i", "St. St.", "\u0130 i Norge"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, line bool) {
		if !utf8.ValidString(s) {
			return
		}
		for _, p := range findPlaces(s, line) {
			checkRanges(t, s, 1, func(int) (int, int) { return p.start, p.end })
			if p.name != s[p.start:p.end] {
				t.Fatalf("%q: name %q is not cut from the text", s, p.name)
			}
		}
	})
}

func FuzzFindIntervals(f *testing.F) {
	for _, s := range []string{"två gånger per år", "vart 4:e år", "var 18:e månad", "99 gånger per vecka", "med två års mellanrum", "2 ggr/år", "en gång per"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		l := lower(s)
		all := findIntervals(l)
		checkRanges(t, l, len(all), func(i int) (int, int) { return all[i].start, all[i].end })
	})
}

func FuzzCaseNumber(f *testing.F) {
	for _, s := range []string{"KS 2016/82", "2003/184", ": VON/2025:00149", "KS.2016.82", "Å/1", "12/2015-KS"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, labelled bool) {
		if !utf8.ValidString(s) {
			return
		}
		if a, b, ok := caseNumber(s, labelled); ok {
			checkRanges(t, s, 1, func(int) (int, int) { return a, b })
		}
	})
}
