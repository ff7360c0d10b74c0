package worker

import (
	"strings"
	"testing"
	"unicode/utf8"
)

const panicTrace = `some library warns
panic: runtime error: index out of range [5] with length 3 [recovered, repanicked]

goroutine 34 [running]:
panic({0x6b1c40?, 0xc00001a0c0?})
	/usr/local/go/src/runtime/panic.go:783 +0x132
github.com/styrdok/styrdok/extract/internal/pdf.(*reader).page(0xc0000b2000, {0x1, 0x2})
	/home/x/styrdok/extract/internal/pdf/read.go:77 +0x1d
github.com/styrdok/styrdok/extract/internal/pdf.Read(...)
	C:\x\styrdok\extract\internal\pdf\read.go:31
created by main.main in goroutine 1
	/home/x/main.go:9 +0x11

goroutine 1 [chan receive]:
main.main()
	/home/x/main.go:10 +0x11
`

const stackTrace = `runtime: goroutine stack exceeds 268435456-byte limit
runtime: sp=0xc0200e0390 stack=[0xc0200e0000, 0xc0400e0000]
fatal error: stack overflow

runtime stack:
runtime.throw({0x4a7a8f?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1094 +0x48 fp=0x7ffd7

goroutine 1 gp=0xc000002380 m=0 mp=0x51b4c0 [running]:
main.f(0x1)
	/x/a.go:3 +0x9
main.f(0x1)
	/x/a.go:3 +0x9
...18 frames elided...
main.main()
	/x/a.go:9 +0x9
`

func TestDetail(t *testing.T) {
	for name, test := range map[string]struct {
		said, want string
		memory     bool
	}{
		"panic": {panicTrace, "panic: runtime error: index out of range [5] with length 3 [recovered, repanicked]\n" +
			"pdf.(*reader).page read.go:77\npdf.Read read.go:31\nmain.main in goroutine 1 main.go:9", false},
		"stack":   {stackTrace, "fatal error: stack overflow\nmain.f a.go:3\nmain.f a.go:3", false},
		"memory":  {"runtime: out of memory: cannot allocate 9-byte block\nfatal error: out of memory\n", "fatal error: out of memory", true},
		"mapping": {"fatal error: runtime: cannot allocate memory\n", "fatal error: runtime: cannot allocate memory", true},
		"quoting": {"panic: the text says out of memory\n", "panic: the text says out of memory", false},
		"noise":   {"warning: x\n", "", false},
		"nothing": {"", "", false},
		"cut off": {"panic: x\n\ngoroutine 7 [run", "panic: x", false},
		"long":    {"panic: " + strings.Repeat("å", 200), "panic: " + strings.Repeat("å", 96) + "\uFFFD", false},
	} {
		if got := detailOf(test.said); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, test.want)
		}
		if got := lacksMemory(test.said); got != test.memory {
			t.Errorf("%s: lacks memory: %v", name, got)
		}
	}
}

// A deep trace is cut.
func TestDetailIsShort(t *testing.T) {
	said := "panic: x\n\ngoroutine 1 [running]:\n" + strings.Repeat("main.f(0x1)\n\t/x/a.go:3 +0x9\n", 100)
	if got := strings.Count(detailOf(said), "\n"); got != maxFrames {
		t.Errorf("%d functions, want %d", got, maxFrames)
	}
}

func FuzzDetail(f *testing.F) {
	f.Add(panicTrace)
	f.Add(stackTrace)
	f.Add("panic: \xff\ngoroutine 1\n(\n\t")
	f.Fuzz(func(t *testing.T, said string) {
		got := detailOf(said)
		if !utf8.ValidString(got) || strings.Count(got, "\n") > maxFrames || (got == "") != (headline(said) == "") {
			t.Errorf("detail %q of %q", got, said)
		}
	})
}

func TestHead(t *testing.T) {
	var h head
	for range 3 {
		if n, err := h.Write([]byte(strings.Repeat("x", maxTrace/2+1))); n != maxTrace/2+1 || err != nil {
			t.Fatalf("wrote %d, %v", n, err)
		}
	}
	if len(h.text()) != maxTrace {
		t.Errorf("kept %d", len(h.text()))
	}
}
