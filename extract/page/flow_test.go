package page

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/policy"
)

func ExampleFlow() {
	var f Flow
	f.Write("Nämnden  följer\n", Font{})
	f.Write("upp planen.", Font{Bold: true})
	for _, b := range f.Blocks(Paragraph, 0, "") {
		fmt.Println(b.Text)
	}
	// Output: Nämnden följer upp planen.
}

// flow returns the blocks of s, in which "|" is a line break, one a line.
func flow(s string, kind Kind, marker string) []string {
	var f Flow
	for i, l := range strings.Split(s, "|") {
		if i > 0 {
			f.Break()
		}
		f.Write(l, Font{})
	}
	var out []string
	for _, b := range f.Blocks(kind, 0, marker) {
		out = append(out, strings.TrimSpace(b.Kind.String()+" "+b.Marker)+": "+b.Text)
	}
	return out
}

func TestFlow(t *testing.T) {
	tests := []struct {
		name, text string
		kind       Kind
		want       []string
	}{
		{"nothing", " \u00a0\n", Paragraph, nil},
		{"white space and soft hyphens", " Det\u00a0inter\u00adnationella \t arbe\u200btet ", Paragraph, []string{"paragraph: Det internationella arbetet"}},
		{"letters put together", "A\u030amla", Paragraph, []string{"paragraph: Åmla"}},
		{"a full line goes on", "Kommunstyrelsen ska varje år följa upp hur målen i planen har nåtts och redovisa|resultatet", Paragraph,
			[]string{"paragraph: Kommunstyrelsen ska varje år följa upp hur målen i planen har nåtts och redovisa resultatet"}},
		{"labels stand alone", "Dnr: KS 2020/11|Antagen: 2020-02-03|Gäller för: alla", Paragraph,
			[]string{"paragraph: Dnr: KS 2020/11", "paragraph: Antagen: 2020-02-03", "paragraph: Gäller för: alla"}},
		{"an empty line parts", "ett||två", Paragraph, []string{"paragraph: ett", "paragraph: två"}},
		{"typed bullets", "Målen är:|- fler resor|- bättre luft", Paragraph,
			[]string{"paragraph: Målen är:", "list-item -: fler resor", "list-item -: bättre luft"}},
		{"a dash is no bullet", "–", Paragraph, []string{"paragraph: –"}},
		{"a heading is one", "Policy|För Ekeby", Heading, []string{"heading: Policy För Ekeby"}},
		{"an item and what stands below it", "Punkt|Mera||Annat", ListItem, []string{"list-item 1.: Punkt Mera", "paragraph: Annat"}},
		{"entries of a contents list", "Syfte 1|Mål 2", Contents, []string{"contents: Syfte 1", "contents: Mål 2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			marker := ""
			if tt.kind == ListItem {
				marker = "1."
			}
			if diff := cmp.Diff(tt.want, flow(tt.text, tt.kind, marker)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFlowFont(t *testing.T) {
	var f Flow
	f.Write("Obs! ", Font{Bold: true})
	f.Write("Planen gäller alla.", Font{Size: 11})
	if b := f.Blocks(Paragraph, 0, ""); b[0].Font.Bold || b[0].Font.Size != 11 {
		t.Errorf("font %+v", b[0].Font)
	}
	if !f.Empty() {
		t.Error("text is left")
	}
}

func TestTableOf(t *testing.T) {
	b := TableOf([][]string{{"Mål", " När\n"}, {"Fler  resor", ""}})
	if b.Text != "Mål\tNär\nFler resor\t" || len(b.Lines) != 2 {
		t.Fatalf("%q, %d lines", b.Text, len(b.Lines))
	}
	if c := b.Rows[0][1]; b.Text[c.Start:c.End] != "När" {
		t.Errorf("cell %+v", c)
	}
}

func TestSheet(t *testing.T) {
	for _, tt := range []struct {
		text   string
		images int
		want   policy.Method
	}{{"två ord", 1, policy.MethodText}, {"", 2, policy.MethodUnread}, {"", 0, policy.MethodEmpty}} {
		p := Sheet(3, []Block{{Text: tt.text}}, tt.images)
		if p.Record.Method != tt.want || p.Record.Number != 3 || p.Record.Words != len(strings.Fields(tt.text)) {
			t.Errorf("%q: %+v", tt.text, p.Record)
		}
	}
}

func FuzzFlow(f *testing.F) {
	for _, s := range []string{"a|b", "- x|- y", "inter-|nationell", "\xff|\u00ad", "A\u030a|."} {
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, kind int) {
		var fl Flow
		for i, l := range strings.Split(s, "|") {
			if i > 0 {
				fl.Break()
			}
			fl.Write(l, Font{})
		}
		for _, b := range fl.Blocks(Kind(kind), 1, "•") {
			if b.Text == "" || !utf8.ValidString(b.Text) || !norm.NFC.IsNormalString(b.Text) {
				t.Errorf("text %q", b.Text)
			}
			at := 0
			for _, l := range b.Lines {
				if l.Start < at || l.End < l.Start || l.End > len(b.Text) {
					t.Errorf("lines %+v of %q", b.Lines, b.Text)
				}
				at = l.End
			}
		}
	})
}
