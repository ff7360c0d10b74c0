package office

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract/page"
)

func TestParse(t *testing.T) {
	const w = `xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	tests := []struct {
		name, src, want string
		err             error
	}{
		{"names", `<x:a ` + w + ` x:b="1" c="2" x:rsidR="3"/>`, "<w:a w:b=1 :c=2>", nil},
		{"text", `<x:a ` + w + `>ett &amp; två<!-- tre --><![CDATA[<fyra>]]></x:a>`, "<w:a>'ett & två''<fyra>'", nil},
		{"text around", "\n<a/>\n", "<:a>", nil},
		{"nothing", "", "", nil},
		{"cut off", "<a><b>c", "<:a><:b>'c'", ErrDamaged},
		{"crossed", "<a><b></a></b>", "<:a><:b>", ErrDamaged},
		{"an entity", "<a>&b;</a>", "<:a>", ErrDamaged},
		{"a document type", `<!DOCTYPE a SYSTEM "a.dtd"><a/>`, "<:a>", nil},
		{"declared entities", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`, "", errEntities},
		{"bytes that are no text", "<a>\x00</a>", "<:a>", ErrDamaged},
	}
	for _, tt := range tests {
		root, err := parse([]byte(tt.src))
		if !errors.Is(err, tt.err) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.err)
		}
		if got := dump(root); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func dump(n *node) string {
	if n == nil {
		return ""
	}
	var sb strings.Builder
	for _, c := range n.kids {
		if c.name == "" {
			sb.WriteString("'" + c.text + "'")
			continue
		}
		sb.WriteString("<" + c.name)
		for _, a := range c.attrs {
			if !strings.HasPrefix(a.name, ":x") && !strings.HasSuffix(a.name, ":x") {
				sb.WriteString(" " + a.name + "=" + a.value)
			}
		}
		sb.WriteString(">" + dump(c))
	}
	return sb.String()
}

// What is looked for in what is not there is not there.
func TestNoNode(t *testing.T) {
	var n *node
	if n.child("a") != nil || n.path("a", "b") != nil || n.find("a") != nil || n.attr("a") != "" || n.hasAttr("a") || n.content() != "" {
		t.Error("something is in nothing")
	}
	if isTrue(nil) || !isTrue(&node{}) || isTrue(&node{attrs: []attribute{{"w:val", "0"}}}) || !isTrue(&node{attrs: []attribute{{"w:val", "1"}}}) {
		t.Error("switches")
	}
}

func TestNumbered(t *testing.T) {
	b := numbered(page.Block{Marker: "4.2", Text: "Uppföljning och mål", Lines: []page.Line{{Start: 0, End: 12}, {Start: 13, End: 21}}})
	want := page.Block{Text: "4.2 Uppföljning och mål", Lines: []page.Line{{Start: 0, End: 16}, {Start: 17, End: 25}}}
	if diff := cmp.Diff(want, b); diff != "" {
		t.Error(diff)
	}
}

func TestIsLayout(t *testing.T) {
	text := func(n int) (out []page.Block) {
		for range n {
			out = append(out, page.Block{Text: "a"})
		}
		return out
	}
	tests := []struct {
		name string
		rows []row
		want bool
	}{
		{"nothing", nil, true},
		{"one cell", []row{{text(2)}}, true},
		{"one cell a row", []row{{text(1), nil}, {nil, text(1)}}, true},
		{"a table", []row{{text(1), text(1)}, {text(5), text(1)}}, false},
		{"one row", []row{{text(1), text(1)}}, false},
		{"one row with much in a cell", []row{{text(maxCellBlocks + 1), text(1)}}, true},
		{"a heading in a cell", []row{{text(1), {{Kind: page.Heading}}}}, true},
		{"a page's end in a cell", []row{{text(1), append(text(1), page.Block{Kind: breakKind})}}, false},
	}
	for _, tt := range tests {
		if got := isLayout(tt.rows); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestODTSize(t *testing.T) {
	for s, want := range map[string]float64{"11pt": 11, "10.5pt": 10.5, "150%": 15, "": 10, "1cm": 10, "-3pt": 10, "99999%": 10, "x%": 10} {
		if got := odtSize(s, 10); got != want {
			t.Errorf("odtSize(%q, 10) = %v, want %v", s, got, want)
		}
	}
}

func TestODTDate(t *testing.T) {
	for s, want := range map[string]string{"2020-01-02T03:04:05.678": "2020-01-02T03:04:05", "2020-01-02": "2020-01-02", "": ""} {
		if got := odtDate(s); got != want {
			t.Errorf("odtDate(%q) = %q", s, got)
		}
	}
}

func TestIsContentsName(t *testing.T) {
	for s, want := range map[string]bool{"toc 1": true, "TOC Heading": true, "Contents_20_2": true, "Innehåll 3": true, "Innehållsförteckningsrubrik": true, "Contents": false, "Normal": false, "": false} {
		if got := isContentsName(s); got != want {
			t.Errorf("isContentsName(%q) = %v", s, got)
		}
	}
}

func TestPartName(t *testing.T) {
	for s, want := range map[string]string{"word/document.xml": "word/document.xml", `\Word\x.XML`: "word/x.xml", "../../etc/passwd": "etc/passwd", "/a//b/./c": "a/b/c", "": ""} {
		if got := partName(s); got != want {
			t.Errorf("partName(%q) = %q, want %q", s, got, want)
		}
	}
}
