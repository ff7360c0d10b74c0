package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/styrdok/styrdok/policy"
)

// A layer is one configuration file.
type layer struct {
	path   string
	values map[string]any
	// lines maps a key to its line in the file.
	lines map[string]int
}

// readLayer reads the file at path; a file that is not there is an empty layer.
func readLayer(path, dir string) (*layer, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return parseLayer(path, data, dir)
}

// parseLayer reads data, the file at path. Relative paths in it are meant from dir; "" leaves them as they are.
func parseLayer(path string, data []byte, dir string) (*layer, error) {
	l := &layer{path: path, values: map[string]any{}, lines: map[string]int{}}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, &Error{path, strings.TrimPrefix(oneLine(err), "yaml: ")}
	}
	if len(root.Content) == 0 {
		return l, nil
	}
	body := root.Content[0]
	if body.Kind == yaml.ScalarNode && body.Tag == "!!null" {
		return l, nil
	}
	if body.Kind != yaml.MappingNode {
		return nil, l.errorf(body, "must be a list of settings such as \"lang: sv\"")
	}
	for i := 0; i+1 < len(body.Content); i += 2 {
		if err := l.take(body.Content[i], body.Content[i+1], dir); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// take adds one setting.
func (l *layer) take(name, value *yaml.Node, dir string) error {
	if l.lines[name.Value] != 0 {
		return l.errorf(name, "%s stands here twice", name.Value)
	}
	if name.Value == municipalitiesKey {
		list, err := l.municipalities(value)
		if err != nil {
			return err
		}
		l.values[name.Value], l.lines[name.Value] = list, name.Line
		return nil
	}
	if name.Value == peersKey {
		list, err := l.peers(value)
		if err != nil {
			return err
		}
		l.values[name.Value], l.lines[name.Value] = list, name.Line
		return nil
	}
	k, ok := keyOf(name.Value)
	if !ok {
		return l.errorf(name, "unknown key %q (known: %s)", name.Value, knownNames())
	}
	if value.Kind != yaml.ScalarNode {
		return l.errorf(value, "%s must be a single value", k.name)
	}
	if value.Tag == "!!null" { // "taxonomy:" with nothing after it is as good as not there
		return nil
	}
	// The text as it stands: a name such as 2026 or no is no number and no truth value.
	text := value.Value
	if k.path && !strings.Contains(text, "://") { // the address of a cluster is no path
		text = resolve(text, dir)
	}
	if k.check != nil {
		if err := k.check(text); err != nil {
			return l.errorf(value, "%s: %v", k.name, err)
		}
	}
	l.values[k.name], l.lines[k.name] = text, name.Line
	return nil
}

// municipalityKeys are the keys of an item of the municipalities list.
var municipalityKeys = []string{"name", "long_name", "code", "county"}

// municipalities reads the list of municipalities that are made known beside the register.
func (l *layer) municipalities(list *yaml.Node) ([]policy.Municipality, error) {
	if list.Tag == "!!null" {
		return nil, nil
	}
	if list.Kind != yaml.SequenceNode {
		return nil, l.errorf(list, "%s must be a list", municipalitiesKey)
	}
	var all []policy.Municipality
	for _, item := range list.Content {
		m, err := l.municipality(item)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(o policy.Municipality) bool { return o.Name == m.Name }) {
			return nil, l.errorf(item, "%s: %s stands here twice", municipalitiesKey, m.Name)
		}
		all = append(all, m)
	}
	return all, nil
}

func (l *layer) municipality(item *yaml.Node) (policy.Municipality, error) {
	var none policy.Municipality
	if item.Kind != yaml.MappingNode {
		return none, l.errorf(item, "%s: each needs a name: \"- name: Ekeby\"", municipalitiesKey)
	}
	values := map[string]string{}
	for i := 0; i+1 < len(item.Content); i += 2 {
		name, value := item.Content[i], item.Content[i+1]
		if !slices.Contains(municipalityKeys, name.Value) {
			return none, l.errorf(name, "%s: unknown key %q (known: %s)", municipalitiesKey, name.Value,
				strings.Join(municipalityKeys, ", "))
		}
		if value.Kind != yaml.ScalarNode {
			return none, l.errorf(value, "%s: %s must be a single value", municipalitiesKey, name.Value)
		}
		// The text as it stands keeps the leading zero of a code such as 0114.
		values[name.Value] = strings.TrimSpace(value.Value)
	}
	m := policy.Municipality{
		Name: values["name"], LongName: values["long_name"], Code: values["code"], County: values["county"],
	}
	if m.Name == "" {
		return none, l.errorf(item, "%s: name is missing", municipalitiesKey)
	}
	if m.Code != "" && !isCode(m.Code) {
		return none, l.errorf(item, "%s: %s: code %q is not four digits", municipalitiesKey, m.Name, m.Code)
	}
	return m, nil
}

// isCode reports whether s is four digits, as SCB's codes are.
func isCode(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == ""
}

// resolve makes a path of a file meant from dir; "~/" is the user's home folder.
func resolve(path, dir string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	if path == "" || dir == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// errorf returns an error at node's line.
func (l *layer) errorf(node *yaml.Node, format string, args ...any) error {
	return &Error{fmt.Sprintf("%s:%d", l.path, node.Line), fmt.Sprintf(format, args...)}
}

// oneLine returns err's text on one line.
func oneLine(err error) string {
	return strings.Join(strings.Fields(err.Error()), " ")
}
