package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkRun runs the whole job (read, index, compare) as a process of its own and reports what it costs: CPU seconds and
// peak memory, workers included. STYRDOK_BENCH_INPUT names other folders than testdata/kommuner, separated as in PATH.
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

// measure runs binary and returns its CPU seconds, with those of its workers, and the peak of the memory that it and its
// workers have resident together in MB (10^6 bytes).
func measure(b testing.TB, binary string, args ...string) (cpu, peak float64) {
	b.Helper()
	var out bytes.Buffer
	cmd := exec.Command(binary, args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	done, sampled := make(chan struct{}), make(chan float64)
	go func() { sampled <- samplePeak(cmd.Process.Pid, done) }()
	err := cmd.Wait()
	close(done)
	peak = <-sampled
	if err != nil {
		b.Fatalf("%v: %v\n%s", args, err, out.Bytes())
	}
	// What the system counts is the largest of the processes, exact; what is sampled is the sum.
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	peak = max(peak, float64(usage.Maxrss)*1024/1e6)
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), peak
}

// sampleEvery is how often memory is looked at: a run on a few documents takes 200 ms.
const sampleEvery = 2 * time.Millisecond

// samplePeak returns the largest sum of resident memory of the process pid and its children until done, in MB; 0 where the
// system has no /proc.
func samplePeak(pid int, done <-chan struct{}) (peak float64) {
	for tick := time.NewTicker(sampleEvery); ; {
		select {
		case <-done:
			tick.Stop()
			return peak
		case <-tick.C:
			sum := resident(pid)
			threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid)) // the pattern is good
			for _, t := range threads {
				children, _ := os.ReadFile(t) // the thread may have ended
				for _, c := range strings.Fields(string(children)) {
					n, _ := strconv.Atoi(c) // the kernel writes numbers
					sum += resident(n)
				}
			}
			peak = max(peak, sum)
		}
	}
}

// resident returns the resident memory of a process in MB.
func resident(pid int) float64 {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid)) // it may have ended
	fields := strings.Fields(string(data))
	if len(fields) < 2 {
		return 0
	}
	pages, _ := strconv.ParseFloat(fields[1], 64) // the kernel writes numbers
	return pages * float64(os.Getpagesize()) / 1e6
}
