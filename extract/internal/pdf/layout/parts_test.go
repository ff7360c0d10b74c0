package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// rowOf makes a row of words 10 points high; each is given as "text@x" and is half as wide as high a letter. A "~" before it means
// that its place was set anew.
func rowOf(y float64, texts ...string) row {
	var words []*word
	for i, t := range texts {
		var x float64
		text, at, _ := strings.Cut(t, "@")
		_, _ = fmt.Sscan(at, &x)
		moved := strings.HasPrefix(text, "~")
		text = strings.TrimPrefix(text, "~")
		n := len([]rune(text))
		words = append(words, &word{text: text, x0: x, x1: x + 5*float64(n), y: y, size: 10, font: plain, seq: i, last: i, letters: n, moved: moved,
			blanks: 1, mcid: -1})
	}
	return makeRow(words)
}

func TestMarker(t *testing.T) {
	tests := map[string]int{"•": 1, "–": 1, "-": 1, "*": 1, "1.": 1, "12)": 1, "a)": 1, "(b)": 1, "iv)": 1, "\uf0b7": 1, "→": 1,
		"o": 0, "1": 0, "2017.": 0, "a.": 0, "123)": 0, "ab)": 0, "1a)": 0, "Mål": 0, ".": 0, ")": 0, "4.2": 0}
	for text, want := range tests {
		r := rowOf(100, text+"@70", "text@120")
		if got := marker(r.words); got != want {
			t.Errorf("%q: got %d", text, got)
		}
	}
	if marker(rowOf(100, "•@70").words) != 0 {
		t.Error("a bullet without text is a marker")
	}
}

