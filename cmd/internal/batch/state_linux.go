package batch

import (
	"io/fs"
	"syscall"
)

// changed returns when anything of the file was changed last, in nanoseconds since 1970, 0 if that is not known. It tells of a
// file that was replaced by another of the same size and time.
func changed(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano()
	}
	return 0
}
