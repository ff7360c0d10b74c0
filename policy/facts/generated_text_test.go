package facts_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// TestDocumentsDoNotInfluenceEachOther: whatever is read before, after or beside it, a document has the facts that it has alone.
func TestDocumentsDoNotInfluenceEachOther(t *testing.T) {
	var docs []*policy.Document
	var alone []policy.Facts
	for _, file := range documents(t)[:60] {
		doc := documentOf(t, file)
		docs, alone = append(docs, doc), append(alone, facts.Extract(doc))
	}
	rapid.Check(t, func(rt *rapid.T) {
		for _, i := range rapid.Permutation(numbers(len(docs))).Draw(rt, "order")[:5] {
			if got := facts.Extract(docs[i]); !reflect.DeepEqual(got, alone[i]) {
				rt.Fatalf("document %d has other facts after others: %+v, alone %+v", i, got, alone[i])
			}
		}
	})
	var wait sync.WaitGroup
	for i := range docs {
		wait.Go(func() {
			if got := facts.Extract(docs[i]); !reflect.DeepEqual(got, alone[i]) {
				t.Errorf("document %d has other facts beside others: %+v, alone %+v", i, got, alone[i])
			}
		})
	}
	wait.Wait()
}

func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// plain are words of everyday life, of which no sentence makes a fact.
var plain = strings.Fields(`solen regnet vinden havet stranden ekorren grävlingen pojken flickan farmor brödet mjölken fönstret bordet stolen lampan cykeln båten
	skiner faller blåser springer sover leker läser sjunger dansar bakar målar väntar tittar ler stilla gärna långsamt fort gul blå röd varm kall mjuk liten stor
	och men ofta sällan där här ute inne under över bredvid bakom framför en ett den det`)

// sentence draws a sentence of plain words.
func sentence(rt *rapid.T, name string) string {
	words := rapid.SliceOfN(rapid.SampledFrom(plain), 3, 14).Draw(rt, name)
	s := strings.Join(words, " ")
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + "."
}

// TestPlainTextHasNoFacts: a text without any word that facts are told by gives none but its title.
func TestPlainTextHasNoFacts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var text strings.Builder
		for i := range rapid.IntRange(1, 12).Draw(rt, "blocks") {
			mark := rapid.SampledFrom([]string{"", "", "- ", "## ", "[note] ", "[info] ", "[head] "}).Draw(rt, "mark")
			fmt.Fprintf(&text, "%s%s\n", mark, sentence(rt, fmt.Sprint("sentence ", i)))
		}
		f := extractFrom(text.String())
		want := policy.Facts{Title: f.Title, Status: policy.Value{Value: "unknown"}, PartnerTownsStatus: policy.Value{Value: "not-found"}}
		if !reflect.DeepEqual(f, want) {
			rt.Fatalf("%q\nhas %+v", text.String(), values(f))
		}
	})
}

// TestWrappedTextHasTheSameFacts: however a paragraph is wrapped, with whatever blanks between its words, it has the facts that it has on one line.
func TestWrappedTextHasTheSameFacts(t *testing.T) {
	for _, name := range []string{"plan.txt", "plan.md"} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				towns := drawTowns(rt)
				paragraph := strings.Join(rapid.Permutation([]string{
					townLayouts[rapid.SampledFrom([]string{"sentence", "brackets"}).Draw(rt, "layout")](towns),
					"Kommunstyrelsen ansvarar för att planen följs upp varje år i årsredovisningen.",
					"Denna plan antogs av kommunfullmäktige den 14 februari 2019.",
					sentence(rt, "plain"), sentence(rt, "plain too"), sentence(rt, "plain again"),
				}).Draw(rt, "order"), " ")
				read := func(text string) policy.Facts {
					return facts.Extract(documentOf(t, txtar.File{Name: name, Data: []byte("# Plan för parker\n\n" + text + "\n")}))
				}
				whole := read(paragraph)
				if !slices.Equal(townNames(whole), namesOf(towns)) || whole.Date.Value != "2019-02-14" || whole.AdoptedBy.Value != "kommunfullmäktige" || len(whole.FollowUp) != 1 || len(whole.Responsible) == 0 {
					rt.Fatalf("%q\nhas %+v", paragraph, values(whole))
				}
				text := wrapped(rt, paragraph)
				if got := read(text); !reflect.DeepEqual(values(got), values(whole)) {
					rt.Fatalf("%q\nhas %+v\non one line %+v", text, values(got), values(whole))
				}
			})
		})
	}
}

// wrapped wraps a paragraph to lines of one width, with doubled and unbreakable blanks here and there.
func wrapped(rt *rapid.T, s string) string {
	width := rapid.IntRange(60, 100).Draw(rt, "width")
	every := rapid.IntRange(2, 9).Draw(rt, "how often")
	blank := rapid.SampledFrom([]string{" ", "  ", "\u00a0", "\u2009", " \u00a0"}).Draw(rt, "blank")
	var text strings.Builder
	column := 0
	for i, w := range strings.Fields(s) {
		switch {
		case i == 0:
		case column+1+utf8.RuneCountInString(w) > width:
			text.WriteByte('\n')
			column = 0
		case i%every == 0:
			text.WriteString(blank)
			column += utf8.RuneCountInString(blank)
		default:
			text.WriteByte(' ')
			column++
		}
		text.WriteString(w)
		column += utf8.RuneCountInString(w)
	}
	return text.String()
}

// values returns what facts say, without where it stands.
func values(f policy.Facts) []string {
	all := []string{"date " + f.Date.Value, "adopted by " + f.AdoptedBy.Value, "kind " + f.Kind.Value, "status " + f.Status.Value, "towns " + f.PartnerTownsStatus.Value}
	for _, d := range f.Dates {
		all = append(all, d.Role+" "+d.Date)
	}
	for _, r := range f.Responsible {
		all = append(all, r.Body+": "+r.Duty)
	}
	for _, u := range f.FollowUp {
		all = append(all, u.Interval+" "+u.What+" "+u.Through)
	}
	for _, r := range f.References {
		all = append(all, "reference "+r.Title)
	}
	return append(all, townNames(f)...)
}
