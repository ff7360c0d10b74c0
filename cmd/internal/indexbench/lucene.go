package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/styrdok/styrdok/index/opensearch/opensearchtest"
)

//go:embed LuceneBench.java
var luceneProgram []byte

// buildPeers gets the peers' packages and compiles Lucene's program in dir.
func buildPeers(ctx context.Context, dir string) (opensearchtest.Java, error) {
	path := filepath.Join(dir, "LuceneBench.java")
	if err := os.WriteFile(path, luceneProgram, 0o644); err != nil {
		return opensearchtest.Java{}, err
	}
	return opensearchtest.Build(ctx, path)
}

// luceneHeap is Lucene's heap in megabytes: the buffer of 64 and what it needs beside it.
const luceneHeap = 512

// runLucene runs Lucene's program and reads what it prints into out.
func runLucene(ctx context.Context, j opensearchtest.Java, out any, args ...string) error {
	c := j.Program(ctx, luceneHeap, true, "LuceneBench", args...)
	c.Stderr = os.Stderr
	data, err := c.Output()
	if err != nil {
		return fmt.Errorf("lucene %s: %w", args[0], err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	return json.Unmarshal([]byte(lines[len(lines)-1]), out)
}
