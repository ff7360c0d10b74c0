package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

const good = "Policy för Ale kommun\n\nKommunstyrelsen ansvarar för att policyn följs.\n"

// Whatever a document does to its worker, it is an error that says so, and the next document is read.
func TestEvilDocuments(t *testing.T) {
	dir := t.TempDir()
	p := newPool(t, 1, Setup{Limits: testLimits()})
	patient := testLimits()
	patient.Time = time.Minute // on a busy machine memory fills slowly
	roomy := newPool(t, 1, Setup{Limits: patient})
	after := write(t, dir+"/after.txt", good)
	for _, test := range []struct {
		word   string
		kind   error
		detail string
	}{
		{"panic", extract.ErrCrashed, "panic: assignment to entry in nil map\nworker.init.func1 main_test.go:"},
		{"goroutine", extract.ErrCrashed, "panic: in a goroutine\nworker."},
		{"recursion", extract.ErrCrashed, "fatal error: stack overflow\nworker.recurse main_test.go:"},
		{"loop", extract.ErrTimeout, ""},
		{"patient", extract.ErrTimeout, ""},
		{"faint", extract.ErrTimeout, ""},
		{"memory", extract.ErrMemory, ""},
		{"exit", extract.ErrCrashed, "exit status 0"},
	} {
		t.Run(test.word, func(t *testing.T) {
			if raceDetector && test.kind == extract.ErrMemory {
				t.Skip("under the race detector")
			}
			p := p
			if test.kind == extract.ErrMemory {
				p = roomy
			}
			s := write(t, filepath.Join(dir, test.word+".txt"), test.word+" "+good)
			doc, err := p.Read(t.Context(), s, "")
			if doc != nil || !errors.Is(err, test.kind) || !strings.HasPrefix(err.Error(), s.Path+": ") {
				t.Fatalf("document %v, error %v", doc != nil, err)
			}
			aside := extract.SetAside(s.Name, err)
			if !strings.HasPrefix(aside.Detail, test.detail) || strings.Contains(aside.Detail, "0x") {
				t.Errorf("detail %q", aside.Detail)
			}
			if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "goroutine ") {
				t.Errorf("the error has the trace: %v", err)
			}
			if doc, err := p.Read(t.Context(), after, ""); err != nil || doc.ID != "after" {
				t.Errorf("the next document: %v", err)
			}
		})
	}
}

// What a library prints is no answer.
func TestPrinting(t *testing.T) {
	p := newPool(t, 1, Setup{})
	for range 3 {
		s := write(t, t.TempDir()+"/a.txt", "print "+good)
		if doc, err := p.Read(t.Context(), s, ""); err != nil || !strings.Contains(doc.Text, "Kommunstyrelsen") {
			t.Fatalf("error %v", err)
		}
	}
}

// A document that takes long, but shows that it gets on, is read.
func TestSignsOfLife(t *testing.T) {
	p := newPool(t, 1, Setup{Limits: testLimits()})
	s := write(t, t.TempDir()+"/a.txt", "scan "+good)
	begin := time.Now()
	if doc, err := p.Read(t.Context(), s, ""); err != nil || !strings.Contains(doc.Text, "Kommunstyrelsen") {
		t.Fatalf("error %v", err)
	}
	if d := time.Since(begin); d < 2*testLimits().Time {
		t.Errorf("it took only %v", d)
	}
}

