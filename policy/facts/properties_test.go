package facts_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// checkEvidence fails if a fact's quote does not stand in the document's text or furniture, or its page is none.
func checkEvidence(t interface{ Fatalf(string, ...any) }, doc *policy.Document, f policy.Facts) {
	for _, e := range evidence(f) {
		inFurniture := slices.ContainsFunc(doc.Furniture, func(x policy.Furniture) bool { return strings.Contains(x.Text, e.Quote) })
		if e.Quote == "" || !strings.Contains(doc.Text, e.Quote) && !inFurniture {
			t.Fatalf("quote %q does not stand in the document", e.Quote)
		}
		if s := e.Span; s.Len() > 0 && (s.Start < 0 || s.End > len(doc.Text) || doc.Text[s.Start:s.End] != e.Quote) {
			t.Fatalf("quote %q does not stand at %d-%d", e.Quote, s.Start, s.End)
		} else if s.Len() <= 0 && !inFurniture {
			t.Fatalf("quote %q of the text has no place in it", e.Quote)
		}
		if e.Page < 1 || e.Page > len(doc.Pages) {
			t.Fatalf("quote %q is on page %d of %d", e.Quote, e.Page, len(doc.Pages))
		}
		if e.Confidence <= 0 || e.Confidence > 1 {
			t.Fatalf("quote %q has confidence %v", e.Quote, e.Confidence)
		}
	}
}

// documents returns the documents of the archives, without what is wanted of them.
func documents(t testing.TB) []txtar.File {
	var files []txtar.File
	for _, name := range []string{"testdata/layouts.txtar", "testdata/more.txtar", "testdata/rounds.txtar", "testdata/documents.txtar"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(archive.Files); i += 2 {
			files = append(files, archive.Files[i])
		}
	}
	return files
}

// TestEachFactHasItsQuote: every fact's quote stands in the document, on a page that it has, and the same document gives the same facts.
func TestEachFactHasItsQuote(t *testing.T) {
	for _, file := range documents(t) {
		doc := documentOf(t, file)
		f := facts.Extract(doc)
		checkEvidence(t, doc, f)
		if again := facts.Extract(doc); !reflect.DeepEqual(f, again) {
			t.Errorf("%s: read again, it has other facts", file.Name)
		}
	}
}

// TestTornDocuments draws lines of all documents in any order: whatever stands beside whatever, no fact is without its quote.
func TestTornDocuments(t *testing.T) {
	var lines []string
	for _, file := range documents(t) {
		if strings.HasSuffix(file.Name, ".txt") {
			lines = append(lines, strings.Split(string(file.Data), "\n")...)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		drawn := rapid.SliceOfN(rapid.SampledFrom(lines), 1, 40).Draw(rt, "lines")
		doc := documentOf(t, txtar.File{Name: "torn.txt", Data: []byte("Text.\n" + strings.Join(drawn, "\n"))})
		checkEvidence(rt, doc, facts.Extract(doc))
	})
}

// hostile are texts that repeat what rules look for; each must take time in proportion to its length.
var hostile = map[string]func(n int) string{
	"one sentence of towns": func(n int) string {
		return "Våra vänorter är " + strings.Repeat("Time i Norge, Ribe i Danmark, ", n) + "."
	},
	"towns without countries": func(n int) string {
		return "Våra vänorter är " + strings.Repeat("Time, Ribe, Salo och ", n) + "Oslo."
	},
	"brackets":        func(n int) string { return "Vänorter: " + strings.Repeat("Time (Norge (vilande, ", n) },
	"twin words":      func(n int) string { return strings.Repeat("vänort ", 3*n) + "Time i Norge." },
	"rows":            func(n int) string { return "Vänort\tLand\n" + strings.Repeat("Time\tNorge\nRibe\tDanmark\n", n) },
	"list":            func(n int) string { return "Vänorter\n\n" + strings.Repeat("- Time, Norge\n", 2*n) },
	"different towns": func(n int) string { return "Vänorter\n\n" + differentTowns(2*n) },
	"dates":           func(n int) string { return "Antagen " + strings.Repeat("2020-01-01, ", 2*n) },
	"bodies": func(n int) string {
		return strings.Repeat("kommunstyrelsen, socialnämnden och ", n) + "rektor ansvarar för planen."
	},
	"intervals":                func(n int) string { return "Planen följs upp " + strings.Repeat("varje år, ", 3*n) + "." },
	"references":               func(n int) string { return strings.Repeat("Se ”Policy för vatten” och klimatstrategin. ", n) },
	"capitals":                 func(n int) string { return strings.Repeat("Aa Bb Cc Dd Ee Ff ", 2*n) + "i Norge är vänort." },
	"adjectives":               func(n int) string { return "Vänorterna är " + strings.Repeat("den norska ", 3*n) + "Time." },
	"headings of the document": func(n int) string { return strings.Repeat("# Vänorter\n\n## Time, Norge\n\nText.\n\n", n) },
}

func differentTowns(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "- %c%c%c%cby, Norge\n", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
	}
	return b.String()
}

// maxGrowth is how many times longer a text four times as long may take; a quadratic rule takes sixteen times as long.
const maxGrowth = 9

// TestHostileTextTakesLinearTime times each text at a length and at four times that.
func TestHostileTextTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("times itself")
	}
	const n = 500
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			timed := func(n int) time.Duration {
				doc := documentOf(t, txtar.File{Name: "hostile.md", Data: []byte(text(n))})
				best := time.Hour
				for range 2 {
					start := time.Now()
					facts.Extract(doc)
					best = min(best, time.Since(start))
				}
				return best
			}
			short, long := timed(n), timed(4*n)
			t.Logf("%v, %v: %.1f times", short, long, float64(long)/float64(short))
			if long > maxGrowth*short && long > time.Second {
				t.Errorf("four times the text takes %.1f times as long: %v, %v", float64(long)/float64(short), short, long)
			}
		})
	}
}
