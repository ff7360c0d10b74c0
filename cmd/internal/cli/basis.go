package cli

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"os"
	"os/exec"
	"strings"
)

// basis names what documents are read by: the program and those settings that bear on what it reads. Documents that were read by
// another basis are read anew.
func (a *app) basis(r *reader) string {
	h := sha256.New()
	fmt.Fprintln(h, programID())
	h.Write(r.setup.Taxonomy)
	_ = json.NewEncoder(h).Encode(r.setup.Municipalities)
	if o := r.setup.OCR; o != nil {
		_, err := exec.LookPath("tesseract")
		fmt.Fprintln(h, o.Languages, err == nil)
	}
	return short(h)
}

// short returns the beginning of a hash: enough to tell programs apart.
func short(h hash.Hash) string { return fmt.Sprintf("%.8x", h.Sum(nil)) }

// programID names this program: by its version if that was released, else by what is in its file.
func programID() string {
	if v := version(); v != "devel" && !strings.Contains(v, "+dirty") {
		return v
	}
	path, err := os.Executable()
	if err != nil {
		return version()
	}
	f, err := os.Open(path)
	if err != nil {
		return version()
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return version()
	}
	return short(h)
}
