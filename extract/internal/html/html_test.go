package html

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/page"
)

// lines returns the blocks of a page, one a line: kind, marker, text.
func lines(t testing.TB, src string) []string {
	t.Helper()
	doc, err := Read(context.Background(), []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return show(doc)
}

func show(doc *page.Document) []string {
	var out []string
	for _, b := range doc.Pages[0].Blocks {
		s := b.Kind.String()
		if b.Level > 0 {
			s += fmt.Sprint(b.Level)
		}
		if b.Marker != "" {
			s += " " + b.Marker
		}
		out = append(out, s+": "+strings.ReplaceAll(strings.ReplaceAll(b.Text, "\t", " | "), "\n", " // "))
	}
	return out
}
