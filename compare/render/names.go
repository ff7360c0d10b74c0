package render

import (
	"cmp"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

// titleRunes is how much of a title a heading shows: two lines of a narrow column.
const titleRunes = 90

// Title returns the title of a document, else the name of its file.
func (v *view) Title(id string) string {
	d := v.Doc(id)
	return shorten(cmp.Or(oneLine(d.Title.Value), oneLine(d.ID)), titleRunes)
}

// Kind returns a kind of document in the view's language, "" for none.
func (v *view) Kind(kind string) string {
	kind = oneLine(kind)
	if v.Lang == "en" {
		return cmp.Or(kindsEnglish[strings.ToLower(kind)], kind)
	}
	return cmp.Or(kindsSwedish[strings.ToLower(kind)], kind)
}

// ShortName names a document among those of its municipality by what tells it apart: "Policy 2003"; by its file's name
// where that does not do.
func (v *view) ShortName(id string) string {
	if name, ok := v.short[id]; ok {
		return name
	}
	return oneLine(id)
}

func (v *view) shortNames() map[string]string {
	names := make(map[string]string, len(v.Report.Documents))
	times := make(map[[2]string]int)
	for i := range v.Report.Documents {
		d := &v.Report.Documents[i]
		names[d.ID] = v.kindAndYear(d)
		times[[2]string{d.Municipality, names[d.ID]}]++
	}
	for i := range v.Report.Documents {
		d := &v.Report.Documents[i]
		if name := names[d.ID]; name == "" || times[[2]string{d.Municipality, name}] > 1 {
			names[d.ID] = oneLine(d.ID)
		}
	}
	return names
}

func (v *view) kindAndYear(d *compare.Document) string {
	kind := capital(v.Kind(d.Kind.Value))
	if kind != "" && len(d.Date.Value) >= 4 {
		kind += " " + oneLine(d.Date.Value[:4])
	}
	return kind
}

// Describe says what a document is: "policy, gällande, 2003-10-27".
func (v *view) Describe(id string) string {
	d := v.Doc(id)
	var parts []string
	if k := v.Kind(d.Kind.Value); k != "" {
		parts = append(parts, k)
	}
	if s := d.Status.Value; s != "" {
		parts = append(parts, v.Status(s))
	}
	if d.Date.State == compare.Unread {
		return strings.Join(parts, ", ")
	}
	return strings.Join(append(parts, cmp.Or(oneLine(d.Date.Value), v.T("undated"))), ", ")
}

// Status returns a document's status in words.
func (v *view) Status(s string) string {
	switch s {
	case "in-force", "proposal", "replaced":
		return v.T(s)
	}
	return oneLine(s)
}

// TownStatus returns a partner town's status in words.
func (v *view) TownStatus(s string) string {
	switch s {
	case "active", "ended", "unknown":
		return v.T(s)
	case "dormant":
		return v.T("dormant-town")
	}
	return oneLine(s)
}

// Age returns how old a document is: "23 år", "cirka 9 år"; "" if that is not known.
func (v *view) Age(d *compare.Document) string {
	if d.AgeYears == nil {
		return ""
	}
	var s string
	switch n := *d.AgeYears; n {
	case 0:
		s = v.T("age-zero")
	case 1:
		s = v.T("age-one")
	default:
		s = v.T("age-n", n)
	}
	if d.AgeApproximate {
		s = v.T("about", s)
	}
	return s
}

// AgeOrUndated returns how old a document is, or that it gives no date; "" if its date could not be read.
func (v *view) AgeOrUndated(d *compare.Document) string {
	if d.Date.State == compare.NotSaid {
		return v.T("undated")
	}
	return v.Age(d)
}

// Value returns a fact, or in words why there is none.
func (v *view) Value(x compare.Value) string {
	if x.State == compare.Says {
		s := oneLine(x.Value)
		if x.Source != nil {
			s += v.Reviewed(x.Source.By)
		}
		return s
	}
	return v.T(string(x.State))
}

// Basis says by what a document was given to its municipality.
func (v *view) Basis(basis string) string {
	if basis == "" {
		return ""
	}
	if key := "basis-" + basis; messages[key] != (message{}) {
		return v.T(key)
	}
	return oneLine(basis)
}

// Country returns a town's country in words.
func (v *view) Country(t compare.Town) string {
	if t.Country == "" {
		return v.T("not-said")
	}
	return v.Label(t.CountryName, t.Country)
}
