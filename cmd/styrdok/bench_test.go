package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// BenchmarkRun runs the whole job (read, index, compare) as a process of its own and reports what it costs: CPU seconds and
// peak memory. STYRDOK_BENCH_INPUT names other folders than testdata/kommuner, separated as in PATH.
func BenchmarkRun(b *testing.B) {
	binary := build(b)
	inputs := []string{"../../testdata/kommuner"}
	if s := os.Getenv("STYRDOK_BENCH_INPUT"); s != "" {
		inputs = filepath.SplitList(s)
	}
	var cpu, peak float64
	for b.Loop() {
		work := b.TempDir()
		args := append([]string{"run", "--quiet", "--out", filepath.Join(work, "rapport"), "--index", filepath.Join(work, "index")}, inputs...)
		c, m := measure(b, binary, args...)
		cpu += c
		peak = max(peak, m)
	}
	b.ReportMetric(cpu/float64(b.N), "cpu-s/op")
	b.ReportMetric(peak, "peak-MB")
}

// BenchmarkRunStart is what a user waits for before anything happens.
func BenchmarkRunStart(b *testing.B) {
	binary := build(b)
	for b.Loop() {
		measure(b, binary, "version")
	}
}

func build(b *testing.B) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "styrdok")
	cmd := exec.Command("go", "build", "-o", binary, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return binary
}

// measure runs binary and returns its CPU seconds and its peak resident memory in MB (10^6 bytes).
func measure(b *testing.B, binary string, args ...string) (cpu, peak float64) {
	b.Helper()
	cmd := exec.Command(binary, args...)
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %v\n%s", args, err, out)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), float64(usage.Maxrss) * 1024 / 1e6
}
