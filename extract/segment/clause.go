package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
)

// leastClauses is how many clauses with "att" make a list; one alone is a wrapped line.
const leastClauses = 2

// splitClauses makes list items of clauses that begin with "att" and have a line each: "Nämnden ska verka för / att … , /
// att …". It takes apart paragraphs in which the reader has run them together.
func splitClauses(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if points := clauses(b); len(points) >= leastClauses {
			for n, piece := range b.pieces(points) {
				if n > 0 || points[0] == 0 {
					piece.kind = page.ListItem
				}
				if piece.text != "" {
					out = append(out, piece)
				}
			}
			continue
		}
		out = append(out, b)
	}
	for i, b := range out {
		if isClauseItem(b.text) && b.kind == page.Paragraph && i > 0 && !ended(out[i-1].text) &&
			(isClauseItem(out[i-1].text) || i+1 < len(out) && isClauseItem(out[i+1].text)) {
			b.kind = page.ListItem
		}
	}
	return out
}

// clauses returns where in b lines begin with "att" as the clauses of a list do: each but the first after a comma or "och".
func clauses(b *block) []int {
	if b.kind != page.Paragraph || b.cut != "" {
		return nil
	}
	var points []int
	for _, l := range b.lines {
		if !isClauseItem(b.text[l.start:l.end]) {
			continue
		}
		before := strings.TrimRight(b.text[:l.start], " ")
		if len(points) > 0 && !endsClause(before) || before != "" && len(points) == 0 && endsClause(before) {
			return nil // a line that happens to begin so
		}
		points = append(points, l.start)
	}
	return points
}

// isClauseItem reports whether s begins with "att".
func isClauseItem(s string) bool { return strings.HasPrefix(s, "att ") }

// endsClause reports whether a clause before another ends as s does.
func endsClause(s string) bool {
	if s == "" {
		return false
	}
	switch bare(lastWord(s)) {
	case "och", "samt":
		return true
	}
	return strings.ContainsAny(s[len(s)-1:], ",;.")
}
