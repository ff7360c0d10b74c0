package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/policy"
)

// ofMany returns documents of n municipalities, the first k of which say that somebody is responsible.
func ofMany(k, n int) []*policy.Document {
	var docs []*policy.Document
	for i := range n {
		text := fmt.Sprintf("Ort%d har båtar.", i)
		if i < k {
			text = fmt.Sprintf("responsibility: Nämnd%d leder arbetet.", i)
		}
		docs = append(docs, made(fmt.Sprintf("Ort %02d", i), "plan", "2020", "Plan", text))
	}
	return docs
}

// A lack is a gap if two others and more than half of the others have the thing: half of them is not enough.
func TestGapsNeedMostOthers(t *testing.T) {
	for _, c := range []struct {
		have, of int
		gap      bool
	}{{1, 2, false}, {2, 3, true}, {2, 4, true}, {2, 5, false}, {3, 5, true}, {3, 6, true}, {3, 7, false}, {5, 10, true}, {5, 11, false}} {
		r := compare.Documents(ofMany(c.have, c.of), compare.Options{AsOf: asOf, Tags: sample.Tags()})
		last := &r.Municipalities[len(r.Municipalities)-1]
		got := slices.ContainsFunc(last.Gaps, func(g compare.Gap) bool { return g.Name == "responsibility" })
		if got != c.gap {
			t.Errorf("%d of %d others have it: gap %v", c.have, c.of-1, got)
		}
		if c.gap {
			if b := last.Gaps[0].Bases[0]; b.Have != c.have || b.Of != c.of-1 {
				t.Errorf("%d of %d: basis %+v", c.have, c.of-1, b)
			}
		}
	}
}

// A page counts as unread above a fifth of its characters, or two fifths of its words; at the limit it still counts as read.
func TestBadlyReadAtTheLimit(t *testing.T) {
	for _, c := range []struct {
		unmapped, suspect float64
		read              bool
	}{{0, 0, true}, {.2, 0, true}, {.2000001, 0, false}, {0, .4, true}, {0, .4000001, false}, {.2, .4, true}, {1, 1, false}} {
		d := sample.New("a", "a.pdf", "Ale", "Plan").Done()
		d.Pages[0].UnmappedShare, d.Pages[0].SuspectShare = c.unmapped, c.suspect
		x := document(t, compare.Documents([]*policy.Document{d}, sampleOptions()), "a")
		if x.Complete != c.read || (len(x.UnreadPages) == 0) != c.read {
			t.Errorf("%v unmapped, %v suspect: complete %v, unread %v", c.unmapped, c.suspect, x.Complete, x.UnreadPages)
		}
	}
}

// Eight words in long sentences are shared text, seven are chance, and sentences of five words are no reason to look at two documents.
func TestReuseAtTheLimit(t *testing.T) {
	for text, want := range map[string]int{
		"Kajen vid norra piren repareras under hösten.":                  0,
		"Kajen vid norra piren repareras under hela hösten.":             1,
		"Kajen repareras under hela hösten.\nBron målas om i vår.":       0,
		"Kajen vid piren repareras i höst.\nBron över ån målas i vår.":   1,
		"Kajen vid piren repareras i höst.\nBron målas på nytt i vår.\n": 1,
	} {
		a := made("Ale", "policy", "2019", "Hamnpolicy", "Räven bor i skogen bakom berget där granarna växer tätt.\n"+text)
		b := made("Åmål", "plan", "2020", "Broplan", text+"\nUgglan ropar varje natt från kyrkans torn över staden.")
		if got := len(reuse(a, b).Pairs); got != want {
			t.Errorf("%q: %d pairs, want %d", text, got, want)
		}
	}
}

// Half of the shorter document is a common model, less is a passage.
func TestTemplateAtTheLimit(t *testing.T) {
	const shared = "Havet börjar vid våra stränder och slutar inte där." // nine words
	own := "Räven bor ensam i skogen bakom berget norrut nu."            // nine words
	more := "Räven bor ensam i skogen bakom berget norrut nu igen."      // ten
	long := strings.Repeat("Gatlyktan lyser vid korsningen intill skolans port varje kväll.\n", 5)
	for text, want := range map[string]compare.Relation{own: compare.Template, more: compare.Borrowed} {
		pairs := reuse(made("Ale", "policy", "2019", "Policy", shared+"\n"+text), made("Åmål", "plan", "2020", "Plan", shared+"\n"+long)).Pairs
		if len(pairs) != 1 || pairs[0].Relation != want {
			t.Errorf("%q: %+v, want %s", text, pairs, want)
		}
	}
}

