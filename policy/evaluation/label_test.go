package evaluation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseLabels(t *testing.T) {
	const data = "document;level;tag;quote;remark\nplan;required;goals;\"Vi vill; och ska.\";säkert\n\nmemo;;;;\nplan;Acceptable;goals;En vision.;\n"
	got, err := ParseLabels("gold.csv", []byte(data))
	want := []Label{{"plan", "goals", Required, "Vi vill; och ska.", 2}, {Document: "memo", Line: 4}, {"plan", "goals", Acceptable, "En vision.", 5}}
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("%v\n%s", err, cmp.Diff(want, got))
	}
}

func TestParseLabelsNamesEachBadLine(t *testing.T) {
	const data = "document\ttag\tlevel\tquote\nplan\tgoals\tmust\tVi vill.\nplan\tgoals\trequired\tVi vill.\n\tgoals\trequired\tVi vill.\n" +
		"plan\t\trequired\tVi vill.\nplan\tgoals\trequired\t…\n"
	_, err := ParseLabels("gold.tsv", []byte(data))
	want := []string{`gold.tsv:2: level "must": want required or acceptable`, "gold.tsv:4: the document is not named",
		"gold.tsv:5: the tag is not named", "gold.tsv:6: the quote has no word in it"}
	if err == nil || cmp.Diff(want, strings.Split(err.Error(), "\n")) != "" {
		t.Error(err)
	}
	for data, want := range map[string]string{
		"document\ttag\tquote\n":        `gold.tsv:1: there is no column "level"; the first line names the columns: document, tag, level, quote`,
		"document\ttag\tlevel\tquote\n": "gold.tsv:1: no label follows the first line",
	} {
		if _, err := ParseLabels("gold.tsv", []byte(data)); err == nil || err.Error() != want {
			t.Errorf("%q: %v", data, err)
		}
	}
}

// Whatever a file holds: labels that can be measured, or an error for each line that names it.
func FuzzParseLabels(f *testing.F) {
	for _, s := range []string{"document\ttag\tlevel\tquote\nplan\tgoals\trequired\tVi vill.\n", "document,tag,level,quote\nplan,,,\n", "tag;level;quote;document\n;;;x", "\ufeff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		labels, err := ParseLabels("gold", []byte(data))
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if labels != nil || !strings.HasPrefix(line, "gold:") {
					t.Fatalf("%d labels, %q", len(labels), line)
				}
			}
			return
		}
		for _, l := range labels {
			if l.Line < 2 || l.Document == "" || !l.empty() && (l.Tag == "" || len(words(l.Quote)) == 0) {
				t.Fatalf("%+v", l)
			}
		}
	})
}
