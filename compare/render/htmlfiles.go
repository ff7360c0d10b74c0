package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/styrdok/styrdok/compare"
)

const indexFile = "index.html"

// maxAbreast is how many municipalities stand side by side on one page with all their quotes: beyond it, a reader cannot
// compare them at a glance, and each gets a page of its own.
const maxAbreast = 12

// apart reports whether the municipalities have pages of their own.
func (v *view) apart() bool {
	return len(v.Report.Municipalities) > maxAbreast || v.QuoteCount() > maxPageQuotes
}

// otherLang is the language that the report is not in.
func (v *view) otherLang() string {
	if v.Lang == "en" {
		return "sv"
	}
	return "en"
}

// pageFiles are the pages of a folder: the report's in both languages and, of many municipalities, one of each.
func (v *view) pageFiles() []reportFile {
	twin := *v
	twin.Lang = v.otherLang()
	twin.short = twin.shortNames()
	var all []reportFile
	for _, x := range []struct{ here, there *view }{{v, &twin}, {&twin, v}} {
		x := x
		inLang := func(name string, of *view) string {
			if of == v {
				return name
			}
			return strings.TrimSuffix(name, ".html") + "." + of.Lang + ".html"
		}
		home := inLang(indexFile, x.here)
		all = append(all, reportFile{home, func(w io.Writer, _ *view) error {
			return x.here.writePage(w, &htmlPage{Apart: v.apart(), Other: inLang(indexFile, x.there), names: func(i int) string { return inLang(v.municipalityFile(i), x.here) }})
		}})
		if !v.apart() {
			continue
		}
		for i := range v.Report.Municipalities {
			name := v.municipalityFile(i)
			all = append(all, reportFile{inLang(name, x.here), func(w io.Writer, _ *view) error {
				one := x.here.only(i)
				return one.writePage(w, &htmlPage{One: &one.Report.Municipalities[0], Other: inLang(name, x.there), Home: home})
			}})
		}
	}
	return all
}

// municipalityFile names the page of a municipality, by its code where it has one: file systems differ in what they make of
// letters with marks.
func (v *view) municipalityFile(i int) string {
	m := v.Report.Municipalities[i]
	switch {
	case !m.Assigned():
		return "kommun-0000.html"
	case len(m.Code) == 4 && strings.Trim(m.Code, "0123456789") == "":
		return "kommun-" + m.Code + ".html"
	}
	return fmt.Sprintf("kommun-x%d.html", i+1)
}

// only returns a view of one municipality: its documents, what of its files was set aside, and its part in what was found by
// comparing. Names of others' documents are still known.
func (v *view) only(i int) *view {
	own := *v
	r := *v.Report
	m := r.Municipalities[i]
	r.Municipalities = []compare.Municipality{m}
	r.Documents, r.SetAside, r.Versions, r.Reuse.Pairs = nil, nil, nil, nil
	mine := make(map[string]bool, len(m.Documents))
	for _, id := range m.Documents {
		mine[id] = true
		r.Documents = append(r.Documents, *v.Doc(id))
	}
	for _, s := range v.Report.SetAside {
		if s.Municipality == m.Name {
			r.SetAside = append(r.SetAside, s)
		}
	}
	for _, x := range v.Report.Versions {
		if mine[x.Old] || mine[x.New] {
			r.Versions = append(r.Versions, x)
		}
	}
	for _, p := range v.Report.Reuse.Pairs {
		if mine[p.A] || mine[p.B] {
			r.Reuse.Pairs = append(r.Reuse.Pairs, p)
		}
	}
	own.Report = &r
	return &own
}
