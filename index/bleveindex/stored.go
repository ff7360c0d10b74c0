package bleveindex

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	api "github.com/blevesearch/bleve_index_api"
	"github.com/klauspost/compress/zstd"

	"github.com/styrdok/styrdok/index"
)

// dictionary is text like what is stored, for the beginning of what is compressed together. It is a part of the format.
//
//go:embed stored.dict
var dictionary []byte

const (
	// dictionaryID names it in what is stored.
	dictionaryID = 1
	// together is how many passages of a document are compressed together: one alone is too short to be, and of all of them too much
	// would have to be unpacked to show one.
	together = 16
	// maxStored bounds what a damaged index can make of a few bytes: far more than any passages.
	maxStored = 64 << 20
	// packWindow is how far back text is looked for that is there again: what is compressed together is shorter.
	packWindow = 256 << 10
)

// A packer compresses what is stored. Use it from one goroutine.
type packer struct{ encoder *zstd.Encoder }

func newPacker() (*packer, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false),
		zstd.WithSingleSegment(true), zstd.WithWindowSize(packWindow), zstd.WithEncoderDictRaw(dictionaryID, dictionary))
	return &packer{e}, err
}

// pack returns what is to be stored of each of entries.
func (p *packer) pack(entries []index.Entry) [][]byte {
	var out [][]byte
	for len(entries) > 0 {
		n := groupOf(entries)
		out = append(out, p.group(entries[:n])...)
		entries = entries[n:]
	}
	return out
}

// groupOf returns how many of entries, from the first on, are stored together: passages of one document in their order.
func groupOf(entries []index.Entry) int {
	first, last := parts(shortID(entries[0].ID))
	for i := 1; i < len(entries); i++ {
		document, n := parts(shortID(entries[i].ID))
		if i == together || document != first || n <= last {
			return i
		}
		last = n
	}
	return len(entries)
}

// group stores entries together: with the first, after a zero, what all of them store; with each other one its place among
// them, and how far the number of the first is before its own.
func (p *packer) group(entries []index.Entry) [][]byte {
	out := make([][]byte, len(entries))
	var all []byte
	_, first := parts(shortID(entries[0].ID))
	for i, e := range entries {
		all = appendBytes(appendBytes(all, []byte(e.ID)), e.Stored)
		_, n := parts(shortID(e.ID))
		out[i] = binary.AppendUvarint([]byte{byte(i)}, uint64(n-first))
	}
	out[0] = p.encoder.EncodeAll(all, []byte{0})
	return out
}

func appendBytes(to, data []byte) []byte {
	return append(binary.AppendUvarint(to, uint64(len(data))), data...)
}

var decoder = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxStored),
		zstd.WithDecoderDictRaw(dictionaryID, dictionary))
})

var errStored = errors.New("what is stored of it is not what was written")

// An unpacker gives back what was stored of the passages of a view.
type unpacker struct {
	view   api.IndexReader
	groups map[string][]index.RawHit // by the short ID of their first passage
}

// hit returns the ID of the passage with this short ID, and what was stored of it.
func (u *unpacker) hit(id string) (index.RawHit, error) {
	data, err := u.stored(id)
	if err != nil {
		return index.RawHit{}, err
	}
	place := int(data[0])
	if place > 0 {
		document, n := parts(id)
		back, size := binary.Uvarint(data[1:])
		if size <= 0 || back > uint64(n) {
			return index.RawHit{}, errStored
		}
		id = short(document, n-int(back))
		if data, err = u.stored(id); err != nil {
			return index.RawHit{}, err
		}
	}
	group, ok := u.groups[id]
	if !ok {
		if group, err = unpack(data[1:]); err != nil {
			return index.RawHit{}, err
		}
		u.groups[id] = group
	}
	if place >= len(group) || data[0] != 0 {
		return index.RawHit{}, errStored
	}
	return group[place], nil
}

// stored returns what is stored with the passage with this short ID itself, at least a byte.
func (u *unpacker) stored(id string) (data []byte, err error) {
	doc, err := u.view.Document(id)
	if err != nil || doc == nil {
		return nil, errors.Join(err, errStored)
	}
	doc.VisitFields(func(f api.Field) {
		if f.Name() == storedField {
			data = f.Value()
		}
	})
	if len(data) == 0 {
		return nil, errStored
	}
	return data, nil
}

// unpack returns the passages of a group.
func unpack(data []byte) ([]index.RawHit, error) {
	d, err := decoder()
	if err != nil {
		return nil, err
	}
	if data, err = d.DecodeAll(data, nil); err != nil {
		return nil, fmt.Errorf("%w: %w", errStored, err)
	}
	var out []index.RawHit
	for len(data) > 0 {
		var id, stored []byte
		var ok1, ok2 bool
		id, data, ok1 = cutBytes(data)
		stored, data, ok2 = cutBytes(data)
		if !ok1 || !ok2 {
			return nil, errStored
		}
		out = append(out, index.RawHit{ID: string(id), Stored: stored})
	}
	return out, nil
}

// cutBytes takes from data what appendBytes added.
func cutBytes(data []byte) (piece, rest []byte, ok bool) {
	n, size := binary.Uvarint(data)
	if size <= 0 || n > uint64(len(data)-size) {
		return nil, nil, false
	}
	return data[size : size+int(n)], data[size+int(n):], true
}
