package tagging

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// read makes a policy.Document of a text in the simple form of testdata/labelled: "# " and "## " are headings, "- " is a
// list item, any other line a sentence. A line that ends in a colon opens the list after it; a line that begins "!" is no
// body text.
func read(id, text string) *policy.Document {
	d := &policy.Document{ID: id, Sections: []policy.Section{{Parent: -1, Zone: policy.ZoneBody}}}
	section, opener := 0, -1
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		start := len(d.Text)
		switch {
		case line == "":
			continue
		case strings.HasPrefix(line, "# "):
			d.Sections[0].Heading = line[2:]
			d.Text += line[2:] + "\n"
			continue
		case strings.HasPrefix(line, "## "):
			d.Sections = append(d.Sections, policy.Section{Heading: line[3:], Level: 1, Zone: policy.ZoneBody})
			section, opener = len(d.Sections)-1, -1
			d.Text += line[3:] + "\n"
			continue
		}
		s := policy.Sentence{Section: section, Kind: policy.Prose, Zone: policy.ZoneBody, Opener: -1}
		if item, ok := strings.CutPrefix(line, "- "); ok {
			line, s.Kind, s.Opener = item, policy.Item, opener
		}
		if hidden, ok := strings.CutPrefix(line, "!"); ok {
			line, s.Zone = hidden, policy.ZoneReferences
		}
		if s.Kind == policy.Prose {
			opener = -1
			if strings.HasSuffix(line, ":") {
				opener = len(d.Sentences)
			}
		}
		s.Span = policy.Span{Start: start, End: start + len(line)}
		d.Text += line + "\n"
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

// tagsOf returns the tags of each sentence as "goals responsibility".
func tagsOf(d *policy.Document, tags []policy.Tag) map[string]string {
	out := map[string]string{}
	for _, t := range tags {
		text := d.SentenceText(t.Sentence)
		out[text] = strings.TrimSpace(out[text] + " " + t.Name)
	}
	return out
}

// analysed returns the analysis of one sentence that stands alone.
func analysed(t *Taxonomy, text string) *analysis {
	a := &analysis{tagger: New(t), text: text, features: newBitset(len(t.registry.names))}
	a.words = newLexicon(t).split(nil, text)
	a.analyse(policy.Prose)
	return a
}

// rulesAlone returns the built-in taxonomy without what was learnt: what the tests of single rules test.
func rulesAlone() *Taxonomy { return Default().With(&Model{tags: Default().model.tags}) }
