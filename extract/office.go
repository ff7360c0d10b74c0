package extract

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/styrdok/styrdok/extract/internal/office"
	"github.com/styrdok/styrdok/extract/page"
)

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// readOffice reads a zip file: DOCX, ODT, or something that is not supported.
func readOffice(ctx context.Context, r io.ReaderAt, size int64) (*page.Document, error) {
	doc, err := office.Read(ctx, r, size)
	switch {
	case errors.Is(err, office.ErrPassword):
		return nil, ErrEncrypted
	case errors.Is(err, office.ErrTooLarge):
		return nil, ErrTooLarge
	case errors.Is(err, office.ErrFormat):
		return nil, ErrUnsupported
	case errors.Is(err, office.ErrDamaged):
		return nil, ErrCorrupt
	case err != nil:
		return nil, err
	}
	return withText(doc)
}

// isCompound reports whether a file is an OLE compound file: Word's .doc, or a DOCX behind a password.
func isCompound(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

// notOffice says why a compound file of size bytes is not read: one with a stream called EncryptedPackage (MS-OFFCRYPTO 2.3.4)
// needs a password, others are of a format that is not supported.
func notOffice(r io.ReaderAt, size int64) error {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	const chunk = 1 << 20
	buf := make([]byte, chunk+len(name))
	for at := int64(0); at < size; at += chunk {
		n, err := r.ReadAt(buf, at)
		if bytes.Contains(buf[:n], name) {
			return ErrEncrypted
		}
		if err != nil {
			break
		}
	}
	return ErrUnsupported
}
