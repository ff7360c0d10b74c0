package tagging

import "testing"

func TestDefault(t *testing.T) {
	if _, err := Load("default.yaml", defaultYAML); err != nil {
		t.Fatal(err)
	}
}
