package page

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestJoining(t *testing.T) {
	tests := []struct {
		left, right string
		want        Join
	}{
		{"kommu-", "nens arbete", JoinWord},
		{"kommu\u00ad", "nens arbete", JoinWord},
		{"kommu\u2010", "nens", JoinWord},
		{"BPSD-", "registret", JoinHyphen},
		{"EU-", "samordnaren", JoinHyphen},
		{"2014-", "2018", JoinHyphen},
		{"barn-", "Och", JoinHyphen},
		{"miljö-", "och klimatfrågor", JoinSpace},
		{"för-", "eller eftermiddag", JoinSpace},
		{"källar-", "utrymmen", JoinWord},
		{"källar-", "/utrymmen", JoinHyphen},
		{"arbetet -", "det som görs", JoinSpace},
		{"-", "punkt", JoinSpace},
		{"kommunen", "ska", JoinSpace},
		{"", "ska", JoinSpace},
		{"kommunen-", "", JoinHyphen},
	}
	for _, tt := range tests {
		if got := Joining(tt.left, tt.right); got != tt.want {
			t.Errorf("Joining(%q, %q) = %d, want %d", tt.left, tt.right, got, tt.want)
		}
	}
}

func TestAppend(t *testing.T) {
	for _, tt := range []struct{ left, right, want string }{
		{"", "ord", "ord"},
		{"inter-", "nationellt", "internationellt"},
		{"BPSD-", "registret", "BPSD-registret"},
		{"käll-", "och avloppsvatten", "käll- och avloppsvatten"},
		{"två", "ord", "två ord"},
	} {
		got, at := Append(tt.left, tt.right)
		if got != tt.want || got[at:] != tt.right {
			t.Errorf("Append(%q, %q) = %q, %d", tt.left, tt.right, got, at)
		}
	}
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{"inter-", "\u00ad", "-", "å\u2010", "EU-", ""} {
		f.Add(s, "nationellt")
	}
	f.Fuzz(func(t *testing.T, left, right string) {
		if !utf8.ValidString(left) || !utf8.ValidString(right) {
			return
		}
		got, at := Append(left, right)
		if !utf8.ValidString(got) || at < 0 || got[at:] != right {
			t.Errorf("Append(%q, %q) = %q, %d", left, right, got, at)
		}
		if len(got) > len(left)+len(right)+1 || !strings.HasSuffix(got, right) {
			t.Errorf("Append(%q, %q) = %q adds or loses text", left, right, got)
		}
	})
}

func ExampleAppend() {
	line, _ := Append("Det inter-", "nationella arbetet")
	fmt.Println(line)
	// Output: Det internationella arbetet
}

func TestKindNames(t *testing.T) {
	seen := map[string]bool{}
	for k := Paragraph; k <= Hidden; k++ {
		if n := k.String(); n == "unknown" || seen[n] {
			t.Errorf("kind %d is called %q", k, n)
		} else {
			seen[n] = true
		}
	}
	if Kind(99).String() != "unknown" || Kind(-1).String() != "unknown" {
		t.Error("a kind that does not exist has a name")
	}
}
