package facts

import (
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/bodies"
)

// followHeader reports whether a row is a table's header with a column on following up.
func (r *reader) followHeader(u *unit) bool { return followColumn(u) >= 0 }

func followColumn(u *unit) int {
	cells := splitCells(u.text)
	if len(cells) < 2 {
		return -1
	}
	for i, c := range cells {
		l := lower(c.of(u.text))
		if (hasAny(l, "uppföljning", "följs upp", "redovisning", "utvärdering") || hasWord(l, "frekvens", "intervall", "hur ofta", "när")) && len(findIntervals(l)) == 0 && len(l) < 40 {
			return i
		}
	}
	return -1
}

// rowFollowUp reads a table row: the interval in the column on following up, what it is of in the others.
func (r *reader) rowFollowUp(u, header *unit) (policy.FollowUp, bool) {
	cells := splitCells(u.text)
	if torn(u.text, cells) {
		return policy.FollowUp{}, false
	}
	if header != nil {
		col := followColumn(header)
		if col < 0 || col >= len(cells) {
			return policy.FollowUp{}, false
		}
		ins := findIntervals(lower(cells[col].of(u.text)))
		if len(ins) == 0 {
			return policy.FollowUp{}, false
		}
		return policy.FollowUp{Interval: ins[0].iso, What: rowWhat(u, header, cells, col), Evidence: r.whole(u, 0.8)}, true
	}
	if l := u.lower; len(cells) >= 2 {
		if _, ok := followsUp(l); ok {
			if ins := findIntervals(l); len(ins) > 0 && ins[0].iso != "" {
				return policy.FollowUp{Interval: ins[0].iso, What: cells[0].of(u.text), Evidence: r.whole(u, 0.6)}, true
			}
		}
	}
	return policy.FollowUp{}, false
}

// torn reports whether a cell breaks off in the middle of a name ("Barn- och"): a row that was read line by line.
func torn(s string, cells []cell) bool {
	for _, c := range cells {
		l := lower(c.of(s))
		if hasSuffixOf(l, " och", "-", " samt", " för") {
			return true
		}
	}
	return false
}

// rowWhat returns the cell that says what is followed up: that of a column on duty, activity or goal, else the first that is no body.
func rowWhat(u, header *unit, cells []cell, col int) string {
	heads := splitCells(header.text)
	for i, c := range heads {
		if i != col && i < len(cells) && hasAny(lower(c.of(header.text)), "ansvar för", "ansvar", "uppgift", "aktivitet", "åtgärd", "mål", "vad", "område") &&
			!hasAny(lower(c.of(header.text)), "ansvarig") {
			return cells[i].of(u.text)
		}
	}
	for i, c := range cells {
		if i != col && len(bodies.Find(c.of(u.text))) == 0 {
			return c.of(u.text)
		}
	}
	return cells[0].of(u.text)
}
