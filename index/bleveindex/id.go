package bleveindex

import (
	"crypto/sha256"
	"strconv"
	"strings"
)

// splitID returns the document of a passage's ID, with the mark, and the passage's number; 0 and the whole ID if it has none.
func splitID(id string) (document string, number uint64) {
	if i := strings.LastIndexByte(id, '#'); i >= 0 {
		if n, err := strconv.ParseUint(id[i+1:], 10, numberBits); err == nil && strconv.FormatUint(n, 10) == id[i+1:] {
			return id[:i+1], n
		}
	}
	return id, 0
}

const (
	// documentBytes of an ID tell the document: two of 100,000 documents share them in one of three billion indexes.
	documentBytes = 8
	// numberBits of it are the number of the passage.
	numberBits = 24
)

// shortID returns the ID under which bleve keeps the passage with this one: 11 bytes instead of some fifty, which stand twice in a
// segment. The passages of a document have IDs in their order.
func shortID(id string) string {
	document, number := splitID(id)
	sum := sha256.Sum256([]byte(document))
	return short(string(sum[:documentBytes]), int(number))
}

// short returns the short ID of passage n of a document.
func short(document string, n int) string {
	return document + string([]byte{byte(n >> 16), byte(n >> 8), byte(n)})
}

// parts returns what short was given.
func parts(id string) (document string, n int) {
	b := id[documentBytes:]
	return id[:documentBytes], int(b[0])<<16 | int(b[1])<<8 | int(b[2])
}
