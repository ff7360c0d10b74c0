package worker

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
)

// TestMain makes the test binary a worker where it is started as one, and a program with workers where a test asks for that.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == Name {
		if err := Run(context.Background(), newHostile); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if file := os.Getenv("WORKER_TEST_READ"); file != "" {
		_, err := NewPool(1, Setup{}).Read(context.Background(), source(file), "")
		fmt.Println(err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// newHostile returns the real handler, but that a file whose text begins with a word of evils does what that is.
func newHostile(s Setup) (Handler, error) {
	h, err := NewHandler(s)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, r Request) (*Answer, error) {
		data, _ := os.ReadFile(string(r.Path)) // the handler tells what is wrong with the file
		word, _, _ := strings.Cut(string(data[:min(len(data), 40)]), " ")
		if strings.HasSuffix(string(r.Path), ".txt") { // a test's own
			if err := os.WriteFile(string(r.Path)+".pid", []byte(strconv.Itoa(os.Getpid())), 0o666); err != nil {
				return nil, err
			}
		}
		if evil := evils[word]; evil != nil {
			evil(ctx, r.alive)
		}
		return h(ctx, r)
	}, nil
}

var evils = map[string]func(ctx context.Context, alive func()){
	"panic": func(context.Context, func()) {
		var m map[string]int
		m["x"] = 1
	},
	"goroutine": func(context.Context, func()) {
		go func() { panic("in a goroutine\nof its own") }()
		time.Sleep(time.Minute)
	},
	"recursion": func(context.Context, func()) { recurse(1) },
	"loop": func(context.Context, func()) {
		for n := uint64(0); ; n++ {
			sink = n
		}
	},
	"patient": func(ctx context.Context, _ func()) { <-ctx.Done() },
	"memory": func(context.Context, func()) {
		var all [][]byte
		for {
			all = append(all, bytes.Repeat([]byte{1}, 1<<20))
			hold = all
		}
	},
	"chunk": func(context.Context, func()) { hold = [][]byte{make([]byte, 64<<30)} },
	"print": func(context.Context, func()) {
		fmt.Println("to stdout")
		fmt.Fprintln(os.NewFile(1, "stdout"), "panic: to stdout by its number")
		fmt.Fprintln(os.Stderr, strings.Repeat("much noise on stderr\n", 10_000))
	},
	"scan": func(_ context.Context, alive func()) { // three times as long as a document may take
		for range 12 {
			time.Sleep(testLimits().Time / 4)
			alive()
		}
	},
	"faint": func(ctx context.Context, alive func()) {
		alive()
		<-ctx.Done()
	},
	"exit": func(context.Context, func()) { os.Exit(0) },
}

var (
	sink uint64
	hold [][]byte
)

func recurse(n int) int {
	var room [64]int
	room[n%64] = recurse(n + 1)
	return room[(n+1)%64]
}

// testLimits let a test end soon.
func testLimits() Limits {
	if raceDetector {
		return Limits{Time: 3 * time.Second, Memory: 4 << 30} // it takes memory of its own, and time
	}
	return Limits{Time: time.Second, Memory: 384 << 20}
}

// write writes a file and returns its source.
func write(t testing.TB, name, text string) styrdok.Source {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return source(name)
}

func source(file string) styrdok.Source {
	base := filepath.Base(file)
	return styrdok.Source{
		ID:     strings.TrimSuffix(base, filepath.Ext(base)),
		Source: extract.Source{Path: file, Name: base, Folders: []string{filepath.Base(filepath.Dir(file))}},
	}
}

// newPool returns a pool that is closed when t ends.
func newPool(t testing.TB, n int, s Setup) *Pool {
	t.Helper()
	p := NewPool(n, s)
	t.Cleanup(p.Close)
	return p
}

// workerOf returns the process that reads s, once it does.
func workerOf(t *testing.T, s styrdok.Source) int {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		data, _ := os.ReadFile(s.Path + ".pid") // not there yet
		if pid, err := strconv.Atoi(string(data)); err == nil {
			return pid
		}
	}
	t.Fatalf("%s: nobody reads it", s.Path)
	return 0
}
