package html

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// element returns the first element of a name in src, and the survey of it all.
func element(t *testing.T, src, name string) (*survey, *html.Node) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	return newSurvey(doc.Get(0)), doc.Find(name).Get(0)
}

func TestNameWords(t *testing.T) {
	tests := []struct {
		src  string
		want []string
	}{
		{`<div>`, nil},
		{`<div id="Brodsmulor" class="sv-breadcrumbPortlet is_open2">`, []string{"brodsmulor", "sv", "breadcrumb", "portlet", "is", "open"}},
		{`<div class="ABCmenu  ÅÄÖ">`, []string{"abcmenu", "åäö"}},
	}
	for _, tt := range tests {
		_, n := element(t, tt.src, "div")
		if diff := cmp.Diff(tt.want, nameWords(n)); diff != "" {
			t.Errorf("%s: %s", tt.src, diff)
		}
	}
}

func TestHidden(t *testing.T) {
	for src, want := range map[string]bool{
		`<p>`:                            false,
		`<p hidden>`:                     true,
		`<p hidden="until-found">`:       false,
		`<p aria-hidden=true>`:           true,
		`<p aria-hidden=false>`:          false,
		`<p style="display: none">`:      true,
		`<p style="VISIBILITY:hidden;">`: true,
		`<p style="display:block">`:      false,
		`<p style="mso-hide: all">`:      true,
		`<p class="text sr-only">`:       true,
		`<p class="sr-only-not">`:        false,
		`<p role=tabpanel hidden>`:       false,
		`<p id=a hidden><a aria-expanded=false aria-controls=a>`:       false,
		`<p id=a hidden><a data-bs-toggle=collapse href="#a">`:         false,
		`<p id=a hidden><a aria-controls=a>`:                           true,
		`<div class=accordionblock><h3>x</h3><p style="display:none">`: false,
		`<ul class="faq-list"><li><p hidden>`:                          false,
		`<div class=toggleContent><p class=sr-only>`:                   true,
		`<div class=toggle><div><div><div><p hidden>`:                  true,
		`<button aria-expanded=true>x</button><p aria-hidden=true>`:    false,
	} {
		s, n := element(t, src, "p")
		if got := s.hidden(n); got != want {
			t.Errorf("hidden(%s) = %v", src, got)
		}
	}
}

func TestIsChrome(t *testing.T) {
	long := strings.Repeat("ord ", maxNamed+1)
	for src, want := range map[string]bool{
		`<div>`:                                false,
		`<div class=breadcrumb>a`:              true,
		`<div class=SidfotKontakt>a`:           true,
		`<div class=menu><h1>a</h1>`:           false,
		`<div class=menu><article>a</article>`: false,
		`<div class=menu>` + long:              false,
		`<div class=cookies>` + long:           true,
		`<div class=menuetter>a`:               false,
		`<div role=contentinfo>a`:              true,
		`<div role=complementary><h1>a</h1>`:   false,
		`<div role=main class=menu>a`:          false,
		`<div id=hjalpte>a`:                    true,
		`<div id=leftmenu>a`:                   true,
		`<div class="c-megamenu">a`:            true,
	} {
		s, n := element(t, src, "div")
		if got := s.isChrome(n); got != want {
			t.Errorf("isChrome(%s) = %v", src, got)
		}
	}
}

