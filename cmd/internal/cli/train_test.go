package cli

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy/tagging"
)

// What is learnt from labelled files is the same each time, and can be read; cross-validation measures it.
func TestTrain(t *testing.T) {
	t.Chdir(t.TempDir())
	labels := "document\ttag\tlevel\tquote\n"
	for i := range 6 {
		name := "plan" + strconv.Itoa(i)
		duty := "Nämnden ansvarar för " + []string{"parken", "bron", "torget", "skolan", "badet", "gatan"}[i] + "."
		writeFile(t, "in/"+name+".txt", "Plan för orten\n\nOrten har en å.\n"+duty+"\nVädret växlar under året.\n")
		labels += name + "\tresponsibility\trequired\t" + duty + "\n"
	}
	writeFile(t, "labels.tsv", labels)
	run := func(args ...string) (string, string, int) {
		var out, msg bytes.Buffer
		code := Main(t.Context(), append([]string{"train", "--gold", "labels.tsv", "--unseen", "in"}, args...), &out, &msg)
		return out.String(), msg.String(), code
	}
	var models [2][]byte
	for i := range models {
		if _, msg, code := run("--out", "model.tsv", "in"); code != 0 {
			t.Fatalf("exit code %d: %s", code, msg)
		}
		var err error
		if models[i], err = os.ReadFile("model.tsv"); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("the second time gives other weights")
	}
	if _, err := tagging.ReadModel(models[0]); err != nil {
		t.Error(err)
	}
	if out, msg, code := run("--cross-validate", "3", "in"); code != 0 || !strings.Contains(out, "responsibility") {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, out, msg)
	}
	if _, msg, code := run("--out", "x", "in/plan1.txt"); code != exitFailed || !strings.Contains(msg, "plan0 is labelled and is none of the documents") {
		t.Errorf("a document is not there: exit code %d, %q", code, msg)
	}
	if _, msg, code := run("in"); code != exitUsage || !strings.Contains(msg, "cross-validate") {
		t.Errorf("neither --out nor --cross-validate: exit code %d, %q", code, msg)
	}
}
