package cli

import (
	"fmt"
	"os"
	"path/filepath"
)

// indexNames are what an index folder holds. A folder with anything else is none of ours, and not written to: an index
// removes what it does not need any more from its folders.
var indexNames = map[string]bool{"CURRENT": true, "LOCK": true, "documents": true, "generations": true}

// checkIndex returns an error if dir holds anything that is not of an index.
func checkIndex(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // there is none yet, or making it will tell what is wrong
	}
	marked := false
	for _, e := range entries {
		marked = marked || e.Name() == "LOCK"
		if !indexNames[e.Name()] {
			return fmt.Errorf("--index %s is no index: it holds %q; it stays untouched: choose another folder", dir, e.Name())
		}
	}
	if !marked && len(entries) > 0 {
		return fmt.Errorf("--index %s is no index of ours; it stays untouched: choose another folder", dir)
	}
	return nil
}

// removeEmptyIndex removes what a writer that did not come to its end leaves of a new index in dir. A folder with
// anything in it stays.
func removeEmptyIndex(dir string) {
	if _, err := os.Stat(filepath.Join(dir, "CURRENT")); err == nil {
		return
	}
	for _, name := range []string{"documents", "generations", "LOCK", ""} {
		_ = os.Remove(filepath.Join(dir, name)) // fails on what is not empty, as it should
	}
}
