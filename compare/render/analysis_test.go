package render_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/policy"
)

// analysedReport is the sample with everything that a comparison can find, in few words of each kind.
func analysedReport() *compare.Report {
	r := sampleReport()
	at := func(document, quote string, page int, section ...string) compare.Excerpt {
		return compare.Excerpt{Document: document, Citation: policy.Citation{Quote: quote, Page: page}, Section: section}
	}
	label := func(sv, en string) compare.Label { return compare.Label{"sv": sv, "en": en} }
	r.Taxonomy = "standard"
	r.Tags = append(r.Tags, compare.Tag{Name: "climate", Parent: "goals", Label: label("Klimat", "Climate")})
	counts := make([]int, len(r.Municipalities))
	for i := range r.Municipalities {
		m := &r.Municipalities[i]
		counts[i] = (i * 3) % 7
		m.Cells = append(m.Cells, compare.Cell{Tag: "climate", State: compare.NotSaid})
		m.Goals = compare.GoalSummary{Count: 7, Shared: 1, Themes: []string{"climate"}, OnlyHere: []string{"climate"}}
		m.Gaps = []compare.Gap{{Kind: "interval", Name: "interval", Text: label("Säger inte hur ofta <arbetet> följs upp.", "Does not say how often <the work> is followed up."),
			Bases: []compare.Basis{{Have: 3, Of: 4, Text: label("3 av 4 andra säger det.", "3 of 4 others say so.")}}}}
		m.Distinctive = []compare.KeyWord{{Word: "vänort<", Count: 9, PerThousand: 12.34, RestPerThousand: .5, LogLikelihood: 33}}
		for j := range m.FollowUp.Items {
			m.FollowUp.Items[j].Due = &compare.Due{Rule: "mandate-period", State: compare.Overdue, Text: label("Skulle ha setts över 2022.", "Was due in 2022.")}
		}
	}
	r.Themes = []compare.Theme{{Tag: "climate", Label: label("Klimat", "Climate"), Counts: counts, Municipalities: 3}}
	r.SharedGoals = []compare.SharedGoal{{ID: "goal-1", Words: []string{"lära", "möte"}, Municipalities: []string{"Ekeby", "Älmhult"}, Themes: []string{"climate"},
		Goals: []compare.Excerpt{at("ekeby-policy", "Ekeby ska lära.", 1), at("almhult-2003", "Älmhult skall lära.", 1)}}}
	r.SharedTowns = []compare.SharedTown{{Name: "Brattvika", Country: "NO", CountryName: label("Norge", "Norway"), Municipalities: []string{"Ekeby", "Ale"}}}
	r.Countries = []compare.Country{{Code: "NO", Name: label("Norge", "Norway"), Towns: 3, Municipalities: 2}, {Towns: 1, Municipalities: 1}}
	edits := []compare.Edit{{Op: compare.Kept, Text: "Vi ska "}, {Op: compare.Removed, Text: "bort "}, {Op: compare.Added, Text: "hem "}, {Op: compare.Kept, Text: "nu."}}
	r.Reuse = compare.Reuse{LeftOut: 2, Pairs: []compare.ReusePair{{A: "ekeby-policy", B: "ekeby-forslag", Relation: compare.Own, Sentences: 2, Exact: 1, Words: 20, ShareA: .12, ShareB: .3,
		Passages: []compare.SharedPassage{{A: at("ekeby-policy", "Samma ord.", 1), B: at("ekeby-forslag", "Samma ord.", 1), Exact: true},
			{A: at("ekeby-policy", "Vi ska bort nu.", 2), B: at("ekeby-forslag", "Vi ska hem nu.", 1), Edits: edits}}}},
		Boilerplate: []compare.Boilerplate{{Excerpt: at("ale-plan", "Antagen av fullmäktige.", 1), Documents: 9, Municipalities: 4}}}
	old, moved := at("ekeby-forslag", "Vi ska bort nu.", 1, "Mål"), at("ekeby-policy", "Vi ska hem nu.", 2, "Ansvar")
	r.Versions = []compare.Version{{Municipality: "Ekeby", Old: "ekeby-forslag", New: "ekeby-policy", Kept: 1, Came: 1, Went: 1, Reworded: 1, Moved: 1,
		Sections: []compare.SectionChange{{Section: []string{"Mål"}, Changes: []compare.Change{
			{Kind: compare.Came, New: &moved}, {Kind: compare.Went, Old: &old}, {Kind: compare.Reworded, Old: &old, New: &moved, Edits: edits},
			{Kind: compare.Moved, Old: &old, New: &moved}}}, {Change: "went", Changes: []compare.Change{{Kind: compare.Went, Old: &old}}}}}}
	r.Documents[0].ReplacedBy, r.Documents[0].Missing = r.Documents[1].ID, []string{"date", "adopted_by"}
	r.Peers = []compare.PeerGroup{{Name: "Små kommuner", Municipalities: []string{"Ekeby", "Ale"}}}
	r.Scope = compare.Scope{Tags: []string{"goals"}, Kinds: []string{"policy"}, FromYear: 2000, ToYear: 2020, Peers: "Små kommuner", LeftOut: 3, Undated: 1}
	return r
}

