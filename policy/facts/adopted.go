package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/bodies"
)

// adoptedBy finds the body that adopted the document, with the paragraph of its minutes.
func (r *reader) adoptedBy(fields []field, kind string) policy.Value {
	v := r.adopterOf(fields, kind)
	if !v.Found() || strings.Contains(v.Value, "§") {
		return v
	}
	for _, label := range []string{"paragraf", "beslutsparagraf", "§", "antagen", "antaget", "beslutad", "beslutat", "fastställd", "beslutsdatum", "antagen datum", "datum"} {
		for _, f := range fields {
			if f.label != label {
				continue
			}
			p, _, _ := paragraph(f.value)
			if n, end := number(f.value, 0, 4); p == "" && label == "paragraf" && n > 0 && end == len(f.value) {
				p = "§ " + f.value
			}
			if p != "" {
				v.Value += " " + p
				return v
			}
		}
	}
	return v
}

// adopterOf finds the body, with its paragraph where that stands after it.
func (r *reader) adopterOf(fields []field, kind string) policy.Value {
	for _, label := range []string{"antagen av", "beslutad av", "beslutat av", "fastställd av", "fastställt av", "dokumentet är beslutat av", "beslutsinstans", "beslutande organ",
		"beslutande", "antagen", "antaget", "beslutad", "beslutat", "fastställd"} {
		for _, f := range fields {
			if f.label != label {
				continue
			}
			if v := r.adopter(f.at, f.start, f.end, 0.95); v.Found() {
				return v
			}
			if text := strings.Trim(f.value, " []"); len(findDates(text)) == 0 && text != "" && len(text) < 60 && strings.HasSuffix(label, "av") {
				return policy.Value{Value: lower(text), Evidence: r.cite(f.at, f.start, f.end, 0.7)}
			}
		}
	}
	for _, s := range r.own() {
		if v := r.adoptedIn(s); v.Found() {
			return v
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.content() && !u.heading && u.kind == policy.Prose && speaksOfItself(u.lower, kind) {
			if v := r.adoptedIn(source{unit: u, text: u.text}); v.Found() {
				return v
			}
		}
	}
	return policy.Value{}
}

// adoptedIn finds "antagen av kommunfullmäktige 2014-02-13 § 40" and "Kommunfullmäktige 2014-02-13 § 40" in a line.
func (r *reader) adoptedIn(s source) policy.Value {
	l := lower(s.text)
	for _, cue := range []string{"antagen", "antaget", "antogs", "antagits", "antagna", "beslutad", "beslutades", "fastställd", "fastställdes", "fastställt", "fastställda", "godkänd"} {
		i := indexWord(l, cue)
		if i < 0 || hasAny(l[:i], "ersätt", "ersatt", "upphäv", "förslag", "ska ", "skall ") {
			continue
		}
		end := min(len(s.text), i+cueReach+40)
		for end < len(s.text) && s.text[end]&0xC0 == 0x80 {
			end++
		}
		if rest := l[i+len(cue) : end]; !hasWord(rest, "av", "i") && len(bodies.Find(rest)) == 0 {
			continue
		}
		if v := r.adopter(s, i, end, 0.9); v.Found() {
			return v
		}
	}
	for _, d := range findDates(s.text) {
		if followedByParagraph(s.text[d.end:]) && len(l) < 120 && !replacesOther(l[:d.start]) {
			return r.adopter(s, 0, len(s.text), 0.8)
		}
	}
	return policy.Value{}
}

// adopter returns the first organ in bytes start to end of s, with the paragraph after it.
func (r *reader) adopter(s source, start, end int, confidence float64) policy.Value {
	text := s.text[start:end]
	for _, b := range bodies.Find(text) {
		if b.Kind == bodies.Outside {
			continue
		}
		name, stop := b.Name, b.End
		if p, from, to := paragraph(text[b.End:]); p != "" && from < cueReach {
			name, stop = name+" "+p, b.End+to
		}
		return policy.Value{Value: name, Evidence: r.cite(s, start, start+stop, confidence)}
	}
	return policy.Value{}
}

// paragraph returns the first "§ 40" in s, also "§40", "40 §" and "§ 40/2014", as "§ 40"
// and "§ 40/2014".
func paragraph(s string) (p string, start, end int) {
	i := strings.Index(s, "§")
	if i < 0 {
		return "", 0, 0
	}
	after := skipBlanks(s, i+len("§"))
	if _, j := number(s, after, 4); j > after {
		if j < len(s) && s[j] == '/' {
			if _, k := number(s, j+1, 4); k > j+1 {
				return "§ " + s[after:k], i, k
			}
		}
		return "§ " + s[after:j], i, j
	}
	before := strings.TrimRight(s[:i], " \u00a0")
	k := len(before)
	for k > 0 && before[k-1] >= '0' && before[k-1] <= '9' {
		k--
	}
	if k < len(before) && len(before)-k <= 3 {
		return "§ " + before[k:], k, i + len("§")
	}
	return "", 0, 0
}
