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

// A poll is what the places of one kind in a document name: the municipalities, and where the first of them stands.
type poll struct {
	named []mention
	first policy.Evidence
}

// add counts a mention and reports whether it is the first.
func (p *poll) add(m mention) bool {
	p.named = append(p.named, m)
	return len(p.named) == 1
}

// assignment assigns the document if one municipality is named and no other.
func (p *poll) assignment(basis string) (policy.Assignment, bool) {
	m, ok := single(p.named)
	if !ok {
		return policy.Assignment{}, false
	}
	return policy.Assignment{Municipality: m.m, Basis: basis, Evidence: p.first}, true
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
