package facts

import (
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
)

// kind finds the kind of document: its label, the line that names a memo, the title, the signs of a web page, its other headings, what it
// calls itself.
func (r *reader) kind(fields []field, title policy.Value) policy.Value {
	if f, ok := value(fields, "dokumenttyp", "typ av dokument", "typ av styrdokument", "typ"); ok {
		if k, a, b := firstKind(f.value); k != "" {
			return policy.Value{Value: k, Evidence: r.cite(f.at, f.start+a, f.start+b, 0.95)}
		}
	}
	for _, s := range r.ownCells() {
		text := strings.Trim(s.text, " .\t\n")
		word, _, _ := strings.Cut(text, " ")
		k := formKinds[strings.ToLower(word)]
		if memoKinds[k] && len(text) <= len(word)+40 && (text == word || unicode.IsUpper(firstRune(word))) && !hasAny(lower(text), "bilaga", ",") {
			return policy.Value{Value: k, Evidence: r.cite(s.source, s.start, s.start+len(s.text), 0.9)}
		}
	}
	if title.Found() {
		if k, _, _ := firstKind(title.Value); k != "" {
			return policy.Value{Value: k, Evidence: title.Evidence}
		}
	}
	if v := r.webPage(); v.Found() {
		return v
	}
	return r.kindInText()
}

// An ownCell is a part of a line of the document's own, from byte start of it.
type ownCell struct {
	source
	text  string
	start int
}

// ownCells returns the lines in which a document speaks of itself, rows of a letterhead cell by cell.
func (r *reader) ownCells() []ownCell {
	var out []ownCell
	for _, s := range r.own() {
		if s.unit == nil || s.unit.kind != policy.Row {
			out = append(out, ownCell{s, s.text, 0})
			continue
		}
		for _, c := range splitCells(s.text) {
			out = append(out, ownCell{s, c.of(s.text), c.start})
		}
	}
	return out
}

// webPage recognises a page of a web site by what is put around its text.
func (r *reader) webPage() policy.Value {
	for _, s := range r.everything() {
		l := lower(s.text)
		if len(l) > 120 {
			continue
		}
		if hasAny(l, "sidan uppdaterad", "sidan senast", "sidan kontrollerad", "sidan publicerad", "senast publicerad", "lyssna på sidan", "synpunkter på sidan", "dela sidan",
			"hjälpte informationen", "hoppa till innehåll", "skriv ut sidan", "cookies på webbplatsen", "hittade du det du sökte", "tipsa om sidan") {
			return policy.Value{Value: "webbsida", Evidence: r.cite(s, 0, len(s.text), 0.8)}
		}
	}
	return policy.Value{}
}

// everything returns all sources: furniture, then units.
func (r *reader) everything() []source {
	sources := make([]source, 0, len(r.doc.Furniture)+len(r.units))
	for i := range r.doc.Furniture {
		sources = append(sources, source{furniture: &r.doc.Furniture[i], text: r.doc.Furniture[i].Text})
	}
	for i := range r.units {
		sources = append(sources, source{unit: &r.units[i], text: r.units[i].text})
	}
	return sources
}

// kindInText takes the kind from what a document calls itself: "Denna plan", "Riktlinjerna syftar till", or from a heading.
func (r *reader) kindInText() policy.Value {
	for i := range r.units {
		u := &r.units[i]
		if !u.content() {
			continue
		}
		l := u.lower
		for _, p := range []string{"denna ", "detta ", "dessa ", "föreliggande "} {
			at := indexWord(l, strings.TrimSpace(p))
			if at < 0 {
				continue
			}
			start := at + len(p)
			if start >= len(l) {
				continue
			}
			if k := kindOf(l[start:wordEnd(l, start)]); k != "" {
				return policy.Value{Value: k, Evidence: r.evidence(u, at, wordEnd(l, start), 0.7)}
			}
		}
		if u.heading || i < 3 {
			if k, a, b := firstKind(u.text); k != "" && len(u.text) < 100 && !strings.HasSuffix(u.text, ".") {
				return policy.Value{Value: k, Evidence: r.evidence(u, a, b, 0.5)}
			}
		}
	}
	return policy.Value{}
}
