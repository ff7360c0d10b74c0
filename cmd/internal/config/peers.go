package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// peersKey is the list of peer groups; it stands in files only.
const peersKey = "peers"

// A PeerGroup is a group of municipalities that are held against one another in reports.
type PeerGroup struct {
	Name           string   `json:"name" yaml:"name"`
	Municipalities []string `json:"municipalities" yaml:"municipalities"`
}

// peers reads the list of peer groups.
func (l *layer) peers(list *yaml.Node) ([]PeerGroup, error) {
	if list.Tag == "!!null" {
		return nil, nil
	}
	if list.Kind != yaml.SequenceNode {
		return nil, l.errorf(list, "%s must be a list", peersKey)
	}
	var all []PeerGroup
	for _, item := range list.Content {
		g, err := l.peerGroup(item)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(o PeerGroup) bool { return o.Name == g.Name }) {
			return nil, l.errorf(item, "%s: %s stands here twice", peersKey, g.Name)
		}
		all = append(all, g)
	}
	return all, nil
}

func (l *layer) peerGroup(item *yaml.Node) (PeerGroup, error) {
	var g PeerGroup
	if item.Kind != yaml.MappingNode {
		return g, l.errorf(item, "%s: each needs a name and its municipalities: \"- name: Kusten\"", peersKey)
	}
	for i := 0; i+1 < len(item.Content); i += 2 {
		name, value := item.Content[i], item.Content[i+1]
		switch {
		case name.Value == "name" && value.Kind == yaml.ScalarNode:
			g.Name = strings.TrimSpace(value.Value)
		case name.Value == "municipalities" && value.Kind == yaml.SequenceNode:
			for _, m := range value.Content {
				if m.Kind != yaml.ScalarNode || strings.TrimSpace(m.Value) == "" {
					return g, l.errorf(m, "%s: municipalities must be a list of names", peersKey)
				}
				g.Municipalities = append(g.Municipalities, strings.TrimSpace(m.Value))
			}
		case name.Value == "name" || name.Value == "municipalities":
			return g, l.errorf(value, "%s: name must be a single value and municipalities a list", peersKey)
		default:
			return g, l.errorf(name, "%s: unknown key %q (known: name, municipalities)", peersKey, name.Value)
		}
	}
	if g.Name == "" || len(g.Municipalities) < 2 {
		return g, l.errorf(item, "%s: a group needs a name and two municipalities or more", peersKey)
	}
	return g, nil
}
