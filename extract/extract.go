package extract

import "errors"

// Why a file could not be read. Errors of this package wrap one of these; test with errors.Is.
var (
	ErrEncrypted   = errors.New("needs a password")
	ErrNoText      = errors.New("has no text")
	ErrTooLarge    = errors.New("is too large")
	ErrUnsupported = errors.New("is of a format that is not supported")
	ErrCorrupt     = errors.New("is damaged")
)

// Options steers reading. The zero value works.
type Options struct {
	// Password opens an encrypted PDF; "" tries the empty user password, which most protected files have.
	Password string
}
