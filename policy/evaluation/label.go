package evaluation

import (
	"errors"
	"fmt"
	"strings"

	"github.com/styrdok/styrdok/policy/internal/delimited"
)

// Level says whether a label must be found.
type Level string

// The levels of a label.
const (
	Required   Level = "required"   // must be found
	Acceptable Level = "acceptable" // may be found: neither missed nor wrong
)

// A Label is a line of a labelled file: a person's word that a quote of a document carries a tag.
type Label struct {
	// Document is the ID of the document, or its source, with or without folder and extension.
	Document string
	// Tag, Level and Quote are "" in a line that only says that the document was labelled and carries no tag.
	Tag   string
	Level Level
	Quote string
	// Line is where the label stands in its file, from 1.
	Line int
}

// ParseLabels reads labels from a table with the columns document, tag, level (required or acceptable) and quote: text
// with a tab, a semicolon or a comma between them, UTF-8. A line with nothing but a document says that it carries no tag.
// name is for messages. The error joins one for each line that cannot be used, "gold.tsv:12: …".
func ParseLabels(name string, data []byte) ([]Label, error) {
	rows, err := delimited.Parse(name, data, "document", "tag", "level", "quote")
	if err != nil {
		return nil, err
	}
	var labels []Label
	var errs []error
	for _, r := range rows {
		l := Label{Document: r.Cells["document"], Tag: r.Cells["tag"], Level: Level(strings.ToLower(r.Cells["level"])),
			Quote: r.Cells["quote"], Line: r.Line}
		if problem := l.check(); problem != "" {
			errs = append(errs, &delimited.Error{Name: name, Line: r.Line, Problem: problem})
			continue
		}
		labels = append(labels, l)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if len(labels) == 0 {
		return nil, &delimited.Error{Name: name, Line: 1, Problem: "no label follows the first line"}
	}
	return labels, nil
}

// empty reports whether the label says that its document carries no tag.
func (l Label) empty() bool { return l.Tag == "" && l.Level == "" && l.Quote == "" }

// check returns what is wrong with the label, "" if nothing is.
func (l Label) check() string {
	switch {
	case l.Document == "":
		return "the document is not named"
	case l.empty():
		return ""
	case l.Tag == "":
		return "the tag is not named"
	case l.Level != Required && l.Level != Acceptable:
		return fmt.Sprintf("level %q: want required or acceptable", l.Level)
	case len(words(l.Quote)) == 0:
		return "the quote has no word in it"
	}
	return ""
}
