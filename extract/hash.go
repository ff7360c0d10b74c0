package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
)

// HashFile returns the SHA-256 of the file at path, in lower-case hexadecimal digits: by it a file is known to be what was read. Only a
// regular file has one; of another, such as a pipe, which would be waited for, the error wraps [ErrUnsupported].
func HashFile(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", &fs.PathError{Op: "hash", Path: path, Err: ErrUnsupported}
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
