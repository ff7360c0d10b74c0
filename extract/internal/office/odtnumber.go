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
