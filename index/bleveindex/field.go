package bleveindex

import (
	"slices"

	api "github.com/blevesearch/bleve_index_api"
)

// A field is the terms of one field of gathered passages.
type field struct {
	name    string
	number  int
	options api.FieldIndexingOptions
	// terms are what there are postings of, last has the posting that each had last, and one more.
	terms vocabulary
	last  []uint32
	// posts are the postings, passage by passage; begins is where those of each passage begin, lengths how many tokens each has.
	posts           []post
	begins, lengths []uint32
	// distances are, for each posting of exact words, what stands for its places but the first, places those of postings that have
	// more than fit; see [field.addPlace].
	distances []uint64
	places    map[uint32][]uint32
}

// A post is a term of a passage, and how often it is there. Of exact words it has the first place instead.
type post struct{ term, n uint32 }

// reset makes f empty, and keeps its memory.
func (f *field) reset() {
	f.terms.reset()
	clear(f.places)
	f.last, f.posts, f.begins, f.lengths, f.distances = f.last[:0], f.posts[:0], f.begins[:0], f.lengths[:0], f.distances[:0]
}

// begin begins the next passage.
func (f *field) begin() {
	f.begins, f.lengths = append(f.begins, uint32(len(f.posts))), append(f.lengths, 0)
}

// first returns the first posting of the passage that was begun last.
func (f *field) first() uint32 { return f.begins[len(f.begins)-1] }

// term returns the number of a term.
func (f *field) term(text string) uint32 {
	n := f.terms.number(text)
	if int(n) == len(f.last) {
		f.last = append(f.last, 0)
	}
	return n
}

// post returns the posting of the term n in the passage that was begun last.
func (f *field) post(n uint32) uint32 {
	at := f.last[n]
	if at == 0 || at-1 < f.first() {
		f.posts = append(room(f.posts), post{term: n})
		at = uint32(len(f.posts))
		f.last[n] = at
	}
	return at - 1
}

// room returns s with room for one more, and if it had none for as many again: what append adds is too little for what grows to millions.
func room[T any](s []T) []T {
	if len(s) < cap(s) {
		return s
	}
	return slices.Grow(s, max(len(s), 1024))
}

// count counts the term n in the passage that was begun last.
func (f *field) count(n uint32) { f.posts[f.post(n)].n++ }

// end ends a passage that has n tokens.
func (f *field) end(n int) { f.lengths[len(f.lengths)-1] = uint32(n) }

// addTokens adds the tokens of the next passage, to be counted.
func (f *field) addTokens(tokens ...string) {
	f.begin()
	for _, t := range tokens {
		f.count(f.term(t))
	}
	f.end(len(tokens))
}

// repeat adds a passage like the one that was added last.
func (f *field) repeat() {
	from, n := f.first(), f.lengths[len(f.lengths)-1]
	f.begin()
	f.end(int(n))
	f.posts = append(f.posts, f.posts[from:]...)
	for i := f.first(); int(i) < len(f.posts); i++ {
		f.last[f.posts[i].term] = i + 1
	}
}

// addLength adds the length of the next passage.
func (f *field) addLength(n int) {
	f.begin()
	if n > 0 {
		f.count(f.term(lengthTerm))
		f.end(n)
	}
}

// freqNorm returns the two numbers that zap has of the posting at, of a passage: how often the term is there and how many tokens the passage
// has, or what stands in their place.
func (f *field) freqNorm(at, passage uint32) (freq uint64, norm uint32) {
	if f.distances == nil {
		return uint64(f.posts[at].n), f.lengths[passage]
	}
	if n := len(f.places[at]); n > 0 {
		return uint64(n), 1
	}
	return f.distances[at], f.posts[at].n
}

// addValues adds the values of the next passage.
func (f *field) addValues(values []string) {
	f.begin()
	for _, v := range values {
		f.post(f.term(v))
	}
}

// A postingLists is the postings of a field, term by term: which they are, and of which passages.
type postingLists struct{ starts, posts, passages []uint32 }

// of returns the postings of a term, by passage.
func (l postingLists) of(term uint32) (posts, passages []uint32) {
	from, to := l.starts[term], l.starts[term+1]
	return l.posts[from:to], l.passages[from:to]
}

// lists sorts the postings by term.
func (f *field) lists() postingLists {
	l := postingLists{make([]uint32, f.terms.len()+1), make([]uint32, len(f.posts)), make([]uint32, len(f.posts))}
	for _, p := range f.posts {
		l.starts[p.term+1]++
	}
	for i := range f.terms.len() {
		l.starts[i+1] += l.starts[i]
	}
	next := slices.Clone(l.starts)
	passage := 0
	for i, p := range f.posts {
		for passage+1 < len(f.begins) && int(f.begins[passage+1]) <= i {
			passage++
		}
		at := next[p.term]
		l.posts[at], l.passages[at] = uint32(i), uint32(passage)
		next[p.term]++
	}
	return l
}
