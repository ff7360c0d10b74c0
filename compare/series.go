package compare

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A series is documents of one municipality that are versions of each other, or the same document of several years: by
// their places in the corpus, the oldest first.
type series []int

// sameTitle is the share of the words of two titles that must be the same.
const sameTitle = 0.75

// seriesOf finds the series among docs, which are in the order of the report. Documents whose order in time does not show
// are none, nor are memos and minutes: they are written once. With asked, all documents of a municipality are one.
func seriesOf(docs []*policy.Document, asked bool) []series {
	var all []series
	for first := 0; first < len(docs); {
		last := first
		name := docs[first].Municipality.Municipality.Name
		for last < len(docs) && docs[last].Municipality.Municipality.Name == name {
			last++
		}
		if asked {
			all = append(all, inTime(docs, span(first, last), true))
		} else if name != "" {
			all = append(all, seriesAmong(docs, first, last)...)
		}
		first = last
	}
	return slices.DeleteFunc(all, func(s series) bool { return len(s) < 2 })
}

// inSeries returns whether two documents are of one series.
func inSeries(all []series) func(a, b int) bool {
	of := make(map[int]int)
	for n, s := range all {
		for _, i := range s {
			of[i] = n + 1
		}
	}
	return func(a, b int) bool { return of[a] > 0 && of[a] == of[b] }
}

func span(first, last int) series {
	s := make(series, 0, last-first)
	for i := first; i < last; i++ {
		s = append(s, i)
	}
	return s
}

// seriesAmong finds the series among the documents of one municipality.
func seriesAmong(docs []*policy.Document, first, last int) []series {
	titles := make([][]string, last-first)
	for i := range titles {
		titles[i] = titleWords(docs[first+i])
	}
	var all []series
	in := make([]bool, last-first)
	for i := range titles {
		if in[i] || !renewable(docs[first+i]) {
			continue
		}
		s := series{first + i}
		for j := i + 1; j < len(titles); j++ {
			if !in[j] && renewable(docs[first+j]) && sameKind(docs[first+i], docs[first+j]) && likeTitles(titles[i], titles[j]) {
				in[j] = true
				s = append(s, first+j)
			}
		}
		all = append(all, inTime(docs, s, false))
	}
	return all
}

// inTime orders s by time. Unless all are asked for, it leaves out what has no date, and what has the date of another.
func inTime(docs []*policy.Document, s series, all bool) series {
	slices.SortStableFunc(s, func(a, b int) int {
		return cmp.Or(cmp.Compare(versionDate(docs[a]), versionDate(docs[b])),
			boolOrder(docs[b].Facts.Status.Value == "proposal")-boolOrder(docs[a].Facts.Status.Value == "proposal"))
	})
	if all {
		return s
	}
	var dated series
	for _, i := range s {
		date := versionDate(docs[i])
		if date == "" || len(dated) > 0 && !follows(docs[dated[len(dated)-1]], docs[i]) {
			continue
		}
		dated = append(dated, i)
	}
	return dated
}

// follows reports whether b is later than a, or what a proposed.
func follows(a, b *policy.Document) bool {
	if x, y := versionDate(a), versionDate(b); newer(y, x) {
		return true
	}
	return a.Facts.Status.Value == "proposal" && b.Facts.Status.Value != "proposal"
}

// renewable reports whether d is of a kind of which there are versions.
func renewable(d *policy.Document) bool {
	return tierOf(d.Facts.Kind.Value, "") != Memo
}

func sameKind(a, b *policy.Document) bool {
	return strings.EqualFold(a.Facts.Kind.Value, b.Facts.Kind.Value)
}

var (
	yearPattern = regexp.MustCompile(`\b(19|20)\d\d\b`)
	// notOfTitle are words that tell versions apart, not documents.
	notOfTitle = set("förslag", "utkast", "remiss", "remissversion", "samrådsversion", "version", "rev", "reviderad", "revidering",
		"ny", "gällande", "antagen", "antagna", "fastställd", "kommun", "stad", "ver", "för", "och", "i", "om", "till", "av", "med", "vid", "på")
)

// versionDate returns the day of a document's last word on itself: its newest date of adoption, revision or update, else
// its date, else a year in its title or in its file's name; "" if none tells.
func versionDate(d *policy.Document) string {
	date := lastDate(d)
	for _, text := range []string{d.Facts.Title.Value, strings.NewReplacer("_", " ", "-", " ").Replace(d.ID)} {
		if date == "" {
			if years := yearPattern.FindAllString(text, -1); len(years) > 0 {
				date = slices.Max(years)
			}
		}
	}
	return date
}

// lastDate returns the newest of a document's dates at which it was adopted or renewed, else its date.
func lastDate(d *policy.Document) string {
	date := d.Facts.Date.Value
	for _, x := range d.Facts.Dates {
		if (x.Role == "adopted" || x.Role == "revised" || x.Role == "updated") && (date == "" || newer(x.Date, date)) {
			date = x.Date
		}
	}
	return date
}

// titleWords returns the base forms of the words by which a document's title is known, each once, in order; years, the
// municipality's name and words that tell versions apart are left out.
func titleWords(d *policy.Document) []string {
	title := cmp.Or(d.Facts.Title.Value, strings.NewReplacer("_", " ", "-", " ").Replace(d.ID))
	name := swedish.Normal(d.Municipality.Municipality.Name)
	var list []string
	for _, t := range swedish.Words(title) {
		w := swedish.Normal(t.Text)
		if yearPattern.MatchString(w) || notOfTitle[w] || w == name || w == name+"s" {
			continue
		}
		if lemma := swedish.Lemmas(w)[0]; !notOfTitle[lemma] {
			list = append(list, lemma)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// likeTitles reports whether two lists of title words are nearly the same.
func likeTitles(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return float64(n) >= sameTitle*float64(len(a)+len(b)-n)
}
