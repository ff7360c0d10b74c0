package pdf

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/layout"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
)

// maxParents is how far up the structure tree a role is sought.
const maxParents = 12

// A structure is the structure tree of a tagged file: what the marked content of each page is.
type structure struct {
	roles   object.Value         // the file's own roles and the standard ones they stand for
	parents map[int]object.Value // a page's StructParents -> the elements of its marked content
	pages   []int                // StructParents of each page, -1 if it has none
}

// newStructure reads the structure tree's index; nil if the file has none.
func newStructure(catalog object.Value, leaves []leaf) *structure {
	root := catalog.Key("StructTreeRoot")
	if !root.IsDict() {
		return nil
	}
	s := &structure{roles: root.Key("RoleMap"), parents: map[int]object.Value{}, pages: make([]int, len(leaves))}
	eachPair(root.Key("ParentTree"), "Nums", func(key, value object.Value) {
		if value.IsArray() {
			s.parents[key.Int()] = value
		}
	})
	if len(s.parents) == 0 {
		return nil
	}
	for i, l := range leaves {
		s.pages[i] = -1
		if v := l.dict.Key("StructParents"); v.IsNumber() {
			s.pages[i] = v.Int()
		}
	}
	return s
}

// role returns what the marked content mcid of page i (from 0) is by the structure tree.
func (s *structure) role(i int, mcid int32) layout.Role {
	if s == nil || mcid < 0 || s.pages[i] < 0 {
		return layout.Role{}
	}
	e := s.parents[s.pages[i]].Index(int(mcid))
	for range maxParents {
		if !e.IsDict() {
			break
		}
		if r, ok := s.known(e.Key("S").Name()); ok {
			return r
		}
		e = e.Key("P")
	}
	return layout.Role{}
}

// known tells the roles that matter to the layout; ok is false for one that leaves it to the element above.
func (s *structure) known(name string) (r layout.Role, ok bool) {
	for range 4 { // roles may stand for roles
		standard := s.roles.Key(name).Name()
		if standard == "" || standard == name {
			break
		}
		name = standard
	}
	switch name {
	case "H", "Title":
		return layout.Role{Heading: 1}, true
	case "H1", "H2", "H3", "H4", "H5", "H6":
		level, _ := strconv.Atoi(name[1:])
		return layout.Role{Heading: level}, true
	case "TOC", "TOCI":
		return layout.Role{Contents: true}, true
	case "Note", "FENote":
		return layout.Role{Note: true}, true
	case "P", "LI", "LBody", "TD", "TH", "Caption", "BlockQuote":
		return layout.Role{Text: true}, true
	}
	return layout.Role{}, strings.HasPrefix(name, "Document")
}
