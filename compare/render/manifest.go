package render

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ManifestFile is the name of the file by which a report's folder is known. It lists the other files.
const ManifestFile = "styrdok-manifest.json"

const (
	manifestSchema = 1
	manifestKind   = "styrdok-report"
	// maxManifest is the size in bytes above which a file is no manifest of ours: a few entries take less than 2 kB.
	maxManifest = 1 << 20
)

type manifest struct {
	Schema    int             `json:"schema"`
	Kind      string          `json:"kind"`
	Generator string          `json:"generator"`
	Files     []manifestEntry `json:"files"`
}

type manifestEntry struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// litter are the files that file managers leave in every folder they show; they are nobody's work.
var litter = map[string]bool{".DS_Store": true, "Thumbs.db": true, "desktop.ini": true}

// CheckFolder returns nil if [Folder] may write to dir: it does not exist, is empty, or holds an earlier report and nothing
// else. Otherwise the error wraps [ErrNotOurs], or says why dir cannot be read.
func CheckFolder(dir string) error { return checkFolder(dir, dir) }

// checkFolder checks dir, which an error calls shown.
func checkFolder(dir, shown string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	known, err := readManifest(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if e.Type().IsRegular() && (litter[name] || known[name]) {
			continue
		}
		return fmt.Errorf("%s: %w (such as %q): choose another folder, or empty this one", shown, ErrNotOurs, name)
	}
	return nil
}

// readManifest returns the names that the manifest in dir lists, its own included; nil if dir has no manifest of ours.
func readManifest(dir string) (map[string]bool, error) {
	f, err := os.Open(filepath.Join(dir, ManifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var m manifest
	if err := json.NewDecoder(io.LimitReader(f, maxManifest)).Decode(&m); err != nil || m.Kind != manifestKind {
		return nil, nil
	}
	known := map[string]bool{ManifestFile: true}
	for _, e := range m.Files {
		known[e.Name] = true
	}
	return known, nil
}

// fillFile writes a file and returns its line of the manifest. It stops when ctx ends.
func fillFile(ctx context.Context, dir, name string, write func(io.Writer) error) (manifestEntry, error) {
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return manifestEntry{}, err
	}
	defer f.Close() // the error that matters is that of the Close below
	hash := sha256.New()
	count := &counter{ctx: ctx}
	w := bufio.NewWriterSize(io.MultiWriter(count, f, hash), fileBuffer)
	if err := write(w); err != nil {
		return manifestEntry{}, err
	}
	if err := w.Flush(); err != nil {
		return manifestEntry{}, err
	}
	return manifestEntry{name, count.n, hex.EncodeToString(hash.Sum(nil))}, f.Close()
}

// fileBuffer is how much of a file, in bytes, is gathered before it is written.
const fileBuffer = 64 << 10

// A counter counts what is written, until its context ends.
type counter struct {
	ctx context.Context
	n   int64
}

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), c.ctx.Err()
}
