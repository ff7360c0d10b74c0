package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// Read reads text, or Markdown if markdown is set. The data is UTF-8; what is not valid is left out. A form feed ends a
// page. The error is always nil: any text can be read.
func Read(data []byte, markdown bool) (*page.Document, error) {
	text := tidy(data)
	if markdown {
		return readMarkdown(text), nil
	}
	doc := &page.Document{Format: "text"}
	sheets := strings.Split(text, "\f")
	if n := len(sheets); n > 1 && strings.TrimSpace(sheets[n-1]) == "" {
		sheets = sheets[:n-1] // a form feed ends the last page too
	}
	if len(sheets) == 1 {
		if pages := transcript(sheets[0]); pages != nil {
			doc.Pages = pages
			return doc, nil
		}
	}
	for i, sheet := range sheets {
		doc.Pages = append(doc.Pages, newPage(i+1, blocksOf(strings.Split(sheet, "\n"))))
	}
	return doc, nil
}

func newPage(number int, blocks []page.Block) page.Page {
	p := page.Page{Blocks: blocks}
	p.Record = policy.Page{Number: number, Method: policy.MethodEmpty}
	for _, b := range blocks {
		p.Record.Words += len(strings.Fields(b.Text))
	}
	if p.Record.Words > 0 {
		p.Record.Method = policy.MethodText
	}
	return p
}

// tidy returns data as NFC with "\n" at line ends, without control and zero-width characters; odd spaces become common.
func tidy(data []byte) string {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	var sb strings.Builder
	sb.Grow(len(data))
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		broken := r == utf8.RuneError && size == 1
		data = data[size:]
		switch {
		case broken || r == '\ufeff' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060':
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			sb.WriteByte('\n')
		case r == '\n' || r == '\t' || r == '\f':
			sb.WriteRune(r)
		case r == '\v' || unicode.Is(unicode.Zs, r):
			sb.WriteByte(' ')
		case unicode.IsControl(r):
		default:
			sb.WriteRune(r)
		}
	}
	return norm.NFC.String(sb.String())
}
