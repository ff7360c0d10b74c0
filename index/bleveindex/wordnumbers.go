package bleveindex

import (
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A wordNumbers knows by which terms each word is found, by their numbers in the fields of a gathering: a word of a text has mostly been met
// before, and then no term of it has to be looked for.
type wordNumbers struct {
	// at is where a word begins in all, by its key.
	at map[uint64]uint32
	// all has for each word and field how many terms there are, and their numbers.
	all []uint32
}

// reset forgets all words.
func (n *wordNumbers) reset() {
	clear(n.at)
	n.all = n.all[:0]
}

// of returns the numbers of the terms of w in each of fields, which are those of wordFields.
func (n *wordNumbers) of(w *swedish.Word, fields [len(wordFields)]*field) (terms [len(wordFields)][]uint32) {
	at, ok := n.at[w.Key]
	if !ok || w.Key == 0 {
		at = uint32(len(n.all))
		n.at[w.Key] = at
		for i, f := range wordFields {
			tokens := index.WordTokens(w, f)
			n.all = append(n.all, uint32(len(tokens)))
			for _, t := range tokens {
				n.all = append(n.all, fields[i].term(t))
			}
		}
	}
	for i := range terms {
		end := at + 1 + n.all[at]
		terms[i] = n.all[at+1 : end]
		at = end
	}
	return terms
}
