package batch

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/policy"
)

// long is a text that says enough for being alike to mean something, with word in it.
func long(word string) string {
	return word + " ansvarar för att planen följs upp varje år och för att den redovisas i delårsrapporten. " +
		"Nämnden beslutar om åtgärder när målen inte nås, och rapporterar dem till fullmäktige."
}

// marked is long in another garb: other marks, spaces and case.
func marked(word string) string { return strings.ReplaceAll(strings.ToUpper(long(word)), " ", " – ") }

func TestTwins(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/plan.txt": long("Alfa"), "Ale/annan.txt": long("Beta"), "Hylte/plan.md": marked("Alfa"), "Ale/kort.txt": "kort", "Ale/kort.md": "kort"})
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"no twins: other texts, another municipality, a text that says little", func() {},
			"Ale/annan.txt Ale/kort.md Ale/kort.txt Ale/plan.txt Hylte/plan.md; 5 new 0 changed 0 same 0 gone 0 moved; " +
				"Ale/plan=Ale Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale"},
		{"a better one comes", func() { n.write("Ale/tryckt/planen.md", marked("Alfa")) }, // other folders, another name
			"Ale/tryckt/planen.md; 1 new 0 changed 5 same 0 gone 0 moved; Ale/plan=Ale Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=tryckt"},
		{"a better one comes to the same municipality", func() { n.move("Ale/tryckt/planen.md", "Ale/planen.md") },
			"Ale/planen.md; 0 new 1 changed 4 same 0 gone 1 moved; Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=Ale (Ale/plan.txt of Ale/planen.md)"},
		{"nothing", func() {},
			"; 0 new 0 changed 5 same 0 gone 0 moved; Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=Ale (Ale/plan.txt of Ale/planen.md)"},
		{"the text is touched", func() { n.write("Ale/plan.txt", long("Alfa")) },
			"; 0 new 0 changed 5 same 0 gone 0 moved; Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=Ale (Ale/plan.txt of Ale/planen.md)"},
		{"the better one is copied", func() { n.write("Ale/kopia.md", marked("Alfa")) },
			"Ale/kopia.md; 1 new 0 changed 5 same 0 gone 0 moved; Hylte/plan=Hylte annan=Ale kopia=Ale kort.md=Ale kort.txt=Ale planen=Ale (Ale/plan.txt of Ale/kopia.md)"},
		{"one of the better ones goes", func() { n.remove("Ale/kopia.md") },
			"; 0 new 0 changed 5 same 1 gone 0 moved; Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=Ale (Ale/plan.txt of Ale/planen.md)"},
		{"the better one says something else", func() { n.write("Ale/planen.md", marked("Gamma")) },
			"Ale/plan.txt Ale/planen.md; 1 new 1 changed 4 same 0 gone 0 moved; Ale/plan=Ale Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=Ale"},
		{"and the same again", func() { n.write("Ale/planen.md", marked("Alfa")) },
			"Ale/planen.md; 0 new 1 changed 4 same 0 gone 0 moved; Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale planen=Ale (Ale/plan.txt of Ale/planen.md)"},
		{"it cannot be read any more", func() { n.write("Ale/planen.md", "skadad") },
			"Ale/plan.txt Ale/planen.md; 1 new 0 changed 4 same 0 gone 0 moved; Ale/plan=Ale Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale !Ale/planen.md:corrupt"},
		{"it is gone", func() { n.remove("Ale/planen.md") },
			"; 0 new 0 changed 5 same 0 gone 0 moved; Ale/plan=Ale Hylte/plan=Hylte annan=Ale kort.md=Ale kort.txt=Ale"},
	} {
		step.do()
		if got := n.run(); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s", step.name, got, step.want)
		}
	}
}

