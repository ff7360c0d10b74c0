package worker

import (
	"os"
	"os/exec"
	"syscall"
)

// limitData has the system refuse this process, and what it starts, more than limit bytes of memory of its own.
func limitData(limit uint64) {
	var l syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_DATA, &l) != nil {
		return
	}
	if l.Cur > limit {
		l.Cur = limit
		_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &l) // without it, the watch of limitMemory is left
	}
}

// takeStdout returns what stdout is, and makes stdout what stderr is: a library that prints disturbs no answer.
func takeStdout() (*os.File, error) {
	fd, err := syscall.Dup(syscall.Stdout)
	if err != nil {
		return nil, err
	}
	syscall.CloseOnExec(fd)
	if err := syscall.Dup3(syscall.Stderr, syscall.Stdout, 0); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), "answers"), nil
}

// executable returns the path of this program: of the file that runs, even if another has taken its place on disk.
func executable() (string, error) {
	const self = "/proc/self/exe"
	if _, err := os.Stat(self); err == nil {
		return self, nil
	}
	return os.Executable()
}

// keep has cmd's process die with this one, and lead a group of its own: with it dies what it started, and an interruption
// at the terminal is told to this process alone.
func keep(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// kill ends the process of cmd and its group.
func kill(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // an error says that it has ended
}
