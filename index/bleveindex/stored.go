package bleveindex

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"fmt"
	"io"
)

// dictionary is text like what is stored: a passage is too short to be compressed by itself, and bleve compresses each by itself. It
// is a part of the format.
//
//go:embed stored.dict
var dictionary []byte

const (
	// storedLevel is the lowest level that finds matches in the dictionary well; higher ones gain nothing.
	storedLevel = 3
	// maxStored bounds what a damaged index can make of a few bytes: far more than any passage.
	maxStored = 16 << 20
)

// A packer compresses what is stored. Use it from one goroutine.
type packer struct {
	w   *flate.Writer
	buf bytes.Buffer
}

// pack returns data compressed.
func (p *packer) pack(data []byte) ([]byte, error) {
	p.buf.Reset()
	if p.w == nil {
		w, err := flate.NewWriterDict(&p.buf, storedLevel, dictionary)
		if err != nil {
			return nil, err
		}
		p.w = w
	} else {
		p.w.Reset(&p.buf)
	}
	if _, err := p.w.Write(data); err != nil {
		return nil, err
	}
	if err := p.w.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(p.buf.Bytes()), nil
}

// unpack returns what pack was given.
func unpack(data []byte) ([]byte, error) {
	r := flate.NewReaderDict(bytes.NewReader(data), dictionary)
	out, err := io.ReadAll(io.LimitReader(r, maxStored+1))
	if err == nil && len(out) > maxStored {
		err = fmt.Errorf("more than %d bytes", maxStored)
	}
	return out, err
}
