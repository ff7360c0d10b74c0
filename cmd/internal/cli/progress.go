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

// progress returns a function to call after each of n steps and one to call at the end. They draw a bar on stderr if that
// is a terminal and nobody asked for quiet or for messages that are no text.
func (a *app) progress(what string, n int) (step, end func()) {
	if a.config.Quiet || a.config.LogFormat != "text" || !isTerminal(a.stderr) {
		return func() {}, func() {}
	}
	bar := progressbar.NewOptions(n,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
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
