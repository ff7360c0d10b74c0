package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy/evaluation"
)

// writeMistakes writes the mistakes of r for people, if o asks for them.
func writeMistakes(w io.Writer, o evaluateOptions, r *evaluation.Result) error {
	if !o.errors {
		return nil
	}
	var b strings.Builder
	for _, m := range slices.Concat(r.Mistakes, r.NotLocated) {
		fmt.Fprintf(&b, "\n%s %s %s%s\n  %s\n", m.Kind, m.Tag, m.Document, placeOf(m), oneLine(m.Quote))
		if len(m.Evidence) > 0 {
			fmt.Fprintf(&b, "  because %s\n", oneLine(strings.Join(m.Evidence, "; ")))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// placeOf says where m stands in the document and in the labels.
func placeOf(m evaluation.Mistake) string {
	s := ""
	if m.Page > 0 {
		s += fmt.Sprintf(", page %d", m.Page)
	}
	if m.Line > 0 {
		s += fmt.Sprintf(" (line %d)", m.Line)
	}
	return s
}
