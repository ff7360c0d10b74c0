package swedish

import (
	"encoding/binary"
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// A memory holds analysed words as bytes, of which a garbage collector has nothing to follow: more than the documents of all
// municipalities have, in the room of a tenth of them as they are used. The zero value is empty.
type memory struct {
	seed maphash.Seed
	// epoch is unlike those of all other memories, and of this one before it forgot: it makes keys of places.
	epoch uint64
	// at is where each word begins in data, by its hash; of words with one hash the last is remembered.
	at   map[uint64]uint32
	data []byte
}

// maxMemory bounds a memory, in bytes: some 400,000 words.
const maxMemory = 16 << 20

// epochs is how many epochs memories had.
var epochs atomic.Uint64

// put remembers w as the analysis of its surface, and returns it as get does. A memory that is full forgets all others.
//
// A word is its surface, how many lemmas, parts and roots there are, and each of these as a piece of the surface and what follows it.
func (m *memory) put(w *Word) *Word {
	if m.at == nil || len(m.data) >= maxMemory {
		m.seed, m.epoch, m.at, m.data = maphash.MakeSeed(), epochs.Add(1), map[uint64]uint32{}, m.data[:0]
	}
	m.at[maphash.String(m.seed, w.Surface)] = uint32(len(m.data))
	for _, n := range [...]int{len(w.Surface), len(w.Lemmas), len(w.Parts), len(w.Roots)} {
		m.data = binary.AppendUvarint(m.data, uint64(n))
	}
	m.data = append(m.data, w.Surface...)
	for _, list := range [...][]string{w.Lemmas, w.Parts, w.Roots} {
		for _, s := range list {
			at, n := piece(w.Surface, s)
			for _, v := range [...]int{at, n, len(s) - n} {
				m.data = binary.AppendUvarint(m.data, uint64(v))
			}
			m.data = append(m.data, s[n:]...)
		}
	}
	w, _ = m.get(w.Surface)
	return w
}

// piece returns a piece of surface that s begins with, by where it begins and its length: all of s, or what both begin with.
func piece(surface, s string) (at, n int) {
	if at := strings.Index(surface, s); at >= 0 {
		return at, len(s)
	}
	for n < len(s) && n < len(surface) && s[n] == surface[n] {
		n++
	}
	return 0, n
}

// get returns the analysis of a normal word, whose strings share their memory.
func (m *memory) get(word string) (*Word, bool) {
	if m.at == nil {
		return nil, false
	}
	begin, ok := m.at[maphash.String(m.seed, word)]
	if !ok {
		return nil, false
	}
	r := packed{rest: m.data[begin:]}
	size, lemmas, parts, roots := r.next(), r.next(), r.next(), r.next()
	if string(r.rest[:size]) != word {
		return nil, false
	}
	r.texts.Grow(2 * size)
	r.texts.WriteString(word)
	r.rest = r.rest[size:]
	list := make([]string, lemmas+parts+roots)
	for i := range list {
		list[i] = r.string(size)
	}
	w := &Word{Surface: r.texts.String()[:size], Lemmas: list[:lemmas:lemmas], Roots: list[lemmas+parts:], Key: m.epoch<<32 | uint64(begin)}
	if parts > 0 {
		w.Parts = list[lemmas : lemmas+parts : lemmas+parts]
	}
	return w, true
}

// A packed reads what put wrote.
type packed struct {
	rest []byte
	// texts begins with the surface; after it come the strings that are more than a piece of it.
	texts strings.Builder
}

func (r *packed) next() int {
	n, size := binary.Uvarint(r.rest)
	r.rest = r.rest[size:]
	return int(n)
}

// string reads one of the strings of a word whose surface has size bytes.
func (r *packed) string(size int) string {
	at, n, more := r.next(), r.next(), r.next()
	if more == 0 {
		return r.texts.String()[at : at+n]
	}
	from := r.texts.Len()
	r.texts.WriteString(r.texts.String()[at : at+n])
	r.texts.Write(r.rest[:more])
	r.rest = r.rest[more:]
	return r.texts.String()[from:]
}
