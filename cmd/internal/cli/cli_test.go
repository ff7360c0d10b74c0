package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/index"
)

func TestExitCode(t *testing.T) {
	for _, test := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errors.New("disk full"), 1},
		{errNothing, 1},
		{extract.ErrEncrypted, 1},
		{fmt.Errorf("x: %w", errPartly), 3},
		{fmt.Errorf("x: %w", index.ErrNotFound), 10},
		{fmt.Errorf("x: %w", index.ErrLocked), 11},
		{usagef("x"), 64},
		{fmt.Errorf("x: %w", usagef("x")), 64},
		{&config.Error{Where: "styrdok.yaml:1", Problem: "x"}, 64},
		{fmt.Errorf("x: %w", context.Canceled), 130},
	} {
		if got := exitCode(test.err); got != test.want {
			t.Errorf("exitCode(%v) = %d, want %d", test.err, got, test.want)
		}
		if !strings.Contains(exitCodesHelp, fmt.Sprintf("\n  %-3d  ", test.want)) {
			t.Errorf("the help does not name exit code %d", test.want)
		}
	}
}

// Every command says what it does, shows how it is called, and its examples parse.
func TestHelp(t *testing.T) {
	var each func(cmd *cobra.Command)
	each = func(cmd *cobra.Command) {
		if cmd.Short == "" || cmd.Long == "" || !cmd.HasSubCommands() && cmd.Example == "" {
			t.Errorf("%s: no short or long text, or no example", cmd.CommandPath())
		}
		for _, line := range strings.Split(cmd.Example, "\n") {
			if i := strings.Index(line, "styrdok "); i >= 0 {
				checkExample(t, line[i:])
			}
		}
		for _, c := range cmd.Commands() {
			each(c)
		}
	}
	each(newRootCommand(&app{}))
}

// checkExample fails t if an example calls a command or a flag that does not exist.
func checkExample(t *testing.T, line string) {
	t.Helper()
	line, _, _ = strings.Cut(line, " | ")
	line, _, _ = strings.Cut(line, " > ")
	args := strings.Fields(line)[1:]
	cmd, rest, err := newRootCommand(&app{}).Find(args)
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err == nil {
		err = cmd.ValidateRequiredFlags()
	}
	if err != nil {
		t.Errorf("example %q: %v", line, err)
	}
}

func TestLogText(t *testing.T) {
	var b bytes.Buffer
	log := newLogger(&b, "text", false).With("a", 1)
	log.Info("read", "file", "x y\x1b[2J.pdf", "empty", "")
	log.Warn("not\nread", slog.Int("page", 3), "file", "Åmål/plan.pdf")
	log.WithGroup("g").Error("no")
	log.Debug("never")
	want := "styrdok: read: a=1 file=\"x y\\x1b[2J.pdf\" empty=\"\"\n" +
		"styrdok: warning: not read: a=1 page=3 file=Åmål/plan.pdf\n" +
		"styrdok: no: a=1\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestLogQuiet(t *testing.T) {
	var b bytes.Buffer
	log := newLogger(&b, "text", true)
	log.Info("read")
	log.Warn("not read")
	if b.String() != "styrdok: warning: not read\n" {
		t.Errorf("got %q", b.String())
	}
}

func TestLogJSON(t *testing.T) {
	var b bytes.Buffer
	newLogger(&b, "json", false).Warn("not read", "source", "a\nb.pdf")
	var r map[string]any
	if err := json.Unmarshal(b.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r["level"] != "WARN" || r["msg"] != "not read" || r["source"] != "a\nb.pdf" {
		t.Errorf("got %v", r)
	}
}

func TestOneLine(t *testing.T) {
	if got := oneLine("a\n\tb \x1b[31mröd\x00"); got != "a b \uFFFD[31mröd\uFFFD" {
		t.Errorf("got %q", got)
	}
}

func TestChoice(t *testing.T) {
	c := newChoice("text", "json")
	if c.String() != "text" || c.Set("json") != nil || c.String() != "json" {
		t.Errorf("choice is %q", c)
	}
	if err := c.Set("xml"); err == nil || c.String() != "json" {
		t.Errorf("xml was taken: %v, %q", err, c)
	}
}

// What goes wrong after an interruption goes wrong because of it.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, err bytes.Buffer
	dir := t.TempDir()
	t.Chdir(dir)
	writeFile(t, "a.txt", "Kommunstyrelsen ansvarar för uppföljningen av policyn.\n")
	if code := Main(ctx, []string{"run", "a.txt", "--out", "rapport"}, &out, &err); code != 130 {
		t.Errorf("exit code %d, stderr %s", code, err.String())
	}
	if err.String() != "styrdok: interrupted\n" {
		t.Errorf("stderr %q", err.String())
	}
	if entries, _ := os.ReadDir("."); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}
