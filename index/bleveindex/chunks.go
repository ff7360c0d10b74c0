package bleveindex

import "encoding/binary"

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
