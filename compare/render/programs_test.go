package render_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/styrdok/styrdok/compare/render"
)

// program returns the path of the first of names that is installed. Without one the test is skipped, but fails in CI.
func program(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("none of %v is installed", names)
	}
	t.Skipf("none of %v is installed", names)
	return ""
}

// LibreOffice opens the workbook without repairing it, and every sheet comes back as the cells that were written.
func TestWorkbookInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	soffice := program(t, "soffice", "libreoffice")
	dir := t.TempDir()
	for name, report := range map[string]string{
		"sample":  write(t, "xlsx", analysedReport(), render.Options{}),
		"hostile": write(t, "xlsx", hostileReport(), render.Options{}),
	} {
		if err := os.WriteFile(filepath.Join(dir, name+".xlsx"), []byte(report), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	// Comma, quote, UTF-8, from the first line, no formats, all quoted, as shown, and -1 for a file a sheet.
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
	cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", filter,
		"--outdir", dir, filepath.Join(dir, "sample.xlsx"), filepath.Join(dir, "hostile.xlsx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"sample", "hostile"} {
		f, err := excelize.OpenFile(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for _, sheet := range f.GetSheetList() {
			compareSheet(t, f, sheet, filepath.Join(dir, name+"-"+sheet+".csv"))
		}
	}
}

func compareSheet(t *testing.T, f *excelize.File, sheet, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
		return
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	got, err := r.ReadAll()
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	want, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, want %d", path, len(got), len(want))
		return
	}
	for i := range want {
		for len(want[i]) < len(got[i]) { // excelize leaves empty cells at the end out
			want[i] = append(want[i], "")
		}
		for j := range got[i] {
			got[i][j] = strings.ReplaceAll(got[i][j], ",", ".") // the decimal sign depends on the locale
			want[i][j] = strings.ReplaceAll(want[i][j], ",", ".")
		}
		if diff := cmp.Diff(want[i], got[i]); diff != "" {
			t.Errorf("%s row %d (-want +got):\n%.2000s", filepath.Base(path), i+1, diff)
		}
	}
}

// A visit is what a browser tells of a page.
type visit struct {
	sync.Mutex
	requests, complaints []string
}

func (v *visit) listen(ev any) {
	v.Lock()
	defer v.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		v.requests = append(v.requests, ev.Request.URL)
	case *log.EventEntryAdded:
		v.complaints = append(v.complaints, ev.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		v.complaints = append(v.complaints, "console."+string(ev.Type))
	case *runtime.EventExceptionThrown:
		v.complaints = append(v.complaints, ev.ExceptionDetails.Text)
	case *page.EventJavascriptDialogOpening:
		v.complaints = append(v.complaints, "dialog "+ev.Message)
	}
}

// browse starts a browser without a window.
func browse(t *testing.T) (context.Context, *visit) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox,
		chromedp.ExecPath(program(t, "chromium", "chromium-browser", "google-chrome")))
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, opts...)
	t.Cleanup(cancel)
	v := &visit{}
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithListener(v.listen))
	t.Cleanup(cancel)
	for _, err := range []error{call(ctx, network.Enable), call(ctx, log.Enable), call(ctx, runtime.Enable)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return ctx, v
}

func call[P, R any](ctx context.Context, cmd cdp.Command[P, R]) error {
	var params P
	_, err := chromedp.Call(ctx, cmd, params)
	return err
}

// evaluate returns the value of a JavaScript expression in the page.
func evaluate[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	x, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return x
}

// open opens html from a file in a window of this width.
func open(t *testing.T, ctx context.Context, html string, width int64) (url string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "index.html")
	if err := os.WriteFile(file, []byte(html), 0o666); err != nil {
		t.Fatal(err)
	}
	url = "file://" + file
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 844), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	return url
}

// The page opens from a file without a complaint, asks for nothing else, and its style applies.
func TestPageInChromium(t *testing.T) {
	ctx, v := browse(t)
	for name, html := range map[string]string{
		"sv": write(t, "html", sampleReport(), render.Options{}), "en": write(t, "html", sampleReport(), render.Options{Lang: "en"}),
		"hostile": write(t, "html", hostileReport(), render.Options{}),
	} {
		url := open(t, ctx, html, 390)
		if got, want := evaluate[string](t, ctx, `document.documentElement.lang`), strings.Replace(name, "hostile", "sv", 1); got != want {
			t.Errorf("%s: lang %q", name, got)
		}
		if got := evaluate[string](t, ctx, `getComputedStyle(document.querySelector(".cells")).display`); got != "grid" {
			t.Errorf("%s: the style sheet does not apply (display is %q)", name, got)
		}
		if n := evaluate[int](t, ctx, `document.scripts.length + document.images.length + document.querySelectorAll("[onerror],[onload],[onclick]").length`); n != 1 {
			t.Errorf("%s: %d scripts, images and handlers, want our script alone", name, n)
		}
		for _, width := range []int64{390, 768, 1280, 1920} {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 844)); err != nil {
				t.Fatal(err)
			}
			if got := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s: %d pixels wide in a window of %d", name, got, width)
			}
		}
		v.check(t, name, url)
	}
}

