package segment

import (
	"slices"
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
// name. A question may be longer ("Hur och när följs det upp"), and what is measured may have a year ("Utfall 2024").
func isHeader(row string) bool {
	cells := strings.Split(row, "\t")
	for _, c := range cells {
		first, rest, _ := strings.Cut(strings.ToLower(strings.TrimSpace(c)), " ")
		most := headerWords
		if slices.Contains(questionWords, first) {
			most = questionMost
		}
		if slices.Contains(measured, first) && isYear(rest) {
			continue
		}
		if words(c) > most || ended(c) || strings.ContainsAny(c, "0123456789") {
			return false
		}
	}
	return len(cells) > 1 && !isSender(cells[0])
}

// How many words a header's cell has at most, and one that asks.
const (
	headerWords  = 4
	questionMost = 8
)

var (
	questionWords = []string{"vad", "vem", "vilka", "vilken", "vilket", "hur", "när", "var", "varför"}
	measured      = []string{"mål", "målvärde", "målnivå", "utfall", "nuläge", "budget", "prognos", "resultat"}
)

// isYear reports whether s is a year.
func isYear(s string) bool {
	if len(s) != 4 {
		return false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
