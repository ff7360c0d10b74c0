package batch

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/index"
)

// racy is how old a file's time must be when it is looked at to be believed: a file may be written to again within one tick of its
// file system's clock (2 s on FAT), and then only its content tells.
const racy = 2 * time.Second

// pathOf returns the absolute path as the index keeps it: what is no UTF-8 in it becomes U+FFFD, as in all JSON.
func pathOf(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return string([]rune(path))
}

// stateOf returns what can be seen of the file at path without reading it.
func stateOf(path string) index.FileState {
	f := index.FileState{Path: pathOf(path)}
	now := time.Now()
	info, err := os.Stat(path)
	if err != nil {
		return f
	}
	f.Size, f.Modified, f.Changed, f.Checked = info.Size(), info.ModTime().UnixNano(), changed(info), now.UnixNano()
	return f
}

// sameTimes reports whether two states are of the same file with the same size and times.
func sameTimes(a, b index.FileState) bool {
	return a.Size == b.Size && a.Modified == b.Modified && a.Changed == b.Changed
}

// trusted reports whether the content of a file that still has the size and times of f is what it was.
func trusted(f index.FileState) bool {
	limit := f.Checked - int64(racy)
	return f.SHA256 != "" && f.Checked != 0 && f.Modified < limit && f.Changed < limit
}

// hashAll fills in the hashes of jobs, over the cores; step, unless it is nil, is called after each, one at a time. A file that
// cannot be read has none.
func hashAll(ctx context.Context, jobs []*job, step func(done, total int)) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex
	done := 0
	for _, j := range jobs {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			j.state.SHA256, _ = extract.HashFile(j.source.Path)
			mu.Lock()
			defer mu.Unlock()
			if done++; step != nil {
				step(done, len(jobs))
			}
			return nil
		})
	}
	return g.Wait()
}
