package office

import (
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// A breakCause says who set a page break.
type breakCause int

const (
	byProgram breakCause = iota // the program that laid the page out
	byWriter                    // a break in the text
	byStyle                     // a paragraph or section that begins on a new page
)

// pageBreak begins a page. A break of the program's where a writer's has just been is the same, and a style asks for none at
// a page's top.
func (w *writer) pageBreak(cause breakCause) {
	switch {
	case cause == byProgram && w.toTop && w.byHand:
		w.byHand = false
		return
	case cause == byStyle && (w.toTop || w.atStart()):
		return
	}
	if w.cur.kind == page.Heading && !w.flow.Empty() {
		w.due++
	} else {
		w.flush()
		w.readBoxes()
		w.newPage()
	}
	w.toTop, w.byHand = true, cause != byProgram
}

func (w *writer) atStart() bool {
	if len(w.sheets) > 0 || !w.flow.Empty() || w.inside > 0 {
		return false
	}
	for _, b := range w.blocks {
		if b.Kind != page.PageHead {
			return false
		}
	}
	return true
}

func (w *writer) newPage() {
	if w.inside > 0 {
		w.blocks = append(w.blocks, page.Block{Kind: breakKind})
		return
	}
	w.sheets = append(w.sheets, append(w.blocks, w.feet...))
	w.blocks, w.feet = nil, nil
}

// image counts a picture on the page under way.
func (w *writer) image() {
	for len(w.images) <= len(w.sheets) {
		w.images = append(w.images, 0)
	}
	w.images[len(w.sheets)]++
	w.toTop, w.byHand = false, false
}

// finish returns the document.
func (w *writer) finish() *page.Document {
	w.end()
	w.blocks = append(w.blocks, w.ends...)
	w.newPage()
	w.setLevels()
	for i, blocks := range w.sheets {
		images := 0
		if i < len(w.images) {
			images = w.images[i]
		}
		p := page.Sheet(i+1, blocks, images)
		if p.Record.Method == policy.MethodUnread {
			w.doc.Issues = append(w.doc.Issues, policy.Issue{Severity: policy.Error, Page: i + 1, Code: "page-unread",
				Message: "Sidan är en bild utan text och kunde inte läsas."})
		}
		w.doc.Pages = append(w.doc.Pages, p)
	}
	return w.doc
}

// setLevels puts the document's title above its headings.
func (w *writer) setLevels() {
	titled := 0
	for _, blocks := range w.sheets {
		for _, b := range blocks {
			if b.Level == titleLevel {
				titled = 1
			}
		}
	}
	for _, blocks := range w.sheets {
		for i := range blocks {
			switch b := &blocks[i]; {
			case b.Level == titleLevel:
				b.Level = 1
			case b.Kind == page.Heading && b.Level > 0:
				b.Level += titled
			}
		}
	}
}
