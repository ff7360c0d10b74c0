package render_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
)

var files = []string{"datapackage.json", "documents.csv", "facts.json", "follow-up.csv", "gaps.csv", "index.en.html", "index.html", "partner-towns.csv", "passages.csv", "report.docx", "report.json", "report.md", "report.xlsx", "responsibility.csv", "reuse.csv", "shared-goals.csv", "styrdok-manifest.json", "versions.csv", "words.csv"}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// contents maps every file under dir to its bytes.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		m[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestFolder(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "rapport")
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	first := contents(t, dir)
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatalf("a second time: %v", err)
	}
	if diff := cmp.Diff(first, contents(t, dir)); diff != "" {
		t.Errorf("the same report, other bytes: %s", diff)
	}
	if diff := cmp.Diff([]string{"rapport"}, names(t, parent)); diff != "" {
		t.Errorf("something is left beside the folder: %s", diff)
	}
	var manifest struct {
		Schema          int
		Kind, Generator string
		Files           []struct {
			Name, SHA256 string
			Size         int
		}
	}
	if err := json.Unmarshal([]byte(first[filepath.Join(dir, render.ManifestFile)]), &manifest); err != nil {
		t.Fatal(err)
	}
	if len(manifest.Files) != len(files)-1 || manifest.Generator != "styrdok test" || manifest.Schema != 1 {
		t.Errorf("manifest: %+v", manifest)
	}
	for _, f := range manifest.Files {
		data := first[filepath.Join(dir, f.Name)]
		sum := sha256.Sum256([]byte(data))
		if f.Size != len(data) || f.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %d bytes, %s", f.Name, f.Size, f.SHA256)
		}
	}
}

func TestFolderIsReplacedWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "rapport")
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "index.html"), "changed by hand")
	if err := os.Remove(filepath.Join(dir, "report.md")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, ".DS_Store"), "litter of a file manager")
	if err := render.Folder(context.Background(), dir, compare.Documents(nil, compare.Options{}), render.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(contents(t, dir)[filepath.Join(dir, "report.md")], "Ekeby") {
		t.Error("the earlier report is still there")
	}
}

func TestFolderThatIsNotOurs(t *testing.T) {
	report := func(t *testing.T, dir string) {
		if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	for name, fill := range map[string]func(*testing.T, string){
		"a foreign file":          func(t *testing.T, dir string) { put(t, filepath.Join(dir, "brev.txt"), "viktigt") },
		"a hidden file":           func(t *testing.T, dir string) { put(t, filepath.Join(dir, ".git/config"), "viktigt") },
		"a report and a file":     func(t *testing.T, dir string) { report(t, dir); put(t, filepath.Join(dir, "brev.txt"), "viktigt") },
		"a report and a folder":   func(t *testing.T, dir string) { report(t, dir); put(t, filepath.Join(dir, "mer/brev.txt"), "viktigt") },
		"our names, no manifest":  func(t *testing.T, dir string) { put(t, filepath.Join(dir, "index.html"), "viktigt") },
		"a manifest of others":    func(t *testing.T, dir string) { put(t, filepath.Join(dir, render.ManifestFile), `{"files":[]}`) },
		"a broken manifest":       func(t *testing.T, dir string) { put(t, filepath.Join(dir, render.ManifestFile), "{") },
		"a folder of a file name": func(t *testing.T, dir string) { put(t, filepath.Join(dir, "index.html/brev.txt"), "viktigt") },
		"litter that is a folder": func(t *testing.T, dir string) { put(t, filepath.Join(dir, ".DS_Store/brev.txt"), "viktigt") },
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "ut")
			fill(t, dir)
			before := contents(t, parent)
			err := render.Folder(context.Background(), dir, sampleReport(), render.Options{})
			if !errors.Is(err, render.ErrNotOurs) || !errors.Is(render.CheckFolder(dir), render.ErrNotOurs) {
				t.Errorf("error %v", err)
			}
			if err != nil && (!strings.Contains(err.Error(), dir) || strings.Contains(err.Error(), "\n")) {
				t.Errorf("the error does not say which folder, in one line: %v", err)
			}
			if diff := cmp.Diff(before, contents(t, parent)); diff != "" {
				t.Errorf("touched: %s", diff)
			}
		})
	}
}

func TestFolderThatIsEmpty(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestFolderThroughALink(t *testing.T) {
	parent := t.TempDir()
	dir, link := filepath.Join(parent, "rapport"), filepath.Join(parent, "senaste")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, link); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := render.Folder(context.Background(), link, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	parent := t.TempDir()
	file := filepath.Join(parent, "fil")
	put(t, file, "viktigt")
	for _, dir := range []string{file, filepath.Join(file, "ut"), filepath.Join(parent, "finns", "inte")} {
		if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err == nil {
			t.Errorf("%s: no error", dir)
		}
	}
	if diff := cmp.Diff([]string{"fil"}, names(t, parent)); diff != "" {
		t.Error(diff)
	}
}

func TestUnwritableParent(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "rapport")
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(parent, 0o777)
	if err := os.Mkdir(filepath.Join(parent, "probe"), 0o777); err == nil {
		os.Remove(filepath.Join(parent, "probe"))
		t.Skip("this user may write everywhere")
	}
	before := contents(t, dir)
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// A report that cannot be written leaves the earlier one as it is, and nothing beside it.
func TestFailureHalfwayChangesNothing(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "rapport")
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	before := contents(t, parent)
	broken := sampleReport()
	broken.Municipalities[0].Cells[0].Quotes[0].Score = math.NaN() // which JSON does not know
	if err := render.Folder(context.Background(), dir, broken, render.Options{}); err == nil || !strings.Contains(err.Error(), "report.json") {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff(before, contents(t, parent)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"rapport"}, names(t, parent)); diff != "" {
		t.Errorf("left beside it: %s", diff)
	}
}

func TestBadLanguageChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "rapport")
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{Lang: "xx"}); !errors.Is(err, render.ErrLang) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
}

func TestEveryFormatStandsInTheFolder(t *testing.T) {
	const more = 11 // the page in the other language, the tables of facts and of what comparing finds, and the description of all tables
	if len(render.Formats()) != len(files)-1-more || !slices.Contains(files, render.ManifestFile) {
		t.Error("the list of files in this test is old")
	}
}

// When nobody waits any more, the folder is as it was, and nothing is left beside it, however far the writing came.
func TestFolderWhenTheContextEnds(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "rapport")
	if err := render.Folder(context.Background(), dir, sampleReport(), render.Options{}); err != nil {
		t.Fatal(err)
	}
	before, many := contents(t, parent), manyReport(40, 3)
	ended := 0
	for after := time.Duration(0); after < 40*time.Millisecond; after += 4 * time.Millisecond {
		ctx, cancel := context.WithTimeout(context.Background(), after)
		err := render.Folder(ctx, dir, many, render.Options{Workers: 3})
		cancel()
		if err == nil {
			break
		}
		ended++
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after %v: %v", after, err)
		}
		if diff := cmp.Diff(before, contents(t, parent)); diff != "" {
			t.Fatalf("after %v: %s", after, diff)
		}
	}
	if ended < 2 {
		t.Errorf("only %d were still writing", ended)
	}
}