// A document comes out of a worker as it comes out of the facade, with everything that the settings say.
func TestReadIsTheFacade(t *testing.T) {
	dir := t.TempDir()
	folder := dir + "/Ekeby"
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	extra := policy.Municipality{Name: "Ekeby", LongName: "Ekeby kommun", Code: "9901"}
	const taxonomy = "schema: 1\nextends: default\ntags:\n  - name: waste\n    label: {sv: Avfall}\n    cues: [avfall*]\n"
	own, err := tagging.Load("own.yaml", []byte(taxonomy))
	if err != nil {
		t.Fatal(err)
	}
	register := policy.DefaultRegister().With(extra)
	text := write(t, folder+"/plan.md", "# Plan\n\n## Mål\n\nKommunen ska halvera avfallet.\n\nNämnden ansvarar för uppföljningen varje år.\n")
	for name, test := range map[string]struct {
		source  styrdok.Source
		mapping string
		setup   Setup
		opts    styrdok.Options
	}{
		"default":  {source: text},
		"register": {source: text, setup: Setup{Municipalities: []policy.Municipality{extra}}, opts: styrdok.Options{Register: register}},
		"taxonomy": {source: text, setup: Setup{TaxonomyName: "own.yaml", Taxonomy: []byte(taxonomy)}, opts: styrdok.Options{Taxonomy: own}},
		"option":   {source: text, setup: Setup{Municipality: "Hylte"}, opts: styrdok.Options{Municipality: "Hylte"}},
		"mapping": {source: text, mapping: "Ale", opts: styrdok.Options{
			MunicipalityOf: func(styrdok.Source) string { return "Ale" },
		}},
		"password": {source: source("../../styrdok/testdata/locked.pdf"), setup: Setup{Password: []byte("hemlig")},
			opts: styrdok.Options{Password: "hemlig"}},
	} {
		t.Run(name, func(t *testing.T) {
			want, err := styrdok.NewReader(test.opts).Read(t.Context(), test.source)
			if err != nil {
				t.Fatal(err)
			}
			got, err := newPool(t, 1, test.setup).Read(t.Context(), test.source, test.mapping)
			if err != nil {
				t.Fatal(err)
			}
			if g, w := asJSON(t, got), asJSON(t, want); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
			if len(got.Text) == 0 || name != "password" && len(got.Tags) == 0 {
				t.Errorf("an empty document: %+v", got)
			}
		})
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What is wrong with a file is told as without a worker.
func TestErrors(t *testing.T) {
	dir := t.TempDir()
	p := newPool(t, 1, Setup{})
	for want, s := range map[error]styrdok.Source{
		extract.ErrEncrypted:   source("../../styrdok/testdata/locked.pdf"),
		extract.ErrCorrupt:     write(t, dir+"/a.pdf", "%PDF-1.4\nno more"),
		extract.ErrEmpty:       write(t, dir+"/b.txt", ""),
		extract.ErrNoText:      write(t, dir+"/e.html", "<html><body><nav>Meny</nav><div id=app></div></body></html>"),
		extract.ErrUnsupported: write(t, dir+"/c.bin", "\x00\x01\x02\x03"),
		fs.ErrNotExist:         source(dir + "/d.txt"),
	} {
		_, inside := styrdok.NewReader(styrdok.Options{}).Read(t.Context(), s)
		_, err := p.Read(t.Context(), s, "")
		if !errors.Is(err, want) || err.Error() != inside.Error() {
			t.Errorf("%s: error %v, want %v", s.Path, err, inside)
		}
		if got, want := extract.SetAside(s.Name, err), extract.SetAside(s.Name, inside); got != want {
			t.Errorf("%s: %+v, want %+v", s.Path, got, want)
		}
		if _, err := p.Pages(t.Context(), s.Path); !errors.Is(err, want) {
			t.Errorf("%s: error of pages %v, want %v", s.Path, err, want)
		}
	}
}

func TestPages(t *testing.T) {
	p := newPool(t, 1, Setup{})
	doc, err := p.Pages(t.Context(), "../../styrdok/testdata/partly.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Pages) != 3 || doc.Pages[1].Record.Method != policy.MethodUnread || len(doc.Pages[0].Blocks) == 0 ||
		doc.Pages[0].Blocks[0].Text == "" {
		t.Errorf("pages %+v", doc.Pages)
	}
}

// Hundreds of documents through two workers, some of them evil: each has the answer that is its own.
func TestManyDocuments(t *testing.T) {
	dir := t.TempDir()
	p := newPool(t, 2, Setup{})
	const n = 500
	var wg sync.WaitGroup
	for i := range n {
		text, evil := fmt.Sprintf("Nämnd nummer %d ansvarar för planen.", i), i%50 == 7
		if evil {
			text = "panic " + text
		}
		s := write(t, fmt.Sprintf("%s/%03d.txt", dir, i), text)
		wg.Go(func() {
			doc, err := p.Read(t.Context(), s, "")
			switch {
			case evil && !errors.Is(err, extract.ErrCrashed):
				t.Errorf("%d: error %v", i, err)
			case !evil && (err != nil || doc.ID != s.ID || doc.Text != text):
				t.Errorf("%d: error %v, document %+v", i, err, doc)
			}
		})
	}
	wg.Wait()
	pids := map[string]bool{}
	for i := range n {
		data, err := os.ReadFile(fmt.Sprintf("%s/%03d.txt.pid", dir, i))
		if err != nil {
			t.Fatal(err)
		}
		pids[string(data)] = true
	}
	if len(pids) > 2+n/50 {
		t.Errorf("%d workers were started; two, and one for each that died, are enough", len(pids))
	}
}

// An interruption does not wait for a parser.
func TestCancel(t *testing.T) {
	p := newPool(t, 1, Setup{})
	s := write(t, t.TempDir()+"/a.txt", "loop "+good)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	begin := time.Now()
	if _, err := p.Read(ctx, s, ""); err != context.Canceled {
		t.Errorf("error %v", err)
	}
	if d := time.Since(begin); d > 5*time.Second {
		t.Errorf("it took %v", d)
	}
	if _, err := p.Read(ctx, s, ""); err != context.Canceled {
		t.Errorf("afterwards: error %v", err)
	}
}

// Where there can be no worker, no document is to blame.
func TestStartErrors(t *testing.T) {
	s := write(t, t.TempDir()+"/a.txt", good)
	for name, test := range map[string]struct {
		command func() (*exec.Cmd, error)
		setup   Setup
	}{
		"no command":  {command: func() (*exec.Cmd, error) { return nil, errors.New("no") }},
		"no program":  {command: func() (*exec.Cmd, error) { return exec.Command("/none/styrdok"), nil }},
		"no worker":   {command: func() (*exec.Cmd, error) { return exec.Command(os.Args[0], "-test.run=^$"), nil }},
		"no taxonomy": {command: self, setup: Setup{Taxonomy: []byte("tags: 7")}},
	} {
		p := newPool(t, 1, test.setup)
		p.command = test.command
		for range 2 {
			if _, err := p.Read(t.Context(), s, ""); !errors.Is(err, ErrStart) {
				t.Errorf("%s: error %v", name, err)
			}
		}
	}
}

// A worker starts no workers: a binary that does not know the command cannot start itself for ever.
func TestNoWorkersOfWorkers(t *testing.T) {
	t.Setenv(marker, "1")
	p := newPool(t, 1, Setup{})
	if _, err := p.Read(t.Context(), source("a.txt"), ""); !errors.Is(err, ErrStart) {
		t.Errorf("error %v", err)
	}
}

// The password is neither in the command line nor in the environment of a worker.
func TestPasswordIsNotShown(t *testing.T) {
	t.Setenv("STYRDOK_PDF_PASSWORD", "hemlig")
	cmd, err := self()
	if err != nil {
		t.Fatal(err)
	}
	if shown := strings.Join(append(cmd.Args, cmd.Env...), "\n"); strings.Contains(shown, "hemlig") {
		t.Error("the password is shown")
	}
}

func TestWorkers(t *testing.T) {
	if Workers(0) != 1 || Workers(1) != 1 || Workers(1000) > maxWorkers {
		t.Errorf("workers: %d, %d, %d", Workers(0), Workers(1), Workers(1000))
	}
}

// Reading a file in a worker.
func ExamplePool() {
	p := NewPool(1, Setup{Limits: Limits{Time: time.Minute}})
	defer p.Close()
	doc, err := p.Read(context.Background(), source("../../styrdok/testdata/plain.pdf"), "Hylte")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.ID, doc.Municipality.Municipality.Name)
	// Output: plain Hylte
}
