package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// governing are the kinds of document that others refer to by name; an agreement or a report is none by which a municipality governs.
var governing = set("handlingsplan åtgärdsplan verksamhetsplan översiktsplan åtgärdsprogram policy strategi riktlinjer program plan reglemente arbetsordning " +
	"delegationsordning ägardirektiv föreskrifter rutin anvisning vision överenskommelse")

// references finds the other governing documents that the document names: in its list of references, as what it replaces, by the title in
// quotes or with a capital, or by a compound of its own ("klimatstrategin").
func (r *reader) references(fields []field, f *policy.Facts) []policy.Reference {
	c := &referenceFinder{reader: r, seen: map[string]bool{referenceKey(f.Title.Value): true, "": true}}
	for _, x := range fields {
		if x.label == "ersätter" || x.label == "dokumentet ersätter" {
			if k, _, _ := firstKind(x.value); k != "" {
				title := undated(x.value)
				c.add(title, r.cite(x.at, x.start, x.start+len(title), 0.9))
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		switch {
		case u.heading || u.zone == policy.ZoneTeaser || u.zone == policy.ZoneContact || u.zone == policy.ZoneInfo:
		case u.zone == policy.ZoneReferences:
			if k, _, _ := firstKind(u.text); governing[k] && len(u.text) < 200 {
				c.add(fileName(u.text), r.whole(u, 0.8))
			}
		default:
			c.sentence(u)
		}
	}
	return c.found
}

// undated takes off the date with which a document is told: "Reglemente för finansiering, 2014-03-12".
func undated(s string) string {
	if all := findDates(s); len(all) > 0 && all[0].start > 0 {
		s = s[:all[0].start]
	}
	return strings.TrimRight(s, " ,;(")
}

type referenceFinder struct {
	*reader
	seen  map[string]bool
	found []policy.Reference
}

func (c *referenceFinder) add(title string, ev policy.Evidence) {
	title = strings.Trim(title, " .,;:”\"»«“'")
	key := referenceKey(title)
	if c.seen[key] {
		return
	}
	c.seen[key] = true
	c.found = append(c.found, policy.Reference{Title: title, Evidence: ev})
}

// referenceKey folds a title so that its inflections meet: "klimatstrategin" and "Klimatstrategi".
func referenceKey(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if strings.Contains(s, " ") {
		return s
	}
	for _, form := range definiteForms {
		if stem, ok := strings.CutSuffix(s, form.definite); ok {
			return stem + form.base
		}
	}
	return s
}

// definiteForms are the endings of kinds in the definite form with those of the base form.
var definiteForms = []struct{ definite, base string }{
	{"policyn", "policy"}, {"strategin", "strategi"}, {"planen", "plan"}, {"programmet", "program"}, {"riktlinjerna", "riktlinjer"}, {"reglementet", "reglemente"},
	{"ordningen", "ordning"}, {"visionen", "vision"}, {"rutinen", "rutin"}, {"föreskrifterna", "föreskrifter"}, {"överenskommelsen", "överenskommelse"},
}

// fileName takes a repeated title and the mark of a file off a link's text: "Strategi för X Strategi för X pdf (pdf 606 KB)".
func fileName(s string) string {
	l := lower(s)
	for _, mark := range []string{" pdf", " (pdf", ".pdf", " docx", " (docx"} {
		if i := strings.Index(l, mark); i > 0 {
			s, l = s[:i], l[:i]
		}
	}
	s = strings.TrimSpace(s)
	if half := len(s) / 2; len(s)%2 == 1 && s[half] == ' ' && s[:half] == s[half+1:] {
		return s[:half]
	}
	return s
}

// sentence finds the documents that a sentence names.
func (c *referenceFinder) sentence(u *unit) {
	for at := range wordStarts(u.text) {
		end := wordEnd(u.text, at)
		word := u.text[at:end]
		kind := kindOf(word)
		if !governing[kind] {
			continue
		}
		from, to := titleAround(u.text, at, end)
		switch {
		case from < at || to > end:
			c.add(u.text[from:to], c.evidence(u, from, to, 0.8))
		case compoundDocument(word), at > 0 && upperAt(u.text, at) && formKinds[strings.ToLower(word)] == "" && u.text[at-1] == ' ': // "ersätter Personalpolicy"
			c.add(word, c.evidence(u, at, end, 0.6))
		}
	}
}

// compoundDocument reports whether a word in the definite form is a compound that names one document: "biblioteksplanen", "folkhälsoprogrammet".
func compoundDocument(word string) bool {
	l := strings.ToLower(word)
	return formKinds[l] == "" && (hasSuffixOf(l, "en", "et", "erna", "yn", "gin"))
}

// titleAround widens a kind's word to the title that it is part of: what stands in quotes around it, or "Strategi för …" with a capital in the middle of a
// sentence, up to the next sign or verb.
func titleAround(s string, at, end int) (from, to int) {
	for _, q := range []struct{ open, close string }{{"”", "”"}, {"\"", "\""}, {"»", "«"}, {"“", "”"}, {"«", "»"}} {
		i := strings.LastIndex(s[:at], q.open)
		j := strings.Index(s[end:], q.close)
		if i >= 0 && j >= 0 && at-i < 80 && j < 100 && !strings.Contains(s[i+len(q.open):at], q.close) {
			return i + len(q.open), end + j
		}
	}
	from, to = at, end
	if at == 0 {
		return from, to
	}
	if !upperAt(s, at) {
		words := splitWords(s[:at])
		if len(words) < 2 || !upperAt(s, words[len(words)-1].start) || strings.TrimSpace(s[words[len(words)-1].end:at]) != "" {
			return from, to // "Internationell strategi för …" begins with its attribute
		}
		from = words[len(words)-1].start
	}
	rest := s[end:]
	if !strings.HasPrefix(rest, " för ") {
		return at, end
	}
	stop := firstOf(rest, ".", ",", ";", ":", " som ", " ska ", " är ", " har ", " och ska", " antogs", " antagen", "(", " gäller", " beskriv", " ange")
	if stop < 0 {
		stop = len(rest)
	}
	for i := 0; i < stop; { // "Plan för X och Riktlinjer för Y"
		j := strings.Index(rest[i:stop], " och ")
		if j < 0 {
			break
		}
		i += j + len(" och ")
		if governing[kindOf(rest[i:wordEnd(rest, i)])] {
			stop = i - len(" och ")
		}
	}
	return from, end + len(strings.TrimRight(rest[:stop], " "))
}
