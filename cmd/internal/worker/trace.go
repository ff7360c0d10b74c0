package worker

import (
	"path"
	"strings"
)

const (
	// maxFrames is how many functions of a trace are kept: enough to see the parser and who called it.
	maxFrames = 12
	// maxHeadline is how much is kept of what a crash says, in bytes: it may quote the document.
	maxHeadline = 200
)

// headlines are what the line that names a crash begins with.
var headlines = []string{"panic: ", "fatal error: "}

// lacksMemory reports whether a worker that said this was refused memory.
func lacksMemory(said string) bool {
	line := headline(said)
	return strings.HasPrefix(line, "fatal error: ") &&
		(strings.Contains(line, "out of memory") || strings.Contains(line, "cannot allocate memory"))
}

// headline returns the line that names the crash, or "".
func headline(said string) string {
	for line := range strings.Lines(said) {
		for _, h := range headlines {
			if strings.HasPrefix(line, h) {
				return strings.ToValidUTF8(strings.TrimSpace(line[:min(len(line), maxHeadline)]), "\uFFFD")
			}
		}
	}
	return ""
}

// detailOf makes of a crash's trace what the ledger keeps: what it was, then a function a line with file and line number, those
// of the runtime left out. It holds no address and no path of the machine, so that one crash is one text.
func detailOf(said string) string {
	line := headline(said)
	if line == "" {
		return ""
	}
	detail := []string{line}
	_, rest, _ := strings.Cut(said, "\ngoroutine ")
	lines := strings.Split(rest, "\n")
	for i := 1; i+1 < len(lines) && len(detail) <= maxFrames; i += 2 {
		if !strings.HasPrefix(lines[i+1], "\t") {
			break // the end of this goroutine, or "...additional frames elided..."
		}
		if f := frame(lines[i], lines[i+1]); f != "" {
			detail = append(detail, f)
		}
	}
	return strings.ToValidUTF8(strings.Join(detail, "\n"), "\uFFFD")
}

// frame returns "package.function file.go:12" for the two lines that a trace has of a call, "" for one of the runtime.
func frame(function, place string) string {
	if i := strings.LastIndexByte(function, '('); i > 0 {
		function = function[:i]
	}
	function = strings.TrimPrefix(function, "created by ")
	if strings.HasPrefix(function, "runtime.") || function == "panic" {
		return ""
	}
	place, _, _ = strings.Cut(strings.TrimSpace(place), " ")
	return path.Base(function) + " " + path.Base(strings.ReplaceAll(place, `\`, "/"))
}
