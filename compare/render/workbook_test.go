package render_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/internal/sample"
	"github.com/styrdok/styrdok/compare/render"
	"github.com/styrdok/styrdok/policy"
)

func workbook(t *testing.T, r *compare.Report, lang string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(write(t, "xlsx", r, render.Options{Lang: lang})))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestSheets(t *testing.T) {
	for lang, want := range map[string][]string{
		"sv": {"Matris", "Svar", "Citat", "Fakta", "Vänorter", "Ansvar", "Uppföljning", "Saknas", "Teman", "Gemensamma mål", "Ändringar", "Utmärkande ord", "Återbruk", "Olästa"},
		"en": {"Matrix", "Answers", "Quotes", "Facts", "Partner towns", "Responsibility", "Follow-up", "Missing", "Themes", "Shared goals", "Changes", "Distinctive words", "Reuse", "Unread"},
	} {
		f := workbook(t, analysedReport(), lang)
		if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
			t.Error(diff)
		}
		for _, name := range f.GetSheetList() {
			panes, err := f.GetPanes(name)
			if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 {
				t.Errorf("%s: panes %+v, %v", name, panes, err)
			}
			rows, err := f.GetRows(name)
			if err != nil || len(rows) < 2 {
				t.Errorf("%s: %d rows, %v", name, len(rows), err)
				continue
			}
			if slices.Contains(rows[0], "") {
				t.Errorf("%s has a column without a head: %q", name, rows[0])
			}
			filters := f.GetDefinedName()
			if !slices.ContainsFunc(filters, func(d excelize.DefinedName) bool { return strings.Contains(d.RefersTo, name) }) {
				t.Errorf("%s has no filter: %+v", name, filters)
			}
		}
	}
}

func TestMatrixSheet(t *testing.T) {
	f := workbook(t, sampleReport(), "")
	for at, want := range map[string]string{
		"A1": "Kommun", "D1": "Mål", "G1": "Vänorter", "A2": "Ale", "B2": "1440", "A3": "Ekeby", "A7": "Ej tilldelad",
		"F2": "Framgår inte", "F3": "Framgår, 2 citat\nVarje år\nVarje mandatperiod",
		"G3": "Framgår, 2 citat\nBrattvika (Norge)\nKivikoski (Finland)", "G4": "Uttryckligen vilande, 2 citat\nHansdorf (Tyskland), vilande",
		"D5": "Kunde inte läsas", "H6": "Riktlinjer 2003, 23 år", "H4": "Webbsida, utan datum",
	} {
		if got, err := f.GetCellValue("Matris", at); err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", at, got, want, err)
		}
	}
	height, err := f.GetRowHeight("Matris", 3)
	if err != nil || height < 45 {
		t.Errorf("a row of three lines is %v points high, %v", height, err)
	}
}

func TestQuotesSheet(t *testing.T) {
	f := workbook(t, sampleReport(), "")
	rows, err := f.GetRows("Citat")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(r []string) bool { return r[0] == "Ekeby" && r[1] == "Vänorter" })
	if i < 0 {
		t.Fatal("no quote of Ekeby's on partner towns")
	}
	if got := rows[i][2]; got != "Ekeby har tre vänorter, bland dem Brattvika i Norge och Kivikoski i Finland." {
		t.Errorf("quote %q", got)
	}
	at, _ := excelize.CoordinatesToCellName(5, i+1)
	if ok, href, err := f.GetCellHyperLink("Citat", at); !ok || href != "../kommuner/Ekeby/ekeby-policy.pdf#page=2" || err != nil {
		t.Errorf("%s leads to %q, %v", at, href, err)
	}
	score, _ := excelize.CoordinatesToCellName(11, i+1)
	if kind, err := f.GetCellType("Citat", score); err != nil || kind == excelize.CellTypeSharedString {
		t.Errorf("the score is no number: %v, %v", kind, err)
	}
}

func TestUnreadSheet(t *testing.T) {
	rows, err := workbook(t, sampleReport(), "").GetRows("Olästa")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Kommun", "Fil", "Sida", "Kod", "Orsak"},
		{"Älmhult", "Älmhult/almhult-2003.pdf", "2", "page-unread", "Sidan är en bild utan text."},
		{"Åmål", "Åmål/strategi.pdf", "", "encrypted", "Filen är skyddad med lösenord."},
		{"Ej tilldelad", "diverse/bild.tif", "", "unsupported", "Filformatet kan inte läsas."},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

// A page that could not be read stands in the sheet although no issue names it.
func TestUnreadPageWithoutIssue(t *testing.T) {
	d := sample.New("a", "a.pdf", "Ale", "Plan").Page(policy.MethodUnread).Done()
	r := compare.Documents([]*policy.Document{d}, compare.Options{Tags: sample.Tags()})
	rows, err := workbook(t, r, "").GetRows("Olästa")
	if err != nil || len(rows) != 2 || rows[1][2] != "2" || rows[1][4] != "Kunde inte läsas" {
		t.Errorf("%q, %v", rows, err)
	}
}

// The dates of the file come from the report, not from the clock.
func TestWorkbookProperties(t *testing.T) {
	props, err := workbook(t, sampleReport(), "en").GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if props.Created != "2026-11-22T00:00:00Z" || props.Modified != props.Created || props.Creator != "styrdok test" || props.Language != "en-GB" {
		t.Errorf("%+v", props)
	}
}

// A sentence too long for a cell is cut there, and says so; the other formats have it whole.
func TestLongCell(t *testing.T) {
	long := strings.Repeat("Å", 40000)
	d := sample.New("a", "a.pdf", "Ale", "Plan").Para(sample.S(long, "goals", .9)).Done()
	r := compare.Documents([]*policy.Document{d}, compare.Options{Tags: sample.Tags()})
	got, err := workbook(t, r, "").GetCellValue("Citat", "C2")
	if err != nil || len([]rune(got)) != 32767 || !strings.HasSuffix(got, "Å…") {
		t.Errorf("%d characters, %v", len([]rune(got)), err)
	}
	if !strings.Contains(write(t, "csv", r, render.Options{}), long) {
		t.Error("passages.csv does not have it whole")
	}
}
