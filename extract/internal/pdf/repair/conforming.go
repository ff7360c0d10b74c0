package repair

import (
	"bytes"
	"io"

	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// tailBytes is how much of a file's end is searched for "startxref": what Adobe's reader does.
const tailBytes = 1024

// maxPlainObjects bounds the cross-reference table that a file may ask the object layer to allocate.
const maxPlainObjects = 4 << 20

// Conforming reports whether a file is of the plainest kind: a strict header, "%%EOF" at its end, one cross-reference table that
// lies where it should, no encryption, no object streams. Such a file can be read as it is, without looking at all of it.
func Conforming(r io.ReaderAt, size int64) bool {
	head := make([]byte, 9)
	if n, _ := r.ReadAt(head, 0); n < len(head) || !bytes.HasPrefix(head, []byte("%PDF-1.")) {
		return false
	}
	tail := make([]byte, min(tailBytes, size))
	if n, _ := r.ReadAt(tail, size-int64(len(tail))); n < len(tail) {
		return false
	}
	if !bytes.HasSuffix(bytes.TrimRight(tail, "\r\n\t "), []byte("%%EOF")) {
		return false
	}
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return false
	}
	t := syntax.NewLexer(tail[at+len("startxref"):]).Next()
	if t.Kind != syntax.Number || t.Num <= 0 || t.Num >= float64(size) {
		return false
	}
	return plainTable(r, int64(t.Num), size)
}

// plainTable reports whether a sound and only cross-reference table begins at offset.
func plainTable(r io.ReaderAt, offset, size int64) bool {
	table := make([]byte, min(size-offset, 21*maxPlainObjects))
	n, _ := r.ReadAt(table, offset)
	table = table[:n]
	if !bytes.HasPrefix(table, []byte("xref")) {
		return false
	}
	p := syntax.NewParser(table, len("xref"))
	for {
		first := p.Next()
		if first.Kind == syntax.Keyword && string(first.Bytes) == "trailer" {
			break
		}
		count := p.Next()
		if first.Kind != syntax.Number || count.Kind != syntax.Number || first.Num < 0 || count.Num < 0 ||
			first.Num+count.Num > maxPlainObjects {
			return false
		}
		p.SkipSpace()
		p.Pos += 20*int(count.Num) - 1 // the last entry's line end may be short
		if p.Pos > len(table) {
			return false
		}
	}
	o, _ := p.Object()
	trailer, ok := o.(syntax.Dict)
	if !ok {
		return false
	}
	for _, key := range []syntax.Symbol{"Prev", "XRefStm", "Encrypt"} {
		if trailer[key] != nil {
			return false
		}
	}
	objects, ok := trailer["Size"].(int64)
	return ok && objects > 0 && objects <= maxPlainObjects
}
