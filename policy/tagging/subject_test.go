package tagging

import (
	"slices"
	"strings"
	"testing"
)

func TestActors(t *testing.T) {
	tests := []struct {
		form     string
		want     actorKind
		genitive bool
	}{
		{"nämnd", actorBody, false}, {"nämnden", actorBody, false}, {"omvårdnadsnämndernas", actorBody, true},
		{"kommunstyrelsen", actorBody, false}, {"kommunstyrelsens", actorBody, true}, {"ks", actorBody, false},
		{"arbetsutskottet", actorBody, false}, {"kommunledningskontoret", actorBody, false}, {"folkhälsorådet", actorBody, false},
		{"styrgruppen", actorBody, false}, {"hr-avdelningen", actorBody, false}, {"klimatrådets", actorBody, true},
		{"enhetschefer", actorRole, false}, {"sjuksköterskor", actorRole, false}, {"rektorns", actorRole, true},
		{"miljösamordnarna", actorRole, false}, {"kontaktmannen", actorRole, false}, {"ordförande", actorRole, false},
		{"ledamöter", actorRole, false}, {"mas", actorRole, false}, {"anhörigstödjaren", actorRole, false},
		{"medarbetaren", actorStaff, false}, {"omvårdnadspersonal", actorStaff, false}, {"länsstyrelsen", actorOutside, false},
		{"socialstyrelsens", actorOutside, true}, {"leverantören", actorOutside, false},
		{"arkivmyndigheten", actorBody, false}, {"myndigheten", actorOutside, false}, {"tillsynsmyndigheten", actorOutside, false},
		// Words that only look like actors.
		{"målgruppen", actorNone, false}, {"möjlighet", actorNone, false}, {"erfarenheten", actorNone, false},
		{"området", actorNone, false}, {"samrådet", actorNone, false}, {"råd", actorNone, false}, {"tråden", actorNone, false},
		{"inledning", actorNone, false}, {"vägledningen", actorNone, false}, {"arbete", actorNone, false}, {"", actorNone, false},
	}
	for _, tt := range tests {
		if got, genitive := Default().actors.kind(tt.form); got != tt.want || genitive != tt.genitive {
			t.Errorf("%q is %d, genitive %v; want %d, %v", tt.form, got, genitive, tt.want, tt.genitive)
		}
	}
}

func TestSubject(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Nämnden fördelar medlen.", "subject:body"},
		{"Kommunstyrelsens arbetsutskott bereder ärendet.", "subject:body"},
		{"Nämndens arbete ska synas.", "subject:work"},
		{"Chefen för äldreomsorgen beslutar.", "subject:role"},
		{"Varje verksamhet utser ett ombud.", "subject:body"},
		{"Verksamheten ska präglas av respekt.", "subject:work"},
		{"I rådet ingår tre chefer.", "subject:role"},
		{"När någon blir sjuk ringer chefen en vikarie.", "subject:role"},
		{"Därefter fattar nämnden beslut.", "subject:body"},
		{"En gång om året sammanställer förvaltningen läget.", "subject:body"},
		{"För att lyckas ska kommunen samarbeta.", "subject:municipality"},
		{"Vi vill växa.", "subject:we"},
		{"Du ska meddela chefen.", "subject:you"},
		{"Alla elever ska trivas.", "subject:people"},
		{"Policyn gäller alla.", "subject:document"},
		{"Syftet med mötet är gott.", "subject:other"},
		{"Skollagen kräver en plan.", "subject:law"},
		{"Ska informera gruppen.", "subject:none"},
		{"Registratorn zonterar posten.", "subject:role"},
		{"Ärendet (KS 12) visar läget.", "subject:occasion"},
		{"Information till chefer", "subject:none"},
	}
	for _, tt := range tests {
		a := analysed(Default(), tt.text)
		var got []string
		for n, name := range a.tagger.taxonomy.registry.names {
			if strings.HasPrefix(name, "subject:") && a.has(n) {
				got = append(got, name)
			}
		}
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%q has %v, want %s", tt.text, got, tt.want)
		}
	}
}

func TestAnalysis(t *testing.T) {
	tests := []struct{ text, has, lacks string }{
		{"Planen ska följas.", "modal:must verb", "tense:past form:fragment"},
		{"Planen borde och kan ändras.", "modal:should modal:may", "modal:must"},
		{"Nämnden har under flera år byggt ut vården.", "tense:past", ""},
		{"Nämnden har ansvar för vården.", "stative", "tense:past"},
		{"Planen antogs 2014.", "tense:past year", ""},
		{"Planen som antogs 2014 ska följas.", "modal:must", "tense:past"},
		{"Rapporten lämnas varje år.", "passive time", "year"},
		{"Mötet hålls tre gånger per termin.", "time", ""},
		{"Vem bestämmer?", "form:question", ""},
		{"Utveckla samarbetet med föreningarna", "form:infinitive form:fragment", "verb"},
		{"Följ rutinen.", "form:imperative form:short", ""},
		{"Ansvarig: rektor", "form:label actor:role actor", ""},
		{"De möts ofta.", "starts:pronoun", ""},
		{"Det är bra.", "", "starts:pronoun"},
		{"MAS bedömer risken.", "subject:role", "form:fragment"},
	}
	for _, tt := range tests {
		a := analysed(Default(), tt.text)
		for _, n := range strings.Fields(tt.has) {
			if !a.has(Default().registry.numbers[n]) {
				t.Errorf("%q lacks %s", tt.text, n)
			}
		}
		for _, n := range strings.Fields(tt.lacks) {
			if a.has(Default().registry.numbers[n]) {
				t.Errorf("%q has %s", tt.text, n)
			}
		}
	}
}

// A role line names a role and nothing else; "Förvaltningens bedömning" once made all that follows the administration's duty.
func TestRoleLine(t *testing.T) {
	r := newReading(New(Default()), read("x", ""))
	for line, want := range map[string]bool{
		"Enhetschef":                           true,
		"Medicinskt ansvarig sjuksköterska":    true,
		"Rektor och förskollärare":             true,
		"Chefens roll":                         true,
		"Kommunstyrelsens ansvar":              true,
		"Handläggare inom familjeomsorgen":     true,
		"Enhetschefen ansvarar för att":        true,
		"Medicinskt ansvarig (MAS)":            true,
		"Förvaltningens bedömning":             false,
		"Stöd till chefer":                     false,
		"Information från nämnden":             false,
		"Chefen är borta":                      false,
		"Nämndens mål för de kommande åren":    false,
		"enhetschef":                           false,
		"Målgrupp":                             false,
		"":                                     false,
		"En chef som alla andra i kommunen nu": false,
	} {
		if got := r.isRoleLine(r.lexicon.split(nil, line)); got != want {
			t.Errorf("%q is a role line: %v", line, got)
		}
	}
}

func TestExampleLikeness(t *testing.T) {
	e := exampleOf("Projektet betalas med pengar ur unionens fonder.")
	l := newLexicon(Default())
	for text, want := range map[string]bool{
		"Projekten betalas med pengar ur unionens fonder.": true,
		"Projektet avslutas i maj.":                        false,
		"":                                                 false,
	} {
		if got := e.likeness(l.split(nil, text)) >= exampleLeast; got != want {
			t.Errorf("%q is like the example: %v", text, got)
		}
	}
	if got := strongest([]piece{{"a", 1}, {"b", 3}, {"a", 2}}); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("strongest pieces are %v", got)
	}
}
