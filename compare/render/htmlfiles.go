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

// A pageSet is the pages of a report in one language.
type pageSet struct {
	*view
	// suffix comes before ".html" in the names of the files, and otherSuffix in those of the pages in the other language.
	suffix, otherSuffix string
}

// pageFiles are the pages of a folder: the report's in both languages and, of many municipalities, one of each.
func (v *view) pageFiles() []reportFile {
	twin := *v
	twin.Lang = v.otherLang()
	twin.short = twin.shortNames()
	own, other := &pageSet{v, "", "." + twin.Lang}, &pageSet{&twin, "." + twin.Lang, ""}
	return append(own.files(), other.files()...)
}

func (p *pageSet) files() []reportFile {
	all := []reportFile{{p.name(indexFile), func(w io.Writer, _ *view) error { return p.writePage(w, p.home()) }}}
	if p.apart() {
		for i := range p.Report.Municipalities {
			all = append(all, reportFile{p.name(p.municipalityFile(i)), func(w io.Writer, _ *view) error { return p.writeMunicipality(w, i) }})
		}
	}
	return all
}

// name returns the name of a page in the language of the set.
func (p *pageSet) name(file string) string { return withSuffix(file, p.suffix) }

func withSuffix(file, suffix string) string {
	return strings.TrimSuffix(file, ".html") + suffix + ".html"
}

// home is the report's page.
func (p *pageSet) home() *htmlPage {
	return &htmlPage{Apart: p.apart(), Other: withSuffix(indexFile, p.otherSuffix), names: func(i int) string { return p.name(p.municipalityFile(i)) }}
}

// writeMunicipality writes the page of the i-th municipality.
func (p *pageSet) writeMunicipality(w io.Writer, i int) error {
	one := p.only(i)
	return one.writePage(w, &htmlPage{One: &one.Report.Municipalities[0], Other: withSuffix(p.municipalityFile(i), p.otherSuffix), Home: p.name(indexFile)})
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
