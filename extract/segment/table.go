package segment

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// table writes a table: a sentence a row, opened by the header row.
func (b *builder) table(bl *block) {
	span := b.write(bl)
	b.lists = nil
	var rows []policy.Sentence
	header := -1
	at := span.Start
	for i, row := range strings.Split(bl.text, "\n") {
		s := policy.Span{Start: at, End: at + len(row)}
		at = s.End + 1
		if trimmed := strings.Trim(row, "\t "); trimmed == "" {
			continue
		} else {
			s.Start += strings.Index(row, trimmed)
			s.End = s.Start + len(trimmed)
		}
		rows = append(rows, b.sentence(s, policy.Row, header))
		if i == 0 && bl.zone != policy.ZoneInfo && isHeader(row) {
			header = len(b.doc.Sentences)
		}
	}
	b.passage(policy.Table, span, bl.zone, rows)
}

// isHeader reports whether row can be the header of a table: short cells without figures, the first no body's
// name.
func isHeader(row string) bool {
	cells := strings.Split(row, "\t")
	for _, c := range cells {
		if words(c) > 4 || ended(c) || strings.ContainsAny(c, "0123456789") {
			return false
		}
	}
	return len(cells) > 1 && !isSender(cells[0])
}
