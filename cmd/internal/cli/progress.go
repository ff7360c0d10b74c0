package cli

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progressEvery is how often the bar is drawn: often enough to seem alive.
const progressEvery = 100 * time.Millisecond

// draws reports whether progress is drawn as a bar: on a terminal, unless somebody asked for quiet or for messages that are no
// text.
func (a *app) draws() bool {
	return !a.config.Quiet && a.config.LogFormat == "text" && isTerminal(a.stderr)
}

// progress returns a function to call after each of n steps and one to call at the end. They draw a bar on stderr, with the rate
// and the time that is left, where bars are drawn.
func (a *app) progress(what string, n int) (step, end func()) {
	if !a.draws() || n == 0 {
		return func() {}, func() {}
	}
	bar := progressbar.NewOptions(n,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("files"),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(progressEvery),
		progressbar.OptionClearOnFinish(),
	)
	return func() { _ = bar.Add(1) }, func() { _ = bar.Clear() }
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colored reports whether what is printed to w may be coloured; see no-color.org.
func colored(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && isTerminal(w)
}
