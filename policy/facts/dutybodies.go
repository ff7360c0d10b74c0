package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy/bodies"
)

// fullNames finds the bodies that the document names in full somewhere and by their last word elsewhere. One with two full names is left
// out, as is what any municipality has many of.
func (r *reader) fullNames() map[string]string {
	full := map[string]string{}
	for i := range r.units {
		if !r.units[i].content() {
			continue
		}
		for _, b := range bodies.Find(r.units[i].text) {
			if b.Kind != bodies.Organ || b.Name == b.Head || !strings.Contains(b.Name, " ") || hasWord(b.Name, "varje", "respektive", "samtliga", "berörd", "berörda", "ansvarig", "ansvariga") ||
				strings.Contains(b.Name, "- och ") {
				continue
			}
			if strings.HasSuffix(b.Head, "utskott") { // "kommunstyrelsens personalutskott", later "utskottet"
				full["utskottet"] = onlyName(full["utskottet"], b.Name)
			}
			if !strings.HasSuffix(b.Head, "n") && !strings.HasSuffix(b.Head, "t") {
				continue
			}
			if known := full[b.Head]; known != "" && known != b.Name {
				full[b.Head] = b.Head
			} else {
				full[b.Head] = b.Name
			}
		}
	}
	return full
}

// onlyName returns name if it is the first or the one known, else the short name that then stands for itself.
func onlyName(known, name string) string {
	if known == "" || known == name {
		return name
	}
	return "utskottet"
}

// A subject is a run of bodies that share a verb: "Styrelsen, nämnderna och bolagen".
type subject struct {
	bodies     []bodies.Body
	start, end int
}

// subjects groups the bodies of s that a comma or a conjunction joins.
func subjects(s string) []subject {
	var out []subject
	for _, b := range bodies.Find(s) {
		if b.Genitive {
			continue
		}
		if n := len(out); n > 0 && joinsBodies(s[out[n-1].end:b.Start]) {
			out[n-1].bodies = append(out[n-1].bodies, b)
			out[n-1].end = b.End
			continue
		}
		out = append(out, subject{[]bodies.Body{b}, b.Start, b.End})
	}
	return out
}

func joinsBodies(gap string) bool {
	switch strings.TrimSpace(strings.ToLower(gap)) {
	case ",", "och", "samt", "eller", ", och", "/", "och/eller":
		return true
	}
	return false
}
