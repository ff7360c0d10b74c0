//go:build unix && !linux

package worker

import (
	"os"
	"os/exec"
	"syscall"
)

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

// keep has cmd's process lead a group of its own: with it dies what it started, and an interruption at the terminal is told
// to this process alone. That it does not outlive this one is left to the end of its stdin.
func keep(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// kill ends the process of cmd and its group.
func kill(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // an error says that it has ended
}
