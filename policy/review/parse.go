package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/internal/delimited"
)

// read are the columns that a table must have.
var read = []string{"document", "kind", "name", "verdict", "correction", "quote"}

// words are how verdicts and kinds may be written.
var (
	verdicts = map[string]Verdict{
		"keep": Keep, "behåll": Keep, "remove": Remove, "ta bort": Remove, "add": Add, "lägg till": Add,
		"change": Change, "ändra": Change, "undo": Undo, "ångra": Undo,
	}
	kinds = map[string]Kind{"tag": KindTag, "tagg": KindTag, "fact": KindFact, "uppgift": KindFact, "sentence": KindSentence, "mening": KindSentence}
)

// Parse reads the rows on which somebody gave a verdict from a table with the columns of [Columns]: text with a tab, a
// semicolon or a comma between them, UTF-8. tags are the tags that there are. name is for messages. The error joins one
// for each line that cannot be used, "review.csv:12: …"; then there are no corrections.
func Parse(name string, data []byte, tags []string) ([]Correction, error) {
	rows, err := delimited.Parse(name, data, read...)
	if err != nil {
		return nil, err
	}
	return corrections(name, rows, tags)
}

// ParseCells reads the same from the cells of a spreadsheet.
func ParseCells(name string, cells [][]string, tags []string) ([]Correction, error) {
	rows, err := delimited.Cells(name, cells, read...)
	if err != nil {
		return nil, err
	}
	return corrections(name, rows, tags)
}

func corrections(name string, rows []delimited.Row, tags []string) ([]Correction, error) {
	var out []Correction
	var errs []error
	for _, r := range rows {
		list, problem := readRow(r, tags)
		if problem != "" {
			errs = append(errs, &delimited.Error{Name: name, Line: r.Line, Problem: problem})
		}
		out = append(out, list...)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return out, nil
}

// readRow returns what a row says, and what is wrong with it, "" if nothing is.
func readRow(r delimited.Row, tags []string) ([]Correction, string) {
	cell := func(name string) string { return strings.TrimSpace(unharmed(r.Cells[name])) }
	c := Correction{Schema: policy.Schema, Document: cell("document"), Name: cell("name"), Value: cell("value"),
		Correction: cell("correction"), Quote: cell("quote"), Prefix: cell("prefix"), Suffix: cell("suffix"), Note: cell("note"), Line: r.Line}
	said, known := verdicts[strings.ToLower(cell("verdict"))]
	switch {
	case cell("verdict") == "" && c.Correction != "":
		return nil, "there is a correction, but no verdict: want add or change"
	case cell("verdict") == "":
		return nil, ""
	case !known:
		return nil, fmt.Sprintf("verdict %q: want keep, remove, add, change or undo", cell("verdict"))
	case c.Document == "":
		return nil, "the document is not named"
	}
	if c.Kind, known = kinds[strings.ToLower(cell("kind"))]; !known {
		return nil, fmt.Sprintf("kind %q: want tag, fact or sentence", cell("kind"))
	}
	c.Verdict = said
	if c.Kind == KindFact {
		return readFact(c)
	}
	return readTag(c, tags)
}

// readTag returns what c says of tags: each tag that it names in a correction of its own.
func readTag(c Correction, tags []string) ([]Correction, string) {
	if squeeze(c.Quote) == "" {
		return nil, "the quote is empty"
	}
	named := strings.FieldsFunc(c.Correction, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == ' ' })
	var out []Correction
	say := func(v Verdict, names ...string) {
		for _, name := range names {
			out = append(out, Correction{Schema: c.Schema, Document: c.Document, Kind: KindTag, Name: name, Verdict: v, Quote: c.Quote,
				Prefix: c.Prefix, Suffix: c.Suffix, Note: c.Note, Line: c.Line})
		}
	}
	switch {
	case c.Kind == KindSentence && c.Verdict == Keep:
		return nil, "" // that no tag is missing needs no correction
	case c.Kind == KindSentence && c.Verdict != Add:
		return nil, fmt.Sprintf("verdict %q on a sentence without a tag: want add, and the tag as correction", c.Verdict)
	case c.Kind == KindTag && c.Name == "":
		return nil, "the tag is not named"
	case c.Verdict == Add && len(named) == 0 && c.Kind == KindTag:
		say(Add, c.Name)
	case c.Verdict == Add || c.Verdict == Change:
		if len(named) == 0 {
			return nil, fmt.Sprintf("verdict %q: the correction names no tag", c.Verdict)
		}
		if c.Verdict == Change {
			say(Remove, c.Name)
		}
		say(Add, named...)
	default:
		say(c.Verdict, c.Name)
	}
	for _, x := range out {
		if x.Verdict == Add && !slices.Contains(tags, x.Name) {
			return nil, fmt.Sprintf("there is no tag %q; there are %s", x.Name, strings.Join(tags, ", "))
		}
	}
	return out, ""
}

// readFact checks what c says of a fact.
func readFact(c Correction) ([]Correction, string) {
	f, ok := formOf(c.Name)
	if !ok {
		return nil, fmt.Sprintf("there is no fact %q that can be corrected; there are %s", c.Name, factNames())
	}
	if c.Verdict != Add && c.Value == "" { // somebody removes what somebody had added
		c.Value = c.Correction
	}
	switch {
	case c.Verdict == Add || c.Verdict == Change:
		if problem := f.check(c.Correction); problem != "" {
			return nil, problem
		}
		if c.Verdict == Add {
			c.Value = ""
		}
	case c.Value == "" && c.Verdict != Undo:
		return nil, fmt.Sprintf("verdict %q: the row has no value", c.Verdict)
	default:
		c.Correction = ""
	}
	if squeeze(c.Quote) == "" && (f.list || c.Verdict == Add) {
		return nil, "the quote is empty; a fact needs one that stands in the document"
	}
	return []Correction{c}, ""
}

func factNames() string {
	names := make([]string, len(forms))
	for i, f := range forms {
		names[i] = f.name
	}
	return strings.Join(names, ", ")
}
