package tagging

import (
	"fmt"
	"slices"
	"strings"
)

// compiler turns a taxonomy's YAML into what the tagger runs.
type compiler struct {
	file       file
	classes    map[string][]string
	vocabulary *vocabulary
	registry   *registry
	used       []string // word classes that conditions ask for
	err        error
}

func (c *compiler) patterns(list texts) ([]pattern, error) {
	out := make([]pattern, 0, len(list))
	for _, t := range list {
		p, err := c.vocabulary.pattern(t.value)
		if err != nil {
			return nil, &lineError{t.line, err}
		}
		out = append(out, p)
	}
	return out, nil
}

// tag compiles tag i and adds it to t.
func (c *compiler) tag(t *Taxonomy, i int, names []string) error {
	f := c.file.Tags[i]
	name, numbers := f.Name.value, c.registry.numbers
	out := tag{
		name: name, parent: -1, learnt: -1, bias: defaultBias, threshold: defaultThreshold,
		assigned: numbers["tag:"+name], previous: numbers["previous:"+name], opened: numbers["opener:"+name],
	}
	if f.Parent.value != "" {
		if out.parent = slices.Index(names[:i], f.Parent.value); out.parent < 0 {
			return &lineError{f.Parent.line, fmt.Errorf("the parent %s of %s is no tag above it", f.Parent.value, out.name)}
		}
	}
	if f.Learnt {
		if out.learnt = slices.Index(t.model.tags, name); out.learnt < 0 {
			return &lineError{f.Name.line, fmt.Errorf("nothing was learnt for %s, only for %s", name, strings.Join(t.model.tags, ", "))}
		}
	}
	if f.Bias != nil {
		out.bias = f.Bias.value
	}
	if f.Threshold != nil {
		out.threshold = f.Threshold.value
		if out.threshold <= 0 || out.threshold >= 1 {
			return &lineError{f.Threshold.line, fmt.Errorf("threshold is %v; it must lie between 0 and 1", out.threshold)}
		}
	}
	if f.Label["sv"].value == "" {
		return &lineError{f.Name.line, fmt.Errorf("the tag %s has no label: {sv: …}", out.name)}
	}
	for _, r := range f.Rules {
		compiled, err := c.rule(r, f.Name.line)
		if err != nil {
			return err
		}
		out.rules = append(out.rules, compiled)
	}
	if err := c.simple(&out, f); err != nil {
		return err
	}
	if len(out.rules) == 0 && len(f.Examples) == 0 {
		return &lineError{f.Name.line, fmt.Errorf("the tag %s has no cues, headings, examples or rules", out.name)}
	}
	for _, e := range f.Examples {
		out.examples = append(out.examples, exampleOf(e.value))
	}
	t.tags = append(t.tags, out)
	t.definitions = append(t.definitions, definition(f))
	return nil
}

// simple adds the rules that a tag's cues, exceptions and headings stand for; the items of a list have its
// opener's tag, and what refines a tag is told by the document's title, too: the goals of a climate plan are about the climate.
func (c *compiler) simple(out *tag, f tagFile) error {
	for _, s := range []struct {
		list   texts
		weight float64
	}{{f.Cues, cueWeight}, {f.Not, notWeight}} {
		if len(s.list) == 0 {
			continue
		}
		patterns, err := c.patterns(s.list)
		if err != nil {
			return err
		}
		out.rules = append(out.rules, rule{cues: patterns, weight: s.weight})
	}
	own, parent := c.registry.numbers["heading:"+out.name], c.registry.numbers["parent:"+out.name]
	if len(f.Headings) > 0 && !out.asks(own) {
		out.rules = append(out.rules, rule{when: [][]int{{own}}, weight: headingWeight}, rule{when: [][]int{{parent}}, weight: parentWeight})
	}
	if len(f.Cues) > 0 && !out.asks(out.opened) {
		out.rules = append(out.rules, rule{when: [][]int{{out.opened}, {isFormItem}}, weight: openerWeight})
	}
	title := c.registry.numbers["title:"+out.name]
	if len(f.Headings) > 0 && out.parent >= 0 && !out.asks(title) {
		out.rules = append(out.rules, rule{when: [][]int{{title}}, weight: titleWeight})
	}
	return nil
}

// asks reports whether one of the tag's rules asks for feature.
func (t *tag) asks(feature int) bool {
	return slices.ContainsFunc(t.rules, func(r rule) bool { return r.asks(feature) })
}

func (r rule) asks(feature int) bool {
	return slices.ContainsFunc(r.when, func(any []int) bool { return slices.Contains(any, feature) })
}

func (c *compiler) rule(f ruleFile, line int) (rule, error) {
	for _, list := range []texts{f.Cue, f.If, f.Unless} {
		if len(list) > 0 {
			line = list[0].line
			break
		}
	}
	switch {
	case f.Weight == nil:
		return rule{}, &lineError{line, fmt.Errorf("the rule has no weight")}
	case len(f.Cue) == 0 && len(f.If) == 0:
		return rule{}, &lineError{line, fmt.Errorf("the rule has neither cue nor if")}
	}
	r := rule{weight: f.Weight.value, apart: f.Apart}
	var err error
	if r.cues, err = c.patterns(f.Cue); err != nil {
		return r, err
	}
	for _, condition := range f.If {
		any, err := c.features(condition)
		if err != nil {
			return r, err
		}
		r.when = append(r.when, any)
	}
	for _, condition := range f.Unless {
		any, err := c.features(condition)
		if err != nil {
			return r, err
		}
		r.unless = append(r.unless, any...)
	}
	return r, nil
}

// features reads a condition, "subject:body" or "subject:body|subject:role".
func (c *compiler) features(t text) ([]int, error) {
	var out []int
	for _, name := range strings.Split(t.value, "|") {
		name = strings.TrimSpace(name)
		n, err := c.registry.number(name)
		if err != nil {
			return nil, &lineError{t.line, err}
		}
		if class, ok := strings.CutPrefix(name, "word:"); ok && !slices.Contains(c.used, class) {
			c.used = append(c.used, class)
		}
		out = append(out, n)
	}
	return out, nil
}

// wordFeatures returns the word classes that conditions ask for.
func (c *compiler) wordFeatures() []numbered {
	slices.Sort(c.used)
	out := make([]numbered, len(c.used))
	for i, class := range c.used {
		out[i] = numbered{feature: c.registry.numbers["word:"+class], name: class, slot: c.vocabulary.numbers["{"+class+"}"]}
	}
	return out
}

// at gives err the line of list.
func (c *compiler) at(list texts, err error) error {
	if len(list) == 0 {
		return err
	}
	return &lineError{list[0].line, err}
}
