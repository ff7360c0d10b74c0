package repair

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
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

// padding fills short passwords up (algorithm 2, step a).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func pad(password []byte) []byte {
	return append(append([]byte{}, password...), padding...)[:32]
}

// open finds the file's key with password, as user and as owner, and reports whether it fits.
func (c *Crypt) open(password []byte) bool {
	if c.revision >= 5 {
		return c.open256(password)
	}
	if len(c.user) < 16 {
		return false
	}
	return c.openUser(pad(password)) || c.openUser(c.userOf(password))
}

// openUser is algorithms 2, 4, 5 and 6.
func (c *Crypt) openUser(padded []byte) bool {
	h := md5.New()
	h.Write(padded)
	h.Write(c.owner[:min(len(c.owner), 32)])
	p := c.permissions
	h.Write([]byte{byte(p), byte(p >> 8), byte(p >> 16), byte(p >> 24)})
	h.Write(c.id)
	if c.revision >= 4 && c.plainMetadata {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if c.revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:c.bytes])
			key = sum[:]
		}
	}
	c.key = key[:c.bytes]
	if c.revision == 2 {
		return bytes.Equal(rc4Once(c.key, padding), c.user[:min(len(c.user), 32)])
	}
	sum := md5.Sum(append(append([]byte{}, padding...), c.id...))
	return bytes.Equal(rc4Twenty(c.key, sum[:], false), c.user[:16])
}

// userOf is algorithm 7: the padded user password that the owner's opens.
func (c *Crypt) userOf(password []byte) []byte {
	sum := md5.Sum(pad(password))
	key := sum[:]
	if c.revision >= 3 {
		for range 50 {
			sum = md5.Sum(key)
			key = sum[:]
		}
	}
	owner := c.owner[:min(len(c.owner), 32)]
	if c.revision == 2 {
		return rc4Once(key[:5], owner)
	}
	return rc4Twenty(key[:c.bytes], owner, true)
}

func rc4Once(key, data []byte) []byte {
	out := make([]byte, len(data))
	if rc, err := rc4.NewCipher(key); err == nil {
		rc.XORKeyStream(out, data)
	}
	return out
}

// rc4Twenty runs data through RC4 twenty times with the key XORed with 0 to 19, backwards to undo it.
func rc4Twenty(key, data []byte, backwards bool) []byte {
	for i := range 20 {
		n := byte(i)
		if backwards {
			n = byte(19 - i)
		}
		k := make([]byte, len(key))
		for j := range key {
			k[j] = key[j] ^ n
		}
		data = rc4Once(k, data)
	}
	return data
}

// open256 is algorithm 2.A: the key of revisions 5 and 6.
func (c *Crypt) open256(password []byte) bool {
	if len(c.user) < 48 || len(c.owner) < 48 || len(c.userKey) < 32 || len(c.ownerKey) < 32 {
		return false
	}
	password = password[:min(len(password), 127)]
	u := c.user[:48]
	unwrap := func(salt, extra, wrapped []byte) bool {
		block, err := aes.NewCipher(c.hash(password, salt, extra))
		if err != nil {
			return false
		}
		c.key = make([]byte, 32)
		cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(c.key, wrapped[:32])
		return true
	}
	if bytes.Equal(c.hash(password, u[32:40], nil), u[:32]) {
		return unwrap(u[40:48], nil, c.userKey)
	}
	if bytes.Equal(c.hash(password, c.owner[32:40], u), c.owner[:32]) {
		return unwrap(c.owner[40:48], u, c.ownerKey)
	}
	return false
}

// hash is algorithm 2.B; revision 5 stops after its first step.
func (c *Crypt) hash(password, salt, extra []byte) []byte {
	input := append(append(append([]byte{}, password...), salt...), extra...)
	sum := sha256.Sum256(input)
	k := sum[:]
	if c.revision == 5 {
		return k
	}
	for i := 0; ; i++ {
		one := append(append(append([]byte{}, password...), k...), extra...)
		all := bytes.Repeat(one, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(all, all)
		mod := 0
		for _, b := range all[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(all)
			k = s[:]
		case 1:
			s := sha512.Sum384(all)
			k = s[:]
		default:
			s := sha512.Sum512(all)
			k = s[:]
		}
		if i >= 63 && int(all[len(all)-1]) <= i-31 {
			return k[:32]
		}
	}
}
