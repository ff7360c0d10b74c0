package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	osclient "github.com/opensearch-project/opensearch-go/v4"
)

// The limits of requests.
const (
	// connectTimeout bounds a connection, requestTimeout one try of a request: longer than the cluster's own limits, which tell more.
	connectTimeout = 5 * time.Second
	requestTimeout = 90 * time.Second
	// firstPatience bounds tries while no node has ever answered: the address is wrong, more likely than not.
	firstPatience = 5 * time.Second
	// firstWait and longestWait are how long is waited between tries.
	firstWait   = 100 * time.Millisecond
	longestWait = 3 * time.Second
	// maxAnswer bounds an answer: more than any that is asked for.
	maxAnswer = 512 << 20
)

// A client sends requests to one cluster.
type client struct {
	nodes    *osclient.Client
	address  string
	user     string
	patience time.Duration
	answered atomic.Bool
}

func newClient(p place, o Options) (*client, error) {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = (&net.Dialer{Timeout: connectTimeout}).DialContext
	t.MaxIdleConnsPerHost = 16
	nodes, err := osclient.NewClient(osclient.Config{
		Addresses: p.addresses, Username: o.User, Password: o.Password, CACert: o.CA, Transport: t,
		DisableRetry: true, RequestTimeout: requestTimeout, // tries are counted here, over all nodes
		ResurrectTimeoutInitial: time.Second, HealthCheckTimeout: connectTimeout,
	})
	if err != nil {
		return nil, fmt.Errorf("opensearch: %w", err)
	}
	return &client{nodes: nodes, address: p.addresses[0], user: o.User, patience: o.Patience}, nil
}

// do sends a request and reads the answer into out, unless it is nil. body is JSON, or lines of it; nil is none. What may pass
// is tried again.
func (c *client) do(ctx context.Context, method, path string, body []byte, out any) error {
	began, wait := time.Now(), firstWait
	for {
		err := c.once(ctx, method, path, body, out)
		var f *failure
		if err == nil || !errors.As(err, &f) || !f.passing || ctx.Err() != nil {
			return err
		}
		limit := c.patience
		if !c.answered.Load() {
			limit = min(limit, firstPatience)
		}
		if time.Since(began)+wait > limit {
			return err
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
		wait = min(2*wait, longestWait)
	}
}

// once sends a request once.
func (c *client) once(ctx context.Context, method, path string, body []byte, out any) error {
	var reader io.Reader
	if body != nil {
		reader = bytes.NewReader(body)
	}
	r, err := http.NewRequestWithContext(ctx, method, path, reader)
	if err != nil {
		return err
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := c.nodes.Transport.Perform(r)
	if err != nil || answer == nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return c.unreachable(err)
	}
	defer answer.Body.Close()
	c.answered.Store(true)
	data, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		return c.unreachable(err)
	}
	if answer.StatusCode >= http.StatusBadRequest {
		return c.refused(answer.StatusCode, data)
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(data, out); err != nil {
		return fmt.Errorf("opensearch: %s %s: the answer is not understood: %w", method, path, err)
	}
	return nil
}

// send is do with a body that is made of v.
func (c *client) send(ctx context.Context, method, path string, v, out any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	return c.do(ctx, method, path, body, out)
}

// encode returns v as JSON that leaves <, > and & as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// sleep waits for d, or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
