package render

import (
	"os"
	"testing"
	"time"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
)

func TestDemo(t *testing.T) {
	dir := os.Getenv("DEMO")
	if dir == "" {
		t.Skip()
	}
	r := compare.Documents(sample.Documents(), compare.Options{AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Tags: sample.Tags(),
		SetAside: sample.SetAside(), Links: sample.Links(), Generator: "styrdok 0.1.0"})
	if err := Folder(dir, r, Options{Lang: os.Getenv("DEMOLANG")}); err != nil {
		t.Fatal(err)
	}
}
