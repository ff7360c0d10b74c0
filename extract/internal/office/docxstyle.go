package office

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// maxChain is how many styles a style is based on: Word allows no more than ten or so, and a circle must end.
const maxChain = 32

// A style is a style of styles.xml.
type style struct {
	id, name string
	basedOn  *style
	ppr, rpr *node
	named    int  // the heading level that its name tells
	contents bool // its name is of contents lists
}

func readStyles(root *node) map[string]*style {
	styles := map[string]*style{}
	if root == nil {
		return styles
	}
	based := map[*style]string{}
	for _, n := range root.kids {
		if n.name != "w:style" {
			continue
		}
		s := &style{id: n.attr("w:styleId"), name: n.child("w:name").attr("w:val"), ppr: n.child("w:pPr"), rpr: n.child("w:rPr")}
		s.named, s.contents = headingName(s.name), isContentsName(s.name)
		styles[s.id] = s
		based[s] = n.child("w:basedOn").attr("w:val")
		if n.attr("w:default") == "1" && n.attr("w:type") == "paragraph" {
			styles[""] = s
		}
	}
	for s, id := range based {
		s.basedOn = styles[id]
	}
	return styles
}

// chain returns s and what it is based on.
func (s *style) chain() []*style {
	var out []*style
	for ; s != nil && len(out) < maxChain; s = s.basedOn {
		out = append(out, s)
	}
	return out
}

// level returns the heading level that a paragraph of the style with its own properties ppr has; titleLevel for the title.
func (s *style) level(ppr *node) int {
	if l, ok := outline(ppr); ok {
		return l
	}
	for _, s := range s.chain() {
		if s.named == titleLevel {
			return titleLevel
		}
		if l, ok := outline(s.ppr); ok {
			return l
		}
		if s.named > 0 {
			return s.named
		}
	}
	return 0
}

// outline returns the heading level of an outline level, 0 for that of body text.
func outline(ppr *node) (int, bool) {
	o := ppr.child("w:outlineLvl")
	if o == nil {
		return 0, false
	}
	if v := number(o.attr("w:val"), 9); v < 9 {
		return v + 1, true
	}
	return 0, true
}

// isContents reports whether s is for contents lists.
func (s *style) isContents() bool {
	for _, s := range s.chain() {
		if s.contents {
			return true
		}
	}
	return false
}

// property returns a paragraph property: ppr's own, else the style's.
func (s *style) property(ppr *node, name string) *node {
	if p := ppr.child(name); p != nil {
		return p
	}
	for _, s := range s.chain() {
		if p := s.ppr.child(name); p != nil {
			return p
		}
	}
	return nil
}

// number returns s as a number, or fallback.
func number(s string, fallback int) int {
	if v, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
		return v
	}
	return fallback
}

// charProps are the character properties that matter here.
type charProps struct {
	font   page.Font
	hidden bool
}

// apply changes p as run properties say.
func (p charProps) apply(rpr *node) charProps {
	if rpr == nil {
		return p
	}
	for _, c := range rpr.kids {
		switch c.name {
		case "w:b":
			p.font.Bold = isTrue(c)
		case "w:i":
			p.font.Italic = isTrue(c)
		case "w:vanish", "w:specVanish":
			p.hidden = isTrue(c)
		case "w:sz":
			if v := number(c.attr("w:val"), 0); v > 0 && v < 4000 { // half points
				p.font.Size = float64(v) / 2
			}
		case "w:rFonts":
			if name := c.attr("w:ascii"); name != "" {
				p.font.Name = name
			}
		}
	}
	return p
}

// styled changes p as the style and what it is based on say.
func (p charProps) styled(s *style) charProps {
	chain := s.chain()
	for i := len(chain) - 1; i >= 0; i-- {
		p = p.apply(chain[i].rpr)
	}
	return p
}
