package office

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// Read reads a DOCX or ODT file. Its pages are those that the file stores: the breaks that a writer set, and those that the
// program which laid it out left behind (Word always, LibreOffice in ODT). A file without them has one page.
//
// The error wraps one of this package's, or is ctx's. A file that is damaged in its middle comes back as far as it can be
// read, with an issue.
func Read(ctx context.Context, r io.ReaderAt, size int64) (*page.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	switch {
	case a.has("[Content_Types].xml"):
		return readDOCX(ctx, a)
	case a.has("content.xml"):
		return readODT(ctx, a)
	}
	return nil, ErrFormat
}

// parts reads the parts of an archive that a document can do without, and remembers whether one was damaged.
type parts struct {
	*archive
	damaged bool
	err     error // what ends the reading: a limit
}

// tree returns a part, nil if there is none or it is too damaged.
func (p *parts) tree(name string) *node {
	n, err := p.archive.tree(name)
	switch {
	case errors.Is(err, ErrTooLarge), errors.Is(err, ErrPassword), errors.Is(err, errEntities):
		p.err = errors.Join(p.err, err)
	case err != nil:
		p.damaged = true
	}
	return n
}

// report adds an issue if a part was damaged.
func (p *parts) report(doc *page.Document) {
	if p.damaged {
		doc.Issues = append(doc.Issues, policy.Issue{Severity: policy.Error, Code: "cut-off",
			Message: "Filen är skadad; en del av texten kan saknas."})
	}
}

// isTrue reports whether an attribute that switches something is on: OOXML leaves the value out.
func isTrue(n *node) bool {
	if n == nil {
		return false
	}
	switch n.attr("w:val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// headingName returns the level that a style's name tells, in English, Swedish and their neighbours; titleLevel for the title's,
// 0 for none.
func headingName(name string) int {
	low := strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(name), "_20_", " "), "-", " ")
	switch low {
	case "title", "titel", "rubrik titel", "dokumenttitel", "huvudrubrik", "dokumentrubrik":
		return titleLevel
	}
	for _, prefix := range []string{"heading", "rubrik", "överskrift", "overskrift", "otsikko", "numrerad rubrik", "rubrik numrerad", "underrubrik"} {
		rest, ok := strings.CutPrefix(low, prefix)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		if rest != "" && rest[0] >= '1' && rest[0] <= '9' && (len(rest) == 1 || rest[1] < '0' || rest[1] > '9') {
			return int(rest[0] - '0')
		}
	}
	return 0
}

// isContentsName reports whether a style of this name is for contents lists.
func isContentsName(name string) bool {
	low := strings.ToLower(strings.ReplaceAll(name, "_20_", " "))
	for _, prefix := range []string{"toc ", "contents ", "innehåll ", "innehållsförteckning", "contents heading", "toc heading"} {
		if strings.HasPrefix(low, prefix) {
			return true
		}
	}
	return false
}
