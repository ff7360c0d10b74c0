package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/opensearch"
	"github.com/styrdok/styrdok/index/opensearch/opensearchtest"
)

// tell sends a request to the first node of a cluster.
func tell(t *testing.T, cluster *opensearchtest.Cluster, method, path, body string) {
	t.Helper()
	r, err := http.NewRequest(method, cluster.URLs()[0]+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if text, _ := io.ReadAll(answer.Body); answer.StatusCode >= http.StatusBadRequest {
		t.Fatalf("%s %s: %s", method, path, text)
	}
}

// fails runs the program, which must end with code and one line that says something of each of words.
func (c *clustered) fails(code int, words []string, args ...string) {
	c.t.Helper()
	_, msg, got := c.run(args...)
	if got != code || strings.Count(msg, "\n") != 1 || !strings.HasPrefix(msg, "styrdok: ") {
		c.t.Errorf("styrdok %v: exit code %d, want %d and one line:\n%s", args, got, code, msg)
	}
	for _, w := range words {
		if !strings.Contains(msg, w) {
			c.t.Errorf("styrdok %v does not say %q: %s", args, w, msg)
		}
	}
	if strings.Contains(msg, "hemligt") {
		c.t.Errorf("a password is told: %s", msg)
	}
}

// faults is what goes wrong with a cluster, as a user meets it.
func faults(t *testing.T, cluster *opensearchtest.Cluster) {
	c := newClustered(t, cluster, "fel")
	c.write(0, 3)
	c.fails(10, []string{"no index there", "styrdok index"}, "search", "mål", "--index", c.place)
	c.must("index", c.dir, "--index", c.place)
	c.access(cluster)

	tell(t, cluster, "PUT", "/fel-*/_settings", `{"index.blocks.read_only_allow_delete": true}`)
	c.write(3, 4)
	c.fails(1, []string{"nearly full", "the index is what it was", "make room"}, "index", c.dir, "--index", c.place)
	if out := c.must("search", "kommunen", "--index", c.place); !strings.Contains(out, " passages") {
		t.Errorf("searching with full disks: %s", out)
	}
	tell(t, cluster, "PUT", "/fel-*/_settings", `{"index.blocks.read_only_allow_delete": null}`)

	e := opensearch.New(opensearch.Options{})
	defer e.Close()
	s, err := e.Storage(c.place)
	if err != nil {
		t.Fatal(err)
	}
	c.wait("the lock is free", func(s *index.Status) bool { return s.Writer == nil })
	unlock, err := s.Lock(index.Owner{PID: 7, Host: "annan"})
	if err != nil {
		t.Fatal(err)
	}
	c.fails(11, []string{"process 7 on annan"}, "rebuild", "--index", c.place)
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	c.must("index", c.dir, "--index", c.place)

	tell(t, cluster, "DELETE", "/fel-documents/_doc/generations%2F000002%2Fdocuments.json?refresh=true", "")
	c.fails(1, []string{"damaged", "verify --repair"}, "export", "facts", "--index", c.place)
	c.must("verify", "--repair", "--index", c.place)
	c.must("index", c.dir, "--index", c.place) // what only the damaged list named
	if out := c.must("status", "--index", c.place); !strings.Contains(out, "documents   4\n") {
		t.Errorf("after repair: %s", out)
	}
	tell(t, cluster, "PUT", "/fel-documents/_mapping", `{"_meta": {"by": "styrdok", "format": 99}}`)
	c.fails(1, []string{"newer version", "nothing was changed"}, "index", c.dir, "--index", c.place)
	c.fails(1, []string{"newer version"}, "search", "mål", "--index", c.place)
}

// access is what goes wrong with users, passwords and certificates.
func (c *clustered) access(cluster *opensearchtest.Cluster) {
	proxy, host, ca, err := cluster.Secured("styrdok", "hemligt")
	if err != nil {
		c.t.Fatal(err)
	}
	defer proxy.Close()
	place, file, password := "opensearchs://"+host+"/fel", filepath.Join(c.t.TempDir(), "ca.pem"), filepath.Join(c.t.TempDir(), "password")
	for name, data := range map[string]string{file: string(ca), password: "hemligt\n"} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			c.t.Fatal(err)
		}
	}
	plain := c.env
	defer func() { c.env = plain }()
	c.env = append(plain, "STYRDOK_OPENSEARCH_CA="+file, "STYRDOK_OPENSEARCH_USER=styrdok")
	c.fails(1, []string{"wrong user name or password", "STYRDOK_OPENSEARCH_PASSWORD"}, "status", "--index", place)
	right := append(c.env, "STYRDOK_OPENSEARCH_PASSWORD_FILE="+password)
	c.env = append(right, "STYRDOK_OPENSEARCH_CA=")
	c.fails(1, []string{"not trusted", "opensearch-ca"}, "status", "--index", place)
	c.env = right
	if out := c.must("status", "--index", place); !strings.Contains(out, "documents   3\n") {
		c.t.Errorf("with the right password: %s", out)
	}
	c.env = append(right, "STYRDOK_OPENSEARCH_PASSWORD_FILE=/none")
	c.fails(64, []string{"/none"}, "status", "--index", place)
}
