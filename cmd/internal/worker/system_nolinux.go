//go:build !linux

package worker

import "os"

// limitData does nothing: these systems do not hold a process to it. The watch of limitMemory is what there is.
func limitData(uint64) {}

// takeStdout returns what stdout is, and makes os.Stdout what os.Stderr is: a library that prints disturbs no answer.
func takeStdout() (*os.File, error) {
	out := os.Stdout
	os.Stdout = os.Stderr
	return out, nil
}

// executable returns the path of this program.
func executable() (string, error) { return os.Executable() }
