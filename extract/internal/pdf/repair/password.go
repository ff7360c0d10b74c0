package repair

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
)

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
