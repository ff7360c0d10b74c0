package swedish

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators holds collators for reuse: one is costly to make and is not safe for concurrent use.
var collators = sync.Pool{New: func() any { return collate.New(language.Swedish, collate.Numeric) }}

// Compare orders a and b as a Swedish register does: Å, Ä and Ö come last, case and accents decide only between words
// that are otherwise equal, digits are ordered by the numbers that they form ("Bilaga 2" before "Bilaga 10"). It returns
// -1, 0 or 1; 0 only if a and b are the same string.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if n := c.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}
