package repair

import (
	"bytes"

	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// An object is one indirect object as the scan found it.
type object struct {
	value  syntax.Object
	gen    int
	stream bool
	// at is where the object stands in the file, or the object stream that it is out of.
	at int
	// offset and length are where the stream's data lies in the file.
	offset, length int
	// inner is true for an object out of an object stream: its strings are not encrypted of themselves.
	inner bool
}

// A scan is all that was found in a file.
type scan struct {
	data    []byte
	objects map[int]*object
	trailer syntax.Dict
	// packed are the object streams in the file's order.
	packed []int
	// nextObj is where the next "obj" stands from lastObj on, endless true if no "endstream" follows any more: what is sought in
	// vain is sought once.
	lastObj, nextObj int
	endless          bool
}

// maxObjects bounds the objects taken from one file: the largest of real files have some hundred thousand. A file that holds more is
// too large.
const maxObjects = 1 << 20

// scanFile finds the objects of data. A later object replaces an earlier one of its number, as an update does.
func scanFile(data []byte) *scan {
	s := &scan{data: data, objects: map[int]*object{}, trailer: syntax.Dict{}, nextObj: -1}
	for pos := 0; len(s.objects) < maxObjects; {
		i := s.nextMark(pos)
		if i < 0 {
			break
		}
		if data[i] == 't' { // trailer
			pos = i + len("trailer")
			p := syntax.NewParser(data, pos)
			if o, ok := p.Object(); ok {
				if d, ok := o.(syntax.Dict); ok {
					s.addTrailer(d)
					pos = p.Pos
				}
			}
			continue
		}
		pos = s.objectAt(i)
	}
	return s
}

// nextMark returns where the next "obj" or "trailer" stands from pos on, -1 if there is none.
func (s *scan) nextMark(pos int) int {
	data := s.data
	for pos < len(data) {
		end := s.obj(pos)
		if t := bytes.Index(data[pos:end], []byte("trailer")); t >= 0 {
			return pos + t
		}
		if end == len(data) {
			return -1
		}
		if end > 0 && (syntax.IsSpace(data[end-1]) || '0' <= data[end-1] && data[end-1] <= '9') {
			return end
		}
		pos = end + len("obj")
	}
	return -1
}

// obj returns where the next "obj" stands from pos on, the data's end if there is none.
func (s *scan) obj(pos int) int {
	if pos < s.lastObj || pos > s.nextObj {
		s.lastObj, s.nextObj = pos, len(s.data)
		if i := bytes.Index(s.data[pos:], []byte("obj")); i >= 0 {
			s.nextObj = pos + i
		}
	}
	return s.nextObj
}

// objectAt takes in the object whose "obj" stands at i and returns where to go on.
func (s *scan) objectAt(i int) int {
	next := i + len("obj")
	id, gen, ok := numbersBefore(s.data, i)
	if !ok {
		return next
	}
	p := syntax.NewParser(s.data, next)
	value, ok := p.Object()
	if !ok && p.Pos <= next {
		value = nil
	}
	o := &object{value: value, gen: gen, at: i}
	end := max(p.Pos, next)
	if d, ok := value.(syntax.Dict); ok {
		mark := p.Pos
		if t := p.Next(); t.Kind == syntax.Keyword && string(t.Bytes) == "stream" {
			o.stream = true
			o.offset = streamStart(s.data, p.Pos)
			o.length, end = s.extent(o.offset, d["Length"])
		} else {
			end = mark
		}
		switch d["Type"] {
		case syntax.Symbol("XRef"):
			s.addTrailer(d)
			return end
		case syntax.Symbol("ObjStm"):
			s.packed = append(s.packed, id)
		}
	}
	s.objects[id] = o
	return end
}

// addTrailer takes in a trailer; what a later one says replaces what an earlier one said.
func (s *scan) addTrailer(d syntax.Dict) {
	for _, key := range []syntax.Symbol{"Root", "Info", "Encrypt", "ID"} {
		if d[key] != nil {
			s.trailer[key] = d[key]
		}
	}
}

// resolve follows o if it is a reference.
func (s *scan) resolve(o syntax.Object) syntax.Object {
	for range 8 { // a reference to a reference is rare, a circle of them an attack
		ref, ok := o.(syntax.Ref)
		if !ok {
			return o
		}
		found := s.objects[ref.ID]
		if found == nil {
			return nil
		}
		o = found.value
	}
	return nil
}

func (s *scan) dict(o syntax.Object) syntax.Dict {
	d, _ := s.resolve(o).(syntax.Dict)
	return d
}
