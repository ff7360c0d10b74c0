package lsh

import (
	"math/bits"
	"slices"
)

// Two sets of Jaccard similarity s meet in a band with probability 1-(1-s^rows)^bands: 0.96 at 0.5, 0.80 at 0.4, 0.02 at 0.1.
const (
	bands = 24
	rows  = 3
)

// neighbours is how many sets before it in a band's bucket each set is held against, beside the bucket's first one. Sets that
// are alike stand together in many buckets, so that nearly all of a large cluster are joined by way of others, while a bucket
// of n sets costs n comparisons and not n².
const neighbours = 4

// Candidates calls visit with pairs i < j of the n sets that are probably alike; a pair may come several times. set returns
// the i-th set, whose elements are hashes; an empty set is like no other. The pairs and their order depend on the sets alone.
// It takes time in proportion to the size of all sets, and 16 bytes a set.
//
// The bands are hashed in a goroutine while visit looks at those before; set must not depend on what visit does.
func Candidates(n int, set func(i int) []uint32, visit func(i, j int)) {
	shift := bits.Len(uint(n))
	sorted, used := make(chan []uint64), make(chan []uint64, 2)
	used <- make([]uint64, 0, n)
	used <- make([]uint64, 0, n)
	go func() {
		for band := range bands {
			sorted <- hash(<-used, n, set, band, shift)
		}
		close(sorted)
	}()
	for entries := range sorted {
		pairs(entries, shift, visit)
		used <- entries
	}
}

// hash returns the entries of a band, in the place of those that were used: the upper part of a band's key over the number of the
// set. Sorted, sets of one key stand together.
func hash(entries []uint64, n int, set func(i int) []uint32, band, shift int) []uint64 {
	entries = entries[:0]
	for i := range n {
		if s := set(i); len(s) > 0 {
			entries = append(entries, bandKey(s, band)<<shift|uint64(i))
		}
	}
	slices.Sort(entries)
	return entries
}

// pairs visits the pairs of a band.
func pairs(entries []uint64, shift int, visit func(i, j int)) {
	number := uint64(1)<<shift - 1
	for first := 0; first < len(entries); {
		last := first + 1
		for last < len(entries) && entries[last]>>shift == entries[first]>>shift {
			j := int(entries[last] & number)
			for k := max(first, last-neighbours); k < last; k++ {
				visit(int(entries[k]&number), j)
			}
			if last-neighbours > first {
				visit(int(entries[first]&number), j)
			}
			last++
		}
		first = last
	}
}

// bandKey returns the rows of a set's signature that make up one band, as one number. The three hash functions of a band are
// made of one: what is rotated and multiplied by an odd number is ordered anew.
func bandKey(set []uint32, band int) uint64 {
	seed := mix(uint64(band + 1))
	a, b, c := ^uint64(0), ^uint64(0), ^uint64(0)
	for _, x := range set {
		h := mix(uint64(x) ^ seed)
		a = min(a, h)
		b = min(b, bits.RotateLeft64(h, 21)*0x9fb21c651e98df25)
		c = min(c, bits.RotateLeft64(h, 42)*0xd6e8feb86659fd93)
	}
	return mix(mix(a^b) ^ c)
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
