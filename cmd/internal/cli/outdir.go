package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/styrdok/styrdok/compare/render"
)

// checkOut tells what would keep a report from being written to the folder dir, before the long work begins: a folder
// that is not ours, one that holds an input or has to do with the index, a place that cannot be written to.
func checkOut(dir, index string, inputs []string) error {
	if dir == "" { // an unset variable of a shell must not mean the working directory
		return usagef("--out is empty")
	}
	out := realPath(dir)
	for _, in := range inputs {
		if inside(out, realPath(in)) {
			return fmt.Errorf("--out %s holds the input %s and would replace it; choose another folder", dir, in)
		}
	}
	if i := realPath(index); index != "" && (inside(out, i) || inside(i, out)) {
		return fmt.Errorf("--out %s and the index %s may not lie in one another; choose another folder", dir, index)
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("cannot write --out %s: it is a file, not a folder", dir)
	}
	if err := render.CheckFolder(dir); errors.Is(err, render.ErrNotOurs) {
		return fmt.Errorf("--out %w", err)
	} else if err != nil && !isNotFolder(err) { // a file above it is told of below
		return fmt.Errorf("cannot write --out %s: %w", dir, err)
	}
	return checkWritable(filepath.Dir(out), dir)
}

// isNotFolder reports whether err says that an element of a path is a file where it must be a folder.
func isNotFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

// checkWritable tries whether something can be made in the folder parent, or in the nearest one above it that exists.
func checkWritable(parent, dir string) error {
	for {
		info, err := os.Stat(parent)
		if err == nil && !info.IsDir() {
			return fmt.Errorf("cannot write --out %s: %s is a file, not a folder", dir, parent)
		}
		if err == nil {
			break
		}
		if up := filepath.Dir(parent); (errors.Is(err, fs.ErrNotExist) || isNotFolder(err)) && up != parent {
			parent = up
			continue
		}
		return fmt.Errorf("cannot write --out %s: %w", dir, err)
	}
	probe, err := os.MkdirTemp(parent, ".styrdok-*")
	if err != nil {
		return fmt.Errorf("cannot write --out %s: %w", dir, err)
	}
	return os.Remove(probe)
}

// realPath returns the absolute path of p with symbolic links followed as far as p exists.
func realPath(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return filepath.Clean(p)
	}
	rest := ""
	for dir := abs; ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if dir == filepath.Dir(dir) {
			return abs
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

// inside reports whether path is the folder dir or lies somewhere in it.
func inside(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