// check fails the test if the browser complained, or asked for anything but url.
func (v *visit) check(t *testing.T, name, url string) {
	t.Helper()
	v.Lock()
	defer v.Unlock()
	if len(v.complaints) > 0 {
		t.Errorf("%s: %q", name, v.complaints)
	}
	if len(v.requests) == 0 {
		t.Errorf("%s: the browser tells of no request at all", name)
	}
	for _, r := range v.requests {
		if r != url && r != "data:," {
			t.Errorf("%s asks for %s", name, r)
		}
	}
	v.requests, v.complaints = nil, nil
}

// With the keyboard alone: the first stop leads to the content, and Enter opens a quote's context.
func TestPageByKeyboard(t *testing.T) {
	ctx, _ := browse(t)
	open(t, ctx, write(t, "html", sampleReport(), render.Options{}), 1280)
	if err := chromedp.Do(ctx, chromedp.KeyEvent("\t")); err != nil {
		t.Fatal(err)
	}
	if got := evaluate[string](t, ctx, `document.activeElement.className`); got != "skip" {
		t.Errorf("the first stop is %q", got)
	}
	const visible = `document.querySelector("details.context .passage").checkVisibility()`
	if evaluate[bool](t, ctx, visible) {
		t.Error("the context stands open")
	}
	if err := chromedp.Do(ctx, chromedp.Focus("details.context summary"), chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	if !evaluate[bool](t, ctx, visible) {
		t.Error("Enter does not open the context")
	}
}

// A page that would load something is caught by these tests: the policy stops it and the browser complains.
func TestPolicyStopsRequests(t *testing.T) {
	ctx, v := browse(t)
	html := write(t, "html", sampleReport(), render.Options{})
	html = strings.Replace(html, "</body>", `<img src="https://example.invalid/x.png"><script>console.log(1)</script></body>`, 1)
	open(t, ctx, html, 1280)
	v.Lock()
	defer v.Unlock()
	if len(v.complaints) < 2 {
		t.Errorf("complaints: %q", v.complaints)
	}
	if slices.Contains(v.complaints, "console.log") {
		t.Error("a script ran")
	}
}

// A column's head sorts the matrix, names by the Swedish alphabet; a filter chooses municipalities everywhere on the page.
func TestSortAndFilter(t *testing.T) {
	ctx, v := browse(t)
	url := open(t, ctx, write(t, "html", analysedReport(), render.Options{}), 1280)
	const names = `[...document.querySelectorAll("table.overview tbody tr")].filter(r => !r.hidden).map(r => r.cells[0].childNodes[0].textContent).join(" ")`
	const click = `document.querySelectorAll("table.overview thead button")[%d].click()`
	if got := evaluate[string](t, ctx, names); got != "Ale Ekeby Sjövik Åmål Älmhult Ej tilldelad" {
		t.Errorf("before: %s", got)
	}
	evaluate[any](t, ctx, fmt.Sprintf(click, 0))
	evaluate[any](t, ctx, fmt.Sprintf(click, 0))
	if got := evaluate[string](t, ctx, names); got != "Ej tilldelad Älmhult Åmål Sjövik Ekeby Ale" {
		t.Errorf("from the end: %s", got)
	}
	evaluate[any](t, ctx, fmt.Sprintf(click, 1))
	counts := evaluate[[]int](t, ctx, `[...document.querySelectorAll("table.overview tbody tr")].map(r => Number(r.cells[1].dataset.v))`)
	if !slices.IsSortedFunc(counts, func(a, b int) int { return b - a }) || counts[0] == 0 {
		t.Errorf("by goals: %v", counts)
	}
	if got := evaluate[string](t, ctx, `document.querySelectorAll("table.overview thead th")[1].getAttribute("aria-sort")`); got != "descending" {
		t.Errorf("aria-sort is %q", got)
	}
	set := func(name, value string) {
		evaluate[any](t, ctx, fmt.Sprintf(`{const f = document.querySelector(".filters"), e = f.elements[%q]; (e.length && !e.options ? e[0] : e).value = %q; f.dispatchEvent(new Event("input"))}`, name, value))
	}
	set("name", "åmÅ")
	if got := evaluate[string](t, ctx, names); got != "Åmål" {
		t.Errorf("filtered by name: %s", got)
	}
	if got := evaluate[string](t, ctx, `[...document.querySelectorAll("#tag-1 .cell")].filter(c => !c.hidden).map(c => c.querySelector("h3").textContent).join()`); got != "Åmål" {
		t.Errorf("the quotes are of %s", got)
	}
	if got := evaluate[string](t, ctx, `document.querySelector(".shown").textContent`); got != "Visar 1 av 6 kommuner." {
		t.Errorf("it says %q", got)
	}
	set("name", "")
	set("peers", "|Små kommuner|")
	if got := evaluate[string](t, ctx, names); len(strings.Fields(got)) != 2 {
		t.Errorf("the group is %s", got)
	}
	set("peers", "")
	set("state", "unread")
	if got := evaluate[string](t, ctx, names); got != "Ej tilldelad Åmål" {
		t.Errorf("unread goals: %s", got)
	}
	v.check(t, "after the clicks", url)
}

// One button unfolds all of a section, and folds it again.
func TestUnfoldAll(t *testing.T) {
	ctx, _ := browse(t)
	open(t, ctx, write(t, "html", analysedReport(), render.Options{}), 1280)
	const open = `[...document.querySelectorAll("#tag-1 details")].filter(d => d.open).length`
	all := evaluate[int](t, ctx, `document.querySelectorAll("#tag-1 details").length`)
	for i, want := range []int{all, 0} {
		evaluate[any](t, ctx, `document.querySelector("#tag-1 .open-all").click()`)
		if got := evaluate[int](t, ctx, open); got != want || all < 3 {
			t.Errorf("click %d: %d of %d are open", i+1, got, all)
		}
	}
}

// The link to the other language leads to the same page in it, and back.
func TestLanguageSwitch(t *testing.T) {
	ctx, v := browse(t)
	dir := filepath.Join(t.TempDir(), "rapport")
	if err := render.Folder(context.Background(), dir, analysedReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+filepath.Join(dir, "index.html"))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"en: Comparison of municipal governing documents", "sv: Jämförelse av kommunala styrdokument"} {
		if err := chromedp.Do(ctx, chromedp.Click(".links a[hreflang]"), chromedp.WaitReady("h1")); err != nil {
			t.Fatal(err)
		}
		if got := evaluate[string](t, ctx, `document.documentElement.lang + ": " + document.querySelector("h1").textContent`); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if len(v.complaints) > 0 {
		t.Errorf("complaints: %q", v.complaints)
	}
}

// On paper stand the matrix and the quotes, on A4 landscape, without what only a screen can do.
func TestPrint(t *testing.T) {
	ctx, _ := browse(t)
	open(t, ctx, write(t, "html", analysedReport(), render.Options{}), 1280)
	yes := true
	pdf, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes})
	if err != nil {
		t.Fatal(err)
	}
	data := string(pdf.Data)
	if boxes := regexp.MustCompile(`/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]`).FindAllString(data, -1); len(boxes) < 3 || !strings.HasPrefix(data, "%PDF-") {
		t.Errorf("%d pages of A4 landscape", len(boxes))
	}
	emulate(t, ctx, "print", "light")
	for selector, want := range map[string]bool{".filters": false, ".open-all": false, "nav": false, "table.overview": true, ".cells .quote blockquote": true, "#themes table": true} {
		if got := evaluate[bool](t, ctx, fmt.Sprintf(`document.querySelector(%q).checkVisibility()`, selector)); got != want {
			t.Errorf("%s on paper: %v", selector, got)
		}
	}
}

