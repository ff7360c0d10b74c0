package render_test

import (
	"strings"
	"testing"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
)

// What comparing finds stands in the Markdown file as a reader expects it.
func TestMarkdownOfWhatWasCompared(t *testing.T) {
	got := write(t, "md", comparedReport(), render.Options{})
	for _, want := range []string{
		"slutar inte där ~~landets~~ **kommunens** gräns går.",
		"Policyn ska ses över ~~vart fjärde år~~ **varje mandatperiod**.",
		"**2 Inriktning** (hette ”2 Mål”)",
		"**3 Lekplatser** (avsnittet är borta)",
		"4 meningar är oförändrade, 2 nya, 2 borta, 2 omformulerade och 2 flyttade.",
		"- Mål inom temat klimat hittades inte i de dokument som ingår. Alla de tre andra kommunerna har sådana mål.",
		"Båda de andra kommunerna i gruppen Kusten anger hur arbetet följs upp.",
		"(5 dokument i 4 kommuner)",
		"| Varje mandatperiod | Planen | – | Försenat. Ingen nyare version från mandatperioderna efter valen 2006, 2010, 2014, 2018 och 2022 finns bland dokumenten.",
		"- Brattvika (Norge): Ekeby, Sjövik",
		"| Norge | 1 | 2 |",
		"tillägg till styrdokumentet",
		"Ersatt av Policy 2023",
		"45 % respektive 54 % av orden",
	} {
		if !strings.Contains(got, strings.ReplaceAll(want, "45 %", "45\u00a0%")) && !strings.Contains(got, strings.ReplaceAll(want, " %", "\u00a0%")) {
			t.Errorf("missing: %s", want)
		}
	}
	if english := write(t, "md", comparedReport(), render.Options{Lang: "en"}); !strings.Contains(english, "4 sentences are unchanged, 2 new, 2 gone, 2 reworded and 2 moved.") ||
		!strings.Contains(english, "**3 Lekplatser** (section gone)") {
		t.Error("the English file does not tell the changes")
	}
}

// Of a municipality of which nothing could be read it is not said that it lacks nothing.
func TestNoGapsWhereNothingWasRead(t *testing.T) {
	got := write(t, "md", sampleReport(), render.Options{})
	gaps := got[strings.Index(got, "## Det här saknas"):]
	gaps = gaps[:strings.Index(gaps, "\n## Mål")]
	_, amal, _ := strings.Cut(gaps, "### Åmål")
	if !strings.HasPrefix(strings.TrimSpace(amal), "Inget dokument kunde läsas: Åmål/strategi.pdf, hela filen.") {
		t.Errorf("%.200s", amal)
	}
}

// Edits keep the marks of sentences close to their words, and what is markup in a document is none in them.
func TestMarkdownEdits(t *testing.T) {
	r := comparedReport()
	r.Reuse.Pairs[0].Passages[0].Edits = []compare.Edit{
		{Op: compare.Kept, Text: "Vi *ska* "}, {Op: compare.Removed, Text: "minska "}, {Op: compare.Added, Text: "öka\n"},
		{Op: compare.Kept, Text: "allt"}, {Op: compare.Added, Text: " <b>nu</b>"}, {Op: compare.Kept, Text: "."}, {Op: compare.Removed, Text: " "},
		{Op: compare.Removed, Text: "Slut:"}, {Op: compare.Added, Text: "."},
	}
	got := write(t, "md", r, render.Options{})
	if want := `Vi \*ska\* ~~minska~~ **öka** allt**\<b\>nu\</b\>**. ~~Slut:~~ **.**`; !strings.Contains(got, want) {
		t.Errorf("missing: %s", want)
	}
}
