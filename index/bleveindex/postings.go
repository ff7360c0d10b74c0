package bleveindex

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// A termWriter is the memory that is used again from term to term.
type termWriter struct {
	bitmap *roaring.Bitmap
	bytes  bytes.Buffer
	freqs  chunks
	places chunks
}

// postings writes, of each term of f, which passages have it and how often, and returns what the dictionary is to say of each.
func (w *segmentWriter) postings(f *field) ([]uint64, error) {
	lists := f.lists()
	places := make([]uint64, len(f.terms))
	for term := range places {
		var err error
		posts, passages := lists.of(uint32(term))
		if places[term], err = w.term(f, posts, passages); err != nil {
			return nil, fmt.Errorf("field %s: %w", f.name, err)
		}
	}
	return places, nil
}

// builders are those whose memory can be used again.
var builders sync.Pool

// small dictionaries are made twice as fast with a fifth of vellum's own register of endings that words share, and are a sixth larger;
// merging makes them as small as others.
var builderOptions = vellum.BuilderOpts{Encoder: 1, RegistryTableSize: 2000, RegistryMRUSize: 2}

// dictionary returns the terms of f in order, each with what places has for it.
func (f *field) dictionary(places []uint64) ([]byte, error) {
	var out bytes.Buffer
	b, ok := builders.Get().(*vellum.Builder)
	var err error
	if ok {
		err = b.Reset(&out)
	} else {
		b, err = vellum.New(&out, &builderOptions)
	}
	if err != nil {
		return nil, fmt.Errorf("field %s: %w", f.name, err)
	}
	var key []byte
	for _, term := range f.order() {
		key = append(key[:0], f.terms[term]...)
		if err := b.Insert(key, places[term]); err != nil {
			return nil, fmt.Errorf("field %s: %w", f.name, err)
		}
	}
	err = b.Close() // writes the rest
	builders.Put(b)
	return out.Bytes(), err
}

// maxOneHit is the greatest number that fits into the dictionary itself.
const maxOneHit = 1<<31 - 1

// term writes the posts of one term, in passages, and returns what the dictionary says of it. A term that stands once in one
// passage stands in the dictionary alone.
func (w *segmentWriter) term(f *field, posts, passages []uint32) (uint64, error) {
	if first := f.posts[posts[0]]; len(posts) == 1 && first.freq == 1 && first.norm > 0 && first.norm <= maxOneHit && len(f.places[posts[0]]) == 0 {
		return zap.FSTValEncode1Hit(uint64(passages[0]), uint64(first.norm)), nil
	}
	t := &w.terms
	t.begin(len(posts), w.passages)
	for i, at := range posts {
		p, doc := f.posts[at], passages[i]
		places := f.places[at]
		t.freqs.add(doc, hasPlaces(p.freq, len(places) > 0))
		if p.freq > 0 {
			t.freqs.add(doc, uint64(p.norm))
		}
		if len(places) > 0 {
			t.addPlaces(f.number, doc, places)
		}
	}
	freqs := w.chunks(&t.freqs)
	places := w.chunks(&t.places)
	t.bitmap.AddMany(passages)
	if f.options.SkipFreqNorm() {
		t.bitmap.RunOptimize() // values go on from passage to passage
	}
	if _, err := t.bitmap.WriteTo(&t.bytes); err != nil {
		return 0, err
	}
	start := uint64(len(w.data))
	for _, v := range []uint64{freqs, places, uint64(t.bytes.Len())} {
		w.data = binary.AppendUvarint(w.data, v)
	}
	w.data = append(w.data, t.bytes.Bytes()...)
	return start, nil
}

// hasPlaces is how a frequency is written, with whether places are.
func hasPlaces(freq uint64, places bool) uint64 {
	if places {
		return freq<<1 | 1
	}
	return freq << 1
}

// begin makes t ready for a term with n postings in a segment of so many passages.
func (t *termWriter) begin(n, passages int) {
	if t.bitmap == nil {
		t.bitmap = roaring.New()
	}
	t.bitmap.Clear()
	t.bytes.Reset()
	const each = 1024 // zap.DefaultChunkMode: so many postings a chunk, more or less
	size := passages / (n/each + 1)
	t.freqs.begin(size, passages)
	t.places.begin(size, passages)
}

// addPlaces adds the positions of a word in a passage as zap's locations.
func (t *termWriter) addPlaces(field int, doc uint32, places []uint32) {
	var one []byte
	for _, p := range places {
		for _, v := range []uint64{uint64(field), uint64(p), 0, 0, 0} {
			one = binary.AppendUvarint(one, v)
		}
	}
	t.places.add(doc, uint64(len(one)))
	t.places.bytes = append(t.places.bytes, one...)
}

// A chunks is numbers by passage, in pieces of so many passages each.
type chunks struct {
	size  int
	ends  []int
	bytes []byte
}

func (c *chunks) begin(size, passages int) {
	c.size, c.bytes = size, c.bytes[:0]
	n := (passages-1)/size + 1
	c.ends = append(c.ends[:0], make([]int, n)...)
	for i := range c.ends {
		c.ends[i] = -1
	}
}

// add adds v, of passage doc or one after the last.
func (c *chunks) add(doc uint32, v uint64) {
	for i := int(doc)/c.size - 1; i >= 0 && c.ends[i] < 0; i-- {
		c.ends[i] = len(c.bytes)
	}
	c.bytes = binary.AppendUvarint(c.bytes, v)
}

// chunks writes c and returns where, or 0 if there is nothing in it.
func (w *segmentWriter) chunks(c *chunks) uint64 {
	if len(c.bytes) == 0 {
		return 0
	}
	start := uint64(len(w.data))
	w.data = binary.AppendUvarint(w.data, uint64(len(c.ends)))
	for _, e := range c.ends {
		if e < 0 {
			e = len(c.bytes)
		}
		w.data = binary.AppendUvarint(w.data, uint64(e))
	}
	w.data = append(w.data, c.bytes...)
	return start
}
