package opensearchtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

//go:embed node
var files embed.FS

// minJava is the oldest Java that OpenSearch 3 runs on.
const minJava = 21

// ErrNoJava says that no Java runtime was found that is new enough.
var ErrNoJava = errors.New("no Java runtime from version 21 in JAVA_HOME, /usr/lib/jvm or the cache (contrib/deps.sh opensearch gets one)")

// A Java is a Java runtime with the packages of OpenSearch and what was compiled with them.
type Java struct {
	// Home is the folder of the runtime, Dir that of packages (lib) and classes.
	Home, Dir string
}

// Cache returns the folder where packages and a runtime are kept from one time to the next.
func Cache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "styrdok-test")
}

// Build gets the packages, unless they are there, and compiles the node's class and more, further Java files.
func Build(ctx context.Context, more ...string) (Java, error) {
	home, err := findJava()
	if err != nil {
		return Java{}, err
	}
	pom, err := files.ReadFile("node/pom.xml")
	if err != nil {
		return Java{}, err
	}
	j := Java{Home: home, Dir: filepath.Join(Cache(), fmt.Sprintf("opensearch-%.4x", sha256.Sum256(pom)))}
	if err := os.MkdirAll(j.Dir, 0o755); err != nil {
		return Java{}, err
	}
	node, err := files.ReadFile("node/Node.java")
	if err != nil {
		return Java{}, err
	}
	if err := errors.Join(os.WriteFile(filepath.Join(j.Dir, "pom.xml"), pom, 0o644), os.WriteFile(filepath.Join(j.Dir, "Node.java"), node, 0o644)); err != nil {
		return Java{}, err
	}
	if _, err := os.Stat(filepath.Join(j.Dir, "lib")); err != nil {
		if err := j.fetch(ctx); err != nil {
			return Java{}, err
		}
	}
	args := append([]string{"-cp", "lib/*", "org.eclipse.jdt.internal.compiler.batch.Main", "-nowarn", "-source", strconv.Itoa(minJava),
		"-target", strconv.Itoa(minJava), "-cp", j.jars(), "-d", "classes", "Node.java"}, more...)
	if out, err := j.Command(ctx, "java", args...).CombinedOutput(); err != nil {
		return Java{}, fmt.Errorf("compiling the node: %w: %s", err, out)
	}
	return j, nil
}

// fetch gets the packages with Maven, whole or not at all.
func (j Java) fetch(ctx context.Context) error {
	const part = "lib.part"
	if err := os.RemoveAll(filepath.Join(j.Dir, part)); err != nil {
		return err
	}
	c := exec.CommandContext(ctx, "mvn", "-B", "-q", "dependency:copy-dependencies", "-DoutputDirectory="+part)
	c.Dir, c.Stderr = j.Dir, os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("getting OpenSearch with Maven: %w", err)
	}
	return os.Rename(filepath.Join(j.Dir, part), filepath.Join(j.Dir, "lib"))
}

// jars names the packages, as the compiler wants them.
func (j Java) jars() string {
	names, _ := filepath.Glob(filepath.Join(j.Dir, "lib", "*.jar"))
	slices.Sort(names)
	all := ""
	for i, n := range names {
		if i > 0 {
			all += string(filepath.ListSeparator)
		}
		all += n
	}
	return all
}

// Command returns a command of the runtime, in its folder.
func (j Java) Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, filepath.Join(j.Home, "bin", name), args...)
	c.Dir = j.Dir
	return c
}

// Program returns the command that runs a class with a heap of so many megabytes. With peak the runtime compiles for speed, which
// takes its time.
func (j Java) Program(ctx context.Context, heap int, peak bool, class string, args ...string) *exec.Cmd {
	size := strconv.Itoa(heap) + "m"
	flags := []string{"-Xms" + size, "-Xmx" + size, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Dlog4j2.level=ERROR"}
	if release, _ := os.ReadFile(filepath.Join(j.Home, "release")); bytes.Contains(release, []byte(vector)) {
		flags = append(flags, "--add-modules="+vector)
	}
	if !peak {
		flags = append(flags, "-XX:TieredStopAtLevel=1")
	}
	return j.Command(ctx, "java", append(append(flags, "-cp", "classes:lib/*", class), args...)...)
}

// vector is the module by which Lucene uses the processor's vectors; small runtimes lack it.
const vector = "jdk.incubator.vector"

var versionLine = regexp.MustCompile(`(?m)^JAVA_VERSION="(\d+)`)

// findJava returns the folder of a runtime that is new enough: that of JAVA_HOME, else the newest that is installed.
func findJava() (string, error) {
	homes, _ := filepath.Glob("/usr/lib/jvm/*")
	cached, _ := filepath.Glob(filepath.Join(Cache(), "java", "*", "runtime"))
	best, newest := "", minJava-1
	for _, home := range append(append([]string{os.Getenv("JAVA_HOME")}, homes...), cached...) {
		v := version(home)
		if v > newest {
			best, newest = home, v
		}
		if home == os.Getenv("JAVA_HOME") && v >= minJava {
			return home, nil
		}
	}
	if best == "" {
		return "", ErrNoJava
	}
	return best, nil
}

// version returns the version of the runtime at home, 0 if there is none.
func version(home string) int {
	data, err := os.ReadFile(filepath.Join(home, "release"))
	if err != nil || home == "" {
		return 0
	}
	m := versionLine.FindSubmatch(data)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}
