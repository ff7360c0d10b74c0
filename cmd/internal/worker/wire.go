package worker

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// maxFrame is how large a request or an answer may be, in bytes: ten times the largest document that was ever seen as JSON, and
// little enough for the program to hold it.
const maxFrame = 256 << 20

// magic begins a frame; the frame's length follows as four bytes, big end first. What is no frame is noise of a library.
var magic = [4]byte{'s', 't', 'y', 1}

var (
	errFrame    = errors.New("that is no frame of a worker")
	errTooLarge = errors.New("the frame is too large")
)

// Limits are what one document may take. A zero is the default.
type Limits struct {
	// Time is from the request to the answer. It begins anew with every picture that text was recognised on: a scan of
	// hundreds of pages is no endless loop.
	Time time.Duration
	// Memory is in bytes, of one worker.
	Memory int64
}

// The limits where nothing else is said.
const (
	// DefaultTime is a hundred times what the slowest of a thousand documents took.
	DefaultTime = 60 * time.Second
	// DefaultMemory is five times what the greediest of a thousand documents took.
	DefaultMemory = 1 << 30
)

// A Setup is what a worker is told before its first request: all that a styrdok.Reader needs.
type Setup struct {
	// Taxonomy is the YAML of a taxonomy, TaxonomyName its file's name; none is the default taxonomy.
	Taxonomy     []byte
	TaxonomyName string
	// Municipality is whose documents they all are; "" lets each document tell.
	Municipality string
	// Municipalities are made known beside the register.
	Municipalities []policy.Municipality
	// Password opens encrypted PDFs. (As bytes, since a password need not be UTF-8.)
	Password []byte
	// OCR says how text on pictures is recognised; nil is not at all.
	OCR *OCR
	// Fallback is the program that is asked for PDFs that could not be read; "" is none.
	Fallback string
	Limits   Limits
}

// OCR is what extract.OCR has of the same names.
type OCR struct {
	Languages, Cache string
}

// limits returns the limits of s with the defaults for zeros.
func (s Setup) limits() Limits {
	l := s.Limits
	if l.Time <= 0 {
		l.Time = DefaultTime
	}
	if l.Memory <= 0 {
		l.Memory = DefaultMemory
	}
	return l
}

// A Request asks for one file. The names of files need not be UTF-8, which a JSON string must be.
type Request struct {
	ID         string
	Path, Name []byte
	Folders    [][]byte
	// Municipality is whose document a mapping says that it is, or "".
	Municipality string
	// Pages asks for the pages alone.
	Pages bool

	alive func() // to be called on signs of life; set in the worker
}

func newRequest(s styrdok.Source, municipality string) Request {
	r := Request{ID: s.ID, Path: []byte(s.Path), Name: []byte(s.Name), Municipality: municipality}
	for _, f := range s.Folders {
		r.Folders = append(r.Folders, []byte(f))
	}
	return r
}

// Source returns what the request asks for.
func (r Request) Source() styrdok.Source {
	s := styrdok.Source{ID: r.ID, Source: extract.Source{Path: string(r.Path), Name: string(r.Name)}}
	for _, f := range r.Folders {
		s.Folders = append(s.Folders, string(f))
	}
	return s
}

// An Answer is what came of a request: one of its fields is set. The answer to a Setup has none.
type Answer struct {
	// Alive says that the answer proper is still to come, and that the document's time begins anew.
	Alive    bool             `json:",omitempty"`
	Document *policy.Document `json:",omitempty"`
	// Pages are as extract.File gives them, but hold of their blocks only what is printed: kind, marker and text.
	Pages   *page.Document `json:",omitempty"`
	Failure *Failure       `json:",omitempty"`
	Spent   Spent          `json:",omitzero"`
}

// Spent is the time that documents took: to read them to sentences, and to say of these what they are.
type Spent struct{ Read, Tag time.Duration }

// A Failure is an error on its way to another process.
type Failure struct {
	Kind, Message string
}

// kinds are the errors that the program tells apart, in the order in which they are tried.
var kinds = []struct {
	name string
	err  error
}{
	{"encrypted", extract.ErrEncrypted}, {"empty", extract.ErrEmpty}, {"no-text", extract.ErrNoText}, {"too-large", extract.ErrTooLarge},
	{"unsupported", extract.ErrUnsupported}, {"corrupt", extract.ErrCorrupt}, {"timeout", extract.ErrTimeout},
	{"timeout", context.DeadlineExceeded}, {"out-of-memory", extract.ErrMemory}, {"crashed", extract.ErrCrashed},
	{"vanished", fs.ErrNotExist}, {"permission", fs.ErrPermission},
}

func newFailure(err error) *Failure {
	for _, k := range kinds {
		if errors.Is(err, k.err) {
			return &Failure{k.name, err.Error()}
		}
	}
	return &Failure{"", err.Error()}
}

// Err returns f as an error that wraps what it was of.
func (f *Failure) Err() error {
	for _, k := range kinds {
		if k.name == f.Kind {
			return &Error{message: f.Message, kind: k.err}
		}
	}
	return &Error{message: f.Message}
}

// An Error says why a worker gave no document. It wraps one of extract's errors or of io/fs's, if it is one of those.
type Error struct {
	message, detail string
	kind            error
}

// Error returns the message, with the file's path.
func (e *Error) Error() string { return e.message }

// Unwrap returns what kind of trouble it was, or nil.
func (e *Error) Unwrap() error { return e.kind }

// Detail returns where the worker crashed, a function a line, or how it ended; "" if it did not.
func (e *Error) Detail() string { return e.detail }

// writeFrame writes v as one frame. Nothing is written if it is too large: the error is errTooLarge.
func writeFrame(w io.Writer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if len(data) > maxFrame {
		return errTooLarge
	}
	head := binary.BigEndian.AppendUint32(magic[:4:4], uint32(len(data)))
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// readFrame reads a frame; io.EOF says that there is none any more.
func readFrame(r io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.BigEndian.Uint32(head[4:])
	if [4]byte(head[:4]) != magic {
		return nil, errFrame
	}
	if size > maxFrame {
		return nil, errTooLarge
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, fmt.Errorf("a frame breaks off: %w", io.ErrUnexpectedEOF)
	}
	return data, nil
}
