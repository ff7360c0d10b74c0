package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"
)

func main() {
	p := plan{}
	flag.IntVar(&p.documents, "documents", 1_000_000, "`number` of documents")
	flag.IntVar(&p.window, "window", 128, "`number` of documents under way at once")
	flag.Float64Var(&p.read, "read", 0.12, "`seconds` of one core to read and tag a document")
	flag.Float64Var(&p.write, "write", 0.02, "`seconds` of the one that writes to put a document into the index")
	flag.Float64Var(&p.spread, "spread", 1, "standard `deviation` of the size of documents, as a share of the mean")
	flag.Float64Var(&p.commit, "commit", 0, "`seconds` of a commit for each document that the index has")
	flag.IntVar(&p.every, "every", 0, "`number` of documents from commit to commit; 0 is one commit at the end")
	flag.Parse()
	if flag.NArg() > 0 || p.documents < 1 || p.window < 1 || p.read <= 0 || p.write < 0 {
		flag.Usage()
		os.Exit(64)
	}
	if err := print(os.Stdout, p); err != nil {
		fmt.Fprintln(os.Stderr, "scaleplan:", err)
		os.Exit(1)
	}
}

// print prints what comes of p with 1, 2, 4 … 64 workers.
func print(out io.Writer, p plan) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "workers\tdocuments/s\ttime\tworkers busy\twriter busy\t")
	for n := 1; n <= 64; n *= 2 {
		p.workers = n
		o := p.simulate()
		took := time.Duration(o.seconds * float64(time.Second)).Round(time.Minute)
		fmt.Fprintf(w, "%d\t%.1f\t%s\t%.0f %%\t%.0f %%\t\n", n, o.rate(p.documents), took, 100*o.reading, 100*o.writing)
	}
	return w.Flush()
}
