package extract

import (
	"context"
	"errors"
	"io/fs"

	"github.com/styrdok/styrdok/policy"
)

// Why a reader that was kept within bounds gave no document. This package reads in the caller's process and cannot keep a
// parser within them; the command reads each file in another process and gives these.
var (
	ErrCrashed = errors.New("made the reader crash")
	ErrTimeout = errors.New("takes too long to read")
	ErrMemory  = errors.New("takes too much memory to read")
)

// reasons are what a person is told of each kind of trouble.
var reasons = []struct {
	err          error
	code, reason string
}{
	{ErrEncrypted, "encrypted", "Filen är skyddad och kräver ett lösenord."},
	{ErrEmpty, "empty", "Filen är tom (0 byte)."},
	{ErrNoText, "no-text", "Filen innehåller ingen text; är den inskannad läses den bara om tesseract finns (apt-get install tesseract-ocr-swe)."},
	{ErrTooLarge, "too-large", "Filen är större än vad som läses."},
	{ErrUnsupported, "unsupported", "Filformatet stöds inte; PDF, Word (docx), OpenDocument (odt), webbsidor (HTML), ren text och Markdown läses."},
	{ErrCorrupt, "corrupt", "Filen är skadad och gick inte att läsa."},
	{fs.ErrNotExist, "vanished", "Filen fanns inte längre kvar när den skulle läsas."},
	{fs.ErrPermission, "unreadable", "Behörighet att läsa filen saknas."},
	{ErrCrashed, "crashed", "Filen fick läsningen att krascha; övriga filer påverkades inte."},
	{ErrTimeout, "timeout", "Läsningen tog för lång tid och avbröts."},
	{context.DeadlineExceeded, "timeout", "Läsningen tog för lång tid och avbröts."},
	{ErrMemory, "out-of-memory", "Läsningen krävde för mycket minne och avbröts."},
}

// SetAside says of the file source why err kept it from being read: a line of the ledger. An err with a method
// Detail() string (a crash knows where) gives its detail.
func SetAside(source string, err error) policy.SetAside {
	aside := policy.SetAside{Source: source, Code: "unreadable", Reason: "Filen gick inte att läsa."}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			aside.Code, aside.Reason = r.code, r.reason
			break
		}
	}
	var detailed interface{ Detail() string }
	if errors.As(err, &detailed) {
		aside.Detail = detailed.Detail()
	}
	return aside
}
