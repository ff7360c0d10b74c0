package html

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// Why a page could not be read.
var (
	ErrDamaged  = errors.New("html: damaged")
	ErrTooLarge = errors.New("html: too large")
)

const (
	// maxSize is how large a page may be: the longest plans as one page, pictures embedded, are a tenth of it.
	maxSize = 32 << 20
	// maxNodes is how many nodes a page may have: a hundred times a municipality's longest page; a node takes 150 bytes.
	maxNodes = 1_000_000
)

// Read reads a page. It has no pages of its own, so all blocks are on page 1. The error wraps one of this package's, or is
// ctx's.
func Read(ctx context.Context, data []byte) (*page.Document, error) {
	if len(data) > maxSize {
		return nil, ErrTooLarge
	}
	root, err := parse(decode(data))
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !fits(root) {
		return nil, ErrTooLarge
	}
	doc := goquery.NewDocumentFromNode(root)
	w := newWalker(doc)
	w.page()
	out := &page.Document{Format: "html", Metadata: metadata(doc), Links: w.links}
	out.Pages = []page.Page{page.Sheet(1, w.out, w.images)}
	if out.Pages[0].Record.Method == policy.MethodUnread {
		out.Pages[0].Record.Method = policy.MethodEmpty // a picture on a page without text decorates it
	}
	return out, nil
}

// parse builds the tree. The parser gives up, by a panic or an error, on a page nested 512 deep.
func parse(text []byte) (root *html.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	if root, err = html.Parse(bytes.NewReader(text)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return root, nil
}

// fits reports whether the tree has no more than maxNodes nodes.
func fits(root *html.Node) bool {
	n := 0
	for range root.Descendants() {
		if n++; n > maxNodes {
			return false
		}
	}
	return true
}

// decode returns data as UTF-8: by its byte order mark; as it is, if it is valid, whatever it says of itself; by its meta
// element; else as Windows-1252.
func decode(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16Text(data[2:], 1)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16Text(data[2:], 0)
	case utf8.Valid(data):
		return data
	}
	enc, name, _ := charset.DetermineEncoding(data, "")
	if name == "utf-8" && !mostlyUTF8(data) {
		enc = charmap.Windows1252
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, nil)
	}
	return text
}

// mostlyUTF8 reports whether more characters beyond ASCII are UTF-8 than are not: a page cut off or put together from two.
func mostlyUTF8(data []byte) bool {
	good, broken := 0, 0
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case size > 1:
			good++
		case r == utf8.RuneError:
			broken++
		}
		rest = rest[size:]
	}
	return good > broken
}

// utf16Text decodes UTF-16; high is the index of the high byte in each pair.
func utf16Text(data []byte, high int) []byte {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+high])<<8|uint16(data[i+1-high]))
	}
	return []byte(string(utf16.Decode(units)))
}
