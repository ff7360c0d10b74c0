package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// The size of a bulk: large enough that a request costs little beside what is in it, small enough for a node with a small heap.
const (
	bulkBytes   = 4 << 20
	bulkActions = 2000
)

// An action is one thing that a bulk does. source is nil for a removal.
type action struct {
	id     string
	source []byte
}

// A bulk writes and removes documents of one index, many at once. While the cluster takes some, the caller makes the next; no
// more than that is held. Of several actions on one document the last counts. Use it from one goroutine.
type bulk struct {
	client  *client
	alias   string
	pending []action
	at      map[string]int // where in pending the action on a document is
	bytes   int
	written chan error // of what is being written, nil if nothing is
}

func newBulk(c *client, alias string) *bulk {
	return &bulk{client: c, alias: alias, at: map[string]int{}}
}

// put adds an action, and begins to write if there are enough.
func (b *bulk) put(a action) error {
	if i, ok := b.at[a.id]; ok {
		b.bytes += len(a.source) - len(b.pending[i].source)
		b.pending[i] = a
	} else {
		b.at[a.id] = len(b.pending)
		b.pending = append(b.pending, a)
		b.bytes += len(a.source)
	}
	if len(b.pending) < bulkActions && b.bytes < bulkBytes {
		return nil
	}
	return b.begin()
}

// pendingOn returns the action on a document that is not begun yet.
func (b *bulk) pendingOn(id string) (action, bool) {
	i, ok := b.at[id]
	if !ok {
		return action{}, false
	}
	return b.pending[i], true
}

// begin begins to write what is pending.
func (b *bulk) begin() error {
	if err := b.wait(); err != nil || len(b.pending) == 0 {
		return err
	}
	actions, done := b.pending, make(chan error, 1)
	b.pending, b.bytes, b.written = nil, 0, done
	clear(b.at)
	go func() { done <- b.client.write(context.Background(), b.alias, actions) }()
	return nil
}

// wait waits until what was begun is written.
func (b *bulk) wait() error {
	if b.written == nil {
		return nil
	}
	err := <-b.written
	b.written = nil
	return err
}

// flush waits until all is written.
func (b *bulk) flush() error {
	if err := b.begin(); err != nil {
		return err
	}
	return b.wait()
}

// write does actions on the documents of an alias. Those that the cluster has no room for now are tried again, more and more seldom; the
// others are not sent twice.
func (c *client) write(ctx context.Context, alias string, actions []action) error {
	began, wait := time.Now(), firstWait
	for {
		again, why, err := c.writeOnce(ctx, alias, actions)
		if err != nil || len(again) == 0 {
			return err
		}
		if time.Since(began)+wait > c.patience {
			return why
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
		actions, wait = again, min(2*wait, longestWait)
	}
}

// writeOnce does actions once and returns those to be tried again, with why one of them is.
func (c *client) writeOnce(ctx context.Context, alias string, actions []action) (again []action, why, err error) {
	var body bytes.Buffer
	for _, a := range actions {
		kind := "index"
		if a.source == nil {
			kind = "delete"
		}
		line, err := encode(object{kind: object{"_id": a.id}})
		if err != nil {
			return nil, nil, err
		}
		body.Write(line)
		body.Write(a.source)
	}
	var answer struct {
		Errors bool
		Items  []map[string]struct {
			ID     string `json:"_id"`
			Status int
			Error  json.RawMessage
		}
	}
	if err := c.do(ctx, "POST", "/"+alias+"/_bulk?require_alias=true&timeout=30s", body.Bytes(), &answer); err != nil {
		return nil, nil, err
	}
	if len(answer.Items) != len(actions) {
		return nil, nil, fmt.Errorf("opensearch: %d of %d actions were answered", len(answer.Items), len(actions))
	}
	for i, item := range answer.Items {
		for _, result := range item {
			if result.Status < http.StatusBadRequest || actions[i].source == nil && result.Status == http.StatusNotFound && result.Error == nil {
				continue
			}
			var cause cause
			_ = json.Unmarshal(result.Error, &cause)
			f := c.explain(result.Status, cause)
			if !f.passing {
				return nil, nil, fmt.Errorf("writing %s: %w", actions[i].id, f)
			}
			again, why = append(again, actions[i]), f
		}
	}
	return slices.Clip(again), why, nil
}
