package repair

import (
	"math"
	"sort"
	"strconv"

	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// A writer writes objects in the plainest syntax.
type writer struct {
	scan   *scan
	image  *Image
	number map[int]int // old object number -> new one
	out    []byte
	// what decrypts the strings of the object that is being written
	crypt   *Crypt
	id, gen int
}

// object writes the object of the old number id under its new one.
func (w *writer) object(number, id int) {
	o := w.scan.objects[id]
	w.crypt, w.id, w.gen = w.image.Crypt, id, o.gen
	if ref, ok := w.scan.trailer["Encrypt"].(syntax.Ref); o.inner || ok && ref.ID == id {
		w.crypt = nil
	}
	w.out = strconv.AppendInt(w.out, int64(number), 10)
	w.out = append(w.out, " 0 obj\n"...)
	d, _ := o.value.(syntax.Dict)
	if !o.stream || d == nil {
		w.value(o.value)
		w.out = append(w.out, "\nendobj\n"...)
		return
	}
	s := Stream{Offset: o.offset, Length: o.length, id: id, gen: o.gen}
	if w.crypt != nil {
		s.filter = w.crypt.filterOf(d)
	}
	d[StreamKey] = int64(len(w.image.Streams))
	w.image.Streams = append(w.image.Streams, s)
	w.value(d)
	w.out = append(w.out, "\nstream\n\nendstream\nendobj\n"...)
	w.crypt = nil
}

func (w *writer) value(o syntax.Object) {
	switch o := o.(type) {
	case bool:
		w.out = strconv.AppendBool(w.out, o)
	case int64:
		w.out = strconv.AppendInt(w.out, o, 10)
	case float64:
		w.real(o)
	case syntax.Text:
		w.text(o)
	case syntax.Symbol:
		w.symbol(o)
	case syntax.Ref:
		w.ref(o)
	case syntax.Array:
		w.out = append(w.out, '[')
		for _, x := range o {
			w.value(x)
			w.out = append(w.out, ' ')
		}
		w.out = append(w.out, ']')
	case syntax.Dict:
		w.dict(o)
	default:
		w.out = append(w.out, "null"...)
	}
}

func (w *writer) dict(d syntax.Dict) {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, string(k))
	}
	sort.Strings(keys)
	w.out = append(w.out, "<<"...)
	for _, k := range keys {
		w.symbol(syntax.Symbol(k))
		w.out = append(w.out, ' ')
		w.value(d[syntax.Symbol(k)])
	}
	w.out = append(w.out, ">>"...)
}

// ref writes a reference under the object's new number, null for one that leads nowhere.
func (w *writer) ref(r syntax.Ref) {
	n, ok := w.number[r.ID]
	if !ok {
		w.image.Lost++
		w.out = append(w.out, "null"...)
		return
	}
	w.out = strconv.AppendInt(w.out, int64(n), 10)
	w.out = append(w.out, " 0 R"...)
}

// real writes a number without an exponent, which PDF does not know, and with the point that tells it from an integer.
func (w *writer) real(x float64) {
	if math.IsNaN(x) || math.Abs(x) > 1e15 {
		x = 0
	}
	w.out = strconv.AppendFloat(w.out, x, 'f', 6, 64)
}

const hexDigits = "0123456789abcdef"

func (w *writer) text(t syntax.Text) {
	if w.crypt != nil {
		t = syntax.Text(w.crypt.String([]byte(t), w.id, w.gen))
	}
	w.out = append(w.out, '<')
	for i := range len(t) {
		w.out = append(w.out, hexDigits[t[i]>>4], hexDigits[t[i]&15])
	}
	w.out = append(w.out, '>')
}

func (w *writer) symbol(s syntax.Symbol) {
	w.out = append(w.out, '/')
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7f || c == '#' || delimiter(c) {
			w.out = append(w.out, '#', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		w.out = append(w.out, c)
	}
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}
