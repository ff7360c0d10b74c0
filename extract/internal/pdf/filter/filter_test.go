package filter

import (
	"bytes"
	"compress/zlib"
	a85 "encoding/ascii85"
	"errors"
	"fmt"
	"strings"
	"testing"
)

const limit = 1 << 20

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// lzw encodes data without compressing it: a clear code, each byte as a code of nine bits, the end; with a clear code often enough
// that codes never grow.
func lzw(data []byte) []byte {
	var out []byte
	var bits uint64
	have := 0
	put := func(code int) {
		bits = bits<<9 | uint64(code)
		for have += 9; have >= 8; have -= 8 {
			out = append(out, byte(bits>>(have-8)))
		}
	}
	for i, c := range data {
		if i%200 == 0 {
			put(lzwClear)
		}
		put(int(c))
	}
	put(lzwEnd)
	return append(out, byte(bits<<(8-have)))
}

func TestDecode(t *testing.T) {
	text := []byte(strings.Repeat("Nämnden ansvarar för uppföljningen. ", 40))
	coded := make([]byte, a85.MaxEncodedLen(len(text)))
	coded = append(coded[:a85.Encode(coded, text)], "~>"...)
	tests := []struct {
		name  string
		data  []byte
		steps []Step
	}{
		{"none", text, nil},
		{"flate", deflate(text), []Step{{Name: "FlateDecode"}}},
		{"short name", deflate(text), []Step{{Name: "Fl"}}},
		{"flate after line ends", append([]byte("\r\n"), deflate(text)...), []Step{{Name: "FlateDecode"}}},
		{"flate without header", deflate(text)[2:], []Step{{Name: "FlateDecode"}}},
		{"flate with wrong header", append([]byte{0, 0}, deflate(text)[2:]...), []Step{{Name: "FlateDecode"}}},
		{"flate without checksum", deflate(text)[:len(deflate(text))-4], []Step{{Name: "FlateDecode"}}},
		{"lzw", lzw(text), []Step{{Name: "LZWDecode"}}},
		{"ascii85", coded, []Step{{Name: "ASCII85Decode"}}},
		{"ascii85 marked", append([]byte("<~"), coded...), []Step{{Name: "A85"}}},
		{"hex", []byte(fmt.Sprintf("%x>", text)), []Step{{Name: "ASCIIHexDecode"}}},
		{"hex of flate", []byte(fmt.Sprintf("%X", deflate(text))), []Step{{Name: "AHx"}, {Name: "FlateDecode"}}},
		{"crypt", text, []Step{{Name: "Crypt"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Decode(test.data, test.steps, limit)
			if err != nil || !bytes.Equal(got, text) {
				t.Errorf("got %d bytes, %v, want %d", len(got), err, len(text))
			}
		})
	}
}

func TestRunLength(t *testing.T) {
	got, err := Decode([]byte{2, 'a', 'b', 'c', 254, 'x', 128, 'z'}, []Step{{Name: "RunLengthDecode"}}, limit)
	if err != nil || string(got) != "abcxxx" {
		t.Errorf("got %q %v", got, err)
	}
	if got, _ := Decode([]byte{5, 'a'}, []Step{{Name: "RL"}}, limit); string(got) != "a" {
		t.Errorf("cut off: got %q", got)
	}
}

func TestAscii85Groups(t *testing.T) {
	for in, want := range map[string]string{"z~>": "\x00\x00\x00\x00", "87cURDZ~>": "Hello", "87 cU\nRD Z": "Hello", "!~>": "", "": ""} {
		if got, err := Decode([]byte(in), []Step{{Name: "A85"}}, limit); err != nil || string(got) != want {
			t.Errorf("%q: got %q %v", in, got, err)
		}
	}
}

// TestLZWTable decodes codes that refer to strings made on the way, from the standard's own example (7.4.4.2).
func TestLZWTable(t *testing.T) {
	data := []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}
	want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}
	if got, err := Decode(data, []Step{{Name: "LZWDecode"}}, limit); err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %v %v", got, err)
	}
}

