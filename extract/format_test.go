package extract

import "testing"

func TestIsPDF(t *testing.T) {
	for head, want := range map[string]bool{"%PDF-1.4\n": true, "\xef\xbb\xbf%PDF-1.7": true, "skräp före\n%PDF-1.2": true, "PDF": false, "": false, "%!PS": false} {
		if got := isPDF([]byte(head)); got != want {
			t.Errorf("isPDF(%q) = %v", head, got)
		}
	}
}

func TestHasObjects(t *testing.T) {
	tests := []struct {
		name, data string
		want       bool
	}{
		{"a.pdf", "1 0 obj\n<<>>\nendobj\n", true}, {"A.PDF", "HTTP/1.1 200 OK\r\n%PDF-1.4\n1 0 obj\n", true}, {"a.txt", "1 0 obj\n<<>>\nendobj\n", false},
		{"a.pdf", "Plan för Ekeby", false}, {"a.pdf", "%PDF-", false}, {"a.pdf", "endobj", false},
	}
	for _, tt := range tests {
		if got := hasObjects(tt.name, []byte(tt.data)); got != tt.want {
			t.Errorf("hasObjects(%q, %q) = %v", tt.name, tt.data, got)
		}
	}
}

func TestIsMarkdown(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"a.md", "", true}, {"A.MARKDOWN", "x", true}, {"a.txt", "# Plan", true}, {"a.txt", "Text\n\n### Mål\n", true}, {"a.txt", "---\ntitle: x\n---\n", true},
		{"a.txt", "---\r\ntitle: x\r\n---\r\n", true}, {"a.txt", "#Plan", false}, {"a.txt", "####### Plan", false}, {"a.txt", "Plan # 1", false}, {"a.txt", "--- Plan", false},
		{"a.txt", "#", false}, {"a.pdf", "Plan", false}, {"a.txt", "", false},
	}
	for _, tt := range tests {
		if got := isMarkdown(tt.name, []byte(tt.text)); got != tt.want {
			t.Errorf("isMarkdown(%q, %q) = %v", tt.name, tt.text, got)
		}
	}
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name, in, want string
		ok             bool
	}{
		{"utf-8", "Åmål", "Åmål", true},
		{"utf-8 whose last character is cut", "Åm\xc3", "Åm", true},
		{"windows-1252", "\xc5m\xe5l \x96 \x80 5", "Åmål – € 5", true},
		{"nul", "Åm\x00l", "", false},
		{"escape is text", "a\x1b[1mb", "a\x1b[1mb", true},
		{"form feed is text", "a\fb", "a\fb", true},
		{"odd byte at the end of utf-16", "\xff\xfeA\x00B", "A", true},
		{"surrogates", "\xff\xfe\x3d\xd8\x00\xde", "😀", true},
		{"a lone surrogate", "\xff\xfe\x3d\xd8A\x00", "\ufffdA", true},
	}
	for _, tt := range tests {
		got, ok := decode([]byte(tt.in))
		if string(got) != tt.want || ok != tt.ok {
			t.Errorf("%s: decode = %q, %v, want %q, %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}

func TestReasons(t *testing.T) {
	codes := map[string]bool{"encrypted": true, "empty": true, "no-text": true, "too-large": true, "unsupported": true, "corrupt": true, "vanished": true, "unreadable": true,
		"crashed": true, "timeout": true, "out-of-memory": true}
	for _, r := range reasons {
		got := SetAside("fil.pdf", r.err)
		if got.Code != r.code || !codes[got.Code] || got.Reason == "" || got.Reason[len(got.Reason)-1] != '.' {
			t.Errorf("%v: %+v", r.err, got)
		}
	}
	if got := SetAside("fil.pdf", errUnknown{}); got.Code != "unreadable" || got.Reason == "" {
		t.Errorf("an unknown error: %+v", got)
	}
	if got := SetAside("fil.pdf", errTraced{}); got.Code != "crashed" || got.Detail != "page.go:7" {
		t.Errorf("an error with a detail: %+v", got)
	}
}

type errUnknown struct{}

func (errUnknown) Error() string { return "disk on fire" }

type errTraced struct{}

func (errTraced) Error() string  { return "crash" }
func (errTraced) Unwrap() error  { return ErrCrashed }
func (errTraced) Detail() string { return "page.go:7" }
