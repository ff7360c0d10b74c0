package office

// An odtItem is a list item that is being read.
type odtItem struct {
	list   *odtList
	counts *odtCounts
	level  int  // from 0
	start  int  // the number that it shall have, -1 for the next one
	used   bool // its first paragraph has been read
	plain  bool // a list header: without a number
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
