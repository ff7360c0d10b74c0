package tagging

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// schema is the version of the taxonomy's form that this package reads.
const schema = 1

// file is a taxonomy as it is written.
type file struct {
	Schema   int              `yaml:"schema"`
	Extends  text             `yaml:"extends"`
	Words    map[string]texts `yaml:"words"`
	Subjects map[string]texts `yaml:"subjects"`
	Actors   map[string]texts `yaml:"actors"`
	Sections map[string]texts `yaml:"sections"`
	Genres   map[string]texts `yaml:"genres"`
	Times    texts            `yaml:"times"`
	Tags     []tagFile        `yaml:"tags"`
}

type tagFile struct {
	Name      text            `yaml:"name"`
	Parent    text            `yaml:"parent"`
	Label     map[string]text `yaml:"label"`
	Learnt    bool            `yaml:"learnt"`
	Bias      *number         `yaml:"bias"`
	Threshold *number         `yaml:"threshold"`
	Headings  texts           `yaml:"headings"`
	Cues      texts           `yaml:"cues"`
	Not       texts           `yaml:"not"`
	Examples  texts           `yaml:"examples"`
	Rules     []ruleFile      `yaml:"rules"`
}

type ruleFile struct {
	Cue    texts   `yaml:"cue"`
	If     texts   `yaml:"if"`
	Unless texts   `yaml:"unless"`
	Weight *number `yaml:"weight"`
	Apart  bool    `yaml:"apart"`
}

// text is a string that remembers its line.
type text struct {
	value string
	line  int
}

func (t *text) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return &lineError{n.Line, errors.New("a text is expected here")}
	}
	*t = text{strings.TrimSpace(n.Value), n.Line}
	if t.value == "" {
		return &lineError{n.Line, errors.New("the text is empty")}
	}
	return nil
}

// texts is a list of strings; a single string is a list of one.
type texts []text

func (t *texts) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		n = n.Alias
	}
	list := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		list = n.Content
	}
	*t = make(texts, len(list))
	for i, item := range list {
		if err := (*t)[i].UnmarshalYAML(item); err != nil {
			return err
		}
	}
	return nil
}

// number is a float that remembers its line.
type number struct {
	value float64
	line  int
}

func (f *number) UnmarshalYAML(n *yaml.Node) error {
	v, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != yaml.ScalarNode || err != nil || v != v || v > maxWeight || v < -maxWeight {
		return &lineError{n.Line, fmt.Errorf("a number between %d and %d is expected here", -maxWeight, maxWeight)}
	}
	*f = number{v, n.Line}
	return nil
}

// maxWeight bounds weights: e^-20 is far below what a score can show.
const maxWeight = 20

// lineError is an error at a line of the file.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("%d: %v", e.line, e.err) }
func (e *lineError) Unwrap() error { return e.err }

// fail returns err as an error of the taxonomy, "FILE:LINE: what is wrong".
func fail(name string, line int, err error) error {
	return fmt.Errorf("%w: %s:%d: %w", ErrTaxonomy, name, line, err)
}

// parse reads the YAML.
func parse(name string, data []byte) (file, error) {
	var f file
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil {
		var at *lineError
		switch {
		case errors.Is(err, io.EOF):
			return f, fail(name, 1, errors.New("the file is empty"))
		case errors.As(err, &at):
			return f, fail(name, at.line, at.err)
		}
		line, message := yamlLine(err)
		return f, fail(name, line, errors.New(message))
	}
	if f.Schema != schema {
		return f, fail(name, 1, fmt.Errorf("schema is %d; this program reads schema: %d", f.Schema, schema))
	}
	return f, nil
}

var yamlPosition = regexp.MustCompile(`line (\d+): `)

// yamlLine takes the line number out of an error of the YAML package, which keeps it in its text.
func yamlLine(err error) (int, string) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	message = strings.TrimSpace(strings.TrimPrefix(message, "unmarshal errors:"))
	message, _, _ = strings.Cut(message, "\n")
	m := yamlPosition.FindStringSubmatchIndex(message)
	if m == nil {
		return 1, message
	}
	line, _ := strconv.Atoi(message[m[2]:m[3]])
	return line, message[:m[0]] + message[m[1]:]
}
