package review

import (
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A fact is one fact of a document, whatever its kind: its name and its parts as text.
type fact struct {
	name     string
	parts    []string
	evidence policy.Evidence
}

// A form says what a fact of a name consists of.
type form struct {
	name string
	// parts names the parts; the first is what the fact is known by.
	parts []string
	list  bool
}

// forms are the facts that can be corrected, in the order in which they are shown.
var forms = []form{
	{"title", []string{"title"}, false},
	{"kind", []string{"kind"}, false},
	{"status", []string{"status"}, false},
	{"diarienummer", []string{"diarienummer"}, false},
	{"date", []string{"date"}, false},
	{"adopted_by", []string{"body"}, false},
	{"dates", []string{"date", "role"}, true},
	{"partner_towns", []string{"name", "country", "status"}, true},
	{"partner_towns_stated_count", []string{"number"}, false},
	{"partner_towns_status", []string{"status"}, false},
	{"responsible", []string{"body", "duty"}, true},
	{"follow_up", []string{"interval", "what", "through"}, true},
	{"references", []string{"title"}, true},
}

// FactNames returns the facts that can be corrected, each with the form of its value: "partner_towns" with
// "name | country | status". Parts at the end may be left out.
func FactNames() map[string]string {
	names := make(map[string]string, len(forms))
	for _, f := range forms {
		names[f.name] = strings.Join(f.parts, separator)
	}
	return names
}

func formOf(name string) (form, bool) {
	for _, f := range forms {
		if f.name == name {
			return f, true
		}
	}
	return form{}, false
}

func isList(name string) bool {
	f, _ := formOf(name)
	return f.list
}

// separator stands between the parts of a value.
const separator = " | "

// value returns the parts of f as text.
func (f fact) value() string {
	parts := make([]string, len(f.parts))
	for i, p := range f.parts {
		parts[i] = strings.Join(strings.Fields(strings.ReplaceAll(p, "|", "/")), " ")
	}
	return strings.TrimRight(strings.Join(parts, separator), " |")
}

// split returns the parts of a value of form f; there may be too many.
func (f form) split(value string) []string {
	parts := strings.Split(value, "|")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
	}
	for len(parts) < len(f.parts) {
		parts = append(parts, "")
	}
	return parts
}

// factsOf returns the facts of f, by the order of forms and then as they stand.
func factsOf(f *policy.Facts) []fact {
	var out []fact
	add := func(name string, e policy.Evidence, parts ...string) { out = append(out, fact{name, parts, e}) }
	for _, m := range forms {
		if v := scalar(f, m.name); v != nil {
			if v.Found() {
				add(m.name, v.Evidence, v.Value)
			}
			continue
		}
		switch m.name {
		case "dates":
			for _, x := range f.Dates {
				add(m.name, x.Evidence, x.Date, x.Role)
			}
		case "partner_towns":
			for _, x := range f.PartnerTowns {
				add(m.name, x.Evidence, x.Name, x.Country, x.Status)
			}
		case "partner_towns_stated_count":
			if x := f.PartnerTownsStatedCount; x != nil {
				add(m.name, x.Evidence, strconv.Itoa(x.Value))
			}
		case "responsible":
			for _, x := range f.Responsible {
				add(m.name, x.Evidence, x.Body, x.Duty)
			}
		case "follow_up":
			for _, x := range f.FollowUp {
				add(m.name, x.Evidence, x.Interval, x.What, x.Through)
			}
		case "references":
			for _, x := range f.References {
				add(m.name, x.Evidence, x.Title)
			}
		}
	}
	return out
}

// factsFrom is the inverse of [factsOf].
func factsFrom(list []fact) policy.Facts {
	var f policy.Facts
	for _, x := range list {
		p, e := x.parts, x.evidence
		if v := scalar(&f, x.name); v != nil {
			*v = policy.Value{Value: p[0], Evidence: e}
			continue
		}
		switch x.name {
		case "dates":
			f.Dates = append(f.Dates, policy.DateFact{Date: p[0], Role: p[1], Evidence: e})
		case "partner_towns":
			f.PartnerTowns = append(f.PartnerTowns, policy.PartnerTown{Name: p[0], Country: p[1], Status: p[2], Evidence: e})
		case "partner_towns_stated_count":
			if n, err := strconv.Atoi(p[0]); err == nil {
				f.PartnerTownsStatedCount = &policy.Count{Value: n, Evidence: e}
			}
		case "responsible":
			f.Responsible = append(f.Responsible, policy.Responsibility{Body: p[0], Duty: p[1], Evidence: e})
		case "follow_up":
			f.FollowUp = append(f.FollowUp, policy.FollowUp{Interval: p[0], What: p[1], Through: p[2], Evidence: e})
		case "references":
			f.References = append(f.References, policy.Reference{Title: p[0], Evidence: e})
		}
	}
	return f
}

// scalar returns where f holds the fact of one value with that name, nil if there is none.
func scalar(f *policy.Facts, name string) *policy.Value {
	switch name {
	case "title":
		return &f.Title
	case "kind":
		return &f.Kind
	case "status":
		return &f.Status
	case "diarienummer":
		return &f.Diarienummer
	case "date":
		return &f.Date
	case "adopted_by":
		return &f.AdoptedBy
	case "partner_towns_status":
		return &f.PartnerTownsStatus
	}
	return nil
}
