package tagging

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// The words that a simple tag's cues, headings and exceptions weigh where the taxonomy gives no weight. With the default
// bias of -2 one cue gives a score of 0.73, a heading or a list's opener alone 0.57, and an exception outweighs two cues.
const (
	defaultBias      = -2.0
	defaultThreshold = 0.5
	cueWeight        = 3.0
	notWeight        = -6.0
	headingWeight    = 2.3
	openerWeight     = 2.3
	titleWeight      = 2.1
	parentWeight     = 1.0
)

// Load reads a taxonomy from YAML; name is the file's name, for errors. A file that says "extends: default" adds to the
// built-in taxonomy: its tags stand beside the four (one of the same name replaces it), and its word lists replace
// those of the same name, but actors are added. Any other file stands alone. Errors wrap [ErrTaxonomy] and read
// "FILE:LINE: what is wrong".
func Load(name string, data []byte) (*Taxonomy, error) {
	f, err := parse(name, data)
	if err != nil {
		return nil, err
	}
	switch f.Extends.value {
	case "":
	case "default":
		base, err := parse("default.yaml", defaultYAML)
		if err != nil {
			return nil, err
		}
		f = extend(base, f)
	default:
		return nil, fail(name, f.Extends.line, fmt.Errorf("extends is %q; only default can be extended", f.Extends.value))
	}
	t, err := compile(f)
	if err != nil {
		var at *lineError
		if errors.As(err, &at) {
			return nil, fail(name, at.line, at.err)
		}
		return nil, fail(name, 1, err)
	}
	return t, nil
}

// extend returns base with what f adds and replaces.
func extend(base, f file) file {
	out := base
	out.Words = merged(base.Words, f.Words)
	out.Subjects = merged(base.Subjects, f.Subjects)
	out.Sections = merged(base.Sections, f.Sections)
	out.Genres = merged(base.Genres, f.Genres)
	out.Times = append(slices.Clone(base.Times), f.Times...)
	out.Actors = maps.Clone(base.Actors)
	for kind, list := range f.Actors {
		out.Actors[kind] = append(slices.Clone(base.Actors[kind]), list...)
	}
	out.Tags = slices.Clone(base.Tags)
	for _, t := range f.Tags {
		i := slices.IndexFunc(out.Tags, func(o tagFile) bool { return o.Name.value == t.Name.value })
		if i < 0 || i >= len(base.Tags) { // a name given twice in f is an error that compile finds
			out.Tags = append(out.Tags, t)
		} else {
			out.Tags[i] = t
		}
	}
	return out
}

func merged(a, b map[string]texts) map[string]texts {
	out := make(map[string]texts, len(a)+len(b))
	maps.Copy(out, a)
	maps.Copy(out, b)
	return out
}

var tagName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// compile checks f and makes it ready for use.
func compile(f file) (*Taxonomy, error) {
	if len(f.Tags) == 0 {
		return nil, errors.New("there are no tags")
	}
	names := make([]string, len(f.Tags))
	for i, t := range f.Tags {
		switch {
		case !tagName.MatchString(t.Name.value):
			return nil, &lineError{max(t.Name.line, 1), fmt.Errorf("%q is no tag name: lower-case letters a-z, digits and hyphens", t.Name.value)}
		case slices.Contains(names[:i], t.Name.value):
			return nil, &lineError{t.Name.line, fmt.Errorf("the tag %s is defined twice", t.Name.value)}
		}
		names[i] = t.Name.value
	}
	classes := make(map[string][]string, len(f.Words))
	for name, list := range f.Words {
		classes[name] = fields(list)
	}
	c := &compiler{
		file: f, classes: classes, vocabulary: newVocabulary(classes),
		registry: newRegistry(names, sorted(f.Sections), sorted(f.Genres), sorted(f.Words)),
	}
	t := &Taxonomy{vocabulary: c.vocabulary, registry: c.registry, model: builtInModel()}
	var err error
	if t.actors, err = actorsOf(f.Actors); err != nil {
		return nil, err
	}
	if t.language, err = c.language(names); err != nil {
		return nil, err
	}
	for i := range f.Tags {
		if err := c.tag(t, i, names); err != nil {
			return nil, err
		}
	}
	t.language.words = c.wordFeatures()
	return t, c.err
}

func definition(t tagFile) policy.TagDefinition {
	d := policy.TagDefinition{Name: t.Name.value, Parent: t.Parent.value, Label: map[string]string{}}
	for lang, label := range t.Label {
		d.Label[lang] = label.value
	}
	return d
}

func actorsOf(kinds map[string]texts) (*actorTable, error) {
	t := &actorTable{
		words: map[string]actorKind{}, stems: map[string]actorKind{}, compounds: map[string]actorKind{}, except: map[string]bool{},
	}
	for _, name := range sorted(kinds) {
		kind, ok := actorNamed(name)
		if !ok && name != "except" {
			return nil, &lineError{kinds[name][0].line, fmt.Errorf("there is no kind of actor %q; there are body, role, staff, outside, except", name)}
		}
		for _, w := range fields(kinds[name]) {
			stem, compound := strings.CutPrefix(w, "-")
			switch {
			case !ok:
				t.except[stem] = true
			case strings.HasPrefix(w, "="):
				t.words[w[1:]] = kind
			case compound:
				t.compounds[stem] = kind
			default:
				t.stems[stem] = kind
			}
		}
	}
	return t, nil
}

func actorNamed(name string) (actorKind, bool) {
	for kind := actorBody; kind <= actorOutside; kind++ {
		if actors[kind].name == name {
			return kind, true
		}
	}
	return actorNone, false
}

// fields returns the words of list in lower case; a text of several words counts as several.
func fields(list texts) []string {
	var out []string
	for _, t := range list {
		out = append(out, strings.Fields(strings.ToLower(t.value))...)
	}
	return out
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
