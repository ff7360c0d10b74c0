package repair

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/extract/internal/pdf/filter"
	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// TestCryptFiles decrypts the files that qpdf encrypted in each way, with each password that opens them.
func TestCryptFiles(t *testing.T) {
	files, _ := filepath.Glob("../testdata/*-*.pdf")
	n := 0
	for _, file := range files {
		if !strings.Contains(file, "rc4") && !strings.Contains(file, "aes") {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			passwords := map[string]bool{"": true, "agare": true, "fel": true}
			if strings.Contains(file, "user") {
				passwords = map[string]bool{"": false, "fel": false, "hemligt": true, "agare": true}
			}
			for password, opens := range passwords {
				m, err := Rebuild(bytes.NewReader(data), int64(len(data)), password)
				if !opens {
					if !errors.Is(err, ErrPassword) {
						t.Errorf("%q: %v, want ErrPassword", password, err)
					}
					continue
				}
				if err != nil {
					t.Fatalf("%q: %v", password, err)
				}
				if !shows(m, "Kommunstyrelsen") {
					t.Errorf("%q: the text is not in any stream", password)
				}
			}
		})
	}
	if n < 8 {
		t.Errorf("only %d files", n)
	}
}

// shows reports whether a stream of the image holds text.
func shows(m *Image, text string) bool {
	for i := range m.Streams {
		data, _ := filter.Decode(m.Raw(i), []filter.Step{{Name: "FlateDecode"}}, 1<<20)
		if bytes.Contains(data, []byte(text)) || bytes.Contains(m.Raw(i), []byte(text)) {
			return true
		}
	}
	return false
}

func TestUnCBC(t *testing.T) {
	key := []byte("0123456789abcdef")
	seal := func(plain []byte) []byte {
		block, _ := aes.NewCipher(key)
		pad := aes.BlockSize - len(plain)%aes.BlockSize
		plain = append(bytes.Clone(plain), bytes.Repeat([]byte{byte(pad)}, pad)...)
		out := make([]byte, aes.BlockSize+len(plain))
		copy(out, "initial vector--")
		cipher.NewCBCEncrypter(block, out[:aes.BlockSize]).CryptBlocks(out[aes.BlockSize:], plain)
		return out
	}
	for _, plain := range []string{"", "a", "fifteen bytes--", "sixteen bytes---", strings.Repeat("long ", 50)} {
		if got := unCBC(key, seal([]byte(plain))); string(got) != plain {
			t.Errorf("got %q, want %q", got, plain)
		}
	}
	sealed := seal([]byte(strings.Repeat("x", 40)))
	if got := unCBC(key, sealed[:len(sealed)-5]); !strings.HasPrefix(strings.Repeat("x", 40), string(got)) || len(got) < 16 {
		t.Errorf("cut off: %q", got)
	}
	for _, short := range [][]byte{nil, make([]byte, 16), make([]byte, 31)} {
		if got := unCBC(key, short); got != nil {
			t.Errorf("%d bytes: %q", len(short), got)
		}
	}
	if unCBC([]byte("odd key"), sealed) != nil {
		t.Error("a key of no length that AES has")
	}
}

func TestRC4Twenty(t *testing.T) {
	key, plain := []byte("key12"), []byte("twenty times there and back")
	if got := rc4Twenty(key, rc4Twenty(key, plain, false), true); !bytes.Equal(got, plain) {
		t.Errorf("got %q", got)
	}
}

func TestPad(t *testing.T) {
	for _, password := range []string{"", "abc", strings.Repeat("x", 32), strings.Repeat("x", 100)} {
		if got := pad([]byte(password)); len(got) != 32 || !strings.HasPrefix(password+string(padding), string(got[:min(len(password), 32)])) {
			t.Errorf("%q: %q", password, got)
		}
	}
}

// TestObjectKey: the key of an object depends on its number and generation, and is never longer than RC4's sixteen bytes.
func TestObjectKey(t *testing.T) {
	for _, n := range []int{5, 16} {
		c := &Crypt{key: make([]byte, n)}
		a, b, aesKey := c.objectKey(1, 0, false), c.objectKey(1, 1, false), c.objectKey(1, 0, true)
		if len(a) != min(n+5, 16) || bytes.Equal(a, b) || bytes.Equal(a, aesKey) {
			t.Errorf("key of %d bytes: %x %x %x", n, a, b, aesKey)
		}
	}
}

func TestFilterOf(t *testing.T) {
	c := &Crypt{streams: "StdCF", plainMetadata: true, methods: map[string]string{"StdCF": "V2", "Identity": ""}, key: make([]byte, 5)}
	tests := map[string]string{
		"<<>>":                     "StdCF",
		"<</Type /Metadata>>":      "Identity",
		"<</Filter /FlateDecode>>": "StdCF",
		"<</Filter /Crypt>>":       "Identity",
		"<</Filter [/Crypt /Fl] /DecodeParms [<</Name /Own>> null]>>": "Own",
		"<</Filter [/Fl /Crypt] /DecodeParms [null <<>>]>>":           "Identity",
	}
	for in, want := range tests {
		o, _ := syntax.NewParser([]byte(in), 0).Object()
		if got := c.filterOf(o.(syntax.Dict)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	if got := c.Stream([]byte("plain"), 1, 0, "Identity"); string(got) != "plain" {
		t.Errorf("identity: %q", got)
	}
	if got := c.Stream(c.Stream([]byte("plain"), 1, 0, "StdCF"), 1, 0, "StdCF"); string(got) != "plain" {
		t.Errorf("twice: %q", got)
	}
}

// TestCryptAbsurd: an Encrypt dictionary that makes no sense needs a password that nobody has, and never a panic.
func TestCryptAbsurd(t *testing.T) {
	for _, dict := range []string{
		"<</Filter /Standard>>", "<</Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4>>", "<</Filter /Standard /V 5 /R 6 /O (x) /U (x)>>",
		"<</Filter /Standard /V 4 /R 4 /CF <</StdCF 5>> /StmF /StdCF>>", "<</Filter /Standard /V 2 /R 3 /Length 999999 /U (" + strings.Repeat("u", 32) + ")>>",
		"<</Filter /Own /V 1>>", "<</V -1 /R -1 /Length -8>>",
	} {
		data := []byte("1 0 obj <</Type /Page>> endobj trailer <</Encrypt " + dict + ">>")
		if _, err := Rebuild(bytes.NewReader(data), int64(len(data)), "x"); !errors.Is(err, ErrPassword) {
			t.Errorf("%s: %v", dict, err)
		}
	}
	lost := []byte("1 0 obj <</Type /Page>> endobj trailer <</Encrypt 99 0 R>>")
	if _, err := Rebuild(bytes.NewReader(lost), int64(len(lost)), ""); err != nil {
		t.Errorf("an Encrypt that is lost: %v", err)
	}
}

func FuzzCrypt(f *testing.F) {
	f.Add([]byte("<</Filter /Standard /V 4 /R 4 /CF <</StdCF <</CFM /AESV2>>>> /StmF /StdCF /StrF /StdCF>>"), []byte("data"))
	f.Fuzz(func(t *testing.T, dict, stream []byte) {
		file := append([]byte("1 0 obj <</Type /Page /A (x)>> stream\n"), stream...)
		file = append(append(file, "\nendstream endobj trailer <</Encrypt "...), dict...)
		m, err := Rebuild(bytes.NewReader(file), int64(len(file)), "x")
		if err != nil {
			return
		}
		for i := range m.Streams {
			m.Raw(i)
		}
	})
}