// A sentence of three municipalities is boilerplate if they are more than half of all; of ten, however many there are.
func TestBoilerplateAtTheLimit(t *testing.T) {
	const law = "Nämnderna följer lagen om offentlig upphandling vid alla sina inköp."
	for _, c := range []struct {
		with, all   int
		boilerplate bool
	}{{2, 2, false}, {3, 3, true}, {3, 5, true}, {3, 6, false}, {4, 7, true}, {9, 30, false}, {10, 30, true}} {
		var docs []*policy.Document
		for i := range c.all {
			text := fmt.Sprintf("Brygga%d byggs%d trä%d skog%d sten%d berg%d.", i, i, i, i, i, i)
			if i < c.with {
				text += "\n" + law
			}
			docs = append(docs, made(fmt.Sprintf("Ort %02d", i), "plan", "2020", "Plan", text))
		}
		r := reuse(docs...)
		if got := len(r.Boilerplate) == 1 && r.Boilerplate[0].Quote == law; got != c.boilerplate {
			t.Errorf("%d of %d municipalities: boilerplate %+v", c.with, c.all, r.Boilerplate)
		}
		if pairs := c.with * (c.with - 1) / 2; !c.boilerplate && len(r.Pairs) != pairs || c.boilerplate && len(r.Pairs) != 0 {
			t.Errorf("%d of %d municipalities: %d pairs", c.with, c.all, len(r.Pairs))
		}
	}
}

// What holds until a day holds until its evening, whatever clock and place the caller has.
func TestTheLastDayCounts(t *testing.T) {
	d := made("Ale", "policy", "2020-01-01", "Resepolicy", "Policyn gäller.")
	d.Facts.Dates = append(d.Facts.Dates, policy.DateFact{Role: "valid-until", Date: "2026-11-22"})
	for _, c := range []struct {
		asOf  time.Time
		state compare.DueState
	}{
		{time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), compare.InTime},
		{time.Date(2026, 11, 22, 23, 59, 59, 0, time.UTC), compare.InTime},
		{time.Date(2026, 11, 22, 8, 0, 0, 0, time.FixedZone("east", 9*3600)), compare.InTime},
		{time.Date(2026, 11, 22, 22, 0, 0, 0, time.FixedZone("west", -8*3600)), compare.InTime},
		{time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), compare.Overdue},
		{time.Date(2026, 11, 23, 0, 30, 0, 0, time.FixedZone("east", 1*3600)), compare.Overdue},
	} {
		r := compare.Documents([]*policy.Document{d}, compare.Options{AsOf: c.asOf})
		if v := document(t, r, d.ID).Validity; v == nil || v.State != c.state {
			t.Errorf("%s: %+v", c.asOf, v)
		}
		if want := c.asOf.Format(time.DateOnly); r.AsOf != want {
			t.Errorf("as of %s, want %s", r.AsOf, want)
		}
	}
}

// A birthday is a birthday on the day itself, not on the one before.
func TestAgeAtTheLimit(t *testing.T) {
	for day, want := range map[int]int{26: 5, 27: 6, 28: 6} {
		r := compare.Documents([]*policy.Document{made("Ale", "policy", "2020-10-27", "Policy", "Text.")}, compare.Options{AsOf: time.Date(2026, 10, day, 12, 0, 0, 0, time.Local)})
		if got := r.Documents[0].AgeYears; got == nil || *got != want {
			t.Errorf("on the %dth: %v, want %d", day, got, want)
		}
	}
}

// The years of a scope are both in it.
func TestScopeAtTheLimit(t *testing.T) {
	for _, c := range []struct {
		date string
		in   bool
	}{{"2013-12-31", false}, {"2014", true}, {"2014-01-01", true}, {"2020-12-31", true}, {"2021-01-01", false}, {"", false}, {"x", false}, {"20", false}} {
		opts := compare.Options{Scope: compare.Scope{FromYear: 2014, ToYear: 2020}}
		r := compare.Documents([]*policy.Document{made("Ale", "policy", c.date, "Policy", "Text.")}, opts)
		if got := len(r.Documents) == 1; got != c.in || r.Scope.LeftOut != 1-len(r.Documents) {
			t.Errorf("%q: in %v, %d left out", c.date, got, r.Scope.LeftOut)
		}
	}
}

// Only the last twenty of the days that passed are listed, and all are counted.
func TestMissedAtTheLimit(t *testing.T) {
	for years, listed := range map[int]int{19: 19, 20: 20, 21: 20} {
		d := due(t, fmt.Sprintf("%d-01-01", 2026-years), "P1Y", "policyn", "2026-06-01")
		if d.MissedCount != years || len(d.Missed) != listed || d.Missed[len(d.Missed)-1] != "2026-01-01" {
			t.Errorf("%d years: %d missed, %d listed to %s", years, d.MissedCount, len(d.Missed), d.Missed[len(d.Missed)-1])
		}
	}
}

// An interval of a thousand years is one, a longer one is a slip and asks for nothing.
func TestIntervalAtTheLimit(t *testing.T) {
	for interval, want := range map[string]bool{"P1000Y": true, "P1001Y": false, "P9223372036854775807Y": false, "P9223372036854775807D": false} {
		if d := due(t, "2003", interval, "policyn", "2026-11-22"); (d != nil) != want {
			t.Errorf("%s: %+v", interval, d)
		}
	}
}
