package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A Scope restricts a report to some tags, kinds of document, years or municipalities. The zero value restricts nothing.
type Scope struct {
	// Tags are names of tags; a tag stands for its sub-tags, and a sub-tag brings its parent's row. Empty: all.
	Tags []string `json:"tags"`
	// Kinds are kinds of document as policy.Facts has them ("policy", "strategi"), in any case. Empty: all.
	Kinds []string `json:"kinds"`
	// FromYear and ToYear are the first and the last year of a document's date; 0 for no limit.
	FromYear int `json:"from_year,omitempty"`
	ToYear   int `json:"to_year,omitempty"`
	// Peers is the name of the peer group whose members alone are compared, "" for all municipalities.
	Peers string `json:"peers,omitempty"`

	// LeftOut is the number of documents that the restriction left out; Undated of them would have been left in or out by
	// their date, and give none. Documents fills both.
	LeftOut int `json:"left_out"`
	Undated int `json:"undated"`
}

// A PeerGroup is a group of municipalities that are like one another, for a reason that its name tells.
type PeerGroup struct {
	Name           string   `json:"name"`
	Municipalities []string `json:"municipalities"`
}

// restricted reports whether s leaves anything out.
func (s Scope) restricted() bool {
	return len(s.Tags)+len(s.Kinds)+s.FromYear+s.ToYear > 0 || s.Peers != ""
}

// apply returns the documents and files that s leaves in, and s with what it left out.
func (s Scope) apply(docs []*policy.Document, opts *Options) ([]*policy.Document, []policy.SetAside, Scope) {
	s.Tags, s.Kinds = orEmpty(slices.Clone(s.Tags)), orEmpty(slices.Clone(s.Kinds))
	setAside := slices.Clone(orEmpty(opts.SetAside))
	s.LeftOut, s.Undated = 0, 0
	if !s.restricted() {
		return docs, setAside, s
	}
	member := s.members(opts.Peers)
	setAside = slices.DeleteFunc(setAside, func(x policy.SetAside) bool { return !member(x.Municipality) })
	var kept []*policy.Document
	for _, d := range docs {
		if !member(d.Municipality.Municipality.Name) || !s.hasKind(d.Facts.Kind.Value) {
			s.LeftOut++
			continue
		}
		in, dated := s.hasYear(d.Facts.Date.Value)
		if in {
			kept = append(kept, d)
			continue
		}
		s.LeftOut++
		if !dated {
			s.Undated++
		}
	}
	return kept, setAside, s
}

// members returns whether a municipality is to be compared.
func (s Scope) members(peers []PeerGroup) func(name string) bool {
	if s.Peers == "" {
		return func(string) bool { return true }
	}
	i := slices.IndexFunc(peers, func(p PeerGroup) bool { return p.Name == s.Peers })
	return func(name string) bool { return i >= 0 && slices.Contains(peers[i].Municipalities, name) }
}

func (s Scope) hasKind(kind string) bool {
	return len(s.Kinds) == 0 || slices.ContainsFunc(s.Kinds, func(k string) bool { return strings.EqualFold(k, kind) })
}

// hasYear reports whether a date lies within the years of s, and whether it tells its year.
func (s Scope) hasYear(date string) (in, dated bool) {
	if s.FromYear == 0 && s.ToYear == 0 {
		return true, true
	}
	year, err := strconv.Atoi(date[:min(4, len(date))])
	if err != nil {
		return false, false
	}
	return year >= s.FromYear && (s.ToYear == 0 || year <= s.ToYear), true
}

// scopedTags leaves in tags only those that are named, with their sub-tags and their parents.
func scopedTags(tags []Tag, names []string) []Tag {
	if len(names) == 0 {
		return tags
	}
	kept := make(map[string]bool)
	below := namesOf(tags)
	for i, t := range tags {
		if slices.Contains(names, t.Name) {
			for name := range below[i] {
				kept[name] = true
			}
		}
	}
	for i, t := range tags {
		for name := range below[i] {
			if kept[name] && slices.Contains(names, name) {
				kept[t.Name] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(tags), func(t Tag) bool { return !kept[t.Name] })
}

// peersIn returns the groups with those of their members that are among the municipalities, in their order. A group of which
// none is there is left out.
func peersIn(groups []PeerGroup, municipalities []Municipality) []PeerGroup {
	list := []PeerGroup{}
	for _, g := range groups {
		p := PeerGroup{Name: g.Name}
		for _, m := range municipalities {
			if m.Assigned() && slices.Contains(g.Municipalities, m.Name) {
				p.Municipalities = append(p.Municipalities, m.Name)
			}
		}
		if len(p.Municipalities) > 0 {
			list = append(list, p)
		}
	}
	return list
}
