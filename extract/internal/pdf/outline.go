package pdf

import (
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/page"
)

// The limits of bookmarks and links.
const (
	maxOutline      = 10_000
	maxOutlineDepth = 32
	maxLinks        = 2_000 // a page
)

// An outliner reads the bookmarks.
type outliner struct {
	catalog object.Value
	pages   map[int]int  // object number of a page -> page number
	dests   object.Value // the dictionary of named destinations
	names   map[string]int
	seen    map[int]bool
	entries []page.OutlineEntry
}

// outline reads the bookmarks in their order.
func outline(catalog object.Value, leaves []leaf) []page.OutlineEntry {
	root := catalog.Key("Outlines")
	if !root.IsDict() {
		return nil
	}
	o := &outliner{catalog: catalog, dests: catalog.Key("Dests"), pages: map[int]int{}, seen: map[int]bool{}}
	for i, l := range leaves {
		if l.ref >= 0 {
			o.pages[l.ref] = i + 1
		}
	}
	o.walk(root, 1)
	return o.entries
}

// walk reads the children of parent.
func (o *outliner) walk(parent object.Value, level int) {
	if level > maxOutlineDepth {
		return
	}
	ref, item := parent.Ref("First"), parent.Key("First")
	for item.IsDict() && len(o.entries) < maxOutline {
		if ref >= 0 && o.seen[ref] {
			return // a loop
		}
		o.seen[ref] = true
		if title := strings.Join(strings.Fields(strings.ToValidUTF8(item.Key("Title").Text(), "")), " "); title != "" {
			o.entries = append(o.entries, page.OutlineEntry{Level: level, Title: title, Page: o.target(item)})
		}
		o.walk(item, level+1)
		ref, item = item.Ref("Next"), item.Key("Next")
		if ref < 0 {
			return
		}
	}
}

// target returns the page that a bookmark leads to, 0 if it leads nowhere.
func (o *outliner) target(item object.Value) int {
	dest := item.Key("Dest")
	if dest.IsNull() {
		if a := item.Key("A"); a.Key("S").Name() == "GoTo" {
			dest = a.Key("D")
		}
	}
	return o.pageOf(dest, 0)
}

func (o *outliner) pageOf(dest object.Value, depth int) int {
	switch {
	case depth > 4:
		return 0
	case dest.IsArray():
		if refs := dest.Refs(); len(refs) > 0 && refs[0] >= 0 {
			return o.pages[refs[0]]
		}
		if n := dest.Index(0); n.IsNumber() && n.Int() >= 0 && n.Int() < len(o.pages) {
			return n.Int() + 1
		}
	case dest.IsDict():
		return o.pageOf(dest.Key("D"), depth+1)
	case dest.Name() != "":
		return o.pageOf(o.dests.Key(dest.Name()), depth+1)
	case dest.IsString():
		if o.names == nil {
			o.names = map[string]int{}
			eachPair(o.catalog.Key("Names").Key("Dests"), "Names", func(key, value object.Value) {
				o.names[key.Bytes()] = o.pageOf(value, 1)
			})
		}
		return o.names[dest.Bytes()]
	}
	return 0
}

// links returns the links to addresses on a page.
func links(dict object.Value, number int) []page.Link {
	var out []page.Link
	annots := dict.Key("Annots")
	for i := range min(annots.Len(), maxLinks) {
		a := annots.Index(i)
		if a.Key("Subtype").Name() != "Link" {
			continue
		}
		uri := strings.TrimSpace(strings.ToValidUTF8(a.Key("A").Key("URI").Bytes(), ""))
		if uri == "" {
			continue
		}
		out = append(out, page.Link{Page: number, Target: uri, Text: a.Key("Contents").Text()})
	}
	return out
}

// bookmarked makes headings of the blocks that a bookmark names, at the bookmark's level, where no tag has told one.
func bookmarked(pages [][]page.Block, outline []page.OutlineEntry) {
	for _, e := range outline {
		if e.Page < 1 || e.Page > len(pages) {
			continue
		}
		blocks := pages[e.Page-1]
		for i := range blocks {
			b := &blocks[i]
			if !mayHead(b) || !sameTitle(e.Title, b) {
				continue
			}
			if b.Marker != "" && b.Kind == page.ListItem {
				break // its number would be lost
			}
			b.Kind = page.Heading
			if b.Level == 0 {
				b.Level = e.Level
			}
			break
		}
	}
}

func mayHead(b *page.Block) bool {
	return b.Kind == page.Heading && b.Level == 0 || b.Kind == page.Paragraph && len(b.Lines) <= 3
}

// sameTitle reports whether a block is what a bookmark is called; spaces and a number before it aside.
func sameTitle(title string, b *page.Block) bool {
	a, t := squeeze(title), squeeze(b.Text)
	return t != "" && (a == t || a == strings.TrimLeft(t, "0123456789.") || strings.TrimLeft(a, "0123456789.") == t)
}

// squeeze takes the white space out of a text, and capitals.
func squeeze(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }
