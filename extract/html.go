package extract

import (
	"bytes"
	"context"
	"errors"
	"path"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/html"
	"github.com/styrdok/styrdok/extract/page"
)

// isHTML reports whether a file that begins with head is a web page: by its document type or a tag that opens one; in a file
// that is named so by any tag.
func isHTML(name string, head []byte) bool {
	low := bytes.ToLower(bytes.ReplaceAll(head, []byte{0}, nil)) // UTF-16 has NULs between the letters
	start := bytes.TrimLeft(bytes.TrimPrefix(low, []byte("\xef\xbb\xbf")), " \t\r\n\xff\xfe")
	for bytes.HasPrefix(start, []byte("<?xml")) || bytes.HasPrefix(start, []byte("<!--")) {
		_, rest, found := bytes.Cut(start, []byte(">"))
		if !found {
			break
		}
		start = bytes.TrimLeft(rest, " \t\r\n")
	}
	if beginsWithAny(start, "<!doctype html", "<html", "<head>", "<body", "<title>", "<meta ") {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return false
	case ".html", ".htm", ".xhtml":
		return bytes.ContainsRune(low, '<') && (bytes.Contains(low, []byte("</")) || bytes.Contains(low, []byte("<p>")) || bytes.Contains(low, []byte("<div")))
	}
	return bytes.Contains(low, []byte("<html")) && bytes.Contains(low, []byte("<head"))
}

func beginsWithAny(b []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if bytes.HasPrefix(b, []byte(p)) {
			return true
		}
	}
	return false
}

// readHTML reads a web page.
func readHTML(ctx context.Context, data []byte) (*page.Document, error) {
	doc, err := html.Read(ctx, data)
	switch {
	case errors.Is(err, html.ErrTooLarge):
		return nil, ErrTooLarge
	case errors.Is(err, html.ErrDamaged):
		return nil, ErrCorrupt
	case err != nil:
		return nil, err
	}
	return withText(doc)
}

// withText returns doc, or an error if it says nothing: what stands around a text is none.
func withText(doc *page.Document) (*page.Document, error) {
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			switch b.Kind {
			case page.Chrome, page.PageHead, page.PageFoot, page.Hidden:
			default:
				return doc, nil
			}
		}
	}
	return nil, ErrNoText
}
