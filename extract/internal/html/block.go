package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

// block takes an element that stands on lines of its own.
func (w *walker) block(n *html.Node, font page.Font) {
	if n == w.main {
		w.chrome = false
		w.children(n, font)
		w.flush()
		w.chrome = true
		return
	}
	if kind, ok := edgeKind(n); ok {
		w.within(n, kind, 0, "", font)
		return
	}
	if !w.chrome && !w.inContents && w.isContents(n) {
		w.contents(n)
		return
	}
	if !w.chrome && w.isNote(n) {
		w.note(n, "")
		return
	}
	if !w.chrome && w.isChrome(n) {
		w.chrome = true
		w.children(n, font)
		w.flush()
		w.chrome = false
		return
	}
	w.plainBlock(n, font)
}

// plainBlock takes a block by its element's name.
func (w *walker) plainBlock(n *html.Node, font page.Font) {
	font = styled(n, font)
	if level := headingLevel(n); level > 0 && w.kind != page.Footnote {
		if !w.chrome {
			w.last = level
		}
		w.heading(n, level, font)
		return
	}
	switch n.Data {
	case "ul", "ol", "menu":
		w.list(n, font)
	case "li":
		w.within(n, page.ListItem, 0, "•", font)
	case "dl":
		w.definitions(n, font)
	case "dt":
		font.Bold = true
		w.children(n, font)
	case "table":
		w.tableOrText(n, font)
	case "caption", "legend":
		font.Bold = true
		w.children(n, font)
	case "summary":
		if w.parts[n].heading {
			w.children(n, font)
		} else {
			w.heading(n, w.below(), font)
		}
	case "pre", "listing", "xmp":
		w.lines(n)
	default:
		w.children(n, font)
	}
}

// lines takes preformatted text line by line.
func (w *walker) lines(n *html.Node) {
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		for i, l := range strings.Split(c.Data, "\n") {
			if i > 0 {
				w.flow.Break()
			}
			w.flow.Write(l, page.Font{})
		}
	}
}

// headingLevel returns the level of a heading, 0 for what is none. SiteVision has headings in paragraphs by their class.
func headingLevel(n *html.Node) int {
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	if attr(n, "role") == "heading" {
		if level, err := strconv.Atoi(attr(n, "aria-level")); err == nil && level >= 1 && level <= 6 {
			return level
		}
		return 2
	}
	if n.Data != "p" && n.Data != "div" {
		return 0
	}
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if c == "MsoTitle" {
			return 1
		}
		for _, prefix := range []string{"sv-font-rubrik-", "sv-font-heading-", "sv-font-h"} {
			if level, ok := strings.CutPrefix(c, prefix); ok && len(level) == 1 && level[0] >= '1' && level[0] <= '6' {
				return int(level[0] - '0')
			}
		}
	}
	return 0
}

// edgeKind tells the page heads and feet that word processors write into their pages.
func edgeKind(n *html.Node) (page.Kind, bool) {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	switch {
	case n.Data != "div":
	case attr(n, "title") == "header", strings.Contains(style, "mso-element:header"):
		return page.PageHead, true
	case attr(n, "title") == "footer", strings.Contains(style, "mso-element:footer"):
		return page.PageFoot, true
	}
	return 0, false
}
