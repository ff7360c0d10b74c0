package cli

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
	"github.com/styrdok/styrdok/policy/tagging"
)

// scopeOptions are the flags that restrict a report.
type scopeOptions struct {
	tags, kinds []string
	year, peers string
}

func (o *scopeOptions) add(f *pflag.FlagSet) {
	f.StringSliceVar(&o.tags, "tag", nil, "`name` of a tag to compare, with its sub-tags; may be given several times")
	f.StringSliceVar(&o.kinds, "kind", nil, "`kind` of document to compare, such as policy; may be given several times")
	f.StringVar(&o.year, "year", "", "`years` of the documents' dates: 2015, 2015-2020, 2015- or -2020")
	f.StringVar(&o.peers, "peers", "", "`name` of the peer group whose members are compared")
}

// scope returns what the flags restrict a report on c to. What is not there is a usage error that names what is.
func (a *app) scope(c *styrdok.Collection, o scopeOptions) (compare.Scope, error) {
	s := compare.Scope{Peers: o.peers}
	for _, name := range o.tags {
		tag, ok := tagCalled(c.Tags, name)
		if !ok {
			return s, usagef("no tag %q (known: %s)", name, strings.Join(tagNames(c.Tags), ", "))
		}
		s.Tags = append(s.Tags, tag)
	}
	kinds := kindsOf(c.Documents)
	for _, kind := range o.kinds {
		if !slices.ContainsFunc(kinds, func(k string) bool { return strings.EqualFold(k, kind) }) {
			return s, usagef("no document of kind %q (there are: %s)", kind, strings.Join(kinds, ", "))
		}
		s.Kinds = append(s.Kinds, kind)
	}
	var err error
	if s.FromYear, s.ToYear, err = parseYears(o.year); err != nil {
		return s, err
	}
	if o.peers != "" && !slices.ContainsFunc(a.config.Peers, func(g config.PeerGroup) bool { return g.Name == o.peers }) {
		return s, usagef("no peer group %q: groups stand under \"peers:\" in styrdok.yaml (see \"styrdok config --default\")", o.peers)
	}
	return s, nil
}

// tagCalled returns the tag with this name, or with this label in some language.
func tagCalled(tags []policy.TagDefinition, name string) (string, bool) {
	for _, t := range tags {
		if strings.EqualFold(t.Name, name) {
			return t.Name, true
		}
	}
	for _, t := range tags {
		for _, label := range t.Label {
			if strings.EqualFold(label, name) {
				return t.Name, true
			}
		}
	}
	return "", false
}

// kindsOf returns the kinds of docs in alphabetical order.
func kindsOf(docs []*policy.Document) []string {
	var kinds []string
	for _, d := range docs {
		if k := d.Facts.Kind.Value; k != "" {
			kinds = append(kinds, k)
		}
	}
	slices.SortFunc(kinds, swedish.Compare)
	return slices.Compact(kinds)
}

// parseYears reads "2015", "2015-2020", "2015-" or "-2020"; 0 stands for no limit.
func parseYears(s string) (from, to int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	first, last, isRange := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !isRange {
		last = first
	}
	from, ok := parseYear(first)
	to, ok2 := parseYear(last)
	if !ok || !ok2 || from == 0 && to == 0 || to != 0 && from > to {
		return 0, 0, usagef("--year %q is no year or range such as 2015, 2015-2020, 2015- or -2020", s)
	}
	return from, to, nil
}

func parseYear(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) == 4
}

// compareOptions returns how documents are compared by the settings in force, for a report in the folder out.
func (a *app) compareOptions(out string) styrdok.CompareOptions {
	o := styrdok.CompareOptions{AsOf: a.config.AsOf, Folder: out, Generator: generator(), Taxonomy: a.taxonomyName(), Workers: runtime.GOMAXPROCS(0)}
	for _, g := range a.config.Peers {
		o.Peers = append(o.Peers, compare.PeerGroup(g))
	}
	return o
}

// taxonomyName names the taxonomy in force in a report: by its file, or as the default one, with the beginning of its SHA-256.
func (a *app) taxonomyName() string {
	name, data := "default", tagging.DefaultYAML()
	if path := a.config.Taxonomy; path != "" {
		name = filepath.Base(path)
		var err error
		if data, err = os.ReadFile(path); err != nil {
			return name
		}
	}
	return fmt.Sprintf("%s %.6x", name, sha256.Sum256(data))
}
