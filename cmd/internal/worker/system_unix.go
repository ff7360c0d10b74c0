//go:build unix && !linux

package worker

import (
	"os/exec"
	"syscall"
)

// keep has cmd's process lead a group of its own: with it dies what it started, and an interruption at the terminal is told
// to this process alone. That it does not outlive this one is left to the end of its stdin.
func keep(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// kill ends the process of cmd and its group.
func kill(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // an error says that it has ended
}
