package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/batch"
	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// An input is what there is to be indexed.
type input struct {
	sources []styrdok.Source
	passed  []policy.SetAside
	// over are files that are no documents, though they might be.
	over []policy.SetAside
	// roots are where it was found, kept the folders in them that cannot be looked into.
	roots, kept []string
}

// sources finds what is to be indexed: at paths, or at the folders of sources.yaml. A folder that is gone, and was there before or
// is named there, is passed over if removals are allowed and an error if not.
func (a *app) sources(r *reader, paths []string, allowRemovals bool) (*input, error) {
	in := &input{}
	expected := a.knownRoots()
	if len(paths) == 0 {
		file, err := a.sourcesFile()
		if err != nil {
			return nil, err
		}
		if r.folders, err = config.ReadSources(file, r.known); err != nil {
			return nil, a.settingError("sources", err)
		}
		for _, f := range r.folders.Folders() {
			paths = append(paths, f.Path)
			expected[absolute(f.Path)] = true
		}
	}
	for _, p := range paths {
		if expected[absolute(p)] && isMissing(p) {
			if !allowRemovals {
				return nil, fmt.Errorf("%s is not there (is it mounted?); %w; --allow-removals takes its documents out", p, batch.ErrRemovals)
			}
			continue
		}
		in.roots = append(in.roots, p)
	}
	if len(in.roots) == 0 {
		return in, nil
	}
	found, err := find(in.roots)
	switch {
	case errors.Is(err, errEmpty) && allowRemovals:
		return in, nil
	case err != nil:
		return nil, err
	}
	found.kept = unreadable(found)
	return found, nil
}

// knownRoots are where the documents of the index were found.
func (a *app) knownRoots() map[string]bool {
	known := map[string]bool{}
	if s, err := index.StatusOf(a.config.Index, a.engine()); err == nil {
		for _, r := range s.Roots {
			known[r] = true
		}
	}
	return known
}

// sourcesFile returns the file that names the folders to index.
func (a *app) sourcesFile() (string, error) {
	if a.config.Sources != "" {
		return a.config.Sources, nil
	}
	if _, err := os.Stat(config.SourcesFile); err == nil {
		return config.SourcesFile, nil
	}
	return "", usagef("index what? Name a PATH, or folders in %s (see \"styrdok index --help\")", config.SourcesFile)
}

// isMissing reports whether there is nothing at p, nor anything that it matches as a glob.
func isMissing(p string) bool {
	if _, err := os.Stat(p); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	matches, _ := filepath.Glob(p)
	return len(matches) == 0
}

// unreadable returns the folders among what was passed over: what the index has from there stays as it is.
func unreadable(in *input) []string {
	var out []string
	for _, s := range in.passed {
		if s.Code != "unreadable" {
			continue
		}
		for _, root := range in.roots {
			dir := filepath.Join(root, filepath.FromSlash(s.Source))
			if info, err := os.Lstat(dir); err == nil && info.IsDir() {
				out = append(out, dir)
			}
		}
	}
	return out
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return string([]rune(path)) // as the index has it
}

// given names what is known of a source beside what it says.
func given(municipality, mapped string, folders []string) string {
	return strings.Join(append([]string{municipality, mapped}, folders...), "\x1f")
}
