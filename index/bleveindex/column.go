package bleveindex

import (
	"encoding/binary"
	"math"

	api "github.com/blevesearch/bleve_index_api"
	"github.com/golang/snappy"
)

const (
	// noValues says that a field has no values by passage.
	noValues = math.MaxUint64
	// columnChunk is of how many passages the values are compressed together.
	columnChunk = 1024
)

// byPassage returns the terms of f by passage, in order, each ended by a separator.
func (f *field) byPassage(passages int) [][]byte {
	out := make([][]byte, passages)
	lists := f.lists()
	for _, term := range f.terms.sorted() {
		_, of := lists.of(term)
		for _, doc := range of {
			out[doc] = append(append(out[doc], f.terms.text(term)...), api.DocValueTermSeparator)
		}
	}
	return out
}

// values writes the values of all passages.
func (w *segmentWriter) values(all [][]byte) {
	begin := len(w.data)
	var ends []int
	for from := 0; from < len(all); from += columnChunk {
		w.valuesChunk(all[from:min(len(all), from+columnChunk)], from)
		ends = append(ends, len(w.data)-begin)
	}
	offsets := len(w.data)
	for _, e := range ends {
		w.data = binary.AppendUvarint(w.data, uint64(e))
	}
	w.data = binary.BigEndian.AppendUint64(w.data, uint64(len(w.data)-offsets))
	w.data = binary.BigEndian.AppendUint64(w.data, uint64(len(ends)))
}

// valuesChunk writes the values of the passages from first on.
func (w *segmentWriter) valuesChunk(some [][]byte, first int) {
	n := 0
	var places, data []byte
	for i, v := range some {
		if len(v) == 0 {
			continue
		}
		n++
		data = append(data, v...)
		places = binary.AppendUvarint(places, uint64(first+i))
		places = binary.AppendUvarint(places, uint64(len(data)))
	}
	if n == 0 {
		return
	}
	w.data = binary.AppendUvarint(w.data, uint64(n))
	w.data = append(w.data, places...)
	w.data = appendSnappy(w.data, data)
}

// appendSnappy appends data compressed.
func appendSnappy(to, data []byte) []byte {
	return append(to, snappy.Encode(nil, data)...)
}
