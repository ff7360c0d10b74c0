package repair

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"errors"

	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// ErrPassword means that the file needs a password, or a kind of key that no password opens.
var ErrPassword = errors.New("needs a password")

// A Crypt decrypts a file by the standard security handler (ISO 32000-2, 7.6.4; revisions 2 to 6).
type Crypt struct {
	key []byte
	// methods maps a crypt filter's name to its method: "", "V2", "AESV2", "AESV3".
	methods         map[string]string
	streams, texts  string // the names of the filters for streams and for strings
	plainMetadata   bool
	revision, bytes int
	owner, user     []byte
	ownerKey        []byte
	userKey         []byte
	permissions     uint32
	id              []byte
}

// crypt prepares decryption with password, or with the empty one.
func (s *scan) crypt(password string) (*Crypt, error) {
	d := s.dict(s.trailer["Encrypt"])
	if d == nil {
		return nil, nil // names a dictionary that is lost: the file may be plain
	}
	if f := s.resolve(d["Filter"]); f != nil && f != syntax.Symbol("Standard") {
		return nil, ErrPassword
	}
	text := func(key syntax.Symbol) []byte {
		t, _ := s.resolve(d[key]).(syntax.Text)
		return []byte(t)
	}
	number := func(d syntax.Dict, key syntax.Symbol) int {
		n, _ := s.resolve(d[key]).(int64)
		return int(n)
	}
	c := &Crypt{revision: number(d, "R"), owner: text("O"), user: text("U"), ownerKey: text("OE"), userKey: text("UE"),
		permissions: uint32(int64(number(d, "P"))), methods: map[string]string{"Identity": ""}}
	if ids := list(s.resolve(s.trailer["ID"])); len(ids) > 0 {
		id, _ := s.resolve(ids[0]).(syntax.Text)
		c.id = []byte(id)
	}
	if plain, ok := s.resolve(d["EncryptMetadata"]).(bool); ok && !plain {
		c.plainMetadata = true
	}
	version := number(d, "V")
	c.bytes = number(d, "Length") / 8
	if c.bytes < 5 || c.bytes > 16 {
		c.bytes = 5
	}
	if version < 4 {
		c.methods["StdCF"], c.streams, c.texts = "V2", "StdCF", "StdCF"
		if version < 2 {
			c.bytes = 5
		}
	} else {
		c.filters(s, d)
		c.bytes = 16
	}
	for _, p := range []string{"", password} {
		if c.open([]byte(p)) {
			return c, nil
		}
	}
	return nil, ErrPassword
}

// filters reads the crypt filters of a dictionary of version 4 or 5.
func (c *Crypt) filters(s *scan, d syntax.Dict) {
	for name, o := range s.dict(d["CF"]) {
		method, _ := s.resolve(s.dict(o)["CFM"]).(syntax.Symbol)
		if method == "None" {
			method = ""
		}
		c.methods[string(name)] = string(method)
	}
	c.streams, c.texts = "Identity", "Identity"
	if n, ok := s.resolve(d["StmF"]).(syntax.Symbol); ok {
		c.streams = string(n)
	}
	if n, ok := s.resolve(d["StrF"]).(syntax.Symbol); ok {
		c.texts = string(n)
	}
}

// filterOf returns the name of the crypt filter for the stream of dictionary d.
func (c *Crypt) filterOf(d syntax.Dict) string {
	if d["Type"] == syntax.Symbol("Metadata") && c.plainMetadata {
		return "Identity"
	}
	for i, f := range list(d["Filter"]) {
		if f != syntax.Symbol("Crypt") {
			continue
		}
		params := list(d["DecodeParms"])
		if i < len(params) {
			if p, ok := params[i].(syntax.Dict); ok {
				if n, ok := p["Name"].(syntax.Symbol); ok {
					return string(n)
				}
			}
		}
		return "Identity"
	}
	return c.streams
}

// Stream decrypts the data of the stream id by the crypt filter of the name given.
func (c *Crypt) Stream(data []byte, id, gen int, filter string) []byte {
	return c.decrypt(data, id, gen, c.methods[filter])
}

// String decrypts a string of the object id.
func (c *Crypt) String(data []byte, id, gen int) []byte {
	return c.decrypt(data, id, gen, c.methods[c.texts])
}

func (c *Crypt) decrypt(data []byte, id, gen int, method string) []byte {
	switch method {
	case "V2":
		rc, err := rc4.NewCipher(c.objectKey(id, gen, false))
		if err != nil {
			return data
		}
		out := make([]byte, len(data))
		rc.XORKeyStream(out, data)
		return out
	case "AESV2":
		return unCBC(c.objectKey(id, gen, true), data)
	case "AESV3":
		return unCBC(c.key, data)
	}
	return data
}

// objectKey is algorithm 1: the key of one object.
func (c *Crypt) objectKey(id, gen int, isAES bool) []byte {
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(id), byte(id >> 8), byte(id >> 16), byte(gen), byte(gen >> 8)})
	if isAES {
		h.Write([]byte("sAlT"))
	}
	return h.Sum(nil)[:min(len(c.key)+5, 16)]
}

// unCBC decrypts data, which begins with its initialisation vector, and takes the padding off. Cut-off data gives what is
// whole of it.
func unCBC(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	body := data[aes.BlockSize:]
	out := make([]byte, len(body)/aes.BlockSize*aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, body[:len(out)])
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize && len(out) == len(body) {
		out = out[:len(out)-pad]
	}
	return out
}
