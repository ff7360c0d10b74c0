package main

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"styrdok": main})
}

// TestScripts runs the program as a user does: a script each for what it does well and for how it fails.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "xdg"))
			for name, dir := range map[string]string{"TESTDATA": "testdata", "KOMMUNER": "../../testdata/kommuner"} {
				abs, err := filepath.Abs(dir)
				if err != nil {
					return err
				}
				env.Setenv(name, abs)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": cmdCode, "oneline": cmdOneLine, "snapshot": cmdSnapshot, "corpus": cmdCorpus, "interrupt": cmdInterrupt,
			"stranger": cmdStranger,
			"damage":   func(ts *testscript.TestScript, _ bool, args []string) { cmdDamage(ts, false, args) },
			"rot":      func(ts *testscript.TestScript, _ bool, args []string) { cmdDamage(ts, true, args) },
		},
	})
}

// cmdCode is "code N COMMAND ARG…": the command must end with exit code N.
func cmdCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND ARG…")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// cmdOneLine is "oneline": stderr of the last command is one line, and begins with the program's name.
func cmdOneLine(ts *testscript.TestScript, neg bool, _ []string) {
	text := ts.ReadFile("stderr")
	if neg || strings.Count(text, "\n") != 1 || !strings.HasSuffix(text, "\n") || !strings.HasPrefix(text, "styrdok: ") {
		ts.Fatalf("stderr is not one line of styrdok's: %q", text)
	}
}

// cmdSnapshot is "snapshot DIR FILE": it writes what DIR holds, with sizes, times and hashes, to FILE.
func cmdSnapshot(ts *testscript.TestScript, _ bool, args []string) {
	var b strings.Builder
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, _ := os.ReadFile(path) // a folder has none
		_, err = fmt.Fprintf(&b, "%s %s %v %x\n", path, info.Mode(), info.ModTime(), sha256.Sum256(data))
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o666))
}

// cmdDamage is "damage PATTERN…" and "rot PATTERN…": a byte in the middle of each file that matches becomes another; a file that rots keeps
// its time.
func cmdDamage(ts *testscript.TestScript, rot bool, args []string) {
	n := 0
	for _, pattern := range args {
		paths, err := filepath.Glob(ts.MkAbs(pattern))
		ts.Check(err)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			ts.Check(err)
			info, err := os.Stat(path)
			ts.Check(err)
			data[len(data)/2] ^= 0x55
			ts.Check(os.WriteFile(path, data, 0o644))
			if rot {
				ts.Check(os.Chtimes(path, time.Time{}, info.ModTime()))
			}
			n++
		}
	}
	if n == 0 {
		ts.Fatalf("nothing matches %q", args)
	}
}

// cmdCorpus is "corpus DIR N": it makes N documents that take a while to read.
func cmdCorpus(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const paragraph = "Kommunstyrelsen ansvarar för att målen i strategi %d följs upp varje år. Nämnderna ska redovisa arbetet i " +
		"årsbokslutet, och förvaltningen tar fram en plan för hur målen nås.\n\n"
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o777))
	for i := range n {
		text := strings.Repeat(fmt.Sprintf(paragraph, i), 500)
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), fmt.Sprintf("strategi-%03d.txt", i)), []byte(text), 0o666))
	}
}

// interruptTimeout is how long a command may take to begin its work and to end after the signal.
const interruptTimeout = 30 * time.Second

// maxEnd is how long a command may take to end after the signal: two seconds, and what a busy machine adds.
const maxEnd = 4 * time.Second

// cmdInterrupt is "interrupt SIGNAL COMMAND ARG…": the command gets the signal as soon as it says that it is reading, and
// must end with exit code 130 and one more line.
func cmdInterrupt(ts *testscript.TestScript, _ bool, args []string) {
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	pipe, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	timer := time.AfterFunc(interruptTimeout, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	stderr := bufio.NewScanner(pipe)
	if !stderr.Scan() || !strings.HasPrefix(stderr.Text(), "styrdok: reading:") {
		ts.Fatalf("it does not say that it is reading, but %q", stderr.Text())
	}
	signalled := time.Now()
	ts.Check(cmd.Process.Signal(map[string]os.Signal{"INT": os.Interrupt, "TERM": syscall.SIGTERM}[args[0]]))
	var rest []string
	for stderr.Scan() {
		rest = append(rest, stderr.Text())
	}
	_ = cmd.Wait() // the exit code says it
	if code := cmd.ProcessState.ExitCode(); code != 130 || len(rest) != 1 || !strings.HasPrefix(rest[0], "styrdok: interrupted") {
		ts.Fatalf("exit code %d, stderr %q", code, rest)
	}
	if took := time.Since(signalled); took > maxEnd {
		ts.Fatalf("it took %v to end", took)
	}
}
