package worker

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/styrdok/styrdok/extract"
)

// A worker that somebody kills is a line of the ledger.
func TestKilled(t *testing.T) {
	p := newPool(t, 1, Setup{})
	s := write(t, t.TempDir()+"/a.txt", "loop "+good)
	go func() { _ = syscall.Kill(workerOf(t, s), syscall.SIGKILL) }()
	_, err := p.Read(t.Context(), s, "")
	if aside := extract.SetAside(s.Name, err); aside.Code != "crashed" || aside.Detail != "signal: killed" {
		t.Errorf("%+v", aside)
	}
}

// A worker that dies between two documents costs neither.
func TestKilledBetweenDocuments(t *testing.T) {
	p := newPool(t, 1, Setup{})
	s := write(t, t.TempDir()+"/a.txt", good)
	for range 5 {
		if _, err := p.Read(t.Context(), s, ""); err != nil {
			t.Fatal(err)
		}
		pid := workerOf(t, s)
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		gone(t, pid)
	}
}

// A piece of memory that is larger than all that a worker may have is refused by the system before it is touched.
func TestChunkOfMemory(t *testing.T) {
	if raceDetector {
		t.Skip("under the race detector")
	}
	p := newPool(t, 1, Setup{Limits: testLimits()})
	s := write(t, t.TempDir()+"/a.txt", "chunk "+good)
	_, err := p.Read(t.Context(), s, "")
	if !errors.Is(err, extract.ErrMemory) {
		t.Errorf("error %v", err)
	}
	if aside := extract.SetAside(s.Name, err); !strings.Contains(aside.Detail, "memory\nworker.") {
		t.Errorf("detail %q", aside.Detail)
	}
}

// The program is killed in the middle of a document; its worker does not go on without it.
func TestNoOrphans(t *testing.T) {
	s := write(t, t.TempDir()+"/a.txt", "loop "+good)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "WORKER_TEST_READ="+s.Path)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pid := workerOf(t, s)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	gone(t, pid)
}

// A cancelled call leaves no process behind, and a closed pool none either.
func TestNothingIsLeft(t *testing.T) {
	p := NewPool(1, Setup{})
	s := write(t, t.TempDir()+"/a.txt", good)
	if _, err := p.Read(t.Context(), s, ""); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	p.Close()
	if d := time.Since(begin); d >= leave {
		t.Errorf("an idle worker took %v to leave", d)
	}
	gone(t, workerOf(t, s))
}

// gone fails t unless the process ends soon. One that has ended with all its threads and waits for its parent to ask is gone.
func gone(t *testing.T, pid int) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if state(pid) == "" {
			return
		}
	}
	t.Errorf("process %d is still there: %s", pid, state(pid))
}

// state returns what the system says of a process that runs, "" if there is none.
func state(pid int) string {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if s, ok := strings.CutPrefix(lines.Text(), "State:"); ok {
			s = strings.TrimSpace(s)
			threads, _ := os.ReadDir(fmt.Sprintf("/proc/%d/task", pid)) // none if it ends just now
			if strings.HasPrefix(s, "Z") && len(threads) <= 1 {
				return ""
			}
			return s
		}
	}
	return ""
}
