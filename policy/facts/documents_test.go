package facts_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
)

// TestDocuments reads whole documents as a user gives them and compares their facts with what a careful reader found: what the document is,
// who does what, and how often it is followed up. "maybe" is what may be found, too; no other body, interval or date may.
func TestDocuments(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/documents.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) < 90 || len(archive.Files)%2 != 0 {
		t.Fatalf("%d files, want 45 documents with what is wanted of each", len(archive.Files))
	}
	right, asked, invented := 0, 0, 0
	for i := 0; i < len(archive.Files); i += 2 {
		file, want := archive.Files[i], sorted(string(archive.Files[i+1].Data))
		t.Run(file.Name, func(t *testing.T) {
			doc := documentOf(t, file)
			f := facts.Extract(doc)
			got := listed(doc, f)
			for _, w := range want {
				if strings.HasPrefix(w, "maybe: ") {
					continue
				}
				if asked++; slices.ContainsFunc(got, func(g string) bool { return sameFact(w, g) }) {
					right++
				} else {
					t.Errorf("missed %q", w)
				}
			}
			for _, g := range got {
				if inventedFact(g, want) {
					invented++
					t.Errorf("invented %q", g)
				}
			}
		})
	}
	t.Logf("%d of %d facts right, %d invented", right, asked, invented)
}

// listed writes the facts of a document as the .want files do.
func listed(doc *policy.Document, f policy.Facts) []string {
	var lines []string
	scalar := func(name, value string) {
		if value == "" {
			value = "none"
		}
		lines = append(lines, name+": "+value)
	}
	scalar("municipality", doc.Municipality.Municipality.Name)
	scalar("title", f.Title.Value)
	scalar("kind", f.Kind.Value)
	scalar("status", f.Status.Value)
	scalar("dnr", f.Diarienummer.Value)
	scalar("date", f.Date.Value)
	scalar("adopted-by", f.AdoptedBy.Value)
	for _, d := range f.Dates {
		lines = append(lines, "role: "+d.Role+" "+d.Date)
	}
	for _, r := range f.Responsible {
		lines = append(lines, "body: "+r.Body)
	}
	for _, u := range f.FollowUp {
		lines = append(lines, "interval: "+u.Interval, "through: "+u.Through)
	}
	for _, r := range f.References {
		lines = append(lines, "reference: "+r.Title)
	}
	return lines
}

// sameFact reports whether what was found is what was wanted: the same but for the ending of a body's name.
func sameFact(want, got string) bool {
	if w, ok := strings.CutPrefix(want, "body: "); ok {
		g, ok := strings.CutPrefix(got, "body: ")
		return ok && bareBody(w) == bareBody(g)
	}
	return want == got
}

// bareBody returns a body's name without the endings of its last word, and without "varje" or "respektive".
func bareBody(s string) string {
	for _, p := range []string{"varje ", "respektive ", "alla ", "den "} {
		s = strings.TrimPrefix(s, p)
	}
	for _, e := range []string{"erna", "arna", "en", "er", "ar", "n", "et"} {
		if b, ok := strings.CutSuffix(s, e); ok {
			return b
		}
	}
	return s
}

// inventedFact reports whether a body, an interval or a role is found that is not wanted.
func inventedFact(got string, want []string) bool {
	kind, value, _ := strings.Cut(got, ": ")
	if slices.Contains(want, "maybe: "+value) {
		return false
	}
	switch kind {
	case "body":
		return !slices.ContainsFunc(want, func(w string) bool {
			w = strings.Replace(w, "maybe: ", "body: ", 1)
			return sameFact(w, got)
		})
	case "interval":
		return value != "" && !slices.Contains(want, got)
	case "role":
		return !slices.Contains(want, got) && !strings.HasPrefix(value, "written ") && !strings.HasPrefix(value, "revised ")
	}
	return false
}

// TestTitleWithMunicipality: a municipality's name alone is no title, one with its municipality is.
func TestTitleWithMunicipality(t *testing.T) {
	for text, want := range map[string]string{
		"# Vänortspolicy för Sjöviks kommun\n\nText.":                    "Vänortspolicy för Sjöviks kommun",
		"# Arkivreglemente Ekeby kommun\n\nText.":                        "Arkivreglemente Ekeby kommun",
		"# Ekeby kommun\n\nDokumentnamn: Riktlinje för lokaler\n\nText.": "Riktlinje för lokaler",
	} {
		if got := extractFrom(text).Title.Value; got != want {
			t.Errorf("title of %q is %q, want %q", text, got, want)
		}
	}
}
