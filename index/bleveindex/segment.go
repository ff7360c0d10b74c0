package bleveindex

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"runtime"
	"slices"

	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/index"
)

// The name and number by which scorch knows our segments.
const (
	segmentType    = "styrdok"
	segmentVersion = 1
)

func init() { scorch.RegisterSegmentPlugin(segments{new(zap.ZapPlugin)}, false) }

// segments makes scorch's segments from gathered passages. They are zap's segments, which reads and merges them: only how they are
// made is ours, since zap counts every word of every passage in maps of maps, which took more than half of the time of
// indexing.
type segments struct{ *zap.ZapPlugin }

// Type names what is made here.
func (segments) Type() string { return segmentType }

// Version is the number of the format.
func (segments) Version() uint32 { return segmentVersion }

// New makes a segment of the passages of one gathering.
func (s segments) New(docs []api.Document) (segment.Segment, uint64, error) {
	return s.NewUsing(docs, nil)
}

// NewUsing is New. The order of docs, which scorch keeps in a map, has no meaning.
func (s segments) NewUsing(docs []api.Document, config map[string]any) (segment.Segment, uint64, error) {
	p, ok := docs[0].(*passage)
	if !ok || len(docs) != len(p.gathered.ids) {
		return nil, 0, fmt.Errorf("bleveindex: %d documents of type %T are no gathering", len(docs), docs[0])
	}
	w := &p.gathered.writer
	w.data, w.passages = nil, len(docs)
	stored, fields, err := w.write(p.gathered)
	if err != nil {
		return nil, 0, err
	}
	sb, err := zap.InitSegmentBase(w.data, crc32.ChecksumIEEE(w.data), zap.DefaultChunkMode, uint64(w.passages), stored, fields, config, new(segment.Stats))
	return sb, uint64(len(w.data)), err
}

// A segmentWriter lays out a segment in memory, as zap.md of zapx describes it.
type segmentWriter struct {
	passages int
	data     []byte
}

const (
	// maxLayouts is how many fields are laid out at once: each takes memory while it is.
	maxLayouts = 4
	// postingBytes is about what a term has in a segment besides its chunks and its bitmap, the dictionary counted in.
	postingBytes = 16
)

// write lays out all of g and returns where the index of what is stored and that of the fields begin: first what is stored, then the chunks of
// the postings of all fields, then the postings, field by field, then the dictionaries and values by passage. Fields are laid out beside one another.
func (w *segmentWriter) write(g *gathering) (stored, fields uint64, err error) {
	all := g.all()
	layouts, dictionaries := make([]*layout, len(all)), make([][]byte, len(all))
	var working errgroup.Group
	working.SetLimit(max(1, min(runtime.GOMAXPROCS(0), maxLayouts)))
	for i, f := range all {
		if f.options.IsIndexed() {
			working.Go(func() (err error) { layouts[i], err = f.layOut(w.passages); return err })
		}
	}
	stored = w.stored(g)
	if err := working.Wait(); err != nil {
		return 0, 0, err
	}
	size := 0
	for _, l := range layouts {
		if l != nil {
			size += len(l.chunks) + len(l.bitmaps) + postingBytes*len(l.terms)
		}
	}
	w.data = slices.Grow(w.data, size)
	bases := make([]uint64, len(all))
	for i, l := range layouts {
		bases[i] = uint64(len(w.data))
		if l != nil {
			w.data = append(w.data, l.chunks...)
		}
	}
	for i, f := range all {
		if f.options.IsIndexed() {
			values := w.postings(layouts[i], bases[i])
			working.Go(func() (err error) { dictionaries[i], err = f.dictionary(values); return err })
		}
	}
	if err := working.Wait(); err != nil {
		return 0, 0, err
	}
	starts := make([]uint64, len(all))
	for i, f := range all {
		if f.options.IsIndexed() {
			starts[i] = w.field(g, f, dictionaries[i])
		}
	}
	return stored, w.fields(all, starts), nil
}

// stored writes what is stored of each passage, and their offsets.
func (w *segmentWriter) stored(g *gathering) uint64 {
	offsets := make([]uint64, len(g.ids))
	number := uint64(g.storedNumber())
	var meta, data []byte
	for i, id := range g.ids {
		meta = binary.AppendUvarint(meta[:0], uint64(len(id)))
		for _, v := range []uint64{number, 't', 0, uint64(len(g.stored[i])), 0} {
			meta = binary.AppendUvarint(meta, v)
		}
		data = appendSnappy(append(data[:0], id...), g.stored[i])
		offsets[i] = uint64(len(w.data))
		w.data = binary.AppendUvarint(w.data, uint64(len(meta)))
		w.data = binary.AppendUvarint(w.data, uint64(len(data)))
		w.data = append(append(w.data, meta...), data...)
	}
	start := uint64(len(w.data))
	for _, o := range offsets {
		w.data = binary.BigEndian.AppendUint64(w.data, o)
	}
	w.data = append(w.data, 0) // no passage within another
	return start
}

// field writes the dictionary and the values by passage of f, and returns where what says where these are begins.
func (w *segmentWriter) field(g *gathering, f *field, dictionary []byte) uint64 {
	begin := uint64(len(w.data))
	w.data = binary.AppendUvarint(w.data, uint64(len(dictionary)))
	w.data = append(w.data, dictionary...)
	from, to := uint64(noValues), uint64(noValues)
	if f.options.IncludeDocValues() && len(f.posts) > 0 {
		values := f.byPassage(w.passages)
		if f.name == string(index.FieldDocument) {
			for i, id := range g.full {
				values[i] = append(append(append(values[i], idMark), id...), api.DocValueTermSeparator)
			}
		}
		from = uint64(len(w.data))
		w.values(values)
		to = uint64(len(w.data))
	}
	start := uint64(len(w.data))
	for _, v := range []uint64{from, to, begin} {
		w.data = binary.AppendUvarint(w.data, v)
	}
	return start
}

// fields writes where each field begins.
func (w *segmentWriter) fields(all []*field, starts []uint64) uint64 {
	offsets := make([]uint64, len(all))
	for i, f := range all {
		offsets[i] = uint64(len(w.data))
		w.data = binary.AppendUvarint(w.data, uint64(len(f.name)))
		w.data = append(w.data, f.name...)
		w.data = binary.AppendUvarint(w.data, uint64(f.options))
		w.data = binary.AppendUvarint(w.data, 1) // one section
		w.data = binary.BigEndian.AppendUint16(w.data, zap.SectionInvertedTextIndex)
		w.data = binary.BigEndian.AppendUint64(w.data, starts[i])
	}
	start := uint64(len(w.data))
	w.data = binary.AppendUvarint(w.data, uint64(len(all)))
	for _, o := range offsets {
		w.data = binary.BigEndian.AppendUint64(w.data, o)
	}
	return start
}
