package bleveindex

import (
	"context"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	api "github.com/blevesearch/bleve_index_api"

	"github.com/styrdok/styrdok/index"
)

// sets are the passages that have a value, of those that were filtered by lately. A generation never changes, so that they hold as long as
// its reader.
type sets struct {
	mu   sync.Mutex
	made map[index.WeightedTerm]*roaring.Bitmap
}

// maxSets bounds them: each takes some twenty kilobytes at 200,000 passages.
const maxSets = 256

// of returns the passages with term, by their numbers. It must not be changed.
func (s *sets) of(ctx context.Context, r api.IndexReader, term index.WeightedTerm) (*roaring.Bitmap, error) {
	term.Weight = 0
	s.mu.Lock()
	b := s.made[term]
	s.mu.Unlock()
	if b != nil {
		return b, nil
	}
	p, err := r.TermFieldReader(ctx, []byte(term.Text), string(term.Field), false, false, false)
	if err != nil {
		return nil, err
	}
	b = roaring.New()
	var spare api.TermFieldDoc
	for {
		d, err := p.Next(spare.Reset())
		if err != nil {
			_ = p.Close()
			return nil, err
		}
		if d == nil {
			break
		}
		b.Add(uint32(d.ID.Value()))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made == nil || len(s.made) >= maxSets {
		s.made = map[index.WeightedTerm]*roaring.Bitmap{}
	}
	s.made[term] = b
	return b, p.Close()
}

// any returns the passages with any of terms.
func (s *sets) any(ctx context.Context, r api.IndexReader, terms []index.WeightedTerm) (*roaring.Bitmap, error) {
	all := make([]*roaring.Bitmap, len(terms))
	for i, t := range terms {
		var err error
		if all[i], err = s.of(ctx, r, t); err != nil {
			return nil, err
		}
	}
	return roaring.FastOr(all...), nil
}