func TestDamage(t *testing.T) {
	text := []byte(strings.Repeat("abcdefghij klmnop ", 3000))
	data := deflate(text)
	t.Run("cut off", func(t *testing.T) {
		got, err := Decode(data[:len(data)/2], []Step{{Name: "FlateDecode"}}, limit)
		if err != nil || len(got) == 0 || !bytes.HasPrefix(text, got) {
			t.Errorf("got %d bytes, %v", len(got), err)
		}
	})
	t.Run("wrong checksum", func(t *testing.T) {
		wrong := bytes.Clone(data)
		wrong[len(wrong)-1] ^= 1
		got, err := Decode(wrong, []Step{{Name: "FlateDecode"}}, limit)
		if !errors.Is(err, ErrDamaged) || !bytes.Equal(got, text) {
			t.Errorf("got %d bytes, %v", len(got), err)
		}
	})
	t.Run("wrong codes", func(t *testing.T) {
		wrong := bytes.Clone(data)
		for i := len(wrong) / 2; i < len(wrong); i++ {
			wrong[i] = 0xff
		}
		if _, err := Decode(wrong, []Step{{Name: "FlateDecode"}}, limit); !errors.Is(err, ErrDamaged) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("unknown filter", func(t *testing.T) {
		if _, err := Decode(data, []Step{{Name: "DCTDecode"}}, limit); !errors.Is(err, ErrUnsupported) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("empty", func(t *testing.T) {
		for _, name := range []string{"FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"} {
			if got, err := Decode(nil, []Step{{Name: name}}, limit); err != nil || len(got) != 0 {
				t.Errorf("%s: got %q %v", name, got, err)
			}
		}
	})
}

// TestLimit: no filter gives more than it may, however much there is.
func TestLimit(t *testing.T) {
	const small = 1000
	bomb := deflate(make([]byte, 1<<20))
	zeros := bytes.Repeat([]byte("z"), 1<<18)
	runs := bytes.Repeat([]byte{129, 0}, 1<<16)
	packed := lzw(make([]byte, 1<<18))
	for name, data := range map[string][]byte{"FlateDecode": bomb, "ASCII85Decode": zeros, "RunLengthDecode": runs, "LZWDecode": packed} {
		got, err := Decode(data, []Step{{Name: name}}, small)
		if !errors.Is(err, ErrTooLarge) || len(got) > small {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	if got, err := Decode(make([]byte, 2*small), nil, small); !errors.Is(err, ErrTooLarge) || len(got) != small {
		t.Errorf("no filter: %d bytes, %v", len(got), err)
	}
}

func TestPredictors(t *testing.T) {
	want := []byte{10, 20, 30, 11, 22, 33, 12, 24, 36}
	tests := map[string]struct {
		data []byte
		step Step
	}{
		"none":  {[]byte{0, 10, 20, 30, 0, 11, 22, 33, 0, 12, 24, 36}, Step{Predictor: 10, Columns: 3}},
		"sub":   {[]byte{1, 10, 10, 10, 1, 11, 11, 11, 1, 12, 12, 12}, Step{Predictor: 11, Columns: 3}},
		"up":    {[]byte{2, 10, 20, 30, 2, 1, 2, 3, 2, 1, 2, 3}, Step{Predictor: 12, Columns: 3}},
		"mixed": {[]byte{1, 10, 10, 10, 2, 1, 2, 3, 0, 12, 24, 36}, Step{Predictor: 15, Columns: 3}},
		"avg":   {[]byte{0, 10, 20, 30, 3, 6, 7, 7, 0, 12, 24, 36}, Step{Predictor: 13, Columns: 3}},
		"paeth": {[]byte{0, 10, 20, 30, 4, 1, 2, 3, 4, 1, 2, 3}, Step{Predictor: 14, Columns: 3}},
		"tiff":  {[]byte{10, 10, 10, 11, 11, 11, 12, 12, 12}, Step{Predictor: 2, Columns: 3, Bits: 8}},
		"off":   {want, Step{Predictor: 1}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			test.step.Name = "FlateDecode"
			got, err := Decode(deflate(test.data), []Step{test.step}, limit)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("got %v %v, want %v", got, err, want)
			}
		})
	}
}

func TestPredictorAbsurd(t *testing.T) {
	for _, step := range []Step{{Predictor: 12, Columns: 1 << 30}, {Predictor: 12, Colors: 1 << 20, Columns: 5}, {Predictor: 2, Bits: 99}} {
		step.Name = "FlateDecode"
		if got, _ := Decode(deflate(make([]byte, 100)), []Step{step}, limit); len(got) > 100 {
			t.Errorf("%+v: %d bytes", step, len(got))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(deflate([]byte("text text text")), uint8(0), uint8(12), uint8(4))
	f.Add(lzw([]byte("text")), uint8(1), uint8(1), uint8(1))
	f.Add([]byte("87cURDZ~>"), uint8(2), uint8(0), uint8(0))
	names := []string{"FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"}
	f.Fuzz(func(t *testing.T, data []byte, which, predictor, columns uint8) {
		const most = 1 << 16
		step := Step{Name: names[int(which)%len(names)], Predictor: int(predictor), Columns: int(columns), Colors: int(which)}
		if got, _ := Decode(data, []Step{step}, most); len(got) > most {
			t.Fatalf("%d bytes", len(got))
		}
	})
}

func ExampleDecode() {
	data, err := Decode([]byte("48656A>"), []Step{{Name: "ASCIIHexDecode"}}, 1000)
	fmt.Println(string(data), err)
	// Output: Hej <nil>
}

// TestDecodeInto: what is decoded lies in the memory given or in new memory, and never in that of the data, which the next stream would
// then be written over.
func TestDecodeInto(t *testing.T) {
	text := []byte(strings.Repeat("Nämnden ansvarar för uppföljningen. ", 40))
	hexed := []byte(fmt.Sprintf("%x>", text))
	tests := []struct {
		name  string
		data  []byte
		steps []Step
		want  []byte
	}{
		{"no filter", text, nil, text},
		{"crypt", text, []Step{{Name: "Crypt"}}, text},
		{"unknown", text, []Step{{Name: "DCTDecode"}}, text},
		{"flate", deflate(text), []Step{{Name: "FlateDecode"}}, text},
		{"two", []byte(fmt.Sprintf("%x>", deflate(text))), []Step{{Name: "ASCIIHexDecode"}, {Name: "FlateDecode"}}, text},
		{"flate twice", deflate(deflate(text)), []Step{{Name: "FlateDecode"}, {Name: "FlateDecode"}}, text},
		{"hexadecimal", hexed, []Step{{Name: "ASCIIHexDecode"}}, text},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, buf := range [][]byte{nil, make([]byte, 3), make([]byte, 1<<16)} {
				data := bytes.Clone(test.data)
				out, _ := DecodeInto(buf, data, test.steps, limit)
				if !bytes.Equal(out, test.want) {
					t.Fatalf("got %q", out)
				}
				clear(out)
				if !bytes.Equal(data, test.data) {
					t.Fatal("it lies in the memory of the data")
				}
			}
		})
	}
}
