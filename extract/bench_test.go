package extract_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/styrdok/styrdok/extract"
)

// The bars of BenchmarkBesidePdftotext.
const (
	// benchRuns is how often each program reads each input, in turns.
	benchRuns = 7
	// benchSlack is how far over its bar a ratio must be to be no matter of chance.
	benchSlack = 1.1
	// benchMemory is the bar of peak memory, in MB (10^6 bytes).
	benchMemory = 150
	// childEnv names, for this test as a process of its own, the files to extract.
	childEnv = "STYRDOK_BENCH_FILES"
	// inputsEnv names a folder that keeps the inputs from run to run; without it they are made anew.
	inputsEnv = "STYRDOK_BENCH_INPUTS"
)

// BenchmarkBesidePdftotext compares what extraction costs with what pdftotext costs on the same files, run in turns: all files of an
// input in one process of ours, a process a file of pdftotext's. It makes its inputs with LibreOffice and qpdf, and fails where a bar is
// missed.
func BenchmarkBesidePdftotext(b *testing.B) {
	for _, program := range []string{"soffice", "qpdf", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			b.Skip(err)
		}
	}
	dir := os.Getenv(inputsEnv)
	if dir == "" {
		dir = b.TempDir()
	}
	makeInputs(b, dir)
	for _, input := range []struct {
		name, files string
		bar         float64
	}{
		{"LibreOffice300Pages", "long.pdf", 1.0}, {"ObjectStreams500Pages", "merged.pdf", 1.0}, {"Folder200Files", "small/*.pdf", 0.5},
	} {
		b.Run(input.name, func(b *testing.B) {
			files, err := filepath.Glob(filepath.Join(dir, input.files))
			if err != nil || len(files) == 0 {
				b.Fatal(input.files, err)
			}
			for b.Loop() {
				beside(b, files, input.bar)
			}
		})
	}
}

// beside reads files with both programs in turns, reports the ratios of CPU time, and fails if bar is missed.
func beside(b *testing.B, files []string, bar float64) {
	var ratios []float64
	var peak, ours, theirs float64
	for range benchRuns {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestExtractFiles$")
		cmd.Env = append(os.Environ(), childEnv+"="+strings.Join(files, string(filepath.ListSeparator)))
		cpu, memory := run(b, cmd)
		other := 0.0
		for _, file := range files {
			c, _ := run(b, exec.Command("pdftotext", file, os.DevNull))
			other += c
		}
		ratios = append(ratios, cpu/other)
		peak, ours, theirs = max(peak, memory), ours+cpu, theirs+other
	}
	slices.Sort(ratios)
	median := ratios[len(ratios)/2]
	b.ReportMetric(0, "ns/op") // what was run is not what is measured
	b.ReportMetric(median, "ratio")
	b.ReportMetric(ratios[0], "lowest")
	b.ReportMetric(ratios[len(ratios)-1], "highest")
	b.ReportMetric(ours/benchRuns*1000, "cpu-ms")
	b.ReportMetric(theirs/benchRuns*1000, "pdftotext-ms")
	b.ReportMetric(peak, "peak-MB")
	if median > bar*benchSlack {
		b.Errorf("takes %.2f of pdftotext's CPU time (%.2f to %.2f); the bar is %.2f", median, ratios[0], ratios[len(ratios)-1], bar)
	}
	if peak > benchMemory {
		b.Errorf("takes %.0f MB of memory; the bar is %d MB", peak, benchMemory)
	}
}

// run runs a command and returns its CPU seconds and its peak memory in MB.
func run(b *testing.B, cmd *exec.Cmd) (cpu, peak float64) {
	b.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %v\n%s", cmd.Args[0], err, out)
	}
	peak = float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) * 1024 / 1e6
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), peak
}

// TestExtractFiles is the process that the benchmark measures.
func TestExtractFiles(t *testing.T) {
	files := os.Getenv(childEnv)
	if files == "" {
		t.Skip("only for the benchmark")
	}
	for _, file := range filepath.SplitList(files) {
		if _, err := extract.File(context.Background(), file, extract.Options{}); err != nil {
			t.Error(err)
		}
	}
}

// The sizes of the inputs: sections of some 0.7 pages.
const (
	longSections = 740
	smallFiles   = 200
	mergedPages  = 500
)

// makeInputs makes the benchmark's files in dir, unless they are there: long.pdf, the folder small, and merged.pdf of all its files.
func makeInputs(b *testing.B, dir string) {
	if _, err := os.Stat(filepath.Join(dir, "merged.pdf")); err == nil {
		return
	}
	small := filepath.Join(dir, "small")
	if err := os.MkdirAll(small, 0o777); err != nil {
		b.Fatal(err)
	}
	sources := map[string]string{filepath.Join(dir, "long.fodt"): fodt(1, longSections)}
	for i := range smallFiles {
		sources[filepath.Join(small, fmt.Sprintf("%03d.fodt", i))] = fodt(uint64(i+2), 3+i%5)
	}
	for name, text := range sources {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	office := []string{"-env:UserInstallation=file://" + b.TempDir(), "--headless", "--convert-to", "pdf", "--outdir"}
	run(b, exec.Command("soffice", append(office, dir, filepath.Join(dir, "long.fodt"))...))
	names, _ := filepath.Glob(filepath.Join(small, "*.fodt")) // the pattern is good
	run(b, exec.Command("soffice", append(append(office, small), names...)...))
	pages := []string{"--empty", "--object-streams=generate", "--pages"}
	for _, name := range names {
		pages = append(pages, strings.TrimSuffix(name, "fodt")+"pdf")
	}
	run(b, exec.Command("qpdf", append(pages, "--", filepath.Join(dir, "merged.pdf"))...))
}
