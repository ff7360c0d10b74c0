package office

import "strings"

// maxLevels is how many levels a list has in OOXML.
const maxLevels = 9

// A numbering counts the items of all lists of a DOCX file.
type numbering struct {
	lists  map[string]*abstractList // by abstractNumId
	nums   map[string]*listUse      // by numId
	counts map[*abstractList]*[maxLevels]int
}

// An abstractList is how the levels of a list are numbered.
type abstractList struct {
	levels [maxLevels]listLevel
	link   string // the style that has the levels
}

type listLevel struct {
	format, text, style string
	start               int
	restart             int // the level (from 1) after which it starts again, -1 for any higher, 0 for none
	legal               bool
	set                 bool
}

// A listUse is a list in the text: levels, some changed.
type listUse struct {
	abstract string
	levels   map[int]listLevel
	starts   map[int]int // until they have been used
}

func readNumbering(root *node, styles map[string]*style) *numbering {
	n := &numbering{lists: map[string]*abstractList{}, nums: map[string]*listUse{}, counts: map[*abstractList]*[maxLevels]int{}}
	if root == nil {
		return n
	}
	for _, c := range root.kids {
		switch c.name {
		case "w:abstractNum":
			a := &abstractList{link: c.child("w:numStyleLink").attr("w:val")}
			for _, l := range c.kids {
				if i := number(l.attr("w:ilvl"), -1); l.name == "w:lvl" && i >= 0 && i < maxLevels {
					a.levels[i] = readLevel(l)
				}
			}
			n.lists[c.attr("w:abstractNumId")] = a
		case "w:num":
			u := &listUse{abstract: c.child("w:abstractNumId").attr("w:val"), levels: map[int]listLevel{}, starts: map[int]int{}}
			for _, o := range c.kids {
				i := number(o.attr("w:ilvl"), -1)
				if o.name != "w:lvlOverride" || i < 0 || i >= maxLevels {
					continue
				}
				if l := o.child("w:lvl"); l != nil {
					u.levels[i] = readLevel(l)
				}
				if s := o.child("w:startOverride"); s != nil {
					u.starts[i] = number(s.attr("w:val"), 1)
				}
			}
			n.nums[c.attr("w:numId")] = u
		}
	}
	n.follow(styles)
	return n
}

// follow replaces lists that only name a style by the list of that style.
func (n *numbering) follow(styles map[string]*style) {
	for _, u := range n.nums {
		a := n.lists[u.abstract]
		if a == nil || a.link == "" || styles[a.link] == nil {
			continue
		}
		if other := n.nums[styles[a.link].ppr.path("w:numPr", "w:numId").attr("w:val")]; other != nil {
			u.abstract = other.abstract
		}
	}
}

func readLevel(l *node) listLevel {
	out := listLevel{format: l.child("w:numFmt").attr("w:val"), text: l.child("w:lvlText").attr("w:val"), style: l.child("w:pStyle").attr("w:val"),
		start: number(l.child("w:start").attr("w:val"), 0), restart: -1, legal: isTrue(l.child("w:isLgl")), set: true}
	if r := l.child("w:lvlRestart"); r != nil {
		out.restart = number(r.attr("w:val"), -1)
	}
	if out.format == "" {
		out.format = "decimal"
	}
	return out
}

func (n *numbering) level(u *listUse, a *abstractList, i int) listLevel {
	if l, ok := u.levels[i]; ok {
		return l
	}
	return a.levels[i]
}

// levelOf returns the level whose paragraphs have the style, -1 if there is none.
func (n *numbering) levelOf(numID, styleID string) int {
	if u := n.nums[numID]; u != nil && styleID != "" && n.lists[u.abstract] != nil {
		for i, l := range n.lists[u.abstract].levels {
			if l.style == styleID {
				return i
			}
		}
	}
	return -1
}

// next counts an item of a list and returns its number or bullet; "" for one without.
func (n *numbering) next(numID string, i int) string {
	u := n.nums[numID]
	if u == nil || i < 0 || i >= maxLevels || n.lists[u.abstract] == nil {
		return ""
	}
	a := n.lists[u.abstract]
	counts := n.counts[a]
	if counts == nil {
		counts = &[maxLevels]int{}
		for k := range counts {
			counts[k] = n.level(u, a, k).start - 1
		}
		n.counts[a] = counts
	}
	if start, ok := u.starts[i]; ok {
		counts[i] = start - 1
		delete(u.starts, i)
	}
	counts[i]++
	for k := i + 1; k < maxLevels; k++ {
		if l := n.level(u, a, k); l.restart != 0 && (l.restart < 0 || i < l.restart) {
			counts[k] = l.start - 1
		}
	}
	return n.show(u, a, i, counts)
}

// show returns an item's number as its level writes it.
func (n *numbering) show(u *listUse, a *abstractList, i int, counts *[maxLevels]int) string {
	own := n.level(u, a, i)
	if !own.set || own.format == "none" && !strings.Contains(own.text, "%") {
		return strings.TrimSpace(own.text)
	}
	if own.format == "bullet" {
		return cleanBullet(own.text)
	}
	var sb strings.Builder
	for k := 0; k < len(own.text); k++ {
		if own.text[k] != '%' || k+1 >= len(own.text) || own.text[k+1] < '1' || own.text[k+1] > '9' {
			sb.WriteByte(own.text[k])
			continue
		}
		k++
		at := int(own.text[k] - '1')
		l := n.level(u, a, at)
		value := counts[at]
		if at < i && value < l.start {
			value = l.start // a level that was skipped counts as begun
		}
		if own.legal {
			l.format = "decimal"
		}
		sb.WriteString(figure(l.format, value))
	}
	return strings.TrimSpace(sb.String())
}
