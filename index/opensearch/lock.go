package opensearch

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/styrdok/styrdok/index"
)

// How long a lease holds without being renewed, how often it is, and how far clocks may differ.
const (
	lease = 15 * time.Second
	renew = 4 * time.Second
	// MaxSkew is how far the clocks of machines that write one index may differ.
	MaxSkew = 3 * time.Second
)

// firstIndex is what the names of the documents' and the work's index have behind those of their aliases.
const firstIndex = "-1"

const lockID = "lock"

// A leased is a document of the work index that somebody holds for some time.
type leased struct {
	Kind string `json:"kind"`
	// Token is that of who holds it, Expires when it does unless it is renewed, in milliseconds since 1970.
	Token   string       `json:"token,omitempty"`
	Expires int64        `json:"expires,omitempty"`
	Owner   *index.Owner `json:"owner,omitempty"`
}

func workMapping() object {
	keyword := object{"type": "keyword"}
	return object{"dynamic": "strict", "properties": object{"kind": keyword, "token": keyword, "expires": object{"type": "long"},
		"owner": object{"type": "object", "enabled": false}, "run": keyword, "state": keyword, "key": keyword, "since": object{"type": "long"},
		"done": object{"type": "long"}, "leases": object{"type": "long"}, "attempts": object{"type": "integer"}, "leads": object{"type": "boolean"},
		"terms": keyword, "payload": object{"type": "object", "enabled": false}, "result": object{"type": "binary"}}}
}

func workSettings() object {
	return object{"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "500ms"}
}

// A lock is held by a writer until it is given back.
type lock struct {
	client *client
	place  place
	body   leased
	mu     sync.Mutex
	at     version
	lost   error
	stop   context.CancelFunc
	ended  chan struct{}
}

// A version tells whether a document is what it was.
type version struct {
	SeqNo *int64 `json:"_seq_no"`
	Term  *int64 `json:"_primary_term"`
}

// Lock implements [index.Storage].
func (s *storage) Lock(o index.Owner) (func() error, error) {
	ctx := context.Background()
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	l := &lock{client: s.client, place: s.place, body: leased{Kind: "lock", Token: rand.Text(), Owner: &o}, ended: make(chan struct{})}
	var old leased
	at, err := s.client.getWork(ctx, s.place, lockID, &old)
	if err != nil && !missing(err) {
		return nil, err
	}
	if err == nil && !old.free(time.Now()) {
		return nil, fmt.Errorf("%s: %w (%s)", s.place.name, index.ErrLocked, old.describe())
	}
	if err := l.take(ctx, at); err != nil {
		if errors.Is(err, errConflict) {
			err = fmt.Errorf("%s: %w", s.place.name, index.ErrLocked)
		}
		return nil, err
	}
	beat, stop := context.WithCancel(ctx)
	l.stop = stop
	go l.keep(beat)
	s.lock = l
	return func() error { return errors.Join(s.settle(ctx), l.release(ctx)) }, nil
}

// prepare makes the indexes that a writer needs, and refuses those of others.
func (s *storage) prepare(ctx context.Context) error {
	for _, x := range []struct {
		alias             string
		mapping, settings object
	}{{s.place.documents(), documentMapping(), documentSettings()}, {s.place.work(), workMapping(), workSettings()}} {
		there, err := checkFormat(ctx, s.client, x.alias)
		if err == nil && !there {
			err = create(ctx, s.client, x.alias+firstIndex, x.alias, x.mapping, x.settings)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// free reports whether nobody holds d.
func (d leased) free(now time.Time) bool {
	return d.Token == "" || now.UnixMilli() > d.Expires+MaxSkew.Milliseconds()
}

func (d leased) describe() string {
	if d.Owner == nil {
		return "by an unknown process"
	}
	return fmt.Sprintf("process %d on %s, since %s", d.Owner.PID, d.Owner.Host, d.Owner.Since.Local().Format("2006-01-02 15:04:05"))
}

// getWork reads a document of the work index.
func (c *client) getWork(ctx context.Context, p place, id string, out any) (version, error) {
	var answer struct {
		version
		Source json.RawMessage `json:"_source"`
	}
	if err := c.do(ctx, "GET", "/"+p.work()+"/_doc/"+url.PathEscape(id), nil, &answer); err != nil {
		return version{}, err
	}
	return answer.version, json.Unmarshal(answer.Source, out)
}

// putWork writes a document of the work index if it is what it was at; a zero version is of one that is not there. The error wraps
// errConflict if it is not.
func (c *client) putWork(ctx context.Context, p place, id string, at version, v any) (version, error) {
	path := "/" + p.work() + "/_doc/" + url.PathEscape(id) + "?require_alias=true&"
	if at.SeqNo == nil {
		path += "op_type=create"
	} else {
		path += fmt.Sprintf("if_seq_no=%d&if_primary_term=%d", *at.SeqNo, *at.Term)
	}
	var now version
	err := c.send(ctx, "PUT", path, v, &now)
	return now, err
}

// take writes the lock anew if it is what it was at.
func (l *lock) take(ctx context.Context, at version) error {
	l.body.Expires = time.Now().Add(lease).UnixMilli()
	now, err := l.client.putWork(ctx, l.place, lockID, at, l.body)
	if errors.Is(err, errConflict) { // perhaps with a first try of ours, whose answer was lost
		var seen leased
		if v, e := l.client.getWork(ctx, l.place, lockID, &seen); e == nil && seen.Token == l.body.Token {
			now, err = v, nil
		}
	}
	if err == nil {
		l.at = now
	}
	return err
}

// keep renews the lock until ctx ends.
func (l *lock) keep(ctx context.Context) {
	defer close(l.ended)
	for sleep(ctx, renew) == nil {
		l.mu.Lock()
		if err := l.take(ctx, l.at); errors.Is(err, errConflict) {
			l.lost = fmt.Errorf("%s: another process took the lock, since this one did not renew it in time: %w", l.place.name, index.ErrLocked)
		}
		lost := l.lost
		l.mu.Unlock()
		if lost != nil {
			return
		}
	}
}

// holds returns an error unless the lock is held now.
func (l *lock) holds(ctx context.Context) error {
	if l == nil {
		return fmt.Errorf("opensearch: nothing is written without the lock")
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lost != nil {
		return l.lost
	}
	err := l.take(ctx, l.at)
	if errors.Is(err, errConflict) {
		l.lost = fmt.Errorf("%s: another process took the lock: %w", l.place.name, index.ErrLocked)
		return l.lost
	}
	return err
}

// release gives the lock back.
func (l *lock) release(ctx context.Context) error {
	l.stop()
	<-l.ended
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lost != nil {
		return nil // it is another's
	}
	var seen leased // a renewal that was broken off may have come through
	at, err := l.client.getWork(ctx, l.place, lockID, &seen)
	if missing(err) || err == nil && seen.Token != l.body.Token {
		return nil
	}
	if err != nil {
		return err
	}
	path := fmt.Sprintf("/%s/_doc/%s?if_seq_no=%d&if_primary_term=%d", l.place.work(), lockID, *at.SeqNo, *at.Term)
	if err = l.client.do(ctx, "DELETE", path, nil, nil); missing(err) || errors.Is(err, errConflict) {
		return nil // a first try did it, or somebody was faster
	}
	return err
}

// Owner implements [index.Storage].
func (s *storage) Owner() (index.Owner, bool) {
	var l leased
	_, err := s.client.getWork(context.Background(), s.place, lockID, &l)
	if err != nil || l.free(time.Now()) || l.Owner == nil {
		return index.Owner{}, false
	}
	return *l.Owner, true
}