func TestLeaders(t *testing.T) {
	tests := map[string]bool{"Mål@70 .....@90 3@300": true, "Mål.....3@70": true, "Mål…………@70 iv@200": true, "Mål@70 .@90 .@95 .@100 .@105 .@110 3@300": true,
		"Mål@70 3@300": false, "Slutet...@70": false, "Mål@70 .....@90": false, "Mål@70 ...@90 text@120": false, "3@70": false, "......@70 99999999@100": false}
	for texts, want := range tests {
		r := rowOf(100, strings.Fields(texts)...)
		if got := leaders(&r); got != want {
			t.Errorf("%q: got %v", texts, got)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	tests := map[string]bool{"3": true, "-@70 3@75 -@85": true, "Sida@70 3@100 av@120 12@140": true, "3@70 (12)@80": true, "3/12": true, "[4]": true,
		"2017-03-02": false, "Mål@70 3@100": false, "12345": false, "": false}
	for texts, want := range tests {
		if !strings.Contains(texts, "@") {
			texts += "@70"
		}
		r := rowOf(100, strings.Fields(texts)...)
		if got := isPageNumber(&r); got != want {
			t.Errorf("%q: got %v", texts, got)
		}
	}
	for texts, want := range map[string]bool{"Policy@70 sida@120 3@150": true, "Policy@70 Sida@120 3@150 av@160 9@180": true, "Policy@70 3@120 (9)@130": true,
		"se@70 sida@90 tre@120": false, "Mål@70 (9)@100": false, "(9)@70": false} {
		r := rowOf(100, strings.Fields(texts)...)
		if got := endsInPageNumber(&r); got != want {
			t.Errorf("%q ends in a number: got %v", texts, got)
		}
	}
}

func TestMask(t *testing.T) {
	r := rowOf(100, "Sida@70", "12@100", "(345)@120", "KS2016@160")
	if got := mask(&r); got != "Sida # (#) KS#" {
		t.Errorf("got %q", got)
	}
}

func TestGroups(t *testing.T) {
	tests := map[string]int{"a@70 b@80 c@90": 1, "a@70 ~b@90 c@95": 2, "a@70 b@90": 1, "a@70 b@110": 1, "a@70 ~b@85 ~c@110": 3}
	for texts, want := range tests {
		r := rowOf(100, strings.Fields(texts)...)
		if got := len(groups(&r)); got != want {
			t.Errorf("%q: %d groups, want %d", texts, got, want)
		}
	}
	jumped := rowOf(100, "och@70", "Skolor@85")
	jumped.words[1].seq, jumped.words[1].last, jumped.words[1].tight = 7, 7, false
	if len(groups(&jumped)) != 2 {
		t.Error("words drawn at different times are in one cell")
	}
}

func TestStrips(t *testing.T) {
	rows := []row{rowOf(100, "aaaa@0", "~bbbb@100"), rowOf(113, "aaaaaa@0", "~bbb@90"), rowOf(126, "aaa@0", "~bbbb@100"), rowOf(139, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@0")}
	found := false
	for _, s := range strips(rows, minGutter) {
		found = found || s.first == 0 && s.last == 2 && s.x0 == 30 && s.x1 == 90
	}
	if !found {
		t.Errorf("got %+v", strips(rows, minGutter))
	}
}

// TestStripsBounded: a page of scattered words does not make strips without end.
func TestStripsBounded(t *testing.T) {
	var rows []row
	for i := range 300 {
		var texts []string
		for j := range 40 {
			texts = append(texts, fmt.Sprintf("~a@%d", j*40+(i*j*7)%23))
		}
		rows = append(rows, rowOf(10*float64(i), texts...))
	}
	if n := len(strips(rows, minGutter)); n > 6*maxStrips {
		t.Errorf("%d strips", n)
	}
}

func TestUsualLeading(t *testing.T) {
	rows := []row{rowOf(100, "a@0"), rowOf(114, "a@0"), rowOf(128, "a@0"), rowOf(150, "a@0"), rowOf(164, "a@0")}
	if got := usualLeading(rows); got != 1.4 {
		t.Errorf("got %g", got)
	}
	if got := usualLeading(nil); got != 1.2 {
		t.Errorf("of nothing: %g", got)
	}
}

func TestDepth(t *testing.T) {
	tests := map[string]int{"4 Mål": 1, "4. Mål": 1, "4.2 Mål": 2, "4.2.1. Mål": 3, "Mål": 0, "4": 0, "2017 års mål": 0, "4..2 Mål": 0, "1.2.3.4.5.6.7.8 Mål": 6, ". Mål": 0}
	for text, want := range tests {
		if got := depth(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

// TestLevels: headings whose level is known tell the level of others of their style.
func TestLevels(t *testing.T) {
	head := func(text string, size float64, level int) page.Block {
		return page.Block{Kind: page.Heading, Text: text, Level: level, Font: page.Font{Size: size, Bold: true}}
	}
	tests := []struct {
		name string
		in   []page.Block
		want string
	}{
		{"by rank", []page.Block{head("A", 20, 0), head("B", 14, 0), head("C", 12, 0), head("D", 14, 0)}, "1232"},
		{"by tag", []page.Block{head("A", 14, 3), head("B", 14, 0), head("C", 12, 0)}, "334"},
		{"by number", []page.Block{head("Titel", 20, 0), head("1 A", 14, 0), head("1.1 B", 14, 0), head("C", 14, 0)}, "1121"},
		{"capitals first", []page.Block{head("Liten", 12, 0), head("STOR", 12, 0)}, "21"},
		{"never below six", []page.Block{head("a", 20, 0), head("b", 19, 0), head("c", 18, 0), head("d", 17, 0), head("e", 16, 0), head("f", 15, 0), head("g", 14, 0)}, "1234566"},
	}
	for _, test := range tests {
		Levels([][]page.Block{test.in})
		got := ""
		for _, b := range test.in {
			got += fmt.Sprint(b.Level)
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestNoteNumber(t *testing.T) {
	d := &figures{body: 11}
	tests := map[string]string{"1@70 Kommunallagen@80": "1", "1Kommunallagen@70": "1", "12@70 Se@90": "12", "*@70 Se@80": "*", "1@70 kap@80": "", "1@70": "",
		"Kommunallagen@70": "", "1234@70 Se@100": "", "2017-03-02@70": "", "1)@70": ""}
	for texts, want := range tests {
		r := rowOf(700, strings.Fields(texts)...)
		if got := d.noteNumber(&r); got != want {
			t.Errorf("%q: got %q, want %q", texts, got, want)
		}
	}
	large := rowOf(700, "1@70", "Mål@80")
	large.size = 11
	if d.noteNumber(&large) != "" {
		t.Error("text of the usual size is a note")
	}
}

func TestUnit(t *testing.T) {
	for text, want := range map[string]bool{"m": true, "km": true, "CO": true, "10": true, "x": true, "lagen": false, "av": false, "kommunen.": false} {
		if got := unit(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestDirection(t *testing.T) {
	tests := []struct {
		dx, dy float64
		want   int
	}{{1, 0, 0}, {10, 1, 0}, {0, 0, 0}, {0, 1, 1}, {-1, 0, 2}, {0, -1, 3}, {1, 1, 4}, {-1, 0.5, 4}}
	for _, test := range tests {
		if got := direction(&content.Glyph{DX: test.dx, DY: test.dy}); got != test.want {
			t.Errorf("%g, %g: got %d, want %d", test.dx, test.dy, got, test.want)
		}
	}
}

// TestTurns: turning a box back undoes turning it upright.
func TestTurns(t *testing.T) {
	s := &Sheet{Width: 600, Height: 800}
	for turn := range 4 {
		x0, y0 := upright(100, 200, turn, 600, 800)
		x1, y1 := upright(150, 230, turn, 600, 800)
		r := turnRule(content.Rule{X0: 100, Y0: 200, X1: 150, Y1: 230}, turn, 600, 800)
		if r.X0 != min(x0, x1) || r.Y1 != max(y0, y1) {
			t.Errorf("%d: rule %+v", turn, r)
		}
		back := s.turnBack(boxOf(r), turn)
		if back.X0 != 100 || back.Y0 != 200 || back.X1 != 150 || back.Y1 != 230 {
			t.Errorf("%d: got %+v", turn, back)
		}
	}
}

func TestEdges(t *testing.T) {
	if got := fmt.Sprint(edges([]float64{100, 10, 12, 104, 50})); got != "[10 50 100]" {
		t.Errorf("got %s", got)
	}
	for x, want := range map[float64]int{5: -1, 15: 0, 60: 1, 200: -1} {
		if got := interval([]float64{10, 50, 100}, x); got != want {
			t.Errorf("%g: got %d, want %d", x, got, want)
		}
	}
}

func TestLattices(t *testing.T) {
	cross := func(x, y float64) []content.Rule {
		return []content.Rule{{X0: x, Y0: y, X1: x + 50, Y1: y}, {X0: x, Y0: y, X1: x, Y1: y + 50}}
	}
	rules := append(append(cross(0, 0), cross(200, 200)...), content.Rule{X0: 52, Y0: 0, X1: 52, Y1: 40})
	got := lattices(rules)
	if len(got) != 2 || len(got[0].across)+len(got[1].across) != 2 || len(got[0].down)+len(got[1].down) != 3 {
		t.Errorf("got %+v", got)
	}
	if lattices(make([]content.Rule, maxLines+1)) != nil {
		t.Error("a drawing is sought for tables")
	}
}

func TestNothingLost(t *testing.T) {
	// tables in frames, beside columns, of one column: whatever they are taken for, each word comes out once
	c := newCanvas()
	c.page.Rules = []content.Rule{{X0: 60, Y0: 90, X1: 500, Y1: 90}, {X0: 60, Y0: 120, X1: 500, Y1: 120}, {X0: 60, Y0: 150, X1: 500, Y1: 150},
		{X0: 60, Y0: 90, X1: 60, Y1: 150}, {X0: 200, Y0: 90, X1: 200, Y1: 150}, {X0: 500, Y0: 90, X1: 500, Y1: 150}}
	n := 0
	for _, y := range []float64{80, 110, 140, 180, 200, 220, 240} {
		for _, x := range []float64{70, 210, 330, 420} {
			c.set(x, y, 10, plain, fmt.Sprintf("ord%d", n))
			n++
		}
	}
	text := write(blocks(c)[0])
	for i := range n {
		if got := strings.Count(strings.NewReplacer("|", " ", "/", " ", "\n", " ").Replace(text)+" ", fmt.Sprintf("ord%d ", i)); got != 1 {
			t.Errorf("ord%d comes out %d times in\n%s", i, got, text)
		}
	}
}

func TestArtifacts(t *testing.T) {
	c := newCanvas().set(70, 60, 12, plain, "Ekeby kommun").body(200)
	for i := range c.page.Glyphs {
		c.page.Glyphs[i].Artifact = c.page.Glyphs[i].Y == 60
	}
	if got := blocks(c)[0][0]; got.Kind != page.PageHead {
		t.Errorf("what the file marks as no text of its own is a %v", got.Kind)
	}
}

func TestCuts(t *testing.T) {
	w := &word{text: "UppföljningBeslutad", x0: 100, x1: 195, cuts: []cut{{len("Uppföljning"), 155}}}
	l, r := w.split(w.cuts[0])
	if l.text != "Uppföljning" || r.text != "Beslutad" || l.x1 != 155 || r.x0 != 155 || !r.moved {
		t.Errorf("got %+v %+v", l, r)
	}
}

func boxOf(r content.Rule) policy.Box { return policy.Box{X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1} }
