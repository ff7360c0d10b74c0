package tagging

import (
	"fmt"
	"sort"
	"strings"
)

// The features of a sentence that rules may ask for. Beside them stand those that depend on the taxonomy: heading:TAG,
// parent:TAG, title:TAG, opener:TAG, previous:TAG and tag:TAG for each tag, section:KIND, genre:KIND and word:CLASS.
var fixedFeatures = []string{
	"subject:body", "subject:role", "subject:staff", "subject:outside", "subject:work", "subject:municipality",
	"subject:document", "subject:people", "subject:we", "subject:you", "subject:occasion", "subject:law", "subject:other",
	"subject:none",
	"actor", "actor:body", "actor:role", "actor:staff", "actor:outside", "agent",
	"modal:must", "modal:should", "modal:may", "modal:want",
	"tense:past", "verb", "passive", "stative",
	"form:item", "form:row", "form:question", "form:imperative", "form:infinitive", "form:fragment", "form:label", "form:short",
	"opener", "opener:actor", "heading:actor", "starts:pronoun", "starts:background",
	"time", "number", "year",
}

// registry numbers the features of a taxonomy.
type registry struct {
	numbers map[string]int
	names   []string
}

func newRegistry(tags, sections, genres, classes []string) *registry {
	r := &registry{numbers: map[string]int{}}
	for _, f := range fixedFeatures {
		r.put(f)
	}
	for _, prefix := range []string{"heading:", "parent:", "title:", "opener:", "previous:", "tag:"} {
		for _, t := range tags {
			r.put(prefix + t)
		}
	}
	for _, s := range sections {
		r.put("section:" + s)
	}
	for _, g := range genres {
		r.put("genre:" + g)
	}
	for _, c := range classes {
		r.put("word:" + c)
	}
	return r
}

func (r *registry) put(name string) {
	if _, ok := r.numbers[name]; !ok {
		r.numbers[name] = len(r.names)
		r.names = append(r.names, name)
	}
}

// number returns the number of a feature, or an error that names its kind's features.
func (r *registry) number(name string) (int, error) {
	if n, ok := r.numbers[name]; ok {
		return n, nil
	}
	kind, _, _ := strings.Cut(name, ":")
	var same []string
	for _, n := range r.names {
		if k, _, _ := strings.Cut(n, ":"); k == kind {
			same = append(same, n)
		}
	}
	sort.Strings(same)
	if len(same) == 0 {
		return 0, fmt.Errorf("there is no condition %q", name)
	}
	return 0, fmt.Errorf("there is no condition %q; there are %s", name, strings.Join(same, ", "))
}