func TestMainContent(t *testing.T) {
	for name, tt := range map[string]struct{ src, id string }{
		"main":                {"<div id=content>" + prose + "</div><main id=a>" + prose + "</main>", "a"},
		"the larger of two":   {"<main id=a><p>kort</p></main><main id=b>" + prose + "</main>", "b"},
		"role":                {"<div role=main id=a>" + prose + "</div>", "a"},
		"SiteVision":          {"<div class='pagecontent sv-layout' id=a>" + prose + "</div><div>Annat</div>", "a"},
		"Episerver's":         {"<div id=MainContent>" + prose + "</div><div id=header>Annat</div>", "MainContent"},
		"a layout's":          {"<div class=l-main id=a>" + prose + "</div><div class=l-footer>Annat</div>", "a"},
		"an article":          {"<article id=a>" + prose + "</article><p>Annat</p>", "a"},
		"hidden":              {"<main id=a hidden>" + prose + "</main><div class=main-content id=b>" + prose + "</div>", "b"},
		"no name":             {"<div>" + prose + "</div>", ""},
		"too short":           {"<main id=a><p>Sidan finns inte.</p></main>", ""},
		"one article of many": {"<article id=a>" + prose + "</article><article>" + prose + "</article><article>" + prose + "</article>", ""},
		"links are no text":   {"<main id=a>" + strings.Repeat("<a href=x>"+prose+"</a>", 9) + "</main>", ""},
		"with its heading":    {"<div id=a><h1>Policy</h1><div class=region-content>" + prose + "</div></div>", "a"},
		"not with the site's": {"<div><header><h1>Ekeby kommun</h1></header><main id=a>" + prose + "</main></div>", "a"},
		"nor with other text": {"<div><h1>Policy</h1>" + prose + prose + "<div role=main id=a>" + prose + prose + prose + "</div></div>", "a"},
	} {
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(tt.src))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if n := newSurvey(doc.Get(0)).mainContent(doc); n != nil {
			got = attr(n, "id")
		}
		if got != tt.id {
			t.Errorf("%s: %q, want %q", name, got, tt.id)
		}
	}
}

func TestIsMark(t *testing.T) {
	for s, want := range map[string]bool{"1": true, "[12]": true, "(3)": true, "iv": true, "*": true, "†": true, "": false, "[]": false, "1a": false, "2020-21": false, "här": false} {
		if got := isMark(s); got != want {
			t.Errorf("isMark(%q) = %v", s, got)
		}
	}
}

func TestIsNoteName(t *testing.T) {
	for s, want := range map[string]bool{"_ftn1": true, "#_ftnref2": true, "sdfootnote3sym": true, "fn:1": true, "fotnot-2": true, "Footnote_1": true, "not": false, "fnatt": false, "": false, "kap1": false} {
		if got := isNoteName(s); got != want {
			t.Errorf("isNoteName(%q) = %v", s, got)
		}
	}
}

func TestIsContentsName(t *testing.T) {
	for s, want := range map[string]bool{"Innehåll": true, "INNEHÅLLSFÖRTECKNING": true, "Innehåll:": true, "Table of Contents1": true, "På den här sidan": true, "Innehållet": false, "content": false, "": false} {
		if got := isContentsName(s); got != want {
			t.Errorf("isContentsName(%q) = %v", s, got)
		}
	}
}

func TestCounter(t *testing.T) {
	for _, tt := range []struct {
		kind string
		n    int
		want string
	}{{"", 3, "3."}, {"1", -2, "-2."}, {"a", 1, "a."}, {"a", 28, "ab."}, {"A", 26, "Z."}, {"a", 0, "0."}, {"i", 9, "ix."}, {"I", 2024, "MMXXIV."}, {"i", 9999, "9999."}, {"x", 1, "1."}} {
		if got := counter(tt.kind, tt.n); got != tt.want {
			t.Errorf("counter(%q, %d) = %q, want %q", tt.kind, tt.n, got, tt.want)
		}
	}
}

func TestPoints(t *testing.T) {
	for s, want := range map[string]float64{"12pt": 12, "16px": 12, "10.5 pt": 10.5, "1.2em": 0, "large": 0, "-3pt": 0, "1e9pt": 0, "": 0} {
		if got := points(s); got != want {
			t.Errorf("points(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestIsoDate(t *testing.T) {
	for s, want := range map[string]string{
		"2020-01-02": "2020-01-02", " 2020-01-02 03:04 ": "2020-01-02", "2020-01-02T03:04:05": "2020-01-02", "2020-01-02T03:04:05Z": "2020-01-02T03:04:05Z",
		"2020-01-02T03:04:05+0100": "2020-01-02T03:04:05+01:00", "2020-01-02T03:04+01:00": "2020-01-02T03:04:00+01:00", "Thu, 02 Jan 2020 03:04:05 GMT": "2020-01-02T03:04:05Z",
		"2020-13-45": "", "igår": "", "": "", "20200102": "",
	} {
		if got := isoDate(s); got != want {
			t.Errorf("isoDate(%q) = %q, want %q", s, got, want)
		}
	}
}
