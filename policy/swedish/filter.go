package swedish

// A filter tells of most words that a map does not have them, in one look at a table that stays in the processor's cache: taking an
// unknown word apart asks for each of its beginnings and ends, of which nearly all are no words. It is a Bloom filter with one
// hash.
type filter []uint64

// filterBits is so many that of the lexicon's maps at most one of ten absent words is taken for a present one.
const filterBits = 1 << 19

func newFilter() filter { return make(filter, filterBits/64) }

func (f filter) add(word string) {
	h := mix(hashOf(word))
	f[h>>6] |= 1 << (h & 63)
}

// has reports whether a word with this hash may have been added.
func (f filter) has(hash uint64) bool {
	h := mix(hash)
	return f[h>>6]>>(h&63)&1 != 0
}

// mix returns the bit of a hash.
func mix(h uint64) uint64 { return (h ^ h>>32) % filterBits }

// hashOf is FNV-1a, by Fowler, Noll and Vo, of 64 bits: that of a word follows from that of the word without its last letter.
func hashOf(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = nextHash(h, word[i])
	}
	return h
}

func nextHash(h uint64, b byte) uint64 { return (h ^ uint64(b)) * 1099511628211 }
