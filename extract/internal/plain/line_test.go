package plain

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
)

func holds(t *testing.T, name string, f func(string) bool, yes, no []string) {
	t.Helper()
	for _, s := range yes {
		if !f(s) {
			t.Errorf("%s(%q) is false", name, s)
		}
	}
	for _, s := range no {
		if f(s) {
			t.Errorf("%s(%q) is true", name, s)
		}
	}
}

func TestBullet(t *testing.T) {
	tests := []struct {
		in, mark, rest string
		certain        bool
	}{
		{"• Ett", "•", "Ett", true}, {"•Ett", "•", "Ett", true}, {"\uf0b7\tEtt", "\uf0b7", "Ett", true}, {"- ett", "-", "ett", false},
		{"-\tett", "-", "ett", true}, {"– dels", "–", "dels", false}, {"o Ett", "o", "Ett", false}, {"o\tett", "o", "ett", true}, {"-", "-", "", false},
		{"-5 grader", "", "-5 grader", false}, {"och", "", "och", false}, {"o", "", "o", false}, {"", "", "", false}, {"Ett", "", "Ett", false},
	}
	for _, tt := range tests {
		mark, rest, certain := bullet(tt.in)
		if mark != tt.mark || rest != tt.rest || certain != tt.certain {
			t.Errorf("bullet(%q) = %q, %q, %v", tt.in, mark, rest, certain)
		}
	}
}

func TestEnumeration(t *testing.T) {
	tests := []struct{ in, mark, rest string }{
		{"1. Ett", "1.", "Ett"}, {"12) Tolv", "12)", "Tolv"}, {"(3) Tre", "(3)", "Tre"}, {"a) Först", "a)", "Först"}, {"3.", "3.", ""},
		{"2019. Därefter", "", "2019. Därefter"}, {"a. Först", "", "a. Först"}, {"1.2 Mål", "", "1.2 Mål"}, {"(3. Tre", "", "(3. Tre"}, {"3", "", "3"}, {"Ett", "", "Ett"},
		{"1.Ett", "", "1.Ett"}, {"", "", ""},
	}
	for _, tt := range tests {
		if mark, rest := enumeration(tt.in); mark != tt.mark || rest != tt.rest {
			t.Errorf("enumeration(%q) = %q, %q", tt.in, mark, rest)
		}
	}
}

func TestLines(t *testing.T) {
	holds(t, "sectionNumber", sectionNumber, []string{"1.1 Mål", "2.10.3 Mål", "1.1. Mål"}, []string{"1 Mål", "1. Mål", "1.1", "2019.5 Mål", "1.a Mål", "1.2.3.4.5 Mål", "12.123 Mål"})
	holds(t, "contentsLine", contentsLine, []string{"Mål\t3", "Mål ..... 3", "1\tMål\t3", "Bilaga 1\tOrdlista\t12", "Mål……4", "Mål____4"},
		[]string{"Mål 3", "Mål\t", "\t3", "Mål\t2019", "Skola\tLärare\t3", "3", ""})
	holds(t, "contentsTitle", contentsTitle, []string{"Innehåll", "INNEHÅLLSFÖRTECKNING", "Innehåll:"}, []string{"Innehållet", "Innehåll 3"})
	holds(t, "pageMark", pageMark, []string{"2/4", "3(7)", "3 (7)", "5 [5]"}, []string{"4", "2/4/6", "km/h", "2020/1234 (5)", "1 2", ""})
	holds(t, "numbered", numbered, []string{"1\tMål", "1.2   Mål", "3.\tAnsvar"}, []string{"Mål\t1", "1\t2\t3", "1\t2", "1 Mål", "Skola\tLärare"})
	holds(t, "gapped", gapped, []string{"EKEBY KOMMUN          2020-01-02"}, []string{"EKEBY KOMMUN 2020", "1.    Mål", "•    Mål", ""})
	holds(t, "label", label, []string{"Antagen av: fullmäktige", "Dnr: 3"}, []string{"antagen av: fullmäktige", "Den som är anställd ska: gå", "Mål", "Mål, syfte: två"})
	holds(t, "ended", ended, []string{"klart.", "klart:", "klart.”", "Vad?"}, []string{"klart", "klart,", ""})
	holds(t, "goesOn", goesOn, []string{"arbetet med", "skolor, bad,", "käll-", "nämnden ska"}, []string{"Mål", "arbetet.", ""})
	holds(t, "startsLower", startsLower, []string{"och", "(se", "”att"}, []string{"Och", "1", ""})
}

