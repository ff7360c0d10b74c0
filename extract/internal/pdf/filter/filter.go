package filter

import (
	"errors"
	"fmt"
)

// Errors of decoding. Data decoded so far comes with them.
var (
	ErrTooLarge    = errors.New("stream is too large")
	ErrUnsupported = errors.New("filter is not supported")
	ErrDamaged     = errors.New("stream is damaged")
)

// A Step is one filter of a stream with its parameters. The zero parameters are the standard's defaults.
type Step struct {
	// Name is the filter's name, long ("FlateDecode") or short ("Fl").
	Name string
	// Predictor, Colors, Bits, Columns describe the predictor (ISO 32000-1, 7.4.4.4).
	Predictor, Colors, Bits, Columns int
	// LateChange is true where LZW codes grow one code late (EarlyChange 0).
	LateChange bool
}

// Decode runs data through steps and returns at most limit bytes. ErrTooLarge comes with the first limit bytes, ErrDamaged with what
// could be decoded, ErrUnsupported with the data that the unknown filter would have been given: a picture's file.
func Decode(data []byte, steps []Step, limit int) ([]byte, error) {
	return decode(nil, data, steps, limit)
}

// DecodeInto is as [Decode], but what it returns lies in the memory of buf or in new memory, never in that of data.
func DecodeInto(buf, data []byte, steps []Step, limit int) ([]byte, error) {
	out, err := decode(buf, data, steps, limit)
	if len(out) > 0 && len(data) > 0 && &out[0] == &data[0] { // no filter, or none that is known
		out = append(buf[:0], out...)
	}
	return out, err
}

func decode(buf, data []byte, steps []Step, limit int) ([]byte, error) {
	var damage error
	for i, s := range steps {
		if i > 0 {
			buf = nil // data may lie in it
		}
		out, err := s.decode(buf, data, limit)
		if errors.Is(err, ErrUnsupported) {
			return data, fmt.Errorf("%s: %w", s.Name, err)
		}
		data = out
		if errors.Is(err, ErrDamaged) {
			damage, err = err, nil // the next filter may make sense of what there is
		}
		if err != nil {
			return data, fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	if len(data) > limit {
		return data[:limit], ErrTooLarge
	}
	return data, damage
}

func (s Step) decode(buf, data []byte, limit int) (out []byte, err error) {
	switch s.Name {
	case "FlateDecode", "Fl":
		out, err = inflate(buf, data, limit)
		out = s.unpredict(out)
	case "LZWDecode", "LZW":
		out, err = unlzw(data, limit, !s.LateChange)
		out = s.unpredict(out)
	case "ASCII85Decode", "A85":
		out, err = ascii85(data, limit)
	case "ASCIIHexDecode", "AHx":
		out = asciiHex(data)
	case "RunLengthDecode", "RL":
		out, err = runLength(data, limit)
	case "Crypt":
		out = data // decryption comes before the filters
	default:
		return nil, ErrUnsupported
	}
	return out, err
}

func asciiHex(data []byte) []byte {
	out := make([]byte, 0, len(data)/2)
	high := -1
	for _, c := range data {
		if c == '>' {
			break
		}
		x := -1
		switch {
		case '0' <= c && c <= '9':
			x = int(c - '0')
		case 'a' <= c && c <= 'f':
			x = int(c-'a') + 10
		case 'A' <= c && c <= 'F':
			x = int(c-'A') + 10
		}
		switch {
		case x < 0:
		case high < 0:
			high = x
		default:
			out = append(out, byte(high<<4|x))
			high = -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

func ascii85(data []byte, limit int) ([]byte, error) {
	out := make([]byte, 0, len(data)*4/5)
	var group [5]byte
	n := 0
	if len(data) >= 2 && data[0] == '<' && data[1] == '~' {
		data = data[2:]
	}
	for _, c := range data {
		if len(out) > limit {
			return out[:limit], ErrTooLarge
		}
		switch {
		case c == '~':
			return flush85(out, group, n), nil
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case '!' <= c && c <= 'u':
			group[n] = c - '!'
			if n++; n == 5 {
				out = flush85(out, group, n)
				n = 0
			}
		}
	}
	return flush85(out, group, n), nil
}

// flush85 appends the n-1 bytes that n characters stand for.
func flush85(out []byte, group [5]byte, n int) []byte {
	if n < 2 {
		return out
	}
	for i := n; i < 5; i++ {
		group[i] = 84
	}
	var x uint32
	for _, c := range group {
		x = x*85 + uint32(c)
	}
	b := [4]byte{byte(x >> 24), byte(x >> 16), byte(x >> 8), byte(x)}
	return append(out, b[:n-1]...)
}

func runLength(data []byte, limit int) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
		if len(out) > limit {
			return out[:limit], ErrTooLarge
		}
	}
	return out, nil
}
