package pdf

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/page"
)

// The limits of the page tree.
const (
	// maxPages is how many pages are read: the largest budget of a municipality has some hundred.
	maxPages = 10_000
	// maxTreeDepth is how deep the page tree may nest; balanced trees of maxPages pages need five.
	maxTreeDepth = 64
	// maxTreeNodes is how many nodes of the page tree are looked at: trees that lead back into themselves end there.
	maxTreeNodes = 4 * maxPages
)

// A leaf is a page of the page tree with what it inherits.
type leaf struct {
	dict      object.Value
	ref       int // its object number, -1 if unknown
	resources object.Value
	media     object.Value
	crop      object.Value
	rotate    object.Value
}

// A walker walks the page tree once.
type walker struct {
	leaves []leaf
	seen   map[int]bool
	nodes  int
	cut    bool
}

// walkPages returns the pages below the page tree's root, and whether there are more than are read.
func walkPages(root object.Value) (leaves []leaf, cut bool) {
	w := &walker{seen: map[int]bool{}}
	w.walk(leaf{dict: root, ref: -1}, 0)
	return w.leaves, w.cut
}

func (w *walker) walk(at leaf, depth int) {
	if w.nodes++; depth > maxTreeDepth || w.nodes > maxTreeNodes || len(w.leaves) >= maxPages {
		w.cut = w.cut || len(w.leaves) >= maxPages
		return
	}
	d := at.dict
	if !d.IsDict() {
		return
	}
	at.resources = inherited(d, "Resources", at.resources)
	at.media = inherited(d, "MediaBox", at.media)
	at.crop = inherited(d, "CropBox", at.crop)
	at.rotate = inherited(d, "Rotate", at.rotate)
	kids := d.Key("Kids")
	if !kids.IsArray() || d.Key("Type").Name() == "Page" {
		w.leaves = append(w.leaves, at)
		return
	}
	for i, ref := range kids.Refs() {
		if w.nodes > maxTreeNodes {
			break
		}
		if ref >= 0 && w.seen[ref] {
			continue // a loop, or a page that stands twice
		}
		w.seen[ref] = true
		next := at
		next.dict, next.ref = kids.Index(i), ref
		w.walk(next, depth+1)
	}
}

func inherited(d object.Value, key string, from object.Value) object.Value {
	if v := d.Key(key); !v.IsNull() {
		return v
	}
	return from
}

// letter is the page size that a page without a usable one has, as Adobe's reader takes it.
var letter = content.Rect{X0: 0, Y0: 0, X1: 612, Y1: 792}

// source prepares a page for the interpreter. What is outside its crop box is not seen.
func (l leaf) source() content.Source {
	box, ok := rect(l.media)
	if !ok {
		box = letter
	}
	if crop, ok := rect(l.crop); ok {
		inner := content.Rect{X0: max(box.X0, crop.X0), Y0: max(box.Y0, crop.Y0), X1: min(box.X1, crop.X1), Y1: min(box.Y1, crop.Y1)}
		if inner.X1-inner.X0 > 1 && inner.Y1-inner.Y0 > 1 {
			box = inner
		}
	}
	return content.Source{Contents: l.dict.Key("Contents"), Annots: l.dict.Key("Annots"), Resources: l.resources, MediaBox: box, Rotate: l.rotate.Int(),
		Unit: l.dict.Key("UserUnit").Number()}
}

// maxSide is the longest side of a page taken, in points: the standard's limit with the largest unit in use.
const maxSide = 200 * 72 * 100

// rect reads a rectangle; ok is false for what is none of a page's size.
func rect(v object.Value) (r content.Rect, ok bool) {
	if v.Len() < 4 {
		return r, false
	}
	a, b, c, d := v.Index(0).Number(), v.Index(1).Number(), v.Index(2).Number(), v.Index(3).Number()
	r = content.Rect{X0: min(a, c), Y0: min(b, d), X1: max(a, c), Y1: max(b, d)}
	w, h := r.X1-r.X0, r.Y1-r.Y0
	return r, w > 1 && h > 1 && w < maxSide && h < maxSide
}

// labels returns the printed label of each page by the PageLabels number tree.
func labels(tree object.Value) func(i int) string {
	ranges := map[int]object.Value{}
	eachPair(tree, "Nums", func(key, value object.Value) { ranges[key.Int()] = value })
	if len(ranges) == 0 {
		return func(int) string { return "" }
	}
	start, current := 0, object.Value{}
	return func(i int) string {
		if v, ok := ranges[i]; ok {
			start, current = i, v
		}
		number := i - start + 1
		if st := current.Key("St"); st.IsNumber() {
			number = i - start + st.Int()
		}
		return current.Key("P").Text() + numeral(current.Key("S").Name(), number)
	}
}

// numeral writes n in a style of page labels: decimal, Roman, letters.
func numeral(style string, n int) string {
	if n <= 0 || n > maxPages {
		return ""
	}
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "R":
		return strings.ToUpper(page.Roman(n))
	case "r":
		return page.Roman(n)
	case "A":
		return strings.ToUpper(page.Letters(n))
	case "a":
		return page.Letters(n)
	}
	return ""
}
