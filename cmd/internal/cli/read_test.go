package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/policy"
)

// newApp returns an app with the default configuration.
func newApp(t *testing.T) (a *app, stdout, stderr *bytes.Buffer) {
	t.Helper()
	c, err := config.Load(config.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	return &app{stdout: stdout, stderr: stderr, config: c, log: newLogger(stderr, "text", false)}, stdout, stderr
}

func TestReadKeepsTheOrder(t *testing.T) {
	t.Chdir(t.TempDir())
	names := []string{"a", "b", "c", "d", "e", "f", "g", "h"}
	for i, name := range names {
		// the first are the longest: over several cores they are ready last
		writeFile(t, "in/"+name+".txt", strings.Repeat("Nämnden ansvarar för planen. ", 200*(len(names)-i)))
	}
	writeFile(t, "in/dd.pdf", "%PDF-1.4 broken")
	a, _, stderr := newApp(t)
	c, err := a.collect(t.Context(), []string{"in"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range c.Documents {
		got = append(got, d.ID)
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("documents %v", got)
	}
	if len(c.SetAside) != 1 || c.SetAside[0].Source != "dd.pdf" || !strings.Contains(stderr.String(), "source=dd.pdf") {
		t.Errorf("set aside %v, stderr %q", c.SetAside, stderr)
	}
	if err := partly(c); !errors.Is(err, errPartly) {
		t.Errorf("partly: %v", err)
	}
}

func TestReadEndsWithTheContext(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a.txt", "Nämnden ansvarar för planen.")
	a, _, _ := newApp(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := a.collect(ctx, []string{"a.txt"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestLosses(t *testing.T) {
	issues := []policy.Issue{
		{Severity: policy.Warning, Code: "stated-count"},
		{Severity: policy.Error, Page: 2, Code: "page-unread"},
	}
	pages := []policy.Page{
		{Number: 1, Method: policy.MethodText}, {Number: 2, Method: policy.MethodUnread},
		{Number: 3, Method: policy.MethodUnread}, {Number: 4, Method: policy.MethodEmpty},
	}
	got := losses(issues, pages)
	if len(got) != 2 || got[0].Page != 2 || got[1].Page != 3 || got[1].Message == "" {
		t.Errorf("losses %+v", got)
	}
	if got := losses(issues[:1], pages[:1]); len(got) != 0 {
		t.Errorf("losses of a whole document %+v", got)
	}
}

func TestPageRanges(t *testing.T) {
	for want, pages := range map[string][]int{
		"all": {0}, "3": {3, 3}, "1-3": {2, 1, 3}, "1,3-4,9": {1, 3, 4, 9},
	} {
		if got := pageRanges(pages); got != want {
			t.Errorf("pageRanges(%v) = %s, want %s", pages, got, want)
		}
	}
}

// A scan of 300 pages is one line, not 300.
func TestTellLosses(t *testing.T) {
	a, _, stderr := newApp(t)
	a.tellLosses("a.pdf", []policy.Issue{
		{Page: 1, Code: "page-unread", Message: "Bild."}, {Page: 2, Code: "page-unread", Message: "Bild."},
		{Page: 9, Code: "page-unmapped", Message: "Tecken."},
	})
	want := "styrdok: warning: partly read: source=a.pdf pages=1-2 code=page-unread reason=Bild.\n" +
		"styrdok: warning: partly read: source=a.pdf pages=9 code=page-unmapped reason=Tecken.\n"
	if stderr.String() != want {
		t.Errorf("got\n%swant\n%s", stderr, want)
	}
}

func TestPartly(t *testing.T) {
	whole := &policy.Document{Pages: []policy.Page{{Number: 1, Method: policy.MethodText}}}
	broken := &policy.Document{Pages: []policy.Page{{Number: 1, Method: policy.MethodUnread}}}
	if err := partly(&styrdok.Collection{Documents: []*policy.Document{whole}}); err != nil {
		t.Errorf("whole: %v", err)
	}
	err := partly(&styrdok.Collection{Documents: []*policy.Document{whole, broken}, SetAside: []policy.SetAside{{}}})
	if !errors.Is(err, errPartly) || !strings.HasSuffix(err.Error(), "1 of 3 files not at all, 1 in part") {
		t.Errorf("partly: %v", err)
	}
}

// What is no terminal gets no bar and no colour.
func TestNoProgressInAPipe(t *testing.T) {
	a, _, stderr := newApp(t)
	step, end := a.progress("Reading", 2)
	step()
	end()
	if stderr.Len() > 0 || colored(io.Discard) {
		t.Errorf("stderr %q", stderr)
	}
}
