package render

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncFolder has all that was written into dir written to the disk, in one go: file by file, hundreds of pages take longer to
// sync than to make.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}