// What comparing finds stands on the page, in the words of its language, and what was edited is told without colour.
func TestPageShowsWhatComparingFinds(t *testing.T) {
	for lang, wants := range map[string][]string{
		"sv": {"Säger inte hur ofta <arbetet> följs upp. 3 av 4 andra säger det.", "lära, möte Ekeby, Älmhult", "Norge", "Okänt land", "samma kommun · 2 meningar, varav 1 ordagrant · 12 % respektive 30 % av orden",
			"Vi ska [borttaget: bort] [tillagt: hem] nu.", "Antagen av fullmäktige. 9 dokument i 4 kommuner", "Nytt", "Borta", "Omformulerat", "Flyttat från ”Mål”", "avsnittet är borta", "Före första rubriken",
			"12,3", "0,5", "Försenat Skulle ha setts över 2022.", "Uppgifter som saknas: datum, beslutat av", "Ersatt av", "standard",
			"Rapporten är avgränsad: ämnena Mål; dokument av typen policy; från 2000; till 2020; gruppen Små kommuner. 3 dokument utelämnades. 1 av dem saknar datum."},
		"en": {"Does not say how often <the work> is followed up. 3 of 4 others say so.", "Norway", "Country unknown", "the same municipality · 2 sentences, 1 of them word for word · 12% and 30% of the words",
			"Vi ska [removed: bort] [added: hem] nu.", "Reworded", "Moved from “Mål”", "12.3", "Overdue Was due in 2022."},
	} {
		got := textOf(parse(t, analysedReport(), lang))
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the page does not say %q", lang, want)
			}
		}
	}
}

// The shades of the heat map go from none to the highest, and a number stands in each.
func TestHeatMap(t *testing.T) {
	shades := make(map[string]string)
	walk(parse(t, analysedReport(), "sv"), func(n *html.Node) {
		if class := attr(n, "class"); regexp.MustCompile(`^num h\d$`).MatchString(class) {
			shades[textOf(n)] = strings.TrimPrefix(class, "num ")
		}
	})
	for number, want := range map[string]string{"–": "h0", "2": "h2", "3": "h3", "5": "h5", "6": "h5"} {
		if shades[number] != want {
			t.Errorf("%s has the shade %q, want %s (all: %v)", number, shades[number], want, shades)
		}
	}
}

// The charts say in words what they show.
func TestChartsHaveWords(t *testing.T) {
	words := ""
	walk(parse(t, analysedReport(), "sv"), func(n *html.Node) {
		if n.Data == "svg" {
			words += attr(n, "role") + " " + attr(n, "aria-label") + "\n"
		}
	})
	for _, want := range []string{"img Stapeldiagram: antal vänorter i varje land. Norge 3, Okänt land 1.", "Ekeby 2021", "Älmhult 2003"} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in %q", want, words)
		}
	}
}

// Many municipalities get pages of their own, in both languages, which lead to one another; the report's page stays small.
func TestPagesApart(t *testing.T) {
	dir := manyMunicipalities(t)
	index := readFile(t, dir, "index.html")
	if n := len(index); n > 10<<20/20 {
		t.Errorf("the page of 15 municipalities has %d bytes", n)
	}
	// What municipalities share is of no one of them: its quotes stand here.
	own := regexp.MustCompile(`(?s)<section id="(themes|reuse)".*?</section>`).ReplaceAllString(index, "")
	if strings.Contains(own, "<blockquote") {
		t.Error("the page holds quotes of the municipalities")
	}
	pages := regexp.MustCompile(`href="(kommun-[^"]*)"`).FindAllStringSubmatch(index, -1)
	if len(pages) != 15 {
		t.Fatalf("%d links to pages", len(pages))
	}
	for _, p := range pages {
		page, twin := readFile(t, dir, p[1]), readFile(t, dir, strings.Replace(p[1], ".html", ".en.html", 1))
		for _, want := range []string{`href="index.html"`, "<blockquote", `hreflang="en"`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no %s", p[1], want)
			}
		}
		if !strings.Contains(twin, `href="index.en.html"`) || !strings.Contains(twin, `href="`+p[1]+`" hreflang="sv"`) {
			t.Errorf("the English %s does not lead back", p[1])
		}
	}
}

// manyMunicipalities writes a report on more municipalities than stand side by side, and returns its folder.
func manyMunicipalities(t *testing.T) string {
	t.Helper()
	dir := t.TempDir() + "/rapport"
	if err := render.Folder(context.Background(), dir, manyReport(15, 2), render.Options{}); err != nil {
		t.Fatal(err)
	}
	return dir
}
