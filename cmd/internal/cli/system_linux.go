package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// peakMemory returns the most that this process and its workers, which have ended, can have held at once, in bytes: its own peak
// and, for each worker, that of the greediest.
func peakMemory(workers int) int64 {
	var own, child syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &own) != nil || syscall.Getrusage(syscall.RUSAGE_CHILDREN, &child) != nil {
		return 0
	}
	const unit = 1024 // Linux counts in KiB
	return unit * (int64(own.Maxrss) + int64(workers)*int64(child.Maxrss))
}

// space returns how many bytes a user can still write where the folder dir is or would be, and how many dir takes.
func space(dir string) (free, used int64, err error) {
	seen := map[uint64]bool{}
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // a file that goes away meanwhile takes nothing
		}
		if info, err := d.Info(); err == nil {
			if s, ok := info.Sys().(*syscall.Stat_t); ok && !seen[s.Ino] {
				seen[s.Ino] = true
				used += s.Blocks * 512
			}
		}
		return nil
	})
	for {
		var s syscall.Statfs_t
		if err = syscall.Statfs(dir, &s); err == nil {
			return int64(s.Bavail) * s.Bsize, used, nil
		}
		up := filepath.Dir(dir)
		if !os.IsNotExist(err) || up == dir {
			return 0, used, err
		}
		dir = up
	}
}

// niceness is how much an index run yields to others that want the processor: searches on the same machine go on as before. More makes
// searches no faster, and a run beside searches without pause no end.
const niceness = 15

// yieldToOthers lets all threads of this process, and so those and the workers that they start, yield to other processes. It is a matter of
// courtesy: where it is not possible, nothing is lost.
func yieldToOthers() {
	threads, _ := os.ReadDir("/proc/self/task")
	for _, t := range threads {
		if id, err := strconv.Atoi(t.Name()); err == nil {
			_ = syscall.Setpriority(syscall.PRIO_PROCESS, id, niceness)
		}
	}
}