// What a page with all municipalities may take.
const (
	maxPageBytes = 10e6
	maxOpening   = 2000 // milliseconds until it is loaded and laid out
	maxResponse  = 500  // milliseconds of a click
)

// All 290 municipalities with ten documents each open at once, and so does a municipality's page; sorting and filtering answer at once.
func TestAllMunicipalitiesOpenAtOnce(t *testing.T) {
	ctx, v := browse(t)
	dir := filepath.Join(t.TempDir(), "rapport")
	if err := render.Folder(context.Background(), dir, manyReport(290, 10), render.Options{Workers: 2}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "kommun-x290.html"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Size() > maxPageBytes {
			t.Fatalf("%s: %d bytes, %v", name, info.Size(), err)
		}
		best := 1e9
		for range 3 { // another program may be at work
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 844), chromedp.Navigate("file://"+filepath.Join(dir, name))); err != nil {
				t.Fatal(err)
			}
			best = min(best, evaluate[float64](t, ctx, `document.body.offsetHeight && performance.now()`))
		}
		t.Logf("%s: %.1f MB, %.0f ms", name, float64(info.Size())/1e6, best)
		if best > maxOpening {
			t.Errorf("%s opens in %.0f ms", name, best)
		}
		if name != "index.html" {
			continue
		}
		for action, script := range map[string]string{
			"sorting":   `document.querySelectorAll("table.overview thead button")[1].click()`,
			"filtering": `{const f = document.querySelector(".filters"); f.elements.name.value = "kommun 1"; f.dispatchEvent(new Event("input"))}`,
		} {
			took := 1e9
			for range 3 {
				took = min(took, evaluate[float64](t, ctx, `(() => {const t = performance.now(); `+script+`; document.body.offsetHeight; return performance.now() - t})()`))
			}
			t.Logf("%s: %.0f ms", action, took)
			if took > maxResponse {
				t.Errorf("%s takes %.0f ms", action, took)
			}
		}
	}
	if len(v.complaints) > 0 {
		t.Errorf("complaints: %q", v.complaints)
	}
}

// emulate shows the page as on a medium, in a colour scheme.
func emulate(t *testing.T, ctx context.Context, medium, scheme string) {
	t.Helper()
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		t.Fatal(err)
	}
}
