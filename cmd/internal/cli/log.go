package cli

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// logger is what messages go through, to stderr.
type logger = *slog.Logger

// newLogger returns a logger of the given format, "json" (a record a line, with the time) or "text" (a line for people).
// A quiet one tells of trouble only.
func newLogger(w io.Writer, format string, quiet bool) logger {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelWarn
	}
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level}))
	}
	return slog.New(&lineHandler{mu: new(sync.Mutex), w: w, level: level})
}

// A lineHandler writes each record as a line for people: "styrdok: warning: not read: source=a.pdf code=corrupt".
type lineHandler struct {
	mu    *sync.Mutex
	w     io.Writer
	level slog.Level
	attrs string
}

// Enabled reports whether records of the level are written.
func (h *lineHandler) Enabled(_ context.Context, level slog.Level) bool { return level >= h.level }

// Handle writes r.
func (h *lineHandler) Handle(_ context.Context, r slog.Record) error {
	var b strings.Builder
	b.WriteString("styrdok: ")
	if r.Level == slog.LevelWarn {
		b.WriteString("warning: ")
	}
	b.WriteString(oneLine(r.Message))
	if h.attrs != "" || r.NumAttrs() > 0 {
		b.WriteByte(':')
	}
	b.WriteString(h.attrs)
	r.Attrs(func(a slog.Attr) bool {
		b.WriteString(attrText(a))
		return true
	})
	b.WriteByte('\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := io.WriteString(h.w, b.String())
	return err
}

// WithAttrs returns a handler that adds attrs to each record.
func (h *lineHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	c := *h
	for _, a := range attrs {
		c.attrs += attrText(a)
	}
	return &c
}

// WithGroup returns h: lines for people have no groups.
func (h *lineHandler) WithGroup(string) slog.Handler { return h }

func attrText(a slog.Attr) string {
	return fmt.Sprintf(" %s=%s", a.Key, quoted(a.Value.String()))
}

// quoted returns s as it is if it is one plain word, else in quotes; a file's name cannot steer the terminal.
func quoted(s string) string {
	plain := func(r rune) bool { return unicode.IsGraphic(r) && r != ' ' && r != '"' && r != unicode.ReplacementChar }
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return strconv.QuoteToGraphic(s)
}

// oneLine returns s on one line, without what could steer a terminal.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
