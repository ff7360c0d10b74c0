package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"testing"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
)

func TestFrames(t *testing.T) {
	var b bytes.Buffer
	for _, v := range []any{"", "åäö", map[string]int{"x": 1}} {
		if err := writeFrame(&b, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{`""`, `"åäö"`, `{"x":1}`} {
		if got, err := readFrame(&b); err != nil || string(got) != want {
			t.Errorf("frame %s, %v, want %s", got, err, want)
		}
	}
	if _, err := readFrame(&b); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}

func TestBadFrames(t *testing.T) {
	for in, want := range map[string]error{
		"":                         io.EOF,
		"sty":                      io.ErrUnexpectedEOF,
		"sty\x01\x00\x00\x00\x02{": io.ErrUnexpectedEOF,
		"sty\x01\xff\x00\x00\x00":  errTooLarge,
		"hello, world":             errFrame,
	} {
		if _, err := readFrame(bytes.NewReader([]byte(in))); !errors.Is(err, want) {
			t.Errorf("%q: error %v, want %v", in, err, want)
		}
	}
	if err := writeFrame(io.Discard, func() {}); err == nil {
		t.Error("a function was written")
	}
}

// The name of a file need not be UTF-8.
func TestRequestKeepsNames(t *testing.T) {
	want := styrdok.Source{ID: "a", Source: extract.Source{Path: "x/\xe5\n.txt", Name: "\xe5\n.txt", Folders: []string{"x", "\xff"}}}
	r := newRequest(want, "Ale")
	if got := r.Source(); !reflect.DeepEqual(got, want) || r.Municipality != "Ale" {
		t.Errorf("source %q, want %q", got, want)
	}
}

// An error is of the same kind on the other side, and says the same.
func TestFailure(t *testing.T) {
	for _, k := range kinds {
		err := fmt.Errorf("a.pdf: %w", k.err)
		got := newFailure(err).Err()
		want := k.err
		if want == context.DeadlineExceeded {
			want = extract.ErrTimeout
		}
		if !errors.Is(got, want) || got.Error() != err.Error() {
			t.Errorf("%v became %v", err, got)
		}
	}
	if got := newFailure(&fs.PathError{Op: "open", Path: "a", Err: fs.ErrInvalid}).Err(); got.Error() != "open a: invalid argument" || errors.Unwrap(got) != nil {
		t.Errorf("another error: %v", got)
	}
}

// Whatever comes, a frame is read or refused, and what is read was written.
func FuzzFrame(f *testing.F) {
	f.Add([]byte("sty\x01\x00\x00\x00\x02{}"))
	f.Add([]byte("sty\x01\x00\x00\x00\x02{"))
	f.Add([]byte("panic: noise"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= 8 && data[4] != 0 {
			t.Skip("a length that only costs memory")
		}
		r := bytes.NewReader(data)
		frame, err := readFrame(r)
		if err == nil && !bytes.Equal(frame, data[8:8+len(frame)]) {
			t.Errorf("read %q of %q", frame, data)
		}
	})
}
