package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// findTitle returns the document's title: the title as segmented; where that is only a kind of memo, the first heading or line that names
// what it is about; else what the file says of itself.
func (r *reader) findTitle(fields []field) policy.Value {
	heading, span := r.title()
	if heading != "" && !bareMemo(heading) && !bareKind(heading) && !isSeries(heading) && !strings.Contains(heading, " | ") && span.Len() > 0 {
		heading, span = r.wholeTitle(heading, span)
		if bare, ok := afterParagraph(heading); ok && strings.HasPrefix(r.doc.Text[span.Start:span.End], heading) {
			span.Start += len(heading) - len(bare)
			heading = bare
		}
		if at := dataStart(heading); at > 0 && strings.HasPrefix(r.doc.Text[span.Start:span.End], heading) {
			heading = heading[:at]
			span.End = span.Start + at
		}
		ev := policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.9, By: policy.ByProgram}
		return policy.Value{Value: strings.TrimRight(heading, "."), Evidence: ev}
	}
	if f, ok := value(fields, "dokumentnamn", "titel"); ok {
		return policy.Value{Value: f.value, Evidence: r.cite(f.at, f.start, f.end, 0.9)}
	}
	for i := range r.units {
		u := &r.units[i]
		if i > 2*headUnits || len(u.text) > 140 || !u.content() && u.zone != policy.ZoneInfo || bareMemo(u.text) || bareKind(u.text) || isSeries(u.text) || strings.Contains(u.text, " | ") || strings.ContainsAny(u.text, ":@") {
			continue
		}
		if k, _, _ := firstKind(u.text); k != "" && !strings.HasSuffix(strings.TrimSpace(u.text), ".") {
			return policy.Value{Value: u.text, Evidence: r.whole(u, 0.7)}
		}
	}
	for i := range r.doc.Furniture {
		f := &r.doc.Furniture[i]
		text, _, _ := strings.Cut(f.Text, " Sida ")
		if k, a, _ := firstKind(text); f.Kind == policy.PageHead && f.Page == 1 && k != "" && a == 0 && !bareMemo(text) && strings.Contains(text, " ") {
			return policy.Value{Value: text, Evidence: r.cite(source{furniture: f, text: f.Text}, 0, len(text), 0.6)}
		}
	}
	if heading == "" && r.doc.Format == "html" && len(r.units) > 0 && r.units[0].heading { // a web page's, which may be a sentence
		return policy.Value{Value: strings.TrimRight(r.units[0].text, "."), Evidence: r.whole(&r.units[0], 0.7)}
	}
	if heading != "" && span.Len() > 0 {
		return policy.Value{Value: heading, Evidence: policy.Evidence{Citation: r.doc.Cite(span), Confidence: 0.5, By: policy.ByProgram}}
	}
	return policy.Value{}
}

// afterParagraph returns what follows the number of a paragraph in minutes: "§ 14 Antagande av kommunikationspolicy".
func afterParagraph(s string) (rest string, ok bool) {
	p, start, end := paragraph(s)
	if p == "" || start != 0 {
		return s, false
	}
	rest = strings.TrimLeft(s[end:], " \t.:–-\u00a0")
	return rest, rest != "" && upperAt(rest, 0)
}

// isSeries reports whether s is the name of a series, of a part of a document, or of a municipality, which every document could bear.
func isSeries(s string) bool {
	switch strings.Trim(lower(s), " .:0123456789") {
	case "styrdokument", "styrande dokument", "kommunalt styrdokument", "författningssamling", "kommunal författningssamling", "dokument", "bilaga", "bakgrund", "inledning", "innehåll",
		"innehållsförteckning", "sammanfattning", "syfte", "förord", "dokumentinformation", "dokumentegenskaper", "dokumentnamn", "titel", "remissversion", "förslag", "utkast":
		return true
	}
	name, ok := strings.CutSuffix(s, " kommun")
	if !ok {
		name, ok = strings.CutSuffix(s, " stad")
	}
	kind, _, _ := firstKind(name)
	return ok && kind == "" && onlyCapitals(name)
}

// wholeTitle adds the lines under a title that go on with it: "Program för" / "privata utförare", "Plan för skydd" / "och beredskap".
func (r *reader) wholeTitle(heading string, span policy.Span) (string, policy.Span) {
	for i := range r.units {
		u := &r.units[i]
		if u.span.Start < span.End {
			continue
		}
		if strings.TrimSpace(r.doc.Text[span.End:u.span.Start]) != "" || len(u.text) > maxTitleLine {
			break
		}
		if !leadsOn(heading) && !followsOn(heading, u.text) || strings.ContainsAny(u.text, ":.\t") || len(findDates(u.text)) > 0 {
			break
		}
		heading, span.End = heading+" "+u.text, u.span.End
	}
	return heading, span
}

// maxTitleLine is how many bytes a title's further line has at most.
const maxTitleLine = 80

// leadsOn reports whether a title breaks off: its last word governs what must come.
func leadsOn(s string) bool {
	l := lower(strings.TrimSpace(s))
	return titleLinks[l[strings.LastIndexByte(l, ' ')+1:]] || hasSuffixOf(l, "-", ",")
}

// followsOn reports whether a line goes on with a title: its first word joins it, in small letters, or in capitals as the title is.
func followsOn(title, line string) bool {
	word := line[:wordEnd(line, 0)]
	return titleLinks[lower(word)] && (!upperAt(line, 0) || len(word) > 1 && strings.ToUpper(title) == title && strings.ToUpper(line) == line)
}

// titleLinks are words that neither end nor begin a title.
var titleLinks = set("för och i av med om till samt mot vid på från inom kring enligt eller")

// dataStart returns where the document's own data begin in a title that was run together with the line under it: "Taxa för vatten Fastställd 2024-01-18";
// 0 if they do not.
func dataStart(s string) int {
	for _, cue := range []string{" Fastställd", " Antagen", " Antaget", " Antagna", " Beslut:", " Beslutad", " Beslutat", " Reviderad", " Dnr", " Diarienummer", " Giltig", " Gäller från"} {
		if i := strings.Index(s, cue); i > 0 && strings.ContainsAny(s[i:], "0123456789") {
			return i
		}
	}
	return 0
}

// bareKind reports whether s names a municipality and a kind of document and nothing else: two columns of a page's head.
func bareKind(s string) bool {
	k, a, b := firstKind(s)
	if k == "" {
		return false
	}
	rest := strings.TrimSpace(s[:a] + s[b:])
	words := splitWords(rest)
	if len(words) < 2 || len(words) > 3 {
		return false
	}
	last := words[len(words)-1]
	w := lower(last.of(rest))
	return (w == "kommun" || w == "stad") && upperAt(rest, words[0].start) && last.end == len(rest)
}

// bareMemo reports whether s names a kind of memo and nothing else.
func bareMemo(s string) bool {
	k, a, b := firstKind(s)
	return memoKinds[k] && strings.Trim(s[:a]+s[b:], " .,:0123456789()") == ""
}
