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

	"github.com/styrdok/styrdok/cmd/internal/worker"
)

// basis names what documents are read by: the program and all that its workers are told, but for what does not bear on what a
// document is read as. Documents that were read by another basis are read anew.
func (a *app) basis(r *reader) string {
	setup := r.setup
	setup.Municipality, setup.Password, setup.Limits = "", nil, worker.Limits{} // see given, and batch.Options
	h := sha256.New()
	fmt.Fprintln(h, programID())
	if setup.OCR != nil {
		setup.OCR = &worker.OCR{Languages: setup.OCR.Languages}
		_, err := exec.LookPath("tesseract")
		fmt.Fprintln(h, err == nil)
	}
	setup.TaxonomyName = ""
	_ = json.NewEncoder(h).Encode(setup) // it goes to the workers as JSON
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
