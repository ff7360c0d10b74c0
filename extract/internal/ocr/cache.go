package ocr

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
)

// cacheFormat changes when what is kept, or how tesseract is called, changes.
const cacheFormat = "1"

// key names what is recognised: the picture, its resolution, and the languages it is read in.
func (e *Engine) key(picture []byte, resolution int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%d\n", cacheFormat, e.languages(), resolution)
	h.Write(picture)
	return hex.EncodeToString(h.Sum(nil))
}

func (e *Engine) file(key string) string { return filepath.Join(e.Cache, key[:2], key+".json") }

// load returns what the cache has for key. A file that is damaged counts as none.
func (e *Engine) load(key string) (*Page, bool) {
	if e.Cache == "" {
		return nil, false
	}
	data, err := os.ReadFile(e.file(key))
	if err != nil {
		return nil, false
	}
	p := &Page{}
	if json.Unmarshal(data, p) != nil {
		return nil, false
	}
	return p, true
}

// store keeps p. A cache that cannot be written costs time, not results: so nothing is said of it.
func (e *Engine) store(key string, p *Page) {
	if e.Cache == "" {
		return
	}
	data, err := json.Marshal(p)
	if err != nil {
		return
	}
	file := e.file(key)
	if os.MkdirAll(filepath.Dir(file), 0o755) == nil {
		_ = maybe.WriteFile(file, data, 0o644)
	}
}
