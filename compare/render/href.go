package render

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

// Href returns a URL reference that leads from a page in folder to file: relative where one path leads to the other, else
// a file URL. Both paths are of the running system and both absolute, or both relative to the same place.
func Href(folder, file string) string {
	rel, err := filepath.Rel(folder, file)
	if err != nil {
		return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
	}
	return (&url.URL{Path: filepath.ToSlash(rel)}).String() // escapes "#", "?", "%" and a colon in the first segment
}

// Link returns the URL reference of a page of a document: with its number for a PDF. It is "" for a document without a
// link, and for a scheme that a page must not open.
func (v *view) Link(id string, page int) string {
	href := v.hrefs[id]
	if href == "" || page < 1 || v.Doc(id).Format != "pdf" {
		return href
	}
	return href + "#page=" + strconv.Itoa(page)
}

// safeScheme reports whether href is relative or leads to a file or a web page.
func safeScheme(href string) bool {
	u, err := url.Parse(href)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "", "file", "http", "https":
		return true
	}
	return false
}
