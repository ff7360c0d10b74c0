package office

import "strings"

// A node is an element, or a text if it has no name.
type node struct {
	name  string // "w:p", with the prefix of prefixes
	attrs []attribute
	kids  []*node
	text  string
}

type attribute struct{ name, value string }

// attr returns an attribute's value, "" if there is none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

func (n *node) hasAttr(name string) bool {
	if n == nil {
		return false
	}
	for _, a := range n.attrs {
		if a.name == name {
			return true
		}
	}
	return false
}

// child returns the first child of a name, nil if there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.kids {
		if c.name == name {
			return c
		}
	}
	return nil
}

// path returns the first child of the first child … of the names.
func (n *node) path(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}

// find returns the first element of a name below n, in document order, nil if there is none.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.kids {
		if c.name == name {
			return c
		}
		if f := c.find(name); f != nil {
			return f
		}
	}
	return nil
}

// content returns all text below n.
func (n *node) content() string {
	if n == nil {
		return ""
	}
	if n.name == "" {
		return n.text
	}
	var sb strings.Builder
	for _, c := range n.kids {
		sb.WriteString(c.content())
	}
	return sb.String()
}
