package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

//go:embed peers
var peerFiles embed.FS

// A java is the peers' programs, compiled.
type java struct{ home, dir string }

// buildPeers gets the peers' packages into dir with Maven and compiles their programs.
func buildPeers(ctx context.Context, home, dir string) (java, error) {
	j := java{home, dir}
	names, err := peerFiles.ReadDir("peers")
	if err != nil {
		return j, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return j, err
	}
	for _, n := range names {
		data, err := peerFiles.ReadFile("peers/" + n.Name())
		if err != nil {
			return j, err
		}
		if err := os.WriteFile(filepath.Join(dir, n.Name()), data, 0o644); err != nil {
			return j, err
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "lib")); err != nil {
		if err := j.command(ctx, "mvn", "-B", "-q", "dependency:copy-dependencies", "-DoutputDirectory=lib").Run(); err != nil {
			return j, fmt.Errorf("getting the peers with Maven: %w", err)
		}
	}
	return j, j.command(ctx, j.bin("javac"), "-cp", "lib/*", "-d", "classes", "LuceneBench.java", "Node.java").Run()
}

func (j java) bin(name string) string {
	if j.home == "" {
		return name
	}
	return filepath.Join(j.home, "bin", name)
}

func (j java) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Stderr = j.dir, os.Stderr
	if j.home != "" {
		c.Env = append(os.Environ(), "JAVA_HOME="+j.home)
	}
	return c
}

// program returns the command that runs a class with a heap of so many megabytes.
func (j java) program(ctx context.Context, heap int, class string, args ...string) *exec.Cmd {
	size := strconv.Itoa(heap) + "m"
	return j.command(ctx, j.bin("java"), append([]string{"-Xms" + size, "-Xmx" + size, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
		"--add-modules=jdk.incubator.vector", "-Dlog4j2.level=ERROR", "-cp", "classes:lib/*", class}, args...)...)
}

// luceneHeap is Lucene's heap in megabytes: the buffer of 64 and what it needs beside it.
const luceneHeap = 512

// lucene runs Lucene's program and reads what it prints into out.
func (j java) lucene(ctx context.Context, out any, args ...string) error {
	data, err := j.program(ctx, luceneHeap, "LuceneBench", args...).Output()
	if err != nil {
		return fmt.Errorf("lucene %s: %w", args[0], err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	return json.Unmarshal([]byte(lines[len(lines)-1]), out)
}
