package extract

import (
	"context"
	"errors"
	"io/fs"

	"github.com/styrdok/styrdok/policy"
)

// reasons are what a person is told of each kind of trouble.
var reasons = []struct {
	err          error
	code, reason string
}{
	{ErrEncrypted, "encrypted", "Filen är skyddad och kräver ett lösenord."},
	{ErrNoText, "no-text", "Filen innehåller ingen text; är den inskannad behöver den först textigenkänning (OCR)."},
	{ErrTooLarge, "too-large", "Filen är större än vad som läses."},
	{ErrUnsupported, "unsupported", "Filformatet stöds inte; PDF, Word (docx), OpenDocument (odt), webbsidor (HTML), ren text och Markdown läses."},
	{ErrCorrupt, "corrupt", "Filen är skadad och gick inte att läsa."},
	{fs.ErrNotExist, "vanished", "Filen fanns inte längre kvar när den skulle läsas."},
	{fs.ErrPermission, "unreadable", "Behörighet att läsa filen saknas."},
	{context.DeadlineExceeded, "unreadable", "Läsningen tog för lång tid och avbröts."},
}

// SetAside says of the file source why err kept it from being read: a line of the ledger.
func SetAside(source string, err error) policy.SetAside {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return policy.SetAside{Source: source, Code: r.code, Reason: r.reason}
		}
	}
	return policy.SetAside{Source: source, Code: "unreadable", Reason: "Filen gick inte att läsa."}
}
