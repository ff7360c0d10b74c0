package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/styrdok/styrdok/extract/internal/pdf/filter"
	"github.com/styrdok/styrdok/extract/internal/pdf/repair"
)

// The limits of decoding. A page's content is some 20 kB, a large map's 20 MB; a bomb's is what its maker likes.
const (
	// MaxStream is how many bytes one stream may hold decoded.
	MaxStream = 64 << 20
	// MaxTotal is how many bytes all streams read of one document may hold decoded.
	MaxTotal = 2 << 30
	// maxRaw is how many bytes one stream that is read may hold encoded.
	maxRaw = 256 << 20
)

// ErrTooLarge means that a limit of decoding was reached.
var ErrTooLarge = errors.New("holds more data than a text document may")

// ErrDamaged means that a file cannot be opened as it is, or a stream not be decoded whole.
var ErrDamaged = errors.New("is damaged")

// A Document is an open PDF file.
type Document struct {
	reader *pdf.Reader
	file   io.ReaderAt
	size   int64
	image  *repair.Image
	left   int64 // of MaxTotal
	faults int
}

// Open opens a file as it is. It gives ErrDamaged for one that is not of the plainest kind; try [OpenRebuilt] then.
func Open(r io.ReaderAt, size int64) (*Document, error) {
	if !repair.Conforming(r, size) {
		return nil, ErrDamaged
	}
	d := &Document{file: r, size: size, left: MaxTotal}
	if err := d.open(r, size); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return d, nil
}

// OpenRebuilt opens a file by way of an image of its objects.
func OpenRebuilt(r io.ReaderAt, size int64, password string) (*Document, error) {
	image, err := repair.Rebuild(r, size, password)
	if err != nil {
		return nil, err
	}
	d := &Document{file: bytes.NewReader(image.Data), size: int64(len(image.Data)), image: image, left: MaxTotal}
	if err := d.open(d.file, d.size); err != nil {
		return nil, err
	}
	return d, nil
}

// open lets the library open r. Its panics end here and in [Document.rescue].
func (d *Document) open(r io.ReaderAt, size int64) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("opening: %v", x)
		}
	}()
	d.reader, err = pdf.NewReader(r, size)
	return err
}

// rescue ends a panic of the library: the value that was asked for is null then.
func (d *Document) rescue() {
	if x := recover(); x != nil {
		d.faults++
	}
}

// Faults returns how many objects could not be read so far.
func (d *Document) Faults() int { return d.faults }

// Damaged reports whether the file had lost the way to its pages and they were found by searching.
func (d *Document) Damaged() bool { return d.image != nil && d.image.Damaged }

// Lost returns how many objects the file refers to that are nowhere in it although its end is missing.
func (d *Document) Lost() int {
	if d.image == nil || !d.image.Cut {
		return 0
	}
	return d.image.Lost
}

// Rebuilt reports whether the document is read by way of an image.
func (d *Document) Rebuilt() bool { return d.image != nil }

// Trailer returns the file's trailer dictionary.
func (d *Document) Trailer() Value { return Value{d, d.reader.Trailer()} }

// raw returns the bytes of the stream v as they lie in the file, decrypted.
func (d *Document) raw(v pdf.Value) ([]byte, error) {
	if d.image != nil {
		return d.image.Raw(int(v.Key(repair.StreamKey).Int64())), nil
	}
	text := v.String() // the library tells a stream's place only so: "<<…>>@1234"
	offset, err := strconv.ParseInt(text[strings.LastIndexByte(text, '@')+1:], 10, 64)
	if err != nil || offset <= 0 || offset >= d.size {
		return nil, ErrDamaged
	}
	length := v.Key("Length").Int64()
	if length < 0 || length > d.size-offset {
		return nil, ErrDamaged
	}
	if length > maxRaw {
		return nil, ErrTooLarge
	}
	const after = 16
	buf := make([]byte, min(length+after, d.size-offset))
	n, err := d.file.ReadAt(buf, offset)
	if n < len(buf) && err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	buf = buf[:n]
	if int64(n) < length || !bytes.HasPrefix(bytes.TrimLeft(buf[length:], "\r\n \t"), []byte("endstr")) {
		d.faults++ // Length is wrong: the scan for repair finds the true end
		return nil, ErrDamaged
	}
	return buf[:length], nil
}

// decode returns the decoded data of the stream v, at most limit bytes of it, perhaps in the memory of buf.
func (d *Document) decode(buf []byte, v Value, limit int) (data []byte, err error) {
	defer func() {
		if x := recover(); x != nil {
			d.faults++
			err = fmt.Errorf("%w: %v", ErrDamaged, x)
		}
	}()
	if v.v.Kind() != pdf.Stream {
		return nil, ErrDamaged
	}
	if d.left <= 0 {
		return nil, ErrTooLarge
	}
	raw, err := d.raw(v.v)
	if err != nil {
		return nil, err
	}
	data, err = filter.DecodeInto(buf, raw, v.steps(), int(min(int64(limit), d.left)))
	d.left -= int64(len(data))
	switch {
	case errors.Is(err, filter.ErrTooLarge):
		err = fmt.Errorf("%w: %w", ErrTooLarge, err)
	case errors.Is(err, filter.ErrDamaged):
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return data, err
}
