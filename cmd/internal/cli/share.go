package cli

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"time"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/batch"
	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/opensearch"
	"github.com/styrdok/styrdok/policy"
)

// sharedAtOnce is how many documents a writer posts before their results: enough for any number of workers to be busy meanwhile.
const sharedAtOnce = 128

// queue returns the queue by which processes share the reading for the index, nil where one process does all.
func (a *app) queue() (*opensearch.Queue, error) {
	e, ok := a.engine().(*opensearch.Engine)
	if !ok {
		return nil, nil
	}
	host, _ := os.Hostname()
	return e.Queue(a.config.Index, index.Owner{PID: os.Getpid(), Host: host, Since: time.Now().UTC().Truncate(time.Second)})
}

// terms name what an update is, for those who would share it: the same places, read by the same program with the same settings.
func (a *app) terms(u update) string {
	h := sha256.New()
	fmt.Fprintln(h, a.basis(u.reader), a.limits(), a.config.Municipality, a.config.Password != "")
	for _, r := range u.roots {
		fmt.Fprintln(h, absolute(r))
	}
	return short(h)
}

// A request is what a task asks for, a reply what comes of it: the document, or why there is none.
type (
	request struct {
		Source styrdok.Source `json:"source"`
		Mapped string         `json:"mapped"`
	}
	reply struct {
		Document *policy.Document `json:"document,omitempty"`
		SetAside *policy.SetAside `json:"set_aside,omitempty"`
	}
)

// A sharedReader has documents read by whoever serves the queue.
type sharedReader struct {
	poolReader
	queue *opensearch.Queue
}

// aside is the error of a document that another process could not read.
type aside struct{ policy.SetAside }

func (a aside) Error() string { return a.Reason }

// Read implements batch.Reader.
func (r sharedReader) Read(ctx context.Context, s styrdok.Source) (*policy.Document, error) {
	payload, err := json.Marshal(request{s, r.mapped(s)})
	if err != nil {
		return nil, err
	}
	data, err := r.queue.Do(ctx, payload)
	switch {
	case errors.Is(err, opensearch.ErrGivenUp):
		return nil, aside{policy.SetAside{Source: s.Name, Code: "crashed", Reason: err.Error()}}
	case err != nil:
		return nil, fmt.Errorf("%w: %w", batch.ErrStop, err)
	}
	var got reply
	if err := unpack(data, &got); err != nil {
		return nil, fmt.Errorf("%w: what was read of %s: %w", batch.ErrStop, s.Name, err)
	}
	if got.SetAside != nil {
		return nil, aside{*got.SetAside}
	}
	return got.Document, nil
}

// SetAside implements batch.Reader.
func (r sharedReader) SetAside(s styrdok.Source, err error) policy.SetAside {
	var a aside
	if errors.As(err, &a) {
		return a.SetAside
	}
	return r.poolReader.SetAside(s, err)
}

// readFor reads what a task asks for.
func readFor(r *reader, pool *worker.Pool) func(context.Context, []byte) ([]byte, error) {
	return func(ctx context.Context, payload []byte) ([]byte, error) {
		var q request
		if err := json.Unmarshal(payload, &q); err != nil {
			return nil, err
		}
		doc, err := pool.Read(ctx, q.Source, q.Mapped)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.Is(err, worker.ErrStart):
			return nil, noWorkers{err}
		case err != nil:
			s := r.SetAside(q.Source, err)
			return pack(reply{SetAside: &s})
		}
		return pack(reply{Document: doc})
	}
}

func pack(v reply) ([]byte, error) {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	err := errors.Join(json.NewEncoder(z).Encode(v), z.Close())
	return b.Bytes(), err
}

func unpack(data []byte, v *reply) error {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}

// share lets others read for u, and reads too, until the function that it returns is called.
func (a *app) share(ctx context.Context, q *opensearch.Queue, u update, pool *worker.Pool, workers int) (end func() error, err error) {
	if err := q.Share(ctx, a.terms(u)); err != nil {
		return nil, err
	}
	served := make(chan struct{})
	ctx, stop := context.WithCancel(ctx)
	go func() {
		defer close(served)
		if _, err := q.Serve(ctx, workers, readFor(u.reader, pool)); err != nil && ctx.Err() == nil {
			q.Fail(err)
		}
	}()
	return func() error {
		err := q.End(context.WithoutCancel(ctx))
		stop()
		<-served
		return err
	}, nil
}

// leaderPatience is how long is waited for a writer that has the lock to share its work; another kind of writer never does.
const leaderPatience = 10 * time.Second

// waitForLock waits a little, so that of several processes that would take over not all try at once.
func waitForLock(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Duration(rand.IntN(500)) * time.Millisecond):
		return nil
	}
}

// help reads for the writer that is at work, until its run has ended, and returns how many documents that were. locked is the error by
// which the writer is known.
func (a *app) help(ctx context.Context, q *opensearch.Queue, u update, locked error) (int, error) {
	terms, err := q.Shared(ctx)
	for until := time.Now().Add(leaderPatience); errors.Is(err, opensearch.ErrNoRun); terms, err = q.Shared(ctx) {
		if time.Now().After(until) || ctx.Err() != nil {
			return 0, locked
		}
		time.Sleep(leaderPatience / 40)
	}
	if err != nil {
		return 0, err
	}
	if terms != a.terms(u) {
		return 0, fmt.Errorf("%w; %w", locked, opensearch.ErrTerms)
	}
	a.log.Info("another process writes the index; reading for it", "index", a.config.Index)
	workers := worker.Workers(len(u.sources))
	pool := worker.NewPool(workers, u.reader.setup)
	defer pool.Close()
	return q.Serve(ctx, workers, readFor(u.reader, pool))
}
