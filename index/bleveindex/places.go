package bleveindex

import (
	"math"

	api "github.com/blevesearch/bleve_index_api"
)

// Where an exact word stands in a passage is kept in the two numbers that other fields have for its frequency and the passage's
// length, which exact words do not need: zap's own locations take five bytes a place and some forty a word, and stand in the way of
// its short form for words of one passage. The norm is the first place; the frequency is one more than the distances to the next
// places, in seven bits each, the first lowest. Words with more places, or further apart, have zap's locations instead.
const (
	placeBits = 7
	// maxDistances is how many distances fit.
	maxDistances = 8
	// maxFirst bounds a first place to what bleve, which gives it as the square root of its reciprocal, does not blur.
	maxFirst = 1 << 20
)

// addPlace adds a place, counted from 1, of the term n in the passage that was begun last.
func (f *field) addPlace(n, place uint32) {
	at := f.post(n)
	if int(at) == len(f.distances) {
		f.distances = append(room(f.distances), 0)
	}
	p, d := &f.posts[at], &f.distances[at]
	if *d == 0 && place > 0 && place < maxFirst {
		p.n, *d = place, 1
		return
	}
	places := f.places[at]
	if len(places) == 0 && *d > 0 {
		if packed, ok := appendPlace(*d, p.n, place); ok {
			*d = packed
			return
		}
		places = decodePlaces(nil, *d, p.n)
	}
	if f.places == nil {
		f.places = map[uint32][]uint32{}
	}
	f.places[at], *d = append(places, place), 1
}

// appendPlace returns freq with one more place, if that fits into it.
func appendPlace(freq uint64, first, place uint32) (uint64, bool) {
	last, n := first, 0
	for packed := freq - 1; packed > 0; packed >>= placeBits {
		last += uint32(packed & (1<<placeBits - 1))
		n++
	}
	if n == maxDistances || place <= last || place-last >= 1<<placeBits {
		return 0, false
	}
	return freq + uint64(place-last)<<(n*placeBits), true
}

// decodePlaces appends the places that freq and first stand for.
func decodePlaces(to []uint32, freq uint64, first uint32) []uint32 {
	to = append(to, first)
	for packed := freq - 1; packed > 0; packed >>= placeBits {
		first += uint32(packed & (1<<placeBits - 1))
		to = append(to, first)
	}
	return to
}

// placesOf appends the places of the exact word in the passage at which a reader stands.
func placesOf(to []uint32, d *api.TermFieldDoc) []uint32 {
	if len(d.Vectors) > 0 {
		for _, v := range d.Vectors {
			to = append(to, uint32(v.Pos))
		}
		return to
	}
	return decodePlaces(to, d.Freq, uint32(math.Round(1/(d.Norm*d.Norm))))
}
