// Command styrdok compares what Swedish municipalities say in their governing documents. "styrdok --help" tells the rest.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/styrdok/styrdok/cmd/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second signal ends the process at once
	}()
	os.Exit(cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr))
}
