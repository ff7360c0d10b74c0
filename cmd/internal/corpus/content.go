package corpus

import (
	"fmt"
	"strconv"
	"strings"
)

func (d *Document) add(role Role, text string) { d.Blocks = append(d.Blocks, Block{role, text}) }

// opening adds what stands before the first section.
func (w *writer) opening(d *Document) {
	d.add(Owner, strings.ToUpper(d.Municipality.LongName))
	d.add(Title, d.Title)
	d.add(Info, "Dokumenttyp "+d.Kind)
	d.add(Info, fmt.Sprintf("Beslutad av Kommunfullmäktige %s, § %d", d.Adopted, 1+w.rng.IntN(280)))
	d.add(Info, fmt.Sprintf("Diarienummer KS %d/%04d", d.Year, 1+w.rng.IntN(2000)))
	d.add(Info, "Gäller för "+w.pick("body"))
	d.add(Info, "Dokumentansvarig "+w.pick("role"))
}

// A part is a section that documents have: how many in a hundred, and which kind of sentence, beside general ones, it holds.
type part struct {
	heading, sentences string
	percent            int
}

var parts = []part{
	{"Inledning", "general", 100}, {"Syfte", "goals", 70}, {"Bakgrund", "general", 40}, {"Mål", "goals", 85}, {"Ansvar", "responsibility", 90},
	{"", "general", 100}, {"", "general", 80}, {"", "general", 40}, {"Vänorter", "partner-towns", 8}, {"Genomförande", "responsibility", 40},
	{"Uppföljning", "follow-up", 90},
}

// body adds the numbered sections.
func (w *writer) body(d *Document) {
	number := 0
	for _, p := range parts {
		if w.rng.IntN(100) >= p.percent {
			continue
		}
		number++
		heading := p.heading
		if heading == "" {
			heading = w.expand("heading")
		}
		d.add(Heading, strconv.Itoa(number)+" "+heading)
		w.section(d, p, number)
	}
}

// section adds the paragraphs and lists of a section; one in three has sections of its own.
func (w *writer) section(d *Document, p part, number int) {
	subsections := 0
	if p.heading == "" || w.rng.IntN(3) == 0 {
		subsections = w.rng.IntN(4)
	}
	for i := range max(1, subsections) {
		if subsections > 0 {
			d.add(Subheading, fmt.Sprintf("%d.%d %s", number, i+1, w.expand("heading")))
		}
		for range 1 + w.rng.IntN(5) {
			d.add(Paragraph, w.paragraph(p.sentences))
		}
		if w.rng.IntN(4) == 0 {
			d.add(Paragraph, w.sentence("opener"))
			for range 3 + w.rng.IntN(5) {
				d.add(Item, w.expand("item"))
			}
		}
	}
}

// paragraph returns two to five sentences, at least the first of them of the kind given.
func (w *writer) paragraph(kind string) string {
	sentences := []string{w.sentence(kind)}
	for range 1 + w.rng.IntN(4) {
		if w.rng.IntN(3) > 0 {
			kind = "general"
		}
		sentences = append(sentences, w.sentence(kind))
	}
	return strings.Join(sentences, " ")
}
