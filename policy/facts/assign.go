package facts

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
	"golang.org/x/text/unicode/norm"
)

// AssignOptions is what is known of a document's municipality beside what it says itself. The zero value is ready for use.
type AssignOptions struct {
	// Register knows the municipalities; nil means policy.DefaultRegister.
	Register *policy.Register
	// Folders are the names of the folders that the file lies in, outermost first.
	Folders []string
	// Override is the name that an option or a mapping file gives; it decides alone. A name that Register does not know is
	// taken as it stands.
	Override string
	// Basis says where Override comes from: "option" (the default) or "mapping".
	Basis string
}

// The bases of an assignment; see policy.Assignment.
const (
	basisOption = "option"
	basisFolder = "folder"
	basisTitle  = "title"
	basisInfo   = "info"
	basisMail   = "mail-domain"
	basisText   = "text"
)

// Assign says whose document doc is, by the first of these that tells: the override, the innermost folder that bears a municipality's name
// or code, the title and headings, the document's own data (page heads, stamps, info block, file metadata), the mail and web
// domains in it, how often the text names one. A municipality that is merely mentioned never gets the document: where two are named about
// equally often, the document stays unassigned.
func Assign(doc *policy.Document, opts AssignOptions) policy.Assignment {
	reg := opts.Register
	if reg == nil {
		reg = policy.DefaultRegister()
	}
	if name := strings.TrimSpace(opts.Override); name != "" {
		m, ok := reg.Find(name)
		if !ok {
			m = policy.Municipality{Name: name}
		}
		basis := opts.Basis
		if basis == "" {
			basis = basisOption
		}
		return policy.Assignment{Municipality: m, Basis: basis, Evidence: policy.Evidence{Confidence: 1, By: policy.ByPerson}}
	}
	for i := len(opts.Folders) - 1; i >= 0; i-- {
		if m, ok := folderMunicipality(reg, opts.Folders[i]); ok {
			return policy.Assignment{Municipality: m, Basis: basisFolder, Evidence: policy.Evidence{Confidence: 0.95, By: policy.ByProgram}}
		}
	}
	a := &assigner{reader: newReader(doc), reg: reg}
	a.outsiders = a.senders()
	for _, by := range []func() (policy.Assignment, bool){a.byTitle, a.byHeadings, a.byInfo, a.byDomain, a.byText} {
		if as, ok := by(); ok {
			return as
		}
	}
	return policy.Assignment{}
}

// folderMunicipality reads a folder's name: "Ale", "Ale kommun", "1440", "1440 Ale", "ale_kommun", "Styrdokument Ale".
func folderMunicipality(reg *policy.Register, folder string) (policy.Municipality, bool) {
	folder = strings.TrimSpace(norm.NFC.String(folder))
	plain := strings.Join(strings.FieldsFunc(folder, func(c rune) bool { return unicode.IsSpace(c) || c == '_' }), " ")
	for _, name := range []string{plain, strings.ReplaceAll(plain, "-", " ")} {
		if m, ok := reg.Find(name); ok {
			return m, true
		}
	}
	words := strings.Fields(plain)
	var found policy.Municipality
	for i, w := range words {
		m, ok := reg.FindCode(strings.Trim(w, "-_.,"))
		if !ok && i+1 < len(words) && strings.HasPrefix(strings.ToLower(words[i+1]), "kommun") {
			m, ok = reg.Find(w)
		}
		if ok {
			found = m
		}
	}
	if found.Name != "" {
		return found, true
	}
	if m, ok := reg.FindDomain(folder); ok {
		return m, true
	}
	return found, false
}

type assigner struct {
	*reader
	reg *policy.Register
	// outsiders are municipalities that a heading or a line names as those who wrote: "Inbjudan från Ekeby kommun".
	outsiders map[string]bool
}

// senders returns the municipalities that a heading says something comes from.
func (a *assigner) senders() map[string]bool {
	found := map[string]bool{}
	for i := range a.units {
		u := &a.units[i]
		if !u.heading && (len(u.text) > maxHeadingLine || strings.HasSuffix(u.text, ".")) {
			continue
		}
		for _, m := range a.mentions(u.text, false) {
			if strings.HasSuffix(u.lower[:m.start], "från ") {
				found[m.m.Name] = true
			}
		}
	}
	return found
}

// byTitle assigns by the title. A title that names two says nothing.
func (a *assigner) byTitle() (policy.Assignment, bool) {
	heading, span := a.title()
	if span.Len() == 0 || heading == "" {
		return policy.Assignment{}, false
	}
	text := a.doc.Text[span.Start:span.End]
	all := a.mentions(text, true)
	m, ok := single(all)
	if !ok {
		return policy.Assignment{}, false
	}
	c := a.doc.Cite(policy.Span{Start: span.Start + m.start, End: span.Start + m.end})
	return policy.Assignment{Municipality: m.m, Basis: basisTitle, Evidence: policy.Evidence{Citation: c, Confidence: 0.95, By: policy.ByProgram}}, true
}

