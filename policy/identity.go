package policy

import (
	"path"
	"sort"
	"strconv"
	"strings"
)

// UniqueIDs returns an ID for each of sources (slash-separated paths): the file's name without folder and extension;
// for files of one name, with as many folders before it as tell them apart ("Ale/policy"); if none do, with the extension
// instead ("policy.pdf", or "Ale/policy.pdf"); and for paths that are equal, with a number ("policy.pdf#1" for the second). The IDs are in
// the order of sources and differ from one another.
func UniqueIDs(sources []string) []string {
	n := namer{ids: make([]string, len(sources)), taken: make(map[string]bool, len(sources))}
	open := make([]int, len(sources))
	for i := range open {
		open[i] = i
	}
	for folders := 0; len(open) > 0 && folders <= maxDepth(sources); folders++ {
		open = n.settle(open, func(i int) string { return tail(strip(sources[i]), folders) })
	}
	for folders := 0; len(open) > 0 && folders <= maxDepth(sources); folders++ {
		open = n.settle(open, func(i int) string { return tail(sources[i], folders) })
	}
	for _, i := range open {
		id := sources[i]
		for k := 1; n.taken[id]; k++ {
			id = sources[i] + "#" + strconv.Itoa(k)
		}
		n.ids[i], n.taken[id] = id, true
	}
	return n.ids
}

// A namer gives out names, each once.
type namer struct {
	ids   []string
	taken map[string]bool
}

// settle gives the name that name returns to each of open that is alone with it among all, and returns the rest.
func (n *namer) settle(open []int, name func(int) string) []int {
	count := make(map[string]int, len(n.ids))
	for i := range n.ids {
		count[name(i)]++
	}
	var rest []int
	for _, i := range open {
		if id := name(i); count[id] == 1 && !n.taken[id] {
			n.ids[i], n.taken[id] = id, true
		} else {
			rest = append(rest, i)
		}
	}
	return rest
}

func strip(source string) string {
	base := path.Base(source)
	if ext := path.Ext(base); ext != "" && ext != base {
		return strings.TrimSuffix(source, ext)
	}
	return source
}

// tail returns the last element of p with up to n folders before it.
func tail(p string, n int) string {
	parts := strings.Split(p, "/")
	if n+1 < len(parts) {
		parts = parts[len(parts)-n-1:]
	}
	return strings.Join(parts, "/")
}

func maxDepth(sources []string) int {
	most := 0
	for _, s := range sources {
		most = max(most, strings.Count(s, "/"))
	}
	return most
}

func sortTagRecords(records []TagRecord) {
	sort.SliceStable(records, func(i, j int) bool {
		a, b := &records[i], &records[j]
		if a.Span[0] != b.Span[0] {
			return a.Span[0] < b.Span[0]
		}
		return a.Tag < b.Tag
	})
}
