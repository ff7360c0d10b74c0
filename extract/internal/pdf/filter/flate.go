package filter

import (
	"bytes"
	"compress/flate"
	"io"
	"sync"
)

// inflaters are kept: each holds 40 kB of tables.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// inflate decodes zlib data, also without or with a wrong header, and passes over its checksum.
func inflate(data []byte, limit int) ([]byte, error) {
	for len(data) > 0 && (data[0] == '\r' || data[0] == '\n') {
		data = data[1:] // a stream keyword followed by too many line ends
	}
	body := data
	if len(data) >= 2 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		body = data[2:]
	}
	out, err := inflateRaw(body, limit)
	if len(out) == 0 && len(data) > 2 && err == nil {
		if len(body) == len(data) { // a damaged header
			return inflateRaw(data[2:], limit)
		}
		return inflateRaw(data, limit)
	}
	return out, err
}

func inflateRaw(data []byte, limit int) ([]byte, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(data), nil); err != nil {
		return nil, nil
	}
	out := make([]byte, 0, min(limit+1, 4*len(data)+512))
	for {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		n, err := r.Read(out[len(out):min(cap(out), limit+1)])
		out = out[:len(out)+n]
		if len(out) > limit {
			return out[:limit], ErrTooLarge
		}
		if err != nil { // the end, or damage: what came before it counts
			return out, nil
		}
	}
}
