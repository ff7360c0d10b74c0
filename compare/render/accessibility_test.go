package render_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/styrdok/styrdok/compare/render"
)

// axe returns the script of axe-core, which contrib/deps.sh puts into the user's cache.
func axe(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join(cache, "styrdok-test", "axe.min.js"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return string(script)
}

// rules are those of WCAG 2.2 on the levels A and AA, and what axe-core holds for good practice beside them.
const rules = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`

// violations returns what axe-core finds in the page, with all that is folded open.
func violations(t *testing.T, ctx context.Context, script string) []string {
	t.Helper()
	evaluate[any](t, ctx, `document.querySelectorAll("details").forEach(d => d.open = true)`)
	evaluate[any](t, ctx, script+"; 0")
	evaluate[any](t, ctx, `window.found = null; axe.run(document, {runOnly: `+rules+`, resultTypes: ["violations"]}).then(r => {
		window.found = r.violations.map(v => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + n.failureSummary).join(" | "));
		window.checked = r.passes.length}); 0`)
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`window.found !== null`)); err != nil {
		t.Fatal(err)
	}
	if n := evaluate[int](t, ctx, `window.checked`); n < 10 {
		t.Errorf("only %d rules were checked", n)
	}
	return evaluate[[]string](t, ctx, `window.found`)
}

// No page breaks a rule of WCAG 2.2 AA that a program can check: in both languages, light and dark, on a telephone and a desk.
func TestAccessibility(t *testing.T) {
	script := axe(t)
	ctx, _ := browse(t)
	dir := manyMunicipalities(t)
	for _, x := range []struct {
		name, html, scheme string
		width              int64
	}{
		{"whole", write(t, "html", analysedReport(), render.Options{}), "light", 1280},
		{"whole in English", write(t, "html", analysedReport(), render.Options{Lang: "en"}), "dark", 390},
		{"many", readFile(t, dir, "index.html"), "dark", 1280},
		{"one of many", readFile(t, dir, "kommun-x1.html"), "light", 390},
	} {
		t.Run(x.name, func(t *testing.T) {
			emulate(t, ctx, "screen", x.scheme)
			open(t, ctx, x.html, x.width)
			if found := violations(t, ctx, script); len(found) > 0 {
				t.Error(strings.Join(found, "\n"))
			}
		})
	}
}
