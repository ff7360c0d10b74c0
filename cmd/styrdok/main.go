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
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // a terminal that closes, unless nohup was asked for
		signals = append(signals, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(context.Background(), signals...)
	go func() {
		<-ctx.Done()
		stop() // a second signal ends the process at once
	}()
	os.Exit(cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr))
}
