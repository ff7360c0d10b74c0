package index

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"
)

// Seal implements [Storage].
func (f *folder) Seal(name, from string, known []Sum) ([]Sum, error) {
	dir := f.path(name)
	infos, names, err := files(dir)
	if err != nil {
		return nil, err
	}
	before := map[string]Sum{}
	for _, s := range known {
		before[s.Name] = s
	}
	sums := make([]Sum, len(names))
	var g errgroup.Group
	g.SetLimit(syncers)
	for i, n := range names {
		info := infos[n]
		if s, ok := before[n]; ok && s.Size == info.Size() && same(filepath.Join(f.path(from), filepath.FromSlash(n)), info) {
			sums[i] = s
			continue
		}
		g.Go(func() error {
			path := filepath.Join(dir, filepath.FromSlash(n))
			hash, err := hashFile(path)
			sums[i] = Sum{Name: n, Size: info.Size(), SHA256: hash, Modified: info.ModTime().UnixNano()}
			return errors.Join(err, syncPath(path))
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return sums, syncFolders(dir)
}

// same reports whether the file at path is the very file of info, by another name.
func same(path string, info fs.FileInfo) bool {
	other, err := os.Lstat(path)
	return err == nil && os.SameFile(other, info)
}

// syncFolders waits until the names in dir, and in the folders under it, are on the disk.
func syncFolders(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return syncPath(path)
	})
}

// Check implements [Storage]. Without closely, a file is read only if its time is not the one that it was written at: it was
// copied, or somebody changed it.
func (f *folder) Check(name string, sums []Sum, closely bool) error {
	dir := f.path(name)
	infos, names, err := files(dir)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(names) > len(sums) {
		return fmt.Errorf("%w: %s holds files that are not of the index", ErrDamaged, dir)
	}
	for _, s := range sums {
		path := filepath.Join(dir, filepath.FromSlash(s.Name))
		info, ok := infos[s.Name]
		switch {
		case !ok:
			return fmt.Errorf("%w: %s is missing", ErrDamaged, path)
		case info.Size() != s.Size:
			return fmt.Errorf("%w: %s has %d bytes instead of %d", ErrDamaged, path, info.Size(), s.Size)
		case !closely && info.ModTime().UnixNano() == s.Modified:
			continue
		}
		hash, err := hashFile(path)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if hash != s.SHA256 {
			return fmt.Errorf("%w: %s does not hold what was written", ErrDamaged, path)
		}
	}
	return nil
}

// hashFile returns the lower-case hexadecimal SHA-256 of the file at path.
func hashFile(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
