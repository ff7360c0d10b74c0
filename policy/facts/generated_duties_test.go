package facts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

// theBodies are bodies and roles as a sentence begins with them.
var theBodies = strings.Split("Kommunstyrelsen,Kommunfullmäktige,Barn- och skolnämnden,Tekniska utskottet,Stadsbyggnadskontoret,Parkförvaltningen,Varje nämnd,Förvaltningschefen,Kommundirektören,Vänortskommittén,Näringslivsenheten,Kommunstyrelsens arbetsutskott,Hållbarhetsstrategen", ",")

// duties write what a body does; the body comes first.
var duties = []string{"%s ansvarar för parkernas skötsel.", "%s ska varje vår inventera parkerna.", "%s har ansvar för att parkerna sköts.", "%s beslutar om parkernas namn.", "%s är skyldig att sköta parkerna.",
	"%s svarar för underhållet.", "%s leder och samordnar arbetet med parkerna.", "%s skall ta fram en skötselplan."}

// TestEveryBodyHasItsDuty: in each sentence each body is found with its duty, and no other is.
func TestEveryBodyHasItsDuty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		bodies := rapid.Permutation(theBodies).Draw(rt, "bodies")[:rapid.IntRange(1, 5).Draw(rt, "number of bodies")]
		text := "# Plan för parker\n"
		var want []string
		for i, b := range bodies {
			text += fmt.Sprintf(rapid.SampledFrom(duties).Draw(rt, fmt.Sprint("duty ", i)), b) + " " + sentence(rt, fmt.Sprint("plain ", i)) + "\n"
			want = append(want, strings.ToLower(b))
		}
		f := extractFrom(text)
		checkEvidence(rt, document(text), f)
		var got []string
		for _, r := range f.Responsible {
			got = append(got, r.Body)
			if !strings.Contains(strings.ToLower(r.Evidence.Quote), strings.ToLower(r.Duty)) {
				rt.Fatalf("duty %q does not stand in its quote %q", r.Duty, r.Evidence.Quote)
			}
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("%s\nhas bodies %q, want %q", text, got, want)
		}
	})
}

// everyTime are the ways in which sentences say how often, with the interval.
var everyTime = map[string]string{"varje år": "P1Y", "årligen": "P1Y", "en gång om året": "P1Y", "vartannat år": "P2Y", "vart fjärde år": "P4Y", "varje halvår": "P6M", "två gånger per år": "P6M", "varje kvartal": "P3M", "varje månad": "P1M",
	"vart tredje år": "P3Y", "varje mandatperiod": "mandate-period", "en gång per mandatperiod": "mandate-period"}

// follow write that something is followed up; how often comes in.
var follow = []string{"Planen följs upp %s.", "Planen ska följas upp %s.", "Uppföljning av planen sker %s.", "Planen revideras %s.", "Planen ska %s utvärderas och redovisas."}

// TestEveryIntervalIsFound: in each sentence on following up each interval is found, once.
func TestEveryIntervalIsFound(t *testing.T) {
	var said []string
	for s := range everyTime {
		said = append(said, s)
	}
	slices.Sort(said)
	rapid.Check(t, func(rt *rapid.T) {
		times := rapid.SampledFrom(said).Draw(rt, "how often")
		text := "# Plan för parker\n" + sentence(rt, "before") + " " + fmt.Sprintf(rapid.SampledFrom(follow).Draw(rt, "sentence"), times) + " " + sentence(rt, "after")
		f := extractFrom(text)
		checkEvidence(rt, document(text), f)
		if got := intervalsOf(f); !slices.Equal(got, []string{everyTime[times]}) {
			rt.Fatalf("%q\nhas intervals %q, want %s", text, got, everyTime[times])
		}
	})
}

func intervalsOf(f policy.Facts) []string {
	var all []string
	for _, u := range f.FollowUp {
		all = append(all, u.Interval)
	}
	return all
}
