package repair

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"

	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// StreamKey is the key that the image adds to a stream's dictionary: the stream's index in [Image.Streams].
const StreamKey = "StyrdokStream"

// Errors of rebuilding.
var (
	ErrNoObjects = errors.New("no PDF objects found")
	ErrTooLarge  = errors.New("file is too large to repair")
)

// MaxFile is the largest file that is read whole for repair: memory of this size must be there.
const MaxFile = 512 << 20

// An Image is a plain PDF file made of the objects of another.
type Image struct {
	// Data is the plain file.
	Data []byte
	// Streams are where the streams' data lies in the original.
	Streams []Stream
	// Original is the original file.
	Original []byte
	// Crypt decrypts the streams' data, nil if it is not encrypted.
	Crypt *Crypt
	// Damaged is true if the original had no trailer, or none that leads to its pages.
	Damaged bool
	// Cut is true if the original's end is missing; Lost counts the references to objects that are nowhere in it.
	Cut  bool
	Lost int
}

// A Stream is where a stream's data lies, with what decrypts it.
type Stream struct {
	Offset, Length int
	id, gen        int
	filter         string
}

// Raw returns stream i's data, decrypted and still encoded; nil if there is no such stream.
func (m *Image) Raw(i int) []byte {
	if i < 0 || i >= len(m.Streams) {
		return nil
	}
	s := m.Streams[i]
	raw := m.Original[s.Offset : s.Offset+s.Length]
	if m.Crypt != nil {
		raw = m.Crypt.Stream(raw, s.id, s.gen, s.filter)
	}
	return raw
}

// Rebuild makes a plain file of what r holds. The password may be "".
func Rebuild(r io.ReaderAt, size int64, password string) (*Image, error) {
	if size > MaxFile {
		return nil, ErrTooLarge
	}
	data := make([]byte, size)
	if n, err := r.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("reading the file: %w", err)
	} else {
		data = data[:n]
	}
	s := scanFile(data)
	if len(s.objects) == 0 {
		return nil, ErrNoObjects
	}
	var crypt *Crypt
	if s.trailer["Encrypt"] != nil {
		var err error
		if crypt, err = s.crypt(password); err != nil {
			return nil, err
		}
	}
	s.unpack(crypt)
	if len(s.objects) >= maxObjects {
		return nil, ErrTooLarge
	}
	img := &Image{Original: data, Crypt: crypt}
	img.Damaged = s.findRoot()
	img.Cut = !bytes.Contains(data[max(0, len(data)-2*tailBytes):], []byte("startxref"))
	if s.trailer["Root"] == nil {
		return nil, ErrNoObjects
	}
	img.write(s)
	return img, nil
}

// findRoot sees to it that the trailer leads to a catalog with pages, and reports whether it had to.
func (s *scan) findRoot() bool {
	if s.dict(s.dict(s.trailer["Root"])["Pages"]) != nil {
		return false
	}
	delete(s.trailer, "Root")
	var pages syntax.Array
	var tree syntax.Object
	for _, id := range s.ids() {
		d, _ := s.objects[id].value.(syntax.Dict)
		switch {
		case d["Type"] == syntax.Symbol("Catalog") && s.dict(d["Pages"]) != nil:
			s.trailer["Root"] = syntax.Ref{ID: id}
		case d["Type"] == syntax.Symbol("Page"):
			pages = append(pages, syntax.Ref{ID: id})
		case d["Type"] == syntax.Symbol("Pages") && d["Parent"] == nil:
			tree = syntax.Ref{ID: id}
		}
	}
	if s.trailer["Root"] != nil {
		return true
	}
	if tree == nil || len(list(s.resolve(s.dict(tree)["Kids"]))) == 0 {
		if len(pages) == 0 {
			return true
		}
		tree = syntax.Dict{"Type": syntax.Symbol("Pages"), "Kids": pages}
	}
	s.trailer["Root"] = syntax.Dict{"Type": syntax.Symbol("Catalog"), "Pages": tree}
	return true
}

// ids returns the objects' numbers in ascending order.
func (s *scan) ids() []int {
	ids := make([]int, 0, len(s.objects))
	for id := range s.objects {
		ids = append(ids, id)
	}
	sort.Ints(ids)
	return ids
}

// write writes the objects of s, numbered anew from 1 without gaps, with a cross-reference table.
func (m *Image) write(s *scan) {
	w := &writer{scan: s, image: m, number: map[int]int{}}
	ids := s.ids()
	for i, id := range ids {
		w.number[id] = i + 1
	}
	root, direct := s.trailer["Root"].(syntax.Dict)
	w.out = append(w.out, "%PDF-1.7\n"...)
	offsets := make([]int, len(ids))
	for i, id := range ids {
		offsets[i] = len(w.out)
		w.object(i+1, id)
	}
	size := len(ids) + 1
	if direct { // the object layer wants the catalog to be an object of its own
		offsets = append(offsets, len(w.out))
		w.out = append(w.out, strconv.Itoa(size)+" 0 obj\n"...)
		w.value(root)
		w.out = append(w.out, "\nendobj\n"...)
		size++
	}
	start := len(w.out)
	w.out = fmt.Appendf(w.out, "xref\n0 %d\n0000000000 65535 f \n", size)
	for _, offset := range offsets {
		w.out = fmt.Appendf(w.out, "%010d 00000 n \n", offset)
	}
	w.out = append(w.out, "trailer\n<</Size "+strconv.Itoa(size)+"/Root "...)
	if direct {
		w.out = append(w.out, strconv.Itoa(size-1)+" 0 R"...)
	} else {
		w.value(s.trailer["Root"])
	}
	if s.trailer["Info"] != nil {
		w.out = append(w.out, "/Info "...)
		w.value(s.trailer["Info"])
	}
	w.out = append(w.out, ">>\n"...)
	w.out = append(w.out, bytes.Repeat([]byte(" "), 100)...) // the object layer reads the last 100 bytes as a piece
	w.out = fmt.Appendf(w.out, "\nstartxref\n%d\n%%%%EOF\n", start)
	m.Data = w.out
}
