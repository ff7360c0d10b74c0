package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"
)

// SourcesFile is the name of the file of sources in the working directory.
const SourcesFile = "sources.yaml"

// SourceFolders names the folders that the documents of municipalities lie in. The nil SourceFolders has none.
type SourceFolders struct {
	folders []SourceFolder
}

// A SourceFolder is a file, folder or glob, and whose documents are there: "" lets each document tell.
type SourceFolder struct {
	Path, Municipality string
}

// ReadSources reads a file of sources:
//
//	sources:
//	  - municipality: Ale
//	    folders: [/srv/dokument/ale, /srv/dokument/bolag/ale]
//	  - folders: [inkommet]
//
// Relative folders are meant from the file. known reports whether there is such a municipality. Errors are an [*Error], or
// those of reading the file.
func ReadSources(file string, known func(name string) bool) (*SourceFolders, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p := sourcesParser{file: file, known: known}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, &Error{file, strings.TrimPrefix(oneLine(err), "yaml: ")}
	}
	list, err := p.list(&root)
	if err != nil {
		return nil, err
	}
	for _, item := range list {
		if err := p.item(item); err != nil {
			return nil, err
		}
	}
	return &SourceFolders{p.out}, nil
}

// Folders returns all of them, in the file's order.
func (s *SourceFolders) Folders() []SourceFolder {
	if s == nil {
		return nil
	}
	return s.folders
}

// Municipality returns whose the file is that lies at the given path, "" if that is not said: the innermost folder decides.
func (s *SourceFolders) Municipality(file string) string {
	name, longest := "", -1
	for _, f := range s.Folders() {
		if depth := under(f.Path, file); depth > longest {
			name, longest = f.Municipality, depth
		}
	}
	return name
}

// under returns how long a path of a folder is that file lies in or is, -1 if it does not. The folder may be a glob.
func under(folder, file string) int {
	folder, file = absolute(folder), absolute(file)
	for dir := file; ; dir = filepath.Dir(dir) {
		if ok, _ := filepath.Match(folder, dir); ok || dir == folder {
			return len(dir)
		}
		if dir == filepath.Dir(dir) {
			return -1
		}
	}
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

type sourcesParser struct {
	file  string
	known func(string) bool
	out   []SourceFolder
}

func (p *sourcesParser) errorf(n *yaml.Node, format string, args ...any) error {
	return &Error{fmt.Sprintf("%s:%d", p.file, max(n.Line, 1)), fmt.Sprintf(format, args...)}
}

// list returns the items of the list "sources".
func (p *sourcesParser) list(root *yaml.Node) ([]*yaml.Node, error) {
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return nil, p.errorf(root, "want a list: \"sources:\" and below it \"- municipality: Ale\" with \"folders: [/srv/ale]\"")
	}
	var list *yaml.Node
	body := root.Content[0].Content
	for i := 0; i+1 < len(body); i += 2 {
		if body[i].Value != "sources" {
			return nil, p.errorf(body[i], "unknown key %q (known: sources)", body[i].Value)
		}
		list = body[i+1]
	}
	if list == nil || list.Kind != yaml.SequenceNode || len(list.Content) == 0 {
		return nil, p.errorf(root.Content[0], "sources must be a list of folders")
	}
	return list.Content, nil
}

// item reads one item: a municipality and its folders.
func (p *sourcesParser) item(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return p.errorf(n, "sources: each needs folders: \"- folders: [/srv/ale]\"")
	}
	name, folders := "", []*yaml.Node(nil)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Value == "municipality" && value.Kind == yaml.ScalarNode:
			name = strings.TrimSpace(value.Value)
			if name != "" && !p.known(name) {
				return p.errorf(value, "%q is no known municipality; add it under municipalities in %s", name, FileName)
			}
		case key.Value == "folders" && value.Kind == yaml.ScalarNode:
			folders = []*yaml.Node{value}
		case key.Value == "folders" && value.Kind == yaml.SequenceNode:
			folders = value.Content
		default:
			return p.errorf(key, "sources: %q is not understood (known: municipality, folders)", key.Value)
		}
	}
	if len(folders) == 0 {
		return p.errorf(n, "sources: folders are missing")
	}
	for _, f := range folders {
		if f.Kind != yaml.ScalarNode || f.Value == "" {
			return p.errorf(f, "sources: a folder must be a path")
		}
		p.out = append(p.out, SourceFolder{Path: resolve(f.Value, filepath.Dir(p.file)), Municipality: name})
	}
	return nil
}
