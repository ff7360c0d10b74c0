package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// stems are what the words of made sentences are put together from: a hundred make ten thousand compounds.
var stems = strings.Fields(`hamn skog väg bad skol vinter sommar park torg bro kyrk industri miljö trafik bostads kultur fritids
	närings vatten avlopps energi klimat buss cykel gång spår båt flyg post brand vård omsorgs äldre barn ungdoms idrotts musik
	konst film teater bok natur djur fågel fisk jord åker ängs berg dal sjö ås kust ö fjäll gräns by stads central land`)

var ends = strings.Fields(`plan arbete förening insats frågan området verksamhet samarbete utveckling projekt satsning kontakt
	resa besök utbyte stöd krav mål behov ansvar uppdrag tjänst lokal byggnad anläggning miljö grupp möte`)

// law are sentences that many documents have.
var law = []string{
	"Nämnderna följer lagen om offentlig upphandling vid alla sina inköp.", "Alla beslut dokumenteras enligt gällande bestämmelser.",
	"Detta dokument gäller för alla anställda och förtroendevalda i kommunen.", "Personuppgifter behandlas enligt dataskyddsförordningen.",
}

// Many returns documents of n municipalities, each with this many documents of some eighty sentences, half of them tagged: most
// sentences are one document's own, some stand in many documents, and a few in two.
func Many(n, each int) []*policy.Document {
	var docs []*policy.Document
	for i := range n {
		for j := range each {
			docs = append(docs, manyDocument(i, j))
		}
	}
	return docs
}

func manyDocument(i, j int) *policy.Document {
	tags := [...]string{"goals", "responsibility", "follow-up", "partner-towns", "goals responsibility"}
	rng := rand.New(rand.NewPCG(uint64(i), uint64(j)))
	id := fmt.Sprintf("kommun-%03d-%d", i, j)
	b := New(id, id+".pdf", fmt.Sprintf("Kommun %03d", i), fmt.Sprintf("Plan för %s", word(rng)))
	for k := range 40 {
		if k%10 == 9 {
			b.Page(policy.MethodText)
		}
		second := S(made(rng), "", 0)
		switch {
		case k%10 == 0:
			second = S(law[k/10], "", 0)
		case k == 5: // copied from the municipality before
			second = S(made(rand.New(rand.NewPCG(uint64(i/2), 77))), "", 0)
		}
		b.Para(S(made(rng), tags[k%len(tags)], .5+float64(k%50)/100), second)
	}
	return b.Done()
}

// made returns a sentence.
func made(rng *rand.Rand) string {
	verbs := [...]string{"ska", "bör", "kan"}
	return fmt.Sprintf("Kommunens %s %s främja %s och %s genom %s i varje %s.", word(rng), verbs[rng.IntN(3)], word(rng), word(rng), word(rng), word(rng))
}

func word(rng *rand.Rand) string { return stems[rng.IntN(len(stems))] + ends[rng.IntN(len(ends))] }
