package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A survey is what one walk over the page finds out, before another takes its text.
type survey struct {
	parts  map[*html.Node]part       // of each block
	opens  map[string]bool           // ids of what a button unfolds
	folded map[*html.Node]*html.Node // what a button that names nothing unfolds, to the button
	linked map[string]bool           // ids and names to which links on the page lead
	named  map[string]bool           // ids and names that stand on the page
}

// A part is what stands below a node.
type part struct {
	prose   int // words in no chrome and no link
	letters int // letters, white space left out
	links   int // links to places on the page
	inLinks int // letters in them
	h1      bool
	heading bool
	content bool // a main or article element
}

func newSurvey(root *html.Node) *survey {
	s := &survey{parts: map[*html.Node]part{}, opens: map[string]bool{}, folded: map[*html.Node]*html.Node{}, linked: map[string]bool{}, named: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "id", "name":
				s.named[a.Val] = true
			case "href":
				if ref, ok := strings.CutPrefix(a.Val, "#"); ok && ref != "" && n.Data == "a" {
					s.linked[ref] = true
				}
			}
		}
		if hasAttr(n, "aria-expanded") || attr(n, "role") == "tab" || attr(n, "data-toggle") == "collapse" || attr(n, "data-bs-toggle") == "collapse" {
			for _, name := range []string{"aria-controls", "data-target", "data-bs-target", "href"} {
				s.opens[strings.TrimPrefix(attr(n, name), "#")] = true
			}
			if attr(n, "aria-controls") == "" {
				s.folded[after(n)] = n
			}
		}
	}
	delete(s.opens, "")
	s.visit(root)
	return s
}

// after returns the element that follows n, or what n alone stands in: a heading around a button.
func after(n *html.Node) *html.Node {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		for c := n.NextSibling; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				return c
			}
			if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
				return nil
			}
		}
	}
	return nil
}

// unfolds reports whether the button n unfolds text of the page.
func (s *survey) unfolds(n *html.Node) bool {
	if !hasAttr(n, "aria-expanded") {
		return false
	}
	if id := attr(n, "aria-controls"); id != "" {
		return s.named[id]
	}
	next := after(n)
	return next != nil && s.folded[next] == n && s.parts[next].prose > 0
}

// visit surveys n and returns what it adds to its parent.
func (s *survey) visit(n *html.Node) part {
	if n.Type == html.TextNode {
		words := strings.Fields(n.Data)
		p := part{prose: len(words)}
		for _, w := range words {
			p.letters += len(w)
		}
		return p
	}
	if n.Type == html.ElementNode && dropped[n.Data] {
		return part{}
	}
	var p part
	for c := range n.ChildNodes() {
		p.add(s.visit(c))
	}
	if n.Type != html.ElementNode {
		return p
	}
	if !isInline(n.Data) {
		s.parts[n] = p
	}
	switch {
	case n.Data == "a":
		p.prose = 0
		if ref, ok := strings.CutPrefix(attr(n, "href"), "#"); ok && s.named[ref] && p.letters > maxMark && !isNoteName(ref) {
			p.links, p.inLinks = p.links+1, p.inLinks+p.letters
		}
	case n.Data == "button" || s.hidden(n) || landmark(n, p):
		p.prose = 0
	}
	if (n.Data == "header" || attr(n, "role") == "banner") && !inContent(n) {
		p.h1 = false // the site's name, not the page's heading
	}
	p.h1 = p.h1 || n.Data == "h1"
	p.heading = p.heading || isElement(n, "h1", "h2", "h3", "h4", "h5", "h6")
	p.content = p.content || isElement(n, "main", "article")
	return p
}

// inContent reports whether n stands in a main or article element.
func inContent(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if isElement(n, "main", "article") || attr(n, "role") == "main" {
			return true
		}
	}
	return false
}

func (p *part) add(q part) {
	p.prose += q.prose
	p.letters += q.letters
	p.links += q.links
	p.inLinks += q.inLinks
	p.h1 = p.h1 || q.h1
	p.heading = p.heading || q.heading
	p.content = p.content || q.content
}

// hiddenNames are classes of what only a screen reader is told, which repeats or explains what is seen.
var hiddenNames = map[string]bool{"sr-only": true, "visually-hidden": true, "visuallyhidden": true, "screen-reader-text": true,
	"screen-reader-only": true, "screenreader": true, "env-assistive-text": true, "element-invisible": true, "u-sr__only": true,
	"element-hidden": true, "d-none": true}

// hidden reports whether n is not shown, and no button of the page unfolds it.
func (s *survey) hidden(n *html.Node) bool {
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if hiddenNames[c] {
			return true
		}
	}
	if s.opens[attr(n, "id")] || s.folded[n] != nil || attr(n, "role") == "tabpanel" {
		return false
	}
	if foldable(n) {
		return false
	}
	if hasAttr(n, "hidden") && attr(n, "hidden") != "until-found" || attr(n, "aria-hidden") == "true" {
		return true
	}
	style := attr(n, "style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || strings.Contains(style, "mso-hide:all")
}

// foldNames begin the words in ids and classes of what a script unfolds.
var foldNames = []string{"accordion", "collaps", "expand", "toggle", "foldable", "unfold", "utfall", "dragspel", "faq"}

// foldLevels is how many elements up such a name is sought.
const foldLevels = 3

// foldable reports whether n is by its name, or that of what it stands in, text that a script unfolds.
func foldable(n *html.Node) bool {
	for range foldLevels {
		if !isElement(n, "div", "section", "li", "ul", "ol", "dl", "dd", "p", "article") {
			return false
		}
		for _, w := range nameWords(n) {
			if slices.ContainsFunc(foldNames, func(name string) bool { return strings.HasPrefix(w, name) }) {
				return true
			}
		}
		n = n.Parent
	}
	return false
}
