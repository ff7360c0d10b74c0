package office

import "strings"

// maxODTLevels is how many levels a list has in ODF.
const maxODTLevels = 10

// An odtList is a list style: how its levels are marked.
type odtList struct {
	levels [maxODTLevels]odtLevel
}

type odtLevel struct {
	bullet         string // "" if numbered
	format         string
	prefix, suffix string
	display, start int
	set            bool
}

// odtCounts are the numbers that the levels of a list have reached.
type odtCounts [maxODTLevels]int

// An odtItem is a list item that is being read.
type odtItem struct {
	list   *odtList
	counts *odtCounts
	level  int  // from 0
	start  int  // the number that it shall have, -1 for the next one
	used   bool // its first paragraph has been read
	plain  bool // a list header: without a number
}

func readODTList(n *node) *odtList {
	l := &odtList{}
	for _, c := range n.kids {
		i := number(c.attr("text:level"), 0) - 1
		if i < 0 || i >= maxODTLevels {
			continue
		}
		level := odtLevel{format: c.attr("style:num-format"), prefix: c.attr("style:num-prefix"), suffix: c.attr("style:num-suffix"),
			display: max(1, number(c.attr("text:display-levels"), 1)), start: number(c.attr("text:start-value"), 1), set: true}
		switch c.name {
		case "text:list-level-style-bullet":
			level.bullet = cleanBullet(c.attr("text:bullet-char"))
		case "text:list-level-style-image":
			level.bullet = bulletMark
		}
		l.levels[i] = level
	}
	return l
}

// A listPlace is where a list stands in another.
type listPlace struct {
	name   string
	counts *odtCounts
	level  int
}

// list takes a list; above is the one in whose item it stands, nil for none.
func (d *odt) list(n *node, above *listPlace) {
	place := listPlace{name: n.attr("text:style-name")}
	if above != nil {
		place.level, place.counts = above.level+1, above.counts
		if place.name == "" {
			place.name = above.name
		}
	}
	if place.level >= maxODTLevels {
		place.level = maxODTLevels - 1
	}
	if place.name == "" {
		place.name = d.listOfFirst(n)
	}
	if above == nil {
		place.counts = d.startList(n, place.name)
	} else if n.attr("text:continue-numbering") != "true" {
		place.counts[place.level] = 0
	}
	outer := d.item
	for _, c := range n.kids {
		if c.name != "text:list-item" && c.name != "text:list-header" {
			continue
		}
		d.item = &odtItem{list: d.lists[place.name], counts: place.counts, level: place.level, start: number(c.attr("text:start-value"), -1),
			plain: c.name == "text:list-header"}
		d.listItem(c, place)
	}
	d.item = outer
}

func (d *odt) listItem(n *node, place listPlace) {
	for _, c := range n.kids {
		if c.name == "text:list" {
			item := d.item
			d.list(c, &place)
			d.item = item
			continue
		}
		d.content(&node{kids: []*node{c}})
	}
}

// listOfFirst returns the list style of the first paragraph's style.
func (d *odt) listOfFirst(n *node) string {
	p := n.find("text:p")
	if p == nil {
		p = n.find("text:h")
	}
	for _, s := range d.styles["paragraph "+p.attr("text:style-name")].chain() {
		if v := s.node.attr("style:list-style-name"); v != "" {
			return v
		}
	}
	return ""
}

// startList returns the counts with which a list begins: new ones, or those of the list that it goes on with.
func (d *odt) startList(n *node, name string) *odtCounts {
	key := name
	if id := n.attr("text:continue-list"); id != "" && d.counts["#"+id] != nil {
		key = "#" + id
	} else if n.attr("text:continue-numbering") != "true" || d.counts[key] == nil {
		d.counts[key] = &odtCounts{}
	}
	counts := d.counts[key]
	d.counts[name] = counts
	if id := n.attr("xml:id"); id != "" {
		d.counts["#"+id] = counts
	}
	return counts
}

// count counts an item and returns its number or bullet, "" for one without.
func (d *odt) count(item *odtItem) string {
	if item.plain || item.list == nil {
		if item.plain {
			return ""
		}
		return bulletMark
	}
	return item.list.next(item.counts, item.level, item.start)
}

// next counts an item of level i (from 0); start is the number that it shall have, -1 for the next one.
func (l *odtList) next(counts *odtCounts, i, start int) string {
	own := l.levels[i]
	switch {
	case start >= 0:
		counts[i] = start
	case counts[i] == 0:
		counts[i] = own.start
	default:
		counts[i]++
	}
	for k := i + 1; k < maxODTLevels; k++ {
		counts[k] = 0
	}
	if own.bullet != "" {
		return own.bullet
	}
	if own.format == "" {
		return strings.TrimSpace(own.prefix + own.suffix)
	}
	var numbers []string
	for k := max(0, i+1-own.display); k <= i; k++ {
		value := counts[k]
		if value == 0 {
			value = max(1, l.levels[k].start)
		}
		if s := figure(l.levels[k].format, value); s != "" {
			numbers = append(numbers, s)
		}
	}
	return strings.TrimSpace(own.prefix + strings.Join(numbers, ".") + own.suffix)
}

// headingNumber counts a heading outside of lists and returns its number, "" if headings of its level have none.
func (d *odt) headingNumber(level int, st *odtStyle) string {
	if d.outline == nil || level > maxODTLevels || d.outline.levels[level-1].format == "" && d.outline.levels[level-1].bullet == "" {
		return ""
	}
	for _, s := range st.chain() {
		if s.node.hasAttr("style:list-style-name") && s.node.attr("style:list-style-name") == "" {
			return "" // numbered by its style, and switched off here
		}
	}
	if d.counts[""] == nil {
		d.counts[""] = &odtCounts{}
	}
	return d.outline.next(d.counts[""], level-1, -1)
}
