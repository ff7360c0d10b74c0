package render_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/compare/render"
)

func ExampleFolder() {
	parent, err := os.MkdirTemp("", "rapport")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(parent)

	report := compare.Documents(sample.Documents(), compare.Options{Tags: sample.Tags()})
	dir := filepath.Join(parent, "rapport")
	if err := render.Folder(context.Background(), dir, report, render.Options{Lang: "sv"}); err != nil {
		fmt.Println(err)
		return
	}
	files, _ := os.ReadDir(dir)
	for _, f := range files {
		fmt.Println(f.Name())
	}
	// Output:
	// datapackage.json
	// documents.csv
	// facts.json
	// follow-up.csv
	// gaps.csv
	// index.en.html
	// index.html
	// partner-towns.csv
	// passages.csv
	// report.docx
	// report.json
	// report.md
	// report.xlsx
	// responsibility.csv
	// reuse.csv
	// shared-goals.csv
	// styrdok-manifest.json
	// versions.csv
	// words.csv
}
