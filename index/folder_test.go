package index

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestFolderKeepsBlobs(t *testing.T) {
	f := newFolder(filepath.Join(t.TempDir(), "nytt"))
	if _, err := f.Read("a/b"); !missing(err) {
		t.Errorf("error %v", err)
	}
	if names, err := f.Names("a"); names != nil || err != nil {
		t.Errorf("%v, %v", names, err)
	}
	if err := errors.Join(f.Write("a/b", []byte("1")), f.Write("a/c", nil), f.Write("a/b", []byte("2")), f.Sync(), f.Replace("a/d", []byte("3"))); err != nil {
		t.Fatal(err)
	}
	if data, err := f.Read("a/b"); err != nil || !bytes.Equal(data, []byte("2")) {
		t.Errorf("%q, %v", data, err)
	}
	if err := errors.Join(f.Remove("a/c"), f.Remove("a/nothing")); err != nil {
		t.Error(err)
	}
	if names, err := f.Names("a"); err != nil || !slices.Equal(names, []string{"b", "d"}) {
		t.Errorf("%v, %v", names, err)
	}
}

// sealed returns a folder with an engine's files under "old" and "new", which share one of them, and their sums.
func sealed(t *testing.T) (*folder, []Sum) {
	t.Helper()
	f := newFolder(t.TempDir())
	if err := errors.Join(f.Write("old/store/1.zap", []byte("segment")), f.Write("old/meta", []byte("m"))); err != nil {
		t.Fatal(err)
	}
	old, err := f.Seal("old", "", nil)
	if err != nil || len(old) != 2 || old[0].Name != "meta" || old[1].Size != 7 {
		t.Fatalf("sums %+v, %v", old, err)
	}
	if err := os.MkdirAll(f.path("new/store"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Link(f.path("old/store/1.zap"), f.path("new/store/1.zap")), f.Write("new/meta", []byte("n"))); err != nil {
		t.Fatal(err)
	}
	old[1].SHA256 = "known" // to see that it is taken over
	sums, err := f.Seal("new", "old", old)
	if err != nil || len(sums) != 2 || sums[1].SHA256 != "known" || sums[0].SHA256 == old[0].SHA256 {
		t.Fatalf("sums %+v, %v", sums, err)
	}
	if sums, err = f.Seal("new", "", nil); err != nil {
		t.Fatal(err)
	}
	return f, sums
}

func TestCheck(t *testing.T) {
	flip := func(t *testing.T, f *folder) {
		if err := os.WriteFile(f.path("new/store/1.zap"), []byte("segmint"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct {
		do            func(t *testing.T, f *folder)
		fast, closely bool
	}{
		"nothing": {func(*testing.T, *folder) {}, true, true},
		"a copy": {func(t *testing.T, f *folder) {
			if err := os.Chtimes(f.path("new/meta"), time.Time{}, time.Unix(1, 0)); err != nil {
				t.Fatal(err)
			}
		}, true, true},
		"a bit": {flip, false, false},
		"a bit that rotted": {func(t *testing.T, f *folder) {
			info, err := os.Stat(f.path("new/store/1.zap"))
			if err != nil {
				t.Fatal(err)
			}
			flip(t, f)
			if err := os.Chtimes(f.path("new/store/1.zap"), time.Time{}, info.ModTime()); err != nil {
				t.Fatal(err)
			}
		}, true, false},
		"truncated": {func(t *testing.T, f *folder) {
			if err := os.Truncate(f.path("new/store/1.zap"), 3); err != nil {
				t.Fatal(err)
			}
		}, false, false},
		"missing": {func(t *testing.T, f *folder) {
			if err := os.Remove(f.path("new/meta")); err != nil {
				t.Fatal(err)
			}
		}, false, false},
		"all missing": {func(t *testing.T, f *folder) {
			if err := os.RemoveAll(f.path("new")); err != nil {
				t.Fatal(err)
			}
		}, false, false},
		"one more": {func(t *testing.T, f *folder) {
			if err := f.Write("new/store/2.zap", nil); err != nil {
				t.Fatal(err)
			}
		}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			f, sums := sealed(t)
			test.do(t, f)
			if err := f.Check("new", sums, false); (err == nil) != test.fast || err != nil && !errors.Is(err, ErrDamaged) {
				t.Errorf("quickly: %v", err)
			}
			if err := f.Check("new", sums, true); (err == nil) != test.closely || err != nil && !errors.Is(err, ErrDamaged) {
				t.Errorf("closely: %v", err)
			}
		})
	}
}

func TestLockTellsItsOwner(t *testing.T) {
	f := newFolder(t.TempDir())
	if _, held := f.Owner(); held {
		t.Error("nobody holds it")
	}
	unlock, err := f.Lock(thisProcess(time.Now().Add(-90 * time.Second)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newFolder(f.dir).Lock(thisProcess(time.Now())); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "for 1m3") {
		t.Errorf("error %v", err)
	}
	if o, held := f.Owner(); !held || o.PID != os.Getpid() {
		t.Errorf("owner %+v, %v", o, held)
	}
	if err := os.WriteFile(f.path(lockName), []byte("?"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, held := f.Owner(); held {
		t.Error("an unreadable lock tells its owner")
	}
	if _, err := newFolder(f.dir).Lock(thisProcess(time.Now())); !errors.Is(err, ErrLocked) {
		t.Errorf("error %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	if _, held := f.Owner(); held {
		t.Error("nobody holds it any more")
	}
	if unlock, err = f.Lock(thisProcess(time.Now())); err != nil {
		t.Fatal(err)
	}
	if err := unlock(); err != nil {
		t.Error(err)
	}
}

func TestFullDiskIsTold(t *testing.T) {
	for _, err := range []error{&fs.PathError{Op: "write", Path: "x", Err: errFull}, errors.Join(errors.New("other"), errFull)} {
		if got := explain(err).Error(); !strings.Contains(got, "the disk is full") {
			t.Errorf("%q", got)
		}
	}
	if err := explain(fs.ErrPermission); err != fs.ErrPermission {
		t.Error(err)
	}
}
