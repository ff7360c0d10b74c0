package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/bodies"
)

// verbBefore returns the duty where the verb stands before its subject: "Vid behov samordnar kommunstyrelsen …", "ska nämnderna rapportera …".
func verbBefore(text, l string, s subject) (string, float64) {
	words := splitWords(l[:s.start])
	if len(words) == 0 || strings.ContainsAny(l[words[len(words)-1].end:s.start], ",.;:\t") {
		return "", 0
	}
	w := words[len(words)-1]
	verb := w.of(l)
	switch {
	case verb == "föreslår" || verb == "uppdrar":
		rest := strings.TrimLeft(text[s.end:], " ")
		for _, p := range []string{"att ", "besluta "} {
			if strings.HasPrefix(lower(rest), p) {
				return trimmed(strings.TrimPrefix(rest, "att ")), 0.8
			}
		}
	case dutyVerbs[verb]:
		if len(words) == 1 || endsInBody(text[:w.start]) || coordinated(text, l, words) {
			return "", 0 // the body is what another acts on
		}
		if rest := trimmed(text[s.end:]); rest != "" {
			if verb == "ansvarar" || verb == "svarar" {
				if !strings.HasPrefix(lower(rest), "för ") {
					return "", 0
				}
				return strings.TrimPrefix(strings.TrimPrefix(rest, "för att "), "för "), 0.85
			}
			return w.of(text) + " " + rest, 0.8
		}
		if verb == "ansvarar" || verb == "svarar" { // "För uppföljningen ansvarar nämnden"
			return strings.TrimPrefix(strings.Trim(text[:w.start], " "), "För "), 0.85
		}
	case modals[verb] && len(words) > 1 && !passiveNext(l[s.end:]):
		return trimmed(text[s.end:]), 0.8
	case verb == "är" && len(words) > 1 && hasAny(l[:w.start], "ansvarig"):
		return strings.Trim(text[:w.start], " "), 0.85
	case verb == "hos" || verb == "på":
		return "", 0
	}
	return "", 0
}

// coordinated reports whether the verb before a body is the second of a subject that stands first: "Strategen för statistik och stöttar nämnderna".
func coordinated(text, l string, words []cell) bool {
	before := words[len(words)-2]
	if w := before.of(l); w != "och" && w != "samt" {
		return false
	}
	all := bodies.Find(text[:before.start])
	return len(all) > 0 && !all[0].Genitive && all[0].Start <= len("Den ")
}

// endsInBody reports whether text ends in a body: the subject right before a verb.
func endsInBody(text string) bool {
	all := bodies.Find(text)
	return len(all) > 0 && strings.TrimSpace(text[all[len(all)-1].End:]) == ""
}
