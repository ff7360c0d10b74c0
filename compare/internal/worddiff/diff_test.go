package worddiff_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/compare/internal/worddiff"
)

func Example() {
	for _, s := range worddiff.Diff("Policyn ska ses över vart fjärde år.", "Policyn ska ses över varje mandatperiod.") {
		fmt.Printf("%s%q\n", [...]string{" ", "-", "+"}[s.Op], s.Text)
	}
	// Output:
	//  "Policyn ska ses över "
	// -"vart fjärde år"
	// +"varje mandatperiod"
	//  "."
}

// show writes steps as "kept [-removed-] {+added+}".
func show(steps []worddiff.Step) string {
	var b strings.Builder
	for _, s := range steps {
		switch s.Op {
		case worddiff.Keep:
			b.WriteString(s.Text)
		case worddiff.Remove:
			b.WriteString("[-" + s.Text + "-]")
		case worddiff.Add:
			b.WriteString("{+" + s.Text + "+}")
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"Ett mål.", "Ett mål.", "Ett mål."},
		{"Ett mål.", "", "[-Ett mål.-]"},
		{"", "Ett mål.", "{+Ett mål.+}"},
		{"Vi ska minska utsläppen.", "Vi ska minska alla utsläpp.", "Vi ska minska [-utsläppen-]{+alla utsläpp+}."},
		{"Vi ska minska utsläppen.", "Vi bör minska utsläppen.", "Vi [-ska -]{+bör +}minska utsläppen."},
		{"Nämnden rapporterar årligen.", "Nämnden rapporterar årligen till styrelsen.", "Nämnden rapporterar årligen {+till styrelsen+}."},
		{"kort och gott", "långt och krångligt", "[-kort och gott-]{+långt och krångligt+}"},
		{"kort, gott", "långt, krångligt", "[-kort, gott-]{+långt, krångligt+}"},
		{"rad ett\nrad två", "rad ett rad två", "rad ett rad två"},
		{"Kommunen Ska", "Kommunen ska", "Kommunen [-Ska-]{+ska+}"},
		{"mål - och “medel”", "mål – och ”medel”", "mål – och ”medel”"},
		{"a b c d", "a x b c d", "a {+x +}b c d"},
	} {
		if got := show(worddiff.Diff(c.before, c.after)); got != c.want {
			t.Errorf("%q %q:\n got %s\nwant %s", c.before, c.after, got, c.want)
		}
	}
}

// What is kept and added makes the new text, what is kept and removed the old one, but for spaces.
func TestDiffLosesNothing(t *testing.T) {
	word := rapid.SampledFrom([]string{"mål", "ska", "och", "kommunen", "2,5", "EU-projekt", ".", ",", "(", "–", "\u00e5", "\U0001f600"})
	rapid.Check(t, func(t *rapid.T) {
		before := strings.Join(rapid.SliceOf(word).Draw(t, "before"), " ")
		after := strings.Join(rapid.SliceOf(word).Draw(t, "after"), " ")
		var removed, added strings.Builder
		last := worddiff.Add
		for i, s := range worddiff.Diff(before, after) {
			if s.Text == "" {
				t.Fatal("an empty step")
			}
			if i > 0 && s.Op == last {
				t.Fatalf("two steps of one kind: %q", s.Text)
			}
			last = s.Op
			if s.Op != worddiff.Add {
				removed.WriteString(s.Text + " ")
			}
			if s.Op != worddiff.Remove {
				added.WriteString(s.Text + " ")
			}
		}
		if got := squeeze(removed.String()); marks.Replace(got) != marks.Replace(squeeze(before)) {
			t.Fatalf("old text %q from %q", got, before)
		}
		if got := squeeze(added.String()); got != squeeze(after) {
			t.Fatalf("new text %q from %q", got, after)
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// Texts of any length end soon; very long ones are aligned at both ends only.
func TestLongTexts(t *testing.T) {
	long := strings.Repeat("åtgärd och insats ", 60_000)
	steps := worddiff.Diff("Början. "+long+"gammalt slut.", "Början. nytt "+long+"slut.")
	if len(steps) < 3 || steps[0].Op != worddiff.Keep || !strings.HasPrefix(steps[0].Text, "Början") {
		t.Errorf("%d steps", len(steps))
	}
}

// marks are those of one kind in the old and the new text.
var marks = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-", "“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"", "‘", "'", "’", "'")

func FuzzDiff(f *testing.F) {
	f.Add("Vi ska.", "Vi bör\x00.")
	f.Add("\xff\xfe", "a\u0301")
	f.Fuzz(func(t *testing.T, before, after string) {
		var old, new strings.Builder
		for _, s := range worddiff.Diff(before, after) {
			if s.Op != worddiff.Add {
				old.WriteString(s.Text)
			}
			if s.Op != worddiff.Remove {
				new.WriteString(s.Text)
			}
		}
		if squeeze(new.String()) != squeeze(after) {
			t.Errorf("new text %q from %q", new.String(), after)
		}
		if marks.Replace(squeeze(old.String())) != marks.Replace(squeeze(before)) { // what is kept is cut from the new text
			t.Errorf("old text %q from %q", old.String(), before)
		}
	})
}