// byHeadings assigns by the headings and the first lines, where they name one municipality in full and no other.
func (a *assigner) byHeadings() (policy.Assignment, bool) {
	var all []mention
	var first policy.Evidence
	for i := range a.units {
		u := &a.units[i]
		if !u.heading && (i >= headUnits || len(u.text) > 120 || !u.content()) || u.heading && !u.content() {
			continue
		}
		for _, m := range a.mentions(u.text, false) {
			if !m.full || m.aside || !u.heading && !startsOrTitle(u.text, m) {
				continue
			}
			if len(all) == 0 {
				first = a.evidence(u, m.start, m.end, 0.85)
			}
			all = append(all, m)
		}
	}
	m, ok := single(all)
	if !ok {
		return policy.Assignment{}, false
	}
	return policy.Assignment{Municipality: m.m, Basis: basisTitle, Evidence: first}, true
}

// startsOrTitle reports whether a line near the top names its municipality as a title or a letterhead does: no sentence.
func startsOrTitle(text string, m mention) bool {
	return !strings.HasSuffix(strings.TrimSpace(text), ".") || m.start == 0 && m.end >= len(text)-1
}

// byInfo assigns by furniture (but not contents lists), the info block, and what the file says of itself.
func (a *assigner) byInfo() (policy.Assignment, bool) {
	var all, heads []mention
	var first, headed policy.Evidence
	for _, s := range a.everything() {
		if s.unit != nil && s.unit.zone != policy.ZoneInfo && s.unit.zone != policy.ZoneContact || s.furniture != nil && s.furniture.Kind == policy.Contents {
			continue
		}
		for _, m := range a.mentions(s.text, false) {
			if !m.full && strings.TrimSpace(s.text) != m.m.Name || m.aside {
				continue
			}
			if len(all) == 0 {
				first = a.cite(s, m.start, m.end, 0.85)
			}
			all = append(all, m)
			if m.start == 0 && m.end == len(strings.TrimSpace(s.text)) { // a letterhead
				if len(heads) == 0 {
					headed = a.cite(s, m.start, m.end, 0.8)
				}
				heads = append(heads, m)
			}
		}
	}
	if m, ok := single(all); ok {
		return policy.Assignment{Municipality: m.m, Basis: basisInfo, Evidence: first}, true
	}
	if m, ok := single(heads); ok && m.m.Name != "" {
		return policy.Assignment{Municipality: m.m, Basis: basisInfo, Evidence: headed}, true
	}
	if len(all) > 0 {
		return policy.Assignment{}, false
	}
	for _, s := range []string{a.doc.Metadata.Title, a.doc.Metadata.Author} {
		if m, ok := single(a.mentions(s, false)); ok && m.full {
			return policy.Assignment{Municipality: m.m, Basis: basisInfo, Evidence: policy.Evidence{Confidence: 0.7, By: policy.ByProgram}}, true
		}
	}
	return policy.Assignment{}, false
}

// byDomain assigns by mail addresses and web addresses. Mail counts more: one writes to one's own.
func (a *assigner) byDomain() (policy.Assignment, bool) {
	for _, mail := range []bool{true, false} {
		var all []mention
		var first policy.Evidence
		for _, s := range a.everything() {
			if s.unit != nil && (s.unit.zone == policy.ZoneReferences || s.unit.zone == policy.ZoneTeaser || s.unit.zone == policy.ZoneNote) {
				continue
			}
			for _, d := range domains(s.text, mail) {
				m, ok := a.reg.FindDomain(s.text[d.start:d.end])
				if !ok {
					continue
				}
				if len(all) == 0 {
					first = a.cite(s, d.start, d.end, 0.8)
				}
				all = append(all, mention{m: m})
			}
		}
		if m, ok := single(all); ok {
			return policy.Assignment{Municipality: m.m, Basis: basisMail, Evidence: first}, true
		}
	}
	return policy.Assignment{}, false
}

// The text gives a municipality the document if it names it (in full) at least minMentions times, and at least clearLead times as often as any
// other; a single mention does if it stands as the one that acts or owns and no other is named.
const minMentions, clearLead = 2, 2

// byText assigns by how often the text names a municipality in full.
func (a *assigner) byText() (policy.Assignment, bool) {
	count := map[string]int{}
	named := map[string]bool{}
	first := map[string]policy.Assignment{}
	for i := range a.units {
		u := &a.units[i]
		if !u.content() {
			continue
		}
		for _, m := range a.mentions(u.text, false) {
			if !m.full || a.outsiders[m.m.Name] {
				continue
			}
			named[m.m.Name] = true
			if m.aside {
				continue
			}
			if count[m.m.Name]++; count[m.m.Name] == 1 {
				first[m.m.Name] = policy.Assignment{Municipality: m.m, Basis: basisText, Evidence: a.evidence(u, m.start, m.end, 0.7)}
			}
		}
	}
	best, second := "", 0
	for _, m := range a.reg.All() { // the register's order, so that ties always fall alike
		switch n := count[m.Name]; {
		case n > count[best]:
			best, second = m.Name, count[best]
		case n > second:
			second = n
		}
	}
	n := count[best]
	if n == 0 || n < clearLead*second || n < minMentions && len(named) > 1 {
		return policy.Assignment{}, false
	}
	as := first[best]
	if n < minMentions {
		as.Evidence.Confidence = 0.5
	}
	return as, true
}
