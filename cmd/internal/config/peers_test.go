package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func loadPeers(t *testing.T, text string) (*Config, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Load(Sources{ProjectFile: file})
}

func TestPeers(t *testing.T) {
	c, err := loadPeers(t, "peers:\n  - name: Kusten\n    municipalities: [Åmål, \" Ale \"]\n  - name: Inlandet\n    municipalities:\n      - Hylte\n      - Älmhult\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []PeerGroup{{"Kusten", []string{"Åmål", "Ale"}}, {"Inlandet", []string{"Hylte", "Älmhult"}}}
	if diff := cmp.Diff(want, c.Peers); diff != "" {
		t.Error(diff)
	}
	if !strings.HasSuffix(c.Origin(peersKey), FileName+":1") {
		t.Errorf("from %s", c.Origin(peersKey))
	}
	if c, err := loadPeers(t, "peers:\n"); err != nil || c.Peers != nil {
		t.Errorf("nothing: %v, %v", c, err)
	}
}

func TestBadPeers(t *testing.T) {
	for text, want := range map[string]string{
		"peers: Kusten":            "must be a list",
		"peers:\n  - Kusten":       "each needs a name",
		"peers:\n  - name: Kusten": "needs a name and two municipalities",
		"peers:\n  - name: Kusten\n    municipalities: [Ale]":                                              "needs a name and two municipalities",
		"peers:\n  - municipalities: [Ale, Hylte]":                                                         "needs a name and two municipalities",
		"peers:\n  - name: Kusten\n    municipalities: Ale":                                                "municipalities a list",
		"peers:\n  - name: [a]\n    municipalities: [Ale, Hylte]":                                          "name must be a single value",
		"peers:\n  - name: Kusten\n    members: [Ale]":                                                     "unknown key \"members\"",
		"peers:\n  - name: Kusten\n    municipalities: [Ale, {a: b}]":                                      "a list of names",
		"peers:\n  - {name: K, municipalities: [Ale, Hylte]}\n  - {name: K, municipalities: [Ale, Hylte]}": "stands here twice",
	} {
		if _, err := loadPeers(t, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
