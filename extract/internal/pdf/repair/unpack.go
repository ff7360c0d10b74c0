package repair

import (
	"github.com/styrdok/styrdok/extract/internal/pdf/filter"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// maxPacked is how many bytes one object stream may hold decoded, maxPackedTotal all of a file: writers pack a hundred or two
// hundred objects in one, some 20 kB.
const (
	maxPacked      = 32 << 20
	maxPackedTotal = 128 << 20
)

// unpack takes the objects out of the object streams. An object out of a stream replaces an earlier one of its number only
// if its stream comes later in the file than that.
func (s *scan) unpack(c *Crypt) {
	total := 0
	for _, id := range s.packed {
		o := s.objects[id]
		if o == nil || !o.stream || total > maxPackedTotal || len(s.objects) >= maxObjects {
			continue
		}
		d, _ := o.value.(syntax.Dict)
		raw := s.data[o.offset : o.offset+o.length]
		if c != nil {
			raw = c.Stream(raw, id, o.gen, c.filterOf(d))
		}
		data, _ := filter.Decode(raw, Steps(d, s.resolve), maxPacked)
		total += len(data)
		s.members(data, d, o)
		delete(s.objects, id)
	}
}

// members takes in the objects that data, a decoded object stream, holds.
func (s *scan) members(data []byte, d syntax.Dict, from *object) {
	n, _ := s.resolve(d["N"]).(int64)
	first, _ := s.resolve(d["First"]).(int64)
	if first <= 0 || first > int64(len(data)) || n <= 0 {
		return
	}
	left := 4 * len(data) // to parse: one place may be named a million times
	index := syntax.NewLexer(data[:first])
	for range min(n, int64(maxObjects)) {
		if len(s.objects) >= maxObjects {
			return
		}
		id, at := index.Next(), index.Next()
		if id.Kind != syntax.Number || at.Kind != syntax.Number {
			return
		}
		if id.Num < 0 || id.Num > syntax.MaxID || at.Num < 0 || int64(at.Num) > int64(len(data))-first {
			continue
		}
		old := s.objects[int(id.Num)]
		if old != nil && old.at > from.at {
			continue
		}
		start := int(first) + int(at.Num)
		p := syntax.NewParser(data, start)
		value, ok := p.Object()
		if left -= p.Pos - start; left < 0 {
			return
		}
		if !ok {
			continue
		}
		s.objects[int(id.Num)] = &object{value: value, inner: true, at: from.at}
	}
}

// Steps reads the filters of a stream's dictionary d.
func Steps(d syntax.Dict, resolve func(syntax.Object) syntax.Object) []filter.Step {
	names := list(resolve(either(d, "Filter", "F")))
	params := list(resolve(either(d, "DecodeParms", "DP")))
	var steps []filter.Step
	for i, o := range names {
		name, _ := resolve(o).(syntax.Symbol)
		step := filter.Step{Name: string(name)}
		if i < len(params) {
			p, _ := resolve(params[i]).(syntax.Dict)
			number := func(key syntax.Symbol) int {
				n, _ := resolve(p[key]).(int64)
				return int(max(min(n, 1<<30), 0))
			}
			step.Predictor, step.Colors = number("Predictor"), number("Colors")
			step.Bits, step.Columns = number("BitsPerComponent"), number("Columns")
			early, stated := resolve(p["EarlyChange"]).(int64)
			step.LateChange = stated && early == 0
		}
		steps = append(steps, step)
	}
	return steps
}

func either(d syntax.Dict, long, short syntax.Symbol) syntax.Object {
	if o, ok := d[long]; ok {
		return o
	}
	return d[short]
}

// list returns o as a list: an array's elements, nothing for null, o itself otherwise.
func list(o syntax.Object) []syntax.Object {
	switch o := o.(type) {
	case nil:
		return nil
	case syntax.Array:
		return o
	}
	return []syntax.Object{o}
}
