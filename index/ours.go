package index

import (
	"errors"
	"fmt"
	"os"
)

// ErrNotOurs says that a folder holds something else than an index, and is left untouched.
var ErrNotOurs = errors.New("is no index folder and stays untouched; choose another folder")

// correctionsName is where a person's corrections stand; no writer touches it.
const correctionsName = "corrections.jsonl"

// ours returns an error that wraps [ErrNotOurs] unless f is missing, empty or an index: a writer removes from an index
// what it does not need any more, and a home folder that is named by mistake must not lose anything.
func (f folder) ours() error {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return nil // there is none yet, or making it will tell what is wrong
	}
	marked := len(entries) == 0
	for _, e := range entries {
		switch e.Name() {
		case lockName, correctionsName: // corrections outlive an index that was removed to be made anew
			marked = true
		case currentName, documentsName, generationsName:
		default:
			return fmt.Errorf("%s %w: it holds %q", string(f), ErrNotOurs, e.Name())
		}
	}
	if !marked {
		return fmt.Errorf("%s %w", string(f), ErrNotOurs)
	}
	return nil
}

// discard removes what a writer that did not come to its end leaves of a new index. What is not empty stays, and so
// does an index that has a generation, readable or not.
func (f folder) discard() {
	if _, err := os.Lstat(f.path(currentName)); err == nil {
		return
	}
	for _, name := range []string{documentsName, generationsName, lockName, "."} {
		_ = os.Remove(f.path(name))
	}
}
