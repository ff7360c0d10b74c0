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

// A layout is the postings of a field as a segment has them, but for the places that depend on where in the segment they will stand. Its memory is
// used again from term to term.
type layout struct {
	// passages is how many the segment has.
	passages int
	// chunks are frequencies and places of all terms, bitmaps which passages have them; terms says whose they are.
	chunks, bitmaps []byte
	terms           []termPostings

	bitmap *roaring.Bitmap
	bytes  bytes.Buffer
	freqs  chunks
	places chunks
}

// A termPostings is where the postings of a term are: where its frequencies and its places begin in the chunks, each one more and 0 if it has
// none, and where its bitmap ends. A term with oneHit has nothing but this, which is for the dictionary.
type termPostings struct {
	oneHit, freqs, places uint64
	bitmap                int
}

// layOut lays out, of each term of f, which passages have it and how often.
func (f *field) layOut(passages int) (*layout, error) {
	l := &layout{passages: passages, terms: make([]termPostings, f.terms.len()), bitmap: roaring.New()}
	lists := f.lists()
	for term := range l.terms {
		posts, passages := lists.of(uint32(term))
		if err := l.term(&l.terms[term], f, posts, passages); err != nil {
			return nil, fmt.Errorf("field %s: %w", f.name, err)
		}
	}
	return l, nil
}

// postings writes the postings of a field, whose chunks begin at base, and returns what the dictionary is to say of each term.
func (w *segmentWriter) postings(l *layout, base uint64) []uint64 {
	values := make([]uint64, len(l.terms))
	from := 0
	for i, t := range l.terms {
		if t.oneHit != 0 {
			values[i] = t.oneHit
			continue
		}
		values[i] = uint64(len(w.data))
		bitmap := l.bitmaps[from:t.bitmap]
		from = t.bitmap
		for _, v := range []uint64{inSegment(t.freqs, base), inSegment(t.places, base), uint64(len(bitmap))} {
			w.data = binary.AppendUvarint(w.data, v)
		}
		w.data = append(w.data, bitmap...)
	}
	return values
}

// inSegment returns where in a segment at, of a termPostings, is, 0 if there is none.
func inSegment(at, base uint64) uint64 {
	if at == 0 {
		return 0
	}
	return at - 1 + base
}

// builders are those whose memory can be used again.
var builders sync.Pool

// small dictionaries are made twice as fast with a fifth of vellum's own register of endings that words share, and are a sixth larger;
// merging makes them as small as others.
var builderOptions = vellum.BuilderOpts{Encoder: 1, RegistryTableSize: 2000, RegistryMRUSize: 2}

// dictionary returns the terms of f in order, each with its value.
func (f *field) dictionary(values []uint64) ([]byte, error) {
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
	for _, term := range f.terms.sorted() {
		if err := b.Insert(f.terms.text(term), values[term]); err != nil {
			return nil, fmt.Errorf("field %s: %w", f.name, err)
		}
	}
	err = b.Close() // writes the rest
	builders.Put(b)
	return out.Bytes(), err
}

// maxOneHit is the greatest number that fits into the dictionary itself.
const maxOneHit = 1<<31 - 1

// term lays out the posts of one term, in passages. A term that stands once in one passage stands in the dictionary alone.
func (l *layout) term(t *termPostings, f *field, posts, passages []uint32) error {
	if len(posts) == 1 && len(f.places[posts[0]]) == 0 {
		if freq, norm := f.freqNorm(posts[0], passages[0]); freq == 1 && norm > 0 && norm <= maxOneHit {
			t.oneHit = zap.FSTValEncode1Hit(uint64(passages[0]), uint64(norm))
			return nil
		}
	}
	l.begin(len(posts))
	for i, at := range posts {
		doc := passages[i]
		freq, norm := f.freqNorm(at, doc)
		places := f.places[at]
		l.freqs.add(doc, hasPlaces(freq, len(places) > 0))
		if freq > 0 {
			l.freqs.add(doc, uint64(norm))
		}
		if len(places) > 0 {
			l.addPlaces(f.number, doc, places)
		}
	}
	t.freqs, t.places = l.add(&l.freqs), l.add(&l.places)
	l.bitmap.AddMany(passages)
	if f.options.SkipFreqNorm() {
		l.bitmap.RunOptimize() // values go on from passage to passage
	}
	_, err := l.bitmap.WriteTo(&l.bytes)
	l.bitmaps = append(l.bitmaps, l.bytes.Bytes()...)
	t.bitmap = len(l.bitmaps)
	return err
}

// hasPlaces is how a frequency is written, with whether places are.
func hasPlaces(freq uint64, places bool) uint64 {
	if places {
		return freq<<1 | 1
	}
	return freq << 1
}

// begin makes l ready for a term with n postings.
func (l *layout) begin(n int) {
	l.bitmap.Clear()
	l.bytes.Reset()
	const each = 1024 // zap.DefaultChunkMode: so many postings a chunk, more or less
	size := l.passages / (n/each + 1)
	l.freqs.begin(size, l.passages)
	l.places.begin(size, l.passages)
}

// addPlaces adds the positions of a word in a passage as zap's locations.
func (l *layout) addPlaces(field int, doc uint32, places []uint32) {
	var one []byte
	for _, p := range places {
		for _, v := range []uint64{uint64(field), uint64(p), 0, 0, 0} {
			one = binary.AppendUvarint(one, v)
		}
	}
	l.places.add(doc, uint64(len(one)))
	l.places.bytes = append(l.places.bytes, one...)
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

// add adds c and returns where it begins, and one more, or 0 if there is nothing in it.
func (l *layout) add(c *chunks) uint64 {
	if len(c.bytes) == 0 {
		return 0
	}
	start := uint64(len(l.chunks))
	l.chunks = binary.AppendUvarint(l.chunks, uint64(len(c.ends)))
	for _, e := range c.ends {
		if e < 0 {
			e = len(c.bytes)
		}
		l.chunks = binary.AppendUvarint(l.chunks, uint64(e))
	}
	l.chunks = append(l.chunks, c.bytes...)
	return start + 1
}
