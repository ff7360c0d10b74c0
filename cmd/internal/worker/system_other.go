//go:build !unix

package worker

import "os/exec"

// keep does nothing: a worker ends with its stdin.
func keep(*exec.Cmd) {}

// kill ends the process of cmd.
func kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
