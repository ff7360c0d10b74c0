package bleveindex

import (
	"bytes"
	"hash/maphash"
	"slices"
)

// A vocabulary numbers texts, from 0 on, in the order in which they come. It holds no pointer: a garbage collector that had to follow one a term,
// over and over while segments are made, took a fourth of the time of indexing. Make it with newVocabulary.
type vocabulary struct {
	seed maphash.Seed
	// slots has, from that of a text's hash on, the numbers of texts, one more, beneath the upper half of their hashes; 0 is free.
	slots []uint64
	ends  []uint32
	texts []byte
}

const firstSlots = 1 << 6

func newVocabulary() vocabulary {
	return vocabulary{seed: maphash.MakeSeed(), slots: make([]uint64, firstSlots)}
}

// reset forgets all texts, and keeps the memory.
func (v *vocabulary) reset() {
	clear(v.slots)
	v.ends, v.texts = v.ends[:0], v.texts[:0]
}

// len returns how many texts there are.
func (v *vocabulary) len() int { return len(v.ends) }

// text returns the text with the number n. It must not be changed.
func (v *vocabulary) text(n uint32) []byte {
	from := uint32(0)
	if n > 0 {
		from = v.ends[n-1]
	}
	return v.texts[from:v.ends[n]]
}

// find returns the number of text, or where its slot would be.
func (v *vocabulary) find(text string) (n uint32, slot int, ok bool) {
	hash := maphash.String(v.seed, text)
	mask := len(v.slots) - 1
	for slot = int(hash) & mask; v.slots[slot] != 0; slot = (slot + 1) & mask {
		if v.slots[slot]>>32 == hash>>32 && string(v.text(uint32(v.slots[slot])-1)) == text {
			return uint32(v.slots[slot]) - 1, slot, true
		}
	}
	return 0, slot, false
}

// number returns the number of text, which gets the next one if it has none.
func (v *vocabulary) number(text string) uint32 {
	n, slot, ok := v.find(text)
	if ok {
		return n
	}
	const load = 4 // three slots of four are taken at most
	if v.len()+1 > len(v.slots)/load*(load-1) {
		v.grow()
		_, slot, _ = v.find(text)
	}
	n = uint32(v.len())
	v.slots[slot] = maphash.String(v.seed, text)>>32<<32 | uint64(n+1)
	v.texts = append(v.texts, text...)
	v.ends = append(v.ends, uint32(len(v.texts)))
	return n
}

// grow doubles the slots.
func (v *vocabulary) grow() {
	v.slots = make([]uint64, 2*len(v.slots))
	mask := len(v.slots) - 1
	for n := range v.ends {
		hash := maphash.Bytes(v.seed, v.text(uint32(n)))
		slot := int(hash) & mask
		for v.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		v.slots[slot] = hash>>32<<32 | uint64(n+1)
	}
}

// sorted returns the numbers of the texts in the order of these.
func (v *vocabulary) sorted() []uint32 {
	out := make([]uint32, v.len())
	for i := range out {
		out[i] = uint32(i)
	}
	slices.SortFunc(out, func(a, b uint32) int { return bytes.Compare(v.text(a), v.text(b)) })
	return out
}
