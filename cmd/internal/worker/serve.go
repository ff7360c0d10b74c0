package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

// maxStack is how large the stack of one goroutine may grow, in bytes: enough for a hundred thousand levels of nesting, and
// far below DefaultMemory, as which Go's own limit of 1 GB would be met.
const maxStack = 128 << 20

// A Handler answers one request after the other. An error becomes the answer's failure.
type Handler func(context.Context, Request) (*Answer, error)

// Run makes this process a worker: it takes stdin and stdout over and serves until stdin ends or ctx does. prepare
// makes the handler from the Setup that comes first; it is [NewHandler] but in tests.
func Run(ctx context.Context, prepare func(Setup) (Handler, error)) error {
	out, err := takeStdout()
	if err != nil {
		return err
	}
	return serve(ctx, os.Stdin, out, prepare)
}

// serve answers what comes from in, to out.
func serve(ctx context.Context, in io.Reader, out io.Writer, prepare func(Setup) (Handler, error)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	frames := make(chan []byte)
	go func() { // in a goroutine of its own: the end of in is seen while a document is read, too
		for {
			frame, err := readFrame(in)
			if err != nil {
				cancel(err)
				return
			}
			frames <- frame
		}
	}()
	answers := make(chan error)
	s := server{out: out, prepare: prepare}
	for {
		select {
		case frame := <-frames:
			go func() { answers <- s.answer(ctx, frame) }()
		case <-ctx.Done():
			return ended(ctx)
		}
		select {
		case err := <-answers:
			if err != nil {
				return err
			}
		case <-ctx.Done(): // not waiting for a parser that does not look at ctx
			return ended(ctx)
		}
	}
}

// ended returns why serving ended: nil if that is as it should be.
func ended(ctx context.Context) error {
	if err := context.Cause(ctx); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// A server is the worker's side of one conversation.
type server struct {
	out     io.Writer
	prepare func(Setup) (Handler, error)
	handler Handler // nil until the Setup has come
	limits  Limits
}

// answer answers one frame.
func (s *server) answer(ctx context.Context, frame []byte) error {
	if s.handler == nil {
		return s.begin(frame)
	}
	var r Request
	if err := json.Unmarshal(frame, &r); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(s.limits.Time, func() { cancel(extract.ErrTimeout) })
	defer timer.Stop()
	r.alive = func() {
		timer.Reset(s.limits.Time)
		_ = writeFrame(s.out, Answer{Alive: true}) // an error comes again with the answer
	}
	a, err := s.handler(ctx, r)
	if err != nil && errors.Is(context.Cause(ctx), extract.ErrTimeout) {
		err = fmt.Errorf("%s: %w", r.Path, extract.ErrTimeout)
	}
	if err != nil {
		a = &Answer{Failure: newFailure(err)}
	}
	err = writeFrame(s.out, a)
	if errors.Is(err, errTooLarge) {
		tooLarge := fmt.Errorf("%s: what was read %w", r.Path, extract.ErrTooLarge)
		err = writeFrame(s.out, Answer{Failure: newFailure(tooLarge)})
	}
	return err
}

// begin takes the Setup.
func (s *server) begin(frame []byte) error {
	var setup Setup
	if err := json.Unmarshal(frame, &setup); err != nil {
		return err
	}
	s.limits = setup.limits()
	limitMemory(s.limits.Memory)
	debug.SetMaxStack(int(min(maxStack, s.limits.Memory/4))) // it is held twice while it grows
	h, err := s.prepare(setup)
	if err != nil {
		return writeFrame(s.out, Answer{Failure: newFailure(err)})
	}
	s.handler = h
	return writeFrame(s.out, Answer{})
}

// NewHandler returns the handler that reads documents.
func NewHandler(s Setup) (Handler, error) {
	var now Request // the one that is answered
	o := styrdok.Options{
		Municipality: s.Municipality, Password: string(s.Password),
		MunicipalityOf: func(styrdok.Source) string { return now.Municipality },
	}
	if s.OCR != nil {
		// A picture that takes all of the time costs its page, not the document.
		o.OCR = &extract.OCR{Languages: s.OCR.Languages, Cache: s.OCR.Cache, Timeout: s.limits().Time * 3 / 4, Done: func() { now.alive() }}
	}
	if s.Fallback != "" {
		o.Fallback = &extract.Fallback{Program: s.Fallback, Timeout: s.limits().Time / 2}
	}
	if len(s.Taxonomy) > 0 {
		var err error
		if o.Taxonomy, err = tagging.Load(s.TaxonomyName, s.Taxonomy); err != nil {
			return nil, err
		}
	}
	var reader *styrdok.Reader // made when first asked for: pages need none
	return func(ctx context.Context, r Request) (*Answer, error) {
		now = r
		if r.Pages {
			doc, err := extract.File(ctx, string(r.Path), extract.Options{Password: o.Password, OCR: o.OCR, Fallback: o.Fallback})
			if err != nil {
				return nil, err
			}
			return &Answer{Pages: printed(doc)}, nil
		}
		if reader == nil {
			o.Register = policy.DefaultRegister().With(s.Municipalities...)
			reader = styrdok.NewReader(o)
		}
		began := time.Now()
		doc, err := reader.Parse(ctx, r.Source())
		if err != nil {
			return nil, err
		}
		parsed := time.Now()
		reader.Annotate(doc, r.Source())
		return &Answer{Document: doc, Spent: Spent{Read: parsed.Sub(began), Tag: time.Since(parsed)}}, nil
	}, nil
}

// printed returns of doc what is printed and what is told of it.
func printed(doc *page.Document) *page.Document {
	out := &page.Document{Format: doc.Format, Issues: doc.Issues, Pages: make([]page.Page, len(doc.Pages))}
	for i, p := range doc.Pages {
		out.Pages[i] = page.Page{Record: p.Record, Blocks: make([]page.Block, len(p.Blocks))}
		for j, b := range p.Blocks {
			out.Pages[i].Blocks[j] = page.Block{Kind: b.Kind, Marker: b.Marker, Text: b.Text}
		}
	}
	return out
}
