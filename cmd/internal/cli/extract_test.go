package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is printed of a web page is its content, with what a button unfolds.
func TestExtractWebPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.html")
	text := `<!doctype html><html lang="sv"><title>Plan</title><body><nav><ul><li><a href="/">Start</a></li><li><a href="/bygga">Bygga och bo</a></li></ul></nav>
<main><h1>Miljöplan</h1><p>Planen gäller alla nämnder i kommunen och revideras vart fjärde år.</p>
<details><summary>Mål</summary><p>Utsläppen ska halveras till 2030.</p></details></main><footer><p>Kontakta kommunen</p></footer></body></html>`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, msg bytes.Buffer
	if code := Main(t.Context(), []string{"extract", file}, &out, &msg); code != 0 {
		t.Fatalf("exit code %d: %s", code, &msg)
	}
	for want, in := range map[string]bool{"Miljöplan": true, "vart fjärde år.": true, "halveras": true, "Bygga och bo": false, "Kontakta": false} {
		if strings.Contains(out.String(), want) != in {
			t.Errorf("%q: in the text is %v\n%s", want, !in, &out)
		}
	}
}
