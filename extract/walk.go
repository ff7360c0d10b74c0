package extract

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/policy"
)

// A Source is a file to be read.
type Source struct {
	// Path is where to open it.
	Path string
	// Name is what reports call it: slash-separated, NFC, relative to the PATH that was given (a file that was given
	// itself is called by its own name).
	Name string
	// Folders are the names of the folders that it lies in, from the last element of the PATH that was given (for a file
	// given itself: the folder it lies in) down to the file; they may say whose document it is.
	Folders []string
}

// Manifest is the file that marks a folder as a report written by this program (render.ManifestFile); such folders are not
// walked into.
const Manifest = "styrdok-manifest.json"

// maxDepth is how many folders deep a walk goes: deeper than any archive that people keep, and an end for one that a
// program made.
const maxDepth = 64

// known are the extensions of the files that a walk takes; what else lies in a folder (pictures, spreadsheets) is
// nobody's concern unless it is named itself.
var known = map[string]bool{".pdf": true, ".txt": true, ".text": true, ".md": true, ".markdown": true,
	".html": true, ".htm": true, ".docx": true, ".odt": true}

// Find lists the files that paths name: files, folders (walked whole) and globs. The list is sorted by name and has each
// file once. Hidden files and folders, folders with our Manifest and files of other kinds are passed over; what could
// not be looked into is set aside. A path that does not exist is an error that wraps fs.ErrNotExist.
func Find(paths []string) ([]Source, []policy.SetAside, error) {
	w := walker{seen: map[string]bool{}, above: map[string]bool{}}
	for _, p := range paths {
		matches := []string{p}
		if _, err := os.Lstat(p); err != nil {
			matches, err = expand(p, err)
			if err != nil {
				return nil, nil, err
			}
		}
		for _, m := range matches {
			if err := w.root(m); err != nil {
				return nil, nil, err
			}
		}
	}
	sort.Slice(w.found, func(i, j int) bool {
		if w.found[i].Name != w.found[j].Name {
			return w.found[i].Name < w.found[j].Name
		}
		return w.found[i].Path < w.found[j].Path
	})
	sort.Slice(w.aside, func(i, j int) bool { return w.aside[i].Source < w.aside[j].Source })
	return w.found, w.aside, nil
}

// expand returns what the glob p matches; missing is the error if it matches nothing.
func expand(p string, missing error) ([]string, error) {
	if !errors.Is(missing, fs.ErrNotExist) || !strings.ContainsAny(p, "*?[") {
		return nil, missing
	}
	matches, err := filepath.Glob(p)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p, err)
	}
	if len(matches) == 0 {
		return nil, missing
	}
	return matches, nil
}

type walker struct {
	found []Source
	aside []policy.SetAside
	seen  map[string]bool // real paths of the files and folders that were met
	above map[string]bool // real paths of the folders that the walk is in
}

// root takes a PATH that was given.
func (w *walker) root(p string) error {
	info, err := os.Stat(p)
	if err != nil {
		return err
	}
	abs, err := filepath.Abs(p)
	if err != nil {
		return err
	}
	if info.IsDir() {
		w.folder(p, realPath(p), "", []string{clean(filepath.Base(abs))}, 0)
		return nil
	}
	w.file(p, realPath(p), clean(filepath.Base(abs)), []string{clean(filepath.Base(filepath.Dir(abs)))}, info)
	return nil
}

// folder walks the folder at p, whose real path is actual and whose name relative to the PATH is name ("" for the PATH itself).
func (w *walker) folder(p, actual, name string, folders []string, depth int) {
	if w.above[actual] {
		w.pass(name, "circular", "Länken leder tillbaka till en mapp som den själv ligger i, och följdes inte.")
	}
	if !w.first(actual) {
		return
	}
	w.above[actual] = true
	defer delete(w.above, actual)
	entries, err := os.ReadDir(p)
	if err != nil || depth > maxDepth {
		w.pass(name, "unreadable", "Mappen gick inte att läsa.")
		return
	}
	for _, e := range entries {
		if e.Name() == Manifest {
			return
		}
	}
	met := len(w.found) + len(w.aside)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			w.entry(filepath.Join(p, e.Name()), actual, path.Join(name, clean(e.Name())), folders, e, depth)
		}
	}
	if known[ext(name)] && met == len(w.found)+len(w.aside) {
		w.pass(name, "unsupported", "Det är en mapp, inte en fil.")
	}
}

// entry takes the entry e, at p, of a folder whose real path is above.
func (w *walker) entry(p, above, name string, folders []string, e fs.DirEntry, depth int) {
	actual := filepath.Join(above, e.Name())
	if e.Type()&fs.ModeSymlink != 0 {
		actual = realPath(p)
	}
	info, err := os.Stat(p) // follows symbolic links
	switch {
	case err != nil:
		// A link that leads round in a circle may have been meant for a folder, whatever it is called.
		if known[ext(p)] || e.Type()&fs.ModeSymlink != 0 && !errors.Is(err, fs.ErrNotExist) {
			w.aside = append(w.aside, SetAside(name, err))
		}
	case info.IsDir():
		w.folder(p, actual, name, append(folders[:len(folders):len(folders)], clean(e.Name())), depth+1)
	case known[ext(p)]:
		w.file(p, actual, name, folders, info)
	}
}

// pass sets aside what is called name.
func (w *walker) pass(name, code, reason string) {
	w.aside = append(w.aside, policy.SetAside{Source: name, Code: code, Reason: reason})
}

func (w *walker) file(p, actual, name string, folders []string, info fs.FileInfo) {
	if !w.first(actual) {
		return
	}
	if !info.Mode().IsRegular() {
		w.pass(name, "unsupported", "Det är ingen vanlig fil.")
		return
	}
	w.found = append(w.found, Source{Path: p, Name: name, Folders: folders})
}

// first reports whether the file or folder whose real path is actual is met for the first time.
func (w *walker) first(actual string) bool {
	if w.seen[actual] {
		return false
	}
	w.seen[actual] = true
	return true
}

// realPath returns where p leads, as an absolute path without symbolic links; p itself where that cannot be told.
func realPath(p string) string {
	if actual, err := filepath.EvalSymlinks(p); err == nil {
		p = actual
	}
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	return p
}

func ext(p string) string { return strings.ToLower(filepath.Ext(p)) }

func clean(name string) string { return norm.NFC.String(filepath.ToSlash(name)) }
