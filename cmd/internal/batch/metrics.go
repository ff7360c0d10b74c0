package batch

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// successName is the metric by which an alert sees that nights fail: it stays what it was when they do.
const successName = "styrdok_index_last_success_timestamp_seconds"

// Metrics returns r in Prometheus' text format, for the textfile collector of its node exporter. before is what the file held
// until now; ended is when the run did.
func (r *Report) Metrics(before []byte, ended time.Time) []byte {
	var b bytes.Buffer
	gauge := func(name, help string, values ...any) {
		fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
		for i := 0; i < len(values); i += 2 {
			fmt.Fprintf(&b, "%s%s %v\n", name, values[i], number(values[i+1]))
		}
	}
	success := lastSuccess(before)
	if r.Error == "" {
		success = float64(ended.Unix())
	}
	gauge(successName, "When the last run ended that did not fail.", "", success)
	gauge("styrdok_index_last_run_timestamp_seconds", "When the last run ended.", "", float64(ended.Unix()))
	gauge("styrdok_index_exit_code", "The exit code of the last run.", "", r.ExitCode)
	gauge("styrdok_index_files_seen", "Files that the last run saw.", "", r.Seen)
	gauge("styrdok_index_files", "What became of files in the last run.",
		`{state="new"}`, r.New, `{state="changed"}`, r.Changed, `{state="unchanged"}`, r.Unchanged, `{state="removed"}`, r.Removed,
		`{state="passed_over"}`, len(r.PassedOver), `{state="moved"}`, r.Moved, `{state="duplicate"}`, len(r.Duplicates))
	gauge("styrdok_index_files_set_aside", "Files that cannot be read.", "", len(r.SetAside))
	gauge("styrdok_index_files_newly_set_aside", "Files that the last run could not read and the run before could, or did not know.", "", r.NewlySetAside())
	gauge("styrdok_index_pages", "Pages that the last run read.", "", r.Pages)
	gauge("styrdok_index_words", "Words that the last run read.", "", r.Words)
	gauge("styrdok_index_seconds", "Seconds that the last run took, by stage; those of reading are all workers' together.",
		`{stage="read"}`, r.Seconds.Read, `{stage="tag"}`, r.Seconds.Tag, `{stage="index"}`, r.Seconds.Index, `{stage="total"}`, r.Seconds.Total)
	gauge("styrdok_index_peak_memory_bytes", "Memory that the last run took at most, with its workers.", "", r.PeakMemory)
	gauge("styrdok_index_documents", "Documents in the index.", "", r.Documents)
	gauge("styrdok_index_generation", "The current generation of the index.", "", r.Generation)
	return b.Bytes()
}

// number writes a number as Prometheus reads it, whole ones without an exponent.
func number(v any) string {
	if f, ok := v.(float64); ok {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

var successLine = regexp.MustCompile(`(?m)^` + successName + ` ([0-9.]+)$`)

// lastSuccess returns the time of the last success in an earlier file, 0 if there is none.
func lastSuccess(file []byte) float64 {
	m := successLine.FindSubmatch(file)
	if m == nil {
		return 0
	}
	f, _ := strconv.ParseFloat(string(m[1]), 64)
	return f
}
