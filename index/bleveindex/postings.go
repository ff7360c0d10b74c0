package bleveindex

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
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
