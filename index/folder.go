package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/google/renameio/v2/maybe"
	"golang.org/x/sync/errgroup"
)

// A folder is a [Storage] on a disk.
type folder struct {
	dir string
	// written are the files that may still be on their way to the disk, renamed the folders in which names changed.
	written []string
	renamed map[string]bool
}

func newFolder(dir string) *folder { return &folder{dir: dir, renamed: map[string]bool{}} }

func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// Read implements [Storage].
func (f *folder) Read(name string) ([]byte, error) { return os.ReadFile(f.path(name)) }

// Write implements [Storage].
func (f *folder) Write(name string, data []byte) error {
	path := f.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	part := path + partExt
	if err := os.WriteFile(part, data, 0o644); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	f.written = append(f.written, path)
	f.renamed[filepath.Dir(path)] = true
	return os.Rename(part, path)
}

// partExt ends the name of a file that is being written. One writer is at work at a time, so there is no other.
const partExt = ".part"

// syncers is how many files are synced at once: the disk takes them together, in little more time than one.
const syncers = 16

// Sync implements [Storage].
func (f *folder) Sync() error {
	var g errgroup.Group
	g.SetLimit(syncers)
	for _, path := range f.written {
		g.Go(func() error { return syncPath(path) })
	}
	err := g.Wait()
	for dir := range f.renamed {
		err = errors.Join(err, syncPath(dir), syncPath(filepath.Dir(dir)))
	}
	f.written, f.renamed = nil, map[string]bool{}
	return err
}

// syncPath waits until a file, or the names in a folder, are on the disk.
func syncPath(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// Replace implements [Storage].
func (f *folder) Replace(name string, data []byte) error {
	if err := maybe.WriteFile(f.path(name), data, 0o644); err != nil {
		return err
	}
	return syncPath(filepath.Dir(f.path(name)))
}

// Names implements [Storage].
func (f *folder) Names(under string) ([]string, error) {
	list, err := os.ReadDir(f.path(under))
	if missing(err) {
		return nil, nil
	}
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Name()
	}
	return names, err
}

// Remove implements [Storage].
func (f *folder) Remove(name string) error { return os.RemoveAll(f.path(name)) }

// Place implements [Storage].
func (f *folder) Place(name string, write bool) (string, error) {
	if write {
		return f.path(name), os.MkdirAll(f.path(name), 0o755)
	}
	return f.path(name), nil
}

// ours returns an error that wraps [ErrNotOurs] unless f is missing, empty or an index: a writer removes from an index
// what it does not need any more, and a home folder that is named by mistake must not lose anything.
func (f *folder) ours() error {
	names, err := f.Names("")
	if err != nil {
		return nil // making it will tell what is wrong
	}
	marked := len(names) == 0
	for _, name := range names {
		switch {
		case name == lockName, name == correctionsName: // corrections outlive an index that was removed to be made anew
			marked = true
		case name == currentName, name == documentsName, name == generationsName, leftover(name):
		default:
			return fmt.Errorf("%s %w: it holds %q", f.dir, ErrNotOurs, name)
		}
	}
	if !marked {
		return fmt.Errorf("%s %w", f.dir, ErrNotOurs)
	}
	return nil
}

// leftover reports whether a file in the folder is what an interrupted replacement of another one left.
func leftover(name string) bool {
	return strings.HasPrefix(name, "."+currentName) || strings.HasPrefix(name, "."+correctionsName)
}

// Discard implements [Storage]. What is not empty stays, and so does an index that has a generation, readable or not.
func (f *folder) Discard() {
	if _, err := os.Lstat(f.path(currentName)); err == nil {
		return
	}
	for _, name := range []string{documentsName, generationsName, lockName, "."} {
		_ = os.Remove(f.path(name))
	}
}

// isFull reports whether err says that there is no room left. An engine may keep of it but the words.
func isFull(err error) bool {
	return err != nil && (errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || strings.Contains(err.Error(), syscall.ENOSPC.Error()))
}

// files lists the regular files under dir by their slash-separated names, sorted.
func files(dir string) (map[string]fs.FileInfo, []string, error) {
	infos := map[string]fs.FileInfo{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		infos[filepath.ToSlash(rel)] = info
		return err
	})
	names := make([]string, 0, len(infos))
	for name := range infos {
		names = append(names, name)
	}
	slices.Sort(names)
	return infos, names, err
}
