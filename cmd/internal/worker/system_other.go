//go:build !unix

package worker

import (
	"os"
	"os/exec"
)

// limitData does nothing: the watch of limitMemory is what there is.
func limitData(uint64) {}

// takeStdout returns what stdout is, and makes os.Stdout what os.Stderr is: a library that prints disturbs no answer.
func takeStdout() (*os.File, error) {
	out := os.Stdout
	os.Stdout = os.Stderr
	return out, nil
}

// executable returns the path of this program.
func executable() (string, error) { return os.Executable() }

// keep does nothing: a worker ends with its stdin.
func keep(*exec.Cmd) {}

// kill ends the process of cmd.
func kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
