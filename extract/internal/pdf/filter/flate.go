package filter

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// inflaters are kept: each holds 40 kB of tables.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// inflate decodes zlib data, also without or with a wrong header, into buf's memory or more. Data that is cut off gives what there is;
// wrong codes or a wrong checksum are ErrDamaged.
func inflate(buf, data []byte, limit int) ([]byte, error) {
	for len(data) > 0 && (data[0] == '\r' || data[0] == '\n') {
		data = data[1:] // a stream keyword followed by too many line ends
	}
	if len(data) == 0 {
		return nil, nil
	}
	headed := len(data) >= 2 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0
	body := data
	if headed {
		body = data[2:]
	}
	out, err := inflateRaw(buf, body, limit, headed)
	if len(out) == 0 && len(data) > 2 && !errors.Is(err, ErrTooLarge) { // the header itself may be damaged
		other := data
		if !headed {
			other = data[2:]
		}
		if second, again := inflateRaw(buf, other, limit, false); len(second) > 0 {
			return second, again
		}
	}
	return out, err
}

func inflateRaw(buf, data []byte, limit int, checked bool) ([]byte, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	in := bytes.NewReader(data)
	if err := r.(flate.Resetter).Reset(in, nil); err != nil {
		return nil, ErrDamaged
	}
	out := buf[:0]
	if guess := min(limit+1, 4*len(data)+512); cap(out) < guess/4 {
		out = make([]byte, 0, guess)
	}
	for {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):min(cap(out), limit+1)])
		out = out[:len(out)+n]
		switch {
		case len(out) > limit:
			return out[:limit], ErrTooLarge
		case err == nil:
		case errors.Is(err, io.EOF):
			var sum [4]byte
			if n, _ := in.Read(sum[:]); checked && n == 4 && binary.BigEndian.Uint32(sum[:]) != adler32.Checksum(out) {
				return out, ErrDamaged
			}
			return out, nil
		case errors.Is(err, io.ErrUnexpectedEOF):
			return out, nil
		default:
			return out, ErrDamaged
		}
	}
}
