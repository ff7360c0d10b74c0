// Package repair makes a conforming file of one that the object layer cannot open: it finds the objects by scanning the bytes,
// takes them out of object streams, decrypts their strings, and writes them as a plain file with header and cross-reference
// table. Stream data is not copied: each stream's dictionary says by [StreamKey] where in the original it lies.
//
// It stands beside the object layer, which opens the [Image]. Start with [Conforming], then [Rebuild].
package repair
