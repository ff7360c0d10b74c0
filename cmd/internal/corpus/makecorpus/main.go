// Makecorpus writes a corpus of made documents into a folder, one folder a municipality; see package corpus.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
)

func main() {
	var o corpus.Options
	documents := flag.Int("documents", 300, "`number` of documents")
	first := flag.Int("first", 0, "`number` of the first one")
	format := flag.String("format", "pdf", "pdf, or txt for plain text")
	flag.IntVar(&o.Municipalities, "municipalities", 0, "`number` of municipalities that they are spread over; 0 means all 290")
	flag.Uint64Var(&o.Seed, "seed", 1, "`number`; another one makes another corpus")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: makecorpus [flags] DIR")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 || *format != "pdf" && *format != "txt" {
		flag.Usage()
		os.Exit(64)
	}
	if err := write(flag.Arg(0), o, *first, *documents, *format); err != nil {
		fmt.Fprintln(os.Stderr, "makecorpus:", err)
		os.Exit(1)
	}
}

// write writes documents of the corpus o into dir.
func write(dir string, o corpus.Options, first, documents int, format string) error {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for n := first; n < first+documents; n++ {
		g.Go(func() error {
			d := o.Document(n)
			data := d.Text
			if format == "pdf" {
				data = d.PDF
			}
			path := filepath.Join(dir, filepath.FromSlash(d.Path(format)))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return err
			}
			return os.WriteFile(path, data(), 0o644)
		})
	}
	return g.Wait()
}
