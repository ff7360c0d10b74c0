package config

import _ "embed"

//go:embed default.yaml
var defaultYAML []byte

// DefaultYAML returns the commented configuration file to start from: every key with its default.
func DefaultYAML() []byte {
	return append([]byte(nil), defaultYAML...)
}
