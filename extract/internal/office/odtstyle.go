package office

import (
	"strconv"
	"strings"
)

// An odtStyle is a style of paragraphs or text.
type odtStyle struct {
	node     *node
	family   string
	styles   map[string]*odtStyle
	named    int  // the heading level that its name tells
	contents bool // its name is of contents lists
}

func (d *odt) newStyle(n *node) *odtStyle {
	name := n.attr("style:display-name")
	if name == "" {
		name = n.attr("style:name")
	}
	return &odtStyle{node: n, family: n.attr("style:family"), styles: d.styles, named: headingName(name), contents: isContentsName(name)}
}

// readStyles takes the styles below n, which may be nil.
func (d *odt) readStyles(n *node) {
	if n == nil {
		return
	}
	for _, c := range n.kids {
		switch c.name {
		case "style:style":
			d.styles[c.attr("style:family")+" "+c.attr("style:name")] = d.newStyle(c)
		case "style:default-style":
			d.styles[c.attr("style:family")] = d.newStyle(c)
		case "text:list-style":
			d.lists[c.attr("style:name")] = readODTList(c)
		case "text:outline-style":
			d.outline = readODTList(c)
		}
	}
}

// chain returns s and the styles that it inherits from.
func (s *odtStyle) chain() []*odtStyle {
	var out []*odtStyle
	for s != nil && len(out) < maxChain {
		out = append(out, s)
		s = s.styles[s.family+" "+s.node.attr("style:parent-style-name")]
	}
	return out
}

// level returns the heading level that the name of the style or of one that it inherits from tells, 0 for none.
func (s *odtStyle) level() int {
	for _, s := range s.chain() {
		if s.named != 0 {
			return s.named
		}
	}
	return 0
}

// isContents reports whether s is for contents lists.
func (s *odtStyle) isContents() bool {
	for _, s := range s.chain() {
		if s.contents {
			return true
		}
	}
	return false
}

// outline returns the outline level of the style, 0 for none.
func (s *odtStyle) outline() int {
	for _, s := range s.chain() {
		if s.node.hasAttr("style:default-outline-level") {
			return number(s.node.attr("style:default-outline-level"), 0)
		}
	}
	return 0
}

// breaks reports whether the style has a page break: "fo:break-before" or "fo:break-after".
func (s *odtStyle) breaks(name string) bool {
	for _, s := range s.chain() {
		if v := s.node.child("style:paragraph-properties").attr(name); v != "" {
			return v == "page"
		}
	}
	return false
}

// text changes p as the style, what it inherits from, and base say.
func (s *odtStyle) text(p charProps, base *odtStyle) charProps {
	chain := s.chain()
	if base != nil {
		chain = append(chain, base)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		n := chain[i].node.child("style:text-properties")
		if n == nil {
			continue
		}
		if v := n.attr("fo:font-weight"); v != "" {
			p.font.Bold = v == "bold" || v >= "600" && v <= "900"
		}
		if v := n.attr("fo:font-style"); v != "" {
			p.font.Italic = v == "italic"
		}
		if v := n.attr("style:font-name"); v != "" {
			p.font.Name = v
		}
		if v := n.attr("text:display"); v != "" {
			p.hidden = v == "none"
		}
		p.font.Size = odtSize(n.attr("fo:font-size"), p.font.Size)
	}
	return p
}

// odtSize returns a font size in points: "11pt", or a share of size.
func odtSize(s string, size float64) float64 {
	for unit, factor := range map[string]float64{"pt": 1, "%": size / 100} {
		if digits, ok := strings.CutSuffix(s, unit); ok {
			if v, err := strconv.ParseFloat(digits, 64); err == nil && v > 0 && v*factor < 2000 {
				return v * factor
			}
		}
	}
	return size
}
