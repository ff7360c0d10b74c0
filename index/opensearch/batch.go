package opensearch

import (
	"bytes"
	"context"

	"github.com/styrdok/styrdok/index"
)

// A batch is a generation being written.
type batch struct {
	client *client
	place  place
	bulk   *bulk
	buffer bytes.Buffer
}

// Add implements [index.Batch].
func (b *batch) Add(entries []index.Entry) error {
	for _, e := range entries {
		b.buffer.Reset()
		if err := appendSource(&b.buffer, e); err != nil {
			return err
		}
		if err := b.bulk.put(action{id: e.ID, source: bytes.Clone(b.buffer.Bytes())}); err != nil {
			return err
		}
	}
	return nil
}

// Remove implements [index.Batch].
func (b *batch) Remove(ids []string) error {
	for _, id := range ids {
		if err := b.bulk.put(action{id: id}); err != nil {
			return err
		}
	}
	return nil
}

// Close implements [index.Batch].
func (b *batch) Close() error {
	if err := b.bulk.flush(); err != nil {
		return err
	}
	name := b.place.passagesOf(b.place.generation)
	for _, step := range []string{"_flush", "_refresh"} {
		if err := b.client.do(context.Background(), "POST", "/"+name+"/"+step, nil, nil); err != nil {
			return err
		}
	}
	return nil
}
