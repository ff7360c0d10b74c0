package plain

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/policy"
)

func TestMarkdown(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"headings and emphasis", "# Plan för *Sjövik*\n\n## 1 Syfte\n\nPlanen är **viktig** för [Sjövik](https://sjovik.example) &amp; andra.\n",
			[]string{"heading1: Plan för Sjövik", "heading2: 1 Syfte", "paragraph: Planen är viktig för Sjövik & andra."}},
		{"underlined headings", "Plan\n====\n\nMål\n---\n\nText följer.", []string{"heading1: Plan", "heading2: Mål", "paragraph: Text följer."}},
		{"a lone dash under a line is a torn bullet, no underline", "Vi ska öva:\n\n-\nSimning\n-\nLöpning, även i\nterräng\n",
			[]string{"paragraph: Vi ska öva:", "list-item -: Simning", "list-item -: Löpning, även i terräng"}},
		{"lists", "1. Ett\n2. Två\n   - Två A\n\n* Tre\n", []string{"list-item 1.: Ett", "list-item 2.: Två", "list-item -: Två A", "list-item *: Tre"}},
		{"true bullets", "• Ett\n• Två\n", []string{"list-item -: Ett", "list-item -: Två"}},
		{"table", "| Nämnd | Tid |\n|---|---|\n| Skola | 2 år |\n", []string{"table: Nämnd\tTid\nSkola\t2 år"}},
		{"indented text is no code", "    Kommunfullmäktige beslutar.\n", []string{"paragraph: Kommunfullmäktige beslutar."}},
		{"hard break", "Anna Ek  \nChef\n", []string{"paragraph: Anna Ek", "paragraph: Chef"}},
		{"a converter's spaces at a long line's end", "Nämnden följer varje år upp hur målen i planen har nåtts och  \nredovisar det.",
			[]string{"paragraph: Nämnden följer varje år upp hur målen i planen har nåtts och redovisar det."}},
		{"quotation and rule", "> Livet vid sjön.\n\n---\n\nSlut.", []string{"paragraph: Livet vid sjön.", "paragraph: Slut."}},
		{"tags", "<div>Text<br>mer</div>\n", []string{"paragraph: Text mer"}},
		{"page mark in a paragraph", "Ansvarig är: [chefen]\n1/4\n# PLAN", []string{"paragraph: Ansvarig är: [chefen]", "paragraph: 1/4", "heading1: PLAN"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.text, true)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	doc, _ := Read([]byte("---\ntitle: \"Plan för resor \"\nauthor: Ekeby\ndate: 2020-01-02\nlang: sv\n---\n\nText."), true)
	want := policy.Metadata{Title: "Plan för resor", Author: "Ekeby", Created: "2020-01-02", Language: "sv"}
	if diff := cmp.Diff(want, doc.Metadata); diff != "" {
		t.Error(diff)
	}
	if got := doc.Pages[0].Blocks; len(got) != 1 || got[0].Text != "Text." {
		t.Errorf("blocks %v", got)
	}
	open, _ := Read([]byte("---\ntitle: x\n"), true)
	if open.Metadata.Title != "" {
		t.Error("front matter that never ends was taken for one")
	}
}

// An accent that a tag parts from its letter meets it when the tag is gone.
func TestMarkdownIsNormalAcrossTags(t *testing.T) {
	for _, text := range []string{"Nämnden ska<b>\u0301", "a<i>\u030a</i>r", "o*\u0308*"} {
		check(t, []byte(text), true)
	}
}
