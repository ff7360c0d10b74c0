package opensearch

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/index"
)

// A storage keeps, in the documents index, what of an index is not its passages. A writer's is used from one goroutine; where nothing is written, several may read.
type storage struct {
	engine *Engine
	place  place
	client *client
	bulk   *bulk
	// removed are the names to be removed, with what lies under them.
	removed []string
	// lock is the writer's, nil for a reader.
	lock *lock
}

// Storage implements [index.Storer].
func (e *Engine) Storage(name string) (index.Storage, error) {
	p, c, err := e.reach(name)
	if err != nil {
		return nil, err
	}
	if _, err := checkFormat(context.Background(), c, p.documents()); err != nil {
		return nil, err
	}
	return &storage{engine: e, place: p, client: c, bulk: newBulk(c, p.documents())}, nil
}

// The blobs that are not what they seem: which generation is current tells the alias of passages, and what CURRENT then holds
// stands under a name of the generation.
const (
	currentBlob     = "CURRENT"
	generationsBlob = "generations"
)

func currentOf(n int) string { return fmt.Sprintf("current/%06d", n) }

// Read implements [index.Storage].
func (s *storage) Read(name string) ([]byte, error) {
	ctx := context.Background()
	if len(s.removed) > 0 {
		if err := s.settle(ctx); err != nil {
			return nil, err
		}
	}
	if name != currentBlob {
		return s.readBlob(ctx, name)
	}
	n, err := s.current(ctx)
	if err != nil {
		return nil, err
	}
	data, err := s.readBlob(ctx, currentOf(n))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: generation %d is half written: the alias %s names it, but not what it holds; mend it with \"styrdok verify --repair\"",
			index.ErrDamaged, n, s.place.passages())
	}
	return data, err
}

// Write implements [index.Storage].
func (s *storage) Write(name string, data []byte) error {
	if len(s.removed) > 0 {
		if err := s.settle(context.Background()); err != nil {
			return err
		}
	}
	actions, err := blobActions(name, data, rand.Text())
	for _, a := range actions {
		err = errors.Join(err, s.bulk.put(a))
	}
	return err
}

// Sync implements [index.Storage]. What the cluster has answered for is on the disks of all copies.
func (s *storage) Sync() error { return s.settle(context.Background()) }

// settle does what was put off.
func (s *storage) settle(ctx context.Context) error {
	if err := s.bulk.flush(); err != nil || len(s.removed) == 0 {
		return err
	}
	names := s.removed
	s.removed = nil
	var ids []string
	for chunk := range slices.Chunk(names, removeAtOnce) {
		if err := s.blobs(ctx, chunk, func(id, _ string) { ids = append(ids, id) }); err != nil {
			return err
		}
	}
	for _, id := range append(ids, names...) {
		if err := s.bulk.put(action{id: id}); err != nil {
			return err
		}
	}
	return s.bulk.flush()
}

// removeAtOnce is how many names are looked for at once.
const removeAtOnce = 500

// Replace implements [index.Storage].
func (s *storage) Replace(name string, data []byte) error {
	if name == currentBlob {
		return s.publish(data)
	}
	if err := s.Write(name, data); err != nil {
		return err
	}
	return s.Sync()
}

// Names implements [index.Storage].
func (s *storage) Names(under string) ([]string, error) {
	ctx := context.Background()
	names := map[string]bool{}
	if err := s.blobs(ctx, []string{under}, func(_, name string) { names[directly(under, name)] = true }); err != nil {
		return nil, err
	}
	if under == generationsBlob {
		all, err := s.generations(ctx)
		if err != nil {
			return nil, err
		}
		for _, n := range all {
			names[fmt.Sprintf("%06d", n)] = true
		}
	}
	return slices.Sorted(maps.Keys(names)), nil
}

// Remove implements [index.Storage].
func (s *storage) Remove(name string) error {
	digits, ok := strings.CutPrefix(name, generationsBlob+"/")
	var n int
	if _, err := fmt.Sscanf(digits, "%06d", &n); !ok || err != nil || strings.Contains(digits, "/") {
		s.removed = append(s.removed, name)
		return nil
	}
	if err := s.lock.holds(context.Background()); err != nil { // another writer may use the number by now
		return err
	}
	s.removed = append(s.removed, name, currentOf(n))
	if err := s.settle(context.Background()); err != nil {
		return err
	}
	err := s.client.do(context.Background(), "DELETE", "/"+s.place.passagesOf(n), nil, nil)
	if missing(err) {
		return nil
	}
	return err
}
