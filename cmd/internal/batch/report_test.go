package batch

import (
	"encoding/json"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/policy"
)

func testReport() *Report {
	return &Report{Schema: 1, Seen: 12, New: 3, Changed: 2, Unchanged: 5, Removed: 1, Moved: 1, Pages: 40, Words: 9000, Generation: 7,
		SetAside:   []Aside{{policy.SetAside{Source: "a.pdf", Code: "corrupt", Reason: "Trasig."}, true}, {policy.SetAside{Source: "b.pdf", Code: "encrypted"}, false}},
		Duplicates: []Duplicate{{Source: "x", Of: "y"}}, PassedOver: []policy.SetAside{}, Seconds: Seconds{Read: 1.5, Tag: 0.25, Index: 0.5, Total: 2}, PeakMemory: 300e6, Documents: 10}
}

func TestReportForPeople(t *testing.T) {
	want := "12 files: 3 new, 2 changed, 5 unchanged, 1 removed, 2 set aside (1 of them now), 1 moved, 1 duplicates; 40 pages, 9000 words in 2.0 s (read 1.5, tag 0.2, index 0.5), 300 MB"
	if got := testReport().String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReportForPrograms(t *testing.T) {
	data, err := json.Marshal(testReport())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"schema":1,"seen":12,"new":3,"changed":2,"unchanged":5,"removed":1,`, `"pages":40,"words":9000,`,
		`"set_aside":[{"source":"a.pdf","code":"corrupt","reason":"Trasig.","new":true},`, `"seconds":{"read":1.5,"tag":0.25,"index":0.5,"total":2}`,
		`"peak_memory_bytes":300000000`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s is not in %s", want, data)
		}
	}
}

func TestMetrics(t *testing.T) {
	r := testReport()
	first := r.Metrics(nil, time.Unix(1700000000, 0))
	line := regexp.MustCompile(`^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[a-z_]+"\})? [0-9.]+)$`)
	for l := range strings.Lines(string(first)) {
		if !line.MatchString(strings.TrimSuffix(l, "\n")) {
			t.Errorf("no line of Prometheus: %q", l)
		}
	}
	for _, want := range []string{"\nstyrdok_index_files{state=\"new\"} 3\n", successName + " 1700000000\n", "\nstyrdok_index_seconds{stage=\"tag\"} 0.25\n"} {
		if !strings.Contains(string(first), want) {
			t.Errorf("%q is missing", want)
		}
	}
	// A night that failed leaves the time of the last success.
	r.Error, r.ExitCode = "no room", 1
	failed := string(r.Metrics(first, time.Unix(1700086400, 0)))
	for _, want := range []string{successName + " 1700000000\n", "styrdok_index_last_run_timestamp_seconds 1700086400\n", "styrdok_index_exit_code 1\n"} {
		if !strings.Contains(failed, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if promtool, err := exec.LookPath("promtool"); err == nil {
		cmd := exec.Command(promtool, "check", "metrics")
		cmd.Stdin = strings.NewReader(string(first))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}
}
