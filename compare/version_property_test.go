package compare_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

// pool are sentences and headings of which versions are drawn: some alike, some short, some that stand twice.
var pool = strings.Split(`# Mål
# Ansvar
# Uppföljning
Parkerna ska vara trygga, rena och öppna för alla.
Parkerna bör vara trygga, rena och öppna för alla barn.
Gräset klipps åtta gånger per år.
Gräset klipps sex gånger per sommar.
Nämnden redovisar skötseln i årsbokslutet.
Kort.
Ja
Lekplatserna besiktas varje vår av en behörig besiktningsman.
Lekplatserna besiktas varje höst av en behörig besiktningsman.`, "\n")

func sentences(text string) (n int) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			n++
		}
	}
	return n
}

// Every sentence of both versions is accounted for once, edits lead from the old words to the new ones, and what is quoted
// stands in its document.
func TestPropertiesOfVersions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.SliceOfN(rapid.SampledFrom(pool), 0, 14)
		old, new := strings.Join(draw.Draw(t, "old"), "\n"), strings.Join(draw.Draw(t, "new"), "\n")
		a, b := made("Ale", "policy", "2011", "Parkpolicy", old), made("Ale", "policy", "2015", "Parkpolicy", new)
		texts := map[string]string{a.ID: a.Text, b.ID: b.Text}
		list := compare.Documents([]*policy.Document{b, a}, compare.Options{AsVersions: true}).Versions
		if len(list) != 1 {
			t.Fatalf("%d versions", len(list))
		}
		v := list[0]
		if got, want := v.Kept+v.Went+v.Reworded+v.Moved, sentences(old); got != want {
			t.Fatalf("%d old sentences, %d accounted for: %+v", want, got, v)
		}
		if got, want := v.Kept+v.Came+v.Reworded+v.Moved, sentences(new); got != want {
			t.Fatalf("%d new sentences, %d accounted for: %+v", want, got, v)
		}
		count := map[compare.ChangeKind]int{}
		for _, s := range v.Sections {
			for _, c := range s.Changes {
				count[c.Kind]++
				checkChange(t, texts, c)
			}
		}
		if count[compare.Came] != v.Came || count[compare.Went] != v.Went || count[compare.Reworded] != v.Reworded || count[compare.Moved] != v.Moved {
			t.Fatalf("counted %+v, shown %v", v, count)
		}
		if old == new && (v.Came+v.Went+v.Reworded > 0 || sentences(old) > 0 && v.Likeness != 1) {
			t.Fatalf("nothing changed: %+v", v)
		}
	})
}

func checkChange(t *rapid.T, texts map[string]string, c compare.Change) {
	for _, x := range []*compare.Excerpt{c.Old, c.New} {
		if x != nil && texts[x.Document][x.Span.Start:x.Span.End] != x.Quote {
			t.Fatalf("not in the text: %+v", x)
		}
	}
	if (c.Old == nil) != (c.Kind == compare.Came) || (c.New == nil) != (c.Kind == compare.Went) {
		t.Fatalf("%s with old %v and new %v", c.Kind, c.Old != nil, c.New != nil)
	}
	if len(c.Edits) == 0 {
		return
	}
	var before, after strings.Builder
	for _, e := range c.Edits {
		if e.Op != compare.Added {
			before.WriteString(e.Text + " ")
		}
		if e.Op != compare.Removed {
			after.WriteString(e.Text + " ")
		}
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if squeeze(before.String()) != squeeze(c.Old.Quote) || squeeze(after.String()) != squeeze(c.New.Quote) {
		t.Fatalf("edits lead from %q to %q", before.String(), after.String())
	}
}

// Passages come in the order of the older document, and their words are those of the pair. (One may lie within another: a
// sentence that a passage leaves out may stand elsewhere in the other document.)
func TestPropertiesOfReuse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.SliceOfN(rapid.SampledFrom(pool), 0, 14)
		a := made("Ale", "policy", "2011", "Parkpolicy", strings.Join(draw.Draw(t, "a"), "\n"))
		b := made("Åmål", "plan", "2015", "Skötselplan", strings.Join(draw.Draw(t, "b"), "\n"))
		for _, p := range reuse(a, b).Pairs {
			if p.A != a.ID || p.B != b.ID || p.Words < 8 || p.ShareA > 1 || p.ShareB > 1 || p.Exact > p.Sentences {
				t.Fatalf("%+v", p)
			}
			var last, words int
			for _, x := range p.Passages {
				if x.A.Span.Start < last {
					t.Fatalf("passages out of order: %+v", p.Passages)
				}
				last = x.A.Span.Start
				words += x.Words
				if x.Exact != (len(x.Edits) == 0) {
					t.Fatalf("exact %v with %d edits", x.Exact, len(x.Edits))
				}
			}
			if words != p.Words {
				t.Fatalf("%d words in passages, %d in the pair", words, p.Words)
			}
		}
	})
}
