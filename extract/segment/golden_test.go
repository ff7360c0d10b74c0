package segment_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/segment"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads each document in testdata, written for this test, and compares its furniture and outline with the golden
// file beside it. Look at the difference before you run it with -update.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.[tm][xd]*")
	if err != nil || len(files) == 0 {
		t.Fatal("no documents", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			p, err := extract.File(context.Background(), file, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			check(t, p)
			d := segment.Document(p)
			var got []string
			for _, f := range d.Furniture {
				got = append(got, "CUT "+string(f.Kind)+": "+f.Text)
			}
			text := strings.Join(append(got, outline(d)...), "\n") + "\n"
			golden := strings.TrimSuffix(file, filepath.Ext(file)) + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(text, "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
