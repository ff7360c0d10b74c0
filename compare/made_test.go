package compare_test

import (
	"strings"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
)

// made is sample.Made.
var made = sample.Made

// show writes edits as "kept [-removed-]{+added+}".
func show(edits []compare.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Op {
		case compare.Removed:
			b.WriteString("[-" + e.Text + "-]")
		case compare.Added:
			b.WriteString("{+" + e.Text + "+}")
		default:
			b.WriteString(e.Text)
		}
	}
	return b.String()
}
