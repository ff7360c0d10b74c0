package render

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/compare"
)

// Folder writes r in every format into dir, with a manifest that lists the files. It makes dir, but not its parent.
//
// The files are written into a folder beside dir, which then takes dir's place; on an error dir is as it was. A dir that
// is not empty is replaced only if a manifest of an earlier report lists all that it holds; otherwise the error wraps
// [ErrNotOurs] and names what stands in the way. A program that dies between the two renames leaves the earlier report as
// ".NAME.old-…" beside dir. When ctx ends before the new folder is whole, dir is as it was and the error is that of ctx.
func Folder(ctx context.Context, dir string, r *compare.Report, opts Options) error {
	v, err := newView(r, opts)
	if err != nil {
		return err
	}
	dir, err = target(dir)
	if err != nil {
		return err
	}
	if err := CheckFolder(dir); err != nil {
		return err
	}
	temp, err := sibling(dir, "new")
	if err != nil {
		return fmt.Errorf("cannot write beside %s: %w", dir, err)
	}
	defer os.RemoveAll(temp) // nothing is left of it where all went well
	v.ctx = ctx
	if err := fill(temp, v, max(1, opts.Workers)); err != nil {
		return err
	}
	return replace(dir, temp)
}

// target returns the absolute path of dir; where dir is a link to a folder, of that folder.
func target(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return abs, nil
	}
	return real, err
}

// sibling makes a folder of a new name beside dir. (os.MkdirTemp would make it private; a report is as readable as the
// user's other folders.)
func sibling(dir, what string) (string, error) {
	path := siblingName(dir, what)
	return path, os.Mkdir(path, 0o777)
}

func siblingName(dir, what string) string {
	var b [6]byte
	rand.Read(b[:]) // never fails
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"."+what+"-"+hex.EncodeToString(b[:]))
}

// A reportFile is a file of a folder.
type reportFile struct {
	name  string
	write func(io.Writer, *view) error
}

// files are the files of a folder, but for the manifest. Those that take longest come first, so that none is left for the end.
func (v *view) files() []reportFile {
	var all []reportFile
	for _, f := range formats {
		if f.file != indexFile {
			all = append(all, reportFile{f.file, f.write})
		}
	}
	for _, t := range csvTables() {
		all = append(all, reportFile{t.file, t.write})
	}
	all = append(all, reportFile{dataPackageFile, writeDataPackage})
	return append(all, v.pageFiles()...)
}

// fill writes every format and the manifest into dir, as many files at once as there are workers.
func fill(dir string, v *view, workers int) error {
	files := v.files()
	m := manifest{Schema: manifestSchema, Kind: manifestKind, Generator: v.Report.Generator, Files: make([]manifestEntry, len(files))}
	g, ctx := errgroup.WithContext(v.ctx)
	g.SetLimit(workers)
	for i, f := range files {
		g.Go(func() error {
			own := *v
			own.ctx = ctx
			entry, err := fillFile(ctx, dir, f.name, func(w io.Writer) error { return f.write(w, &own) })
			if err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
			m.Files[i] = entry
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return cmp.Or(v.ctx.Err(), err)
	}
	if _, err := fillFile(v.ctx, dir, ManifestFile, func(w io.Writer) error { return encode(w, m) }); err != nil {
		return err
	}
	return syncFolder(dir)
}

// replace puts temp in dir's place.
func replace(dir, temp string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(temp, dir); err != nil {
			return err
		}
		return syncPath(filepath.Dir(dir))
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(temp, info.Mode().Perm()); err != nil {
		return err
	}
	old := siblingName(dir, "old")
	if err := os.Rename(dir, old); err != nil {
		return fmt.Errorf("cannot replace %s (if it is a mount point, choose a folder in it): %w", dir, err)
	}
	if err := checkFolder(old, dir); err != nil { // something came in while we wrote
		return putBack(old, dir, err)
	}
	if err := os.Rename(temp, dir); err != nil {
		return putBack(old, dir, err)
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("the report is written, but the earlier one stays in %s: %w", old, err)
	}
	return syncPath(filepath.Dir(dir))
}

// putBack puts the earlier folder back where it was, and returns the error for which that is done.
func putBack(old, dir string, err error) error {
	if back := os.Rename(old, dir); back != nil {
		return fmt.Errorf("%w; what %s held is now in %s", err, dir, old)
	}
	return err
}

// syncPath has a folder's entries written to the disk, where the system can do that.
func syncPath(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	_ = f.Sync() // not every file system syncs folders
	return nil
}
