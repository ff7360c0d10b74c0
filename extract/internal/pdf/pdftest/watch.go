package pdftest

import (
	"fmt"
	"time"
)

// patience is how long a fuzz target may take for one input before it counts as hung.
const patience = 10 * time.Second

// Watch panics with the input if the function that it returns is not called within ten seconds; a fuzz target defers it, so that an
// endless loop is found and not waited for.
func Watch(input ...any) (stop func()) {
	timer := time.AfterFunc(patience, func() { panic(fmt.Sprintf("no end for %q", input)) })
	return func() { timer.Stop() }
}
