package cli

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/cmd/internal/worker"
)

// TestMain makes the test binary the program that it tests: what is read is read in workers, which are this binary.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == worker.Name {
		if err := worker.Run(context.Background(), newHostile); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// newHostile returns the real handler, but that files whose names say so crash it, never end, or vanish.
func newHostile(s worker.Setup) (worker.Handler, error) {
	h, err := worker.NewHandler(s)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, r worker.Request) (*worker.Answer, error) {
		path := string(r.Path)
		switch {
		case strings.HasSuffix(path, "-crashes.txt"):
			panic("as its name says")
		case strings.HasSuffix(path, "-loops.txt"):
			select {}
		case strings.HasSuffix(path, "-vanishes.txt"):
			if err := os.Remove(path); err != nil {
				return nil, err
			}
		}
		return h(ctx, r)
	}, nil
}
