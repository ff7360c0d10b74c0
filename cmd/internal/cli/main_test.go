package cli

import (
	"context"
	"os"
	"testing"

	"github.com/styrdok/styrdok/cmd/internal/worker"
)

// TestMain makes the test binary the program that it tests: what is read is read in workers, which are this binary.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == worker.Name {
		os.Exit(Main(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}
