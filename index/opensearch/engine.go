package opensearch

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"github.com/styrdok/styrdok/index"
)

// Options says how a cluster is spoken to; the zero value works with one that asks for nothing.
type Options struct {
	// User and Password are those of HTTP basic authentication, "" for none.
	User, Password string
	// CA is the certificates, in PEM, that those of the cluster may be signed by; nil means the system's.
	CA []byte
	// Shards is how many shards the passages of a new index have; 0 is one.
	Shards int
	// Patience is how long a request is tried again while nodes are away or overloaded; 0 is DefaultPatience.
	Patience time.Duration
}

// DefaultPatience is longer than a cluster takes to elect a new manager and to promote the copies that it has.
const DefaultPatience = 2 * time.Minute

// format counts the changes of what is written; a new number makes indexes be rebuilt from their documents.
const format = 2

// Engine is a cluster as an engine of index, and as the [index.Storage] of its indexes. It is safe for concurrent use.
type Engine struct {
	opts    Options
	mu      sync.Mutex
	clients map[string]*client // by addresses
}

// New returns an engine. It speaks to nobody yet.
func New(o Options) *Engine {
	if o.Patience <= 0 {
		o.Patience = DefaultPatience
	}
	o.Shards = max(o.Shards, 1)
	return &Engine{opts: o, clients: map[string]*client{}}
}

// Name implements [index.Engine].
func (e *Engine) Name() string { return fmt.Sprintf("opensearch/%d", format) }

// reach returns the place called name and a client for it.
func (e *Engine) reach(name string) (place, *client, error) {
	p, err := parsePlace(name)
	if err != nil {
		return p, nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	key := fmt.Sprint(p.addresses)
	c, ok := e.clients[key]
	if !ok {
		if c, err = newClient(p, e.opts); err != nil {
			return p, nil, err
		}
		e.clients[key] = c
	}
	return p, c, nil
}

// Close ends the connections.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, c := range e.clients {
		_ = c.nodes.Close()
	}
	clear(e.clients)
	return nil
}

// Begin implements [index.Engine]. A generation that starts from another is a clone of it.
func (e *Engine) Begin(dir, from string) (index.Batch, error) {
	p, c, err := e.reach(dir)
	if err != nil {
		return nil, err
	}
	ctx, alias := context.Background(), p.building(p.generation, rand.Text())
	if from == "" {
		err = create(ctx, c, p.passagesOf(p.generation), alias, passageMapping(), passageSettings(e.opts.Shards))
	} else {
		var old place
		if old, err = parsePlace(from); err == nil {
			err = clone(ctx, c, p, old.generation, alias)
		}
	}
	if err != nil {
		return nil, err
	}
	return &batch{client: c, place: p, bulk: newBulk(c, alias)}, nil
}

// Open implements [index.Engine].
func (e *Engine) Open(dir string) (index.Reader, error) {
	p, c, err := e.reach(dir)
	if err != nil {
		return nil, err
	}
	name := p.passagesOf(p.generation)
	if _, err := checkFormat(context.Background(), c, name); err != nil {
		return nil, err
	}
	return &reader{client: c, index: name, counts: map[string]int{}}, nil
}

// clone makes generation p from the generation from, which is made read-only first.
func clone(ctx context.Context, c *client, p place, from int, alias string) error {
	old := p.passagesOf(from)
	if err := c.send(ctx, "PUT", "/"+old+"/_settings", object{"index.blocks.write": true}, nil); err != nil {
		return err
	}
	err := c.send(ctx, "POST", "/"+old+"/_clone/"+p.passagesOf(p.generation)+"?wait_for_active_shards=1", object{
		"settings": object{"index.blocks.write": nil, "index.blocks.read_only_allow_delete": nil},
		"aliases":  object{alias: object{}},
	}, nil)
	if err = sentTwice(ctx, c, p.passagesOf(p.generation), alias, err); err != nil {
		return fmt.Errorf("starting generation %d from %d: %w", p.generation, from, err)
	}
	return nil
}
