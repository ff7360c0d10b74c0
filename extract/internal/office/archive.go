package office

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Why a file could not be read.
var (
	ErrDamaged  = errors.New("office: damaged")
	ErrTooLarge = errors.New("office: too large")
	ErrPassword = errors.New("office: encrypted")
	ErrFormat   = errors.New("office: no text document")
)

const (
	// maxEntries is how many files an archive may have: a report with a thousand pictures has a tenth of it.
	maxEntries = 10_000
	// maxUnpacked is how many bytes of XML are unpacked in all: a thousand pages as Word writes them have 30 MB.
	maxUnpacked = 128 << 20
)

// An archive is an opened zip file of which only so much is unpacked.
type archive struct {
	files map[string]*zip.File // by name, slash-separated, in lower case
	left  int64
}

func openArchive(r io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(z.File) > maxEntries {
		return nil, ErrTooLarge
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, f := range z.File {
		name := partName(f.Name)
		if a.files[name] == nil {
			a.files[name] = f
		}
	}
	return a, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (a *archive) has(name string) bool { return a.files[partName(name)] != nil }

// read unpacks a part; nil if there is none. What could be unpacked of a damaged one comes back with the error.
func (a *archive) read(name string) ([]byte, error) {
	f := a.files[partName(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > uint64(a.left) {
		return nil, ErrTooLarge
	}
	if f.Flags&1 != 0 {
		return nil, ErrPassword
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, a.left+1))
	if int64(len(data)) > a.left { // it is larger than it says
		return nil, ErrTooLarge
	}
	a.left -= int64(len(data))
	if err != nil {
		return data, fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	return data, nil
}

// tree unpacks a part and parses it; nil if there is none. What stands before the damage in a damaged one comes back with the
// error.
func (a *archive) tree(name string) (*node, error) {
	data, err := a.read(name)
	if data == nil {
		return nil, err
	}
	if errors.Is(err, ErrTooLarge) {
		return nil, err
	}
	root, parseErr := parse(data)
	if parseErr != nil {
		return root, parseErr
	}
	return root, err
}