func TestCells(t *testing.T) {
	for s, want := range map[string][]string{"a\tb": {"a", "b"}, "a   b     c": {"a", "b", "c"}, "a b": {"a b"}, "\t": nil, "a\t\tb ": {"a", "b"}} {
		if diff := cmp.Diff(want, cells(s)); diff != "" {
			t.Errorf("cells(%q): %s", s, diff)
		}
	}
}

func TestCountsOn(t *testing.T) {
	for text, want := range map[string]bool{"1. ett|2. två": true, "a) ett|och mer|b) två": true, "1. ett|3. tre": false, "2. två|3. tre": false, "1. ett": false} {
		if got := countsOn(strings.Split(text, "|")); got != want {
			t.Errorf("countsOn(%q) = %v", text, got)
		}
	}
}

func TestTableLines(t *testing.T) {
	long := "ett två tre fyra fem sex sju åtta nio tio   ett två tre fyra fem sex sju åtta nio tio"
	for text, want := range map[string]int{"a\tb|c\td|e": 2, "a\tb": 0, "a\tb\tc|d\te|f\tg\th\ti": 2, "• a\tb|• c\td": 0, "1\tMål|2\tSyfte": 0, "Mål\t1|Syfte\t2": 0,
		long + "|" + long: 0} {
		if got := tableLines(strings.Split(text, "|")); got != want {
			t.Errorf("tableLines(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestMeasure(t *testing.T) {
	full := strings.Repeat("ord ", 17) + "ord" // 71 characters
	tests := []struct {
		name  string
		lines []string
		want  float64
	}{
		{"wrapped", []string{full, full, full, full, "slut"}, 71},
		{"a short group beside wrapped lines", []string{"Mål", "Syfte", "", full, full}, 71},
		{"names", []string{"Anna Ek", "Bo", "Storgatan 4"}, 2 * leastWidth},
	}
	for _, tt := range tests {
		end := len(tt.lines)
		for i, l := range tt.lines {
			if l == "" {
				end = i
			}
		}
		if got := measure(tt.lines, 0, end); got != tt.want {
			t.Errorf("%s: measure %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestMend(t *testing.T) {
	tests := []struct{ in, want string }{
		{"-|Ett|-|Två", "|- Ett|- Två"},
		{"1.|2.||Ett|Två", "|||1. Ett|2. Två"},
		{"-", ""},
		{"Ett|-|", "Ett||"},
		{"  Ett  |Två", "Ett|Två"},
	}
	for _, tt := range tests {
		if got := strings.Join(mend(strings.Split(tt.in, "|")), "|"); got != tt.want {
			t.Errorf("mend(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A paragraph of any length is read, in parts.
func TestLongParagraph(t *testing.T) {
	lines := strings.Repeat("nämnden följer upp planen varje år och redovisar hur det har gått för\n", 3*maxLines)
	blocks := blocksOf(strings.Split(lines, "\n"))
	words := 0
	for _, b := range blocks {
		if b.Kind != page.Paragraph || len(b.Lines) > maxLines {
			t.Errorf("a %s of %d lines", b.Kind, len(b.Lines))
		}
		words += len(strings.Fields(b.Text))
	}
	if want := len(strings.Fields(lines)); words != want {
		t.Errorf("%d words, want %d", words, want)
	}
}

func BenchmarkRead(b *testing.B) {
	data := []byte(strings.Repeat("Ansvar\n\nNämnden följer varje år upp hur målen i planen har nåtts och redo-\nvisar det för fullmäktige.\n\n• ett\n• två\n\n", 500))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, false); err != nil {
			b.Fatal(err)
		}
	}
}
