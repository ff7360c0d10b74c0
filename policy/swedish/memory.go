package swedish

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// A memory holds analysed words as bytes, of which a garbage collector has nothing to follow: more than the documents of all
// municipalities have, in the room of a tenth of them as they are used. The zero value is empty.
type memory struct {
	seed maphash.Seed
	// at is where each word begins in data, by its hash; of words with one hash the last is remembered.
	at   map[uint64]uint32
	data []byte
}

// maxMemory bounds a memory, in bytes: some 160,000 words.
const maxMemory = 16 << 20

// put remembers w as the analysis of word. A memory that is full forgets all others.
//
// A word is how many lemmas, parts and roots there are, the lengths of it, its surface and these, and then all of them.
func (m *memory) put(word string, w *Word) {
	if m.at == nil || len(m.data) >= maxMemory {
		m.seed, m.at, m.data = maphash.MakeSeed(), map[uint64]uint32{}, m.data[:0]
	}
	m.at[maphash.String(m.seed, word)] = uint32(len(m.data))
	all := slices.Concat([]string{word, w.Surface}, w.Lemmas, w.Parts, w.Roots)
	for _, n := range [...]int{len(w.Lemmas), len(w.Parts), len(w.Roots)} {
		m.data = binary.AppendUvarint(m.data, uint64(n))
	}
	for _, s := range all {
		m.data = binary.AppendUvarint(m.data, uint64(len(s)))
	}
	for _, s := range all {
		m.data = append(m.data, s...)
	}
}

// get returns the analysis of word, and word itself as a string that the analysis shares its memory with.
func (m *memory) get(word string) (string, *Word, bool) {
	if m.at == nil {
		return "", nil, false
	}
	begin, ok := m.at[maphash.String(m.seed, word)]
	if !ok {
		return "", nil, false
	}
	rest := m.data[begin:]
	next := func() int {
		n, size := binary.Uvarint(rest)
		rest = rest[size:]
		return int(n)
	}
	lemmas, parts, roots := next(), next(), next()
	lengths, count, size := rest, 2+lemmas+parts+roots, 0
	for range count {
		size += next()
	}
	text := rest[:size]
	rest = lengths
	if n := next(); string(text[:n]) != word {
		return "", nil, false
	}
	all := string(text)
	rest = lengths
	cut := func() string {
		n := next()
		s := all[:n]
		all = all[n:]
		return s
	}
	word = cut()
	w := &Word{Surface: cut()}
	list := make([]string, 0, count-2)
	for range count - 2 {
		list = append(list, cut())
	}
	w.Lemmas, w.Roots = list[:lemmas:lemmas], list[lemmas+parts:]
	if parts > 0 {
		w.Parts = list[lemmas : lemmas+parts : lemmas+parts]
	}
	return word, w, true
}