// Which of several is the document does not depend on the order in which they are read, and a run says so of each.
func TestTwinsInAnyOrder(t *testing.T) {
	t.Parallel()
	files := map[string]string{"Ale/a.txt": long("Alfa"), "Ale/b.md": marked("Alfa"), "Ale/c.html": long("Alfa"), "Ale/d.txt": marked("Alfa"), "Ale/e.txt": long("Beta")}
	for round := range 4 {
		n := newNight(t, files)
		n.opts.BatchDocuments = 1 + round
		if round > 0 { // in two nights, in an order of chance
			names := []string{"Ale/a.txt", "Ale/b.md", "Ale/c.html", "Ale/d.txt"}
			rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			n.remove(names[0])
			n.remove(names[1])
			n.opts.AllowRemovals = true
			n.run()
			n.write(names[0], files[names[0]])
			n.write(names[1], files[names[1]])
		}
		r, err := n.try(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := n.holds(), "c=Ale e=Ale (Ale/a.txt of Ale/c.html) (Ale/b.md of Ale/c.html) (Ale/d.txt of Ale/c.html)"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got, want := fmt.Sprint(r.Duplicates), "[{Ale/a.txt Ale/c.html true} {Ale/b.md Ale/c.html true} {Ale/d.txt Ale/c.html true}]"; got != want {
			t.Errorf("duplicates: %s, want %s", got, want)
		}
		if len(r.PassedOver) != 3 || r.PassedOver[0].Code != SameText || !strings.Contains(r.PassedOver[0].Reason, "Ale/c.html") || r.Documents != 2 {
			t.Errorf("%d documents, passed over: %+v", r.Documents, r.PassedOver)
		}
	}
}

// What was passed over for a document that lies in a folder that cannot be looked into tonight stays so.
func TestTwinsOfAFolderOutOfReach(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/plan.txt": long("Alfa"), "Ale/plan.md": marked("Alfa")})
	n.run()
	n.opts.Kept = []string{n.path("Ale")}
	n.move("Ale/plan.md", "../undan.md")
	if got, want := n.run(), "Ale/plan.txt; 0 new 0 changed 0 same 0 gone 0 moved; plan.md=Ale (Ale/plan.txt of Ale/plan.md)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Files that tell of a folder are told once, kept in mind, and counted.
func TestPassedOverByName(t *testing.T) {
	t.Parallel()
	n := newNight(t, map[string]string{"Ale/plan.txt": "alfa"})
	n.opts.PassedOver = []policy.SetAside{{Source: "README.md", Code: "readme", Reason: "Berättar om mappen."}}
	var told []string
	n.opts.Events.PassedOver = func(s policy.SetAside) { told = append(told, s.Source) }
	first, second := n.run(), n.run()
	if want := "plan=Ale (README.md of )"; !strings.HasSuffix(first, want) || !strings.HasSuffix(second, want) || !slices.Equal(told, []string{"README.md"}) {
		t.Errorf("%s; %s; told of %v", first, second, told)
	}
	s, err := index.StatusOf(n.index, bleveindex.Engine{})
	if err != nil || s.PassedOver != 1 || s.SetAside != 0 {
		t.Errorf("%+v, %v", s, err)
	}
	n.opts.PassedOver = nil
	if got := n.run(); strings.Contains(got, "README") {
		t.Errorf("it is still passed over: %s", got)
	}
}

func TestTextOf(t *testing.T) {
	t.Parallel()
	doc := func(municipality, text string) *policy.Document {
		d := &policy.Document{Text: text}
		d.Municipality.Municipality.Name = municipality
		return d
	}
	same := textOf(doc("Ale", long("Alfa")))
	if same == "" || textOf(doc("Ale", marked("Alfa"))) != same || textOf(doc("Ale", strings.ReplaceAll(long("Alfa"), "å", "a\u030a"))) != same {
		t.Error("marks, spaces, case and composed letters tell texts apart")
	}
	for name, other := range map[string]*policy.Document{"municipality": doc("Hylte", long("Alfa")), "word": doc("Ale", long("Alfa1")), "order": doc("Ale", "följs "+strings.Replace(long("Alfa"), " följs", "", 1))} {
		if textOf(other) == same {
			t.Errorf("another %s tells no texts apart", name)
		}
	}
	for _, text := range []string{"", "kort", strings.Repeat("•", 1000)} {
		if got := textOf(doc("Ale", text)); got != "" {
			t.Errorf("%.10q says %q", text, got)
		}
	}
}
