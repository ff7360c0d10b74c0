package opensearch

import (
	"errors"
	"strings"
	"testing"
)

func TestParsePlace(t *testing.T) {
	p, err := parsePlace("opensearchs://a:9201,b/kommuner#7")
	if err != nil || strings.Join(p.addresses, " ") != "https://a:9201 https://b:9200" || p.prefix != "kommuner" || p.generation != 7 {
		t.Errorf("%+v, %v", p, err)
	}
	if n, ok := p.number(p.passagesOf(12)); n != 12 || !ok {
		t.Errorf("generation %d, %v", n, ok)
	}
	if _, ok := p.number("kommuner-passages-old"); ok {
		t.Error("another index is taken for a generation")
	}
	for _, bad := range []string{"opensearch://", "opensearch://host", "opensearch://host/", "opensearch://host/Åsa", "opensearch://host/a/b", "http://host/a",
		"opensearch:///a", "opensearch://h:x/a", "opensearch://host/a#0", "opensearch://host/_a", "opensearch://host/a?b=c"} {
		if _, err := parsePlace(bad); !errors.Is(err, ErrPlace) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// A password in a place is neither used nor told to anybody.
func TestPlaceWithPassword(t *testing.T) {
	_, err := parsePlace("opensearch://user:hemligt@host:9200/a")
	if !errors.Is(err, ErrPlace) || strings.Contains(err.Error(), "hemligt") || !strings.Contains(err.Error(), "opensearch-password") {
		t.Errorf("%v", err)
	}
}

func TestTokenText(t *testing.T) {
	long := strings.Repeat("å", 200)
	for in, want := range map[string]string{"ord": "ord", "1 000": "1▁000", "a\tb": "a▁b", "a\u00a0b": "a\u00a0b", long: long[:250]} {
		if got := tokenText(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	if got := tokenText("x" + long); got != "x"+long[:248] {
		t.Errorf("a letter is parted: %q", got)
	}
}
