package compare

import (
	"slices"
	"strings"
)

// Responsible is who is responsible, from the top of the organisation down.
type Responsible struct {
	State  State  `json:"state"`
	Bodies []Body `json:"bodies"`
}

// A Body is a body or a role with its duties.
type Body struct {
	Name string `json:"name"`
	// Level is where it stands in a municipality's organisation: 0 the council (kommunfullmäktige), 1 the executive board
	// (kommunstyrelsen), 2 its committee, 3 other boards, 4 administrations, 5 groups, 6 roles and all else.
	Level  int    `json:"level"`
	Duties []Duty `json:"duties"`
}

// A Duty is what a body does.
type Duty struct {
	Duty   string `json:"duty"`
	Source Source `json:"source"`
}

// levels are the parts of names by which a body's level is known. The first that fits decides: the board's committee is
// named with the board ("kommunstyrelsens arbetsutskott"), a board's chair with the board.
var levels = [...]struct {
	level int
	parts []string
}{
	{6, []string{"ordförande", "chef", "direktör", "samordnare", "strateg", "handläggare", "utredare", "representant", "sekreterare"}},
	{5, []string{"grupp", "nätverk", "råd", "team", "forum"}},
	{2, []string{"utskott", "beredning"}},
	{4, []string{"förvaltning", "kontor", "kansli", "sektor", "enhet", "avdelning", "bolag"}},
	{0, []string{"fullmäktige"}},
	{1, []string{"kommunstyrelse"}},
	{3, []string{"nämnd", "styrelse", "stiftelse"}},
}

const otherLevel = 6

func levelOf(body string) int {
	switch body {
	case "kf":
		return 0
	case "ks":
		return 1
	case "ksau":
		return 2
	}
	for _, l := range levels {
		for _, part := range l.parts {
			if strings.Contains(body, part) {
				return l.level
			}
		}
	}
	return otherLevel
}

// responsible takes the responsible bodies of g's documents together.
func responsible(g *group) Responsible {
	r := Responsible{State: g.silent(), Bodies: []Body{}}
	at, seen := make(map[string]int), make(map[string]bool)
	for _, d := range g.docs {
		for _, x := range d.Facts.Responsible {
			key := fold(x.Body)
			i, ok := at[key]
			if !ok {
				i = len(r.Bodies)
				at[key] = i
				r.Bodies = append(r.Bodies, Body{Name: x.Body, Level: levelOf(key)})
			}
			duty := Duty{x.Duty, Source{d.ID, x.Evidence}}
			if same := key + "\x00" + fold(duty.Duty); !seen[same] {
				seen[same] = true
				r.Bodies[i].Duties = append(r.Bodies[i].Duties, duty)
			}
		}
	}
	slices.SortStableFunc(r.Bodies, func(a, b Body) int { return a.Level - b.Level })
	if len(r.Bodies) > 0 {
		r.State = Says
	}
	return r
}
