package tagging

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

func TestTag(t *testing.T) {
	tests := []struct{ name, text, sentence, want string }{
		{"aim of the work", "Arbetet syftar till att stärka närdemokratin.", "", "goals"},
		{"direction of the work", "Verksamheten ska främja folkhälsan.", "", "goals"},
		{"what we want", "Vi vill minska matsvinnet.", "", "goals"},
		{"target year", "Senast 2030 ska utsläppen ha halverats.", "", "goals"},
		{"item of a goal list", "Målen är att:\n- Fler cyklar till jobbet", "Fler cyklar till jobbet", "goals"},
		{"heading decides an unclear item", "## Mål\n- Trygga barn", "Trygga barn", "goals"},
		{"no heading, no tag", "- Trygga barn", "Trygga barn", ""},
		{"aim of a meeting", "Syftet med mötet är att lära känna varandra.", "", ""},
		{"court case", "Domstolen avgjorde mål nr T 12-19.", "", ""},
		{"definition", "## Definitioner\nMed mål menas ett önskat läge.", "Med mål menas ett önskat läge.", ""},
		{"step of a routine", "# Rutin för nycklar\nNycklarna ska förvaras i låst skåp.", "Nycklarna ska förvaras i låst skåp.", ""},

		{"body with its duty", "Kulturnämnden fördelar bidragen.", "", "responsibility"},
		{"unknown verb after a role", "Arkivarien zonterar handlingarna.", "", "responsibility"},
		{"agent", "Avtalet undertecknas av förvaltningschefen.", "", "responsibility"},
		{"where it is decided", "Taxan beslutas i KF.", "", "responsibility"},
		{"inverted", "Vid tvekan avgör kommunjuristen frågan.", "", "responsibility"},
		{"after a condition", "När anmälan kommer in utreder rektor händelsen.", "", "responsibility"},
		{"who a group is", "Styrgruppen består av tre chefer.", "", "responsibility"},
		{"item under a role", "Enhetschefen ska:\n- upprätta schema", "upprätta schema", "responsibility"},
		{"subjectless under a role heading", "## Skolchef\nLeder arbetet.", "Leder arbetet.", "responsibility"},
		{"subjectless under a role line", "Skolchef\nLeder arbetet.", "Leder arbetet.", "responsibility"},
		{"you under a role line", "Skolchef\nDu informerar gruppen.", "Du informerar gruppen.", "responsibility"},
		{"you under a role heading", "## Chef\nDu ska informera gruppen.", "Du ska informera gruppen.", "responsibility"},
		{"pronoun carried over", "Nämnderna utser ombud.\nDe deltar i utbildningar.", "De deltar i utbildningar.", "responsibility"},
		{"no body named", "Kommunen ska svara inom två dagar.", "", ""},
		{"noun that looks like it", "Personalansvar är inget krav.", "", ""},
		{"what somebody has done", "Nämnden beslutade om taxan 2014.", "", ""},

		{"yearly", "Planen följs upp varje år.", "", "follow-up"},
		{"validity", "Riktlinjerna gäller till och med 2028.", "", "follow-up"},
		{"both", "Nämnden redovisar varje år resultatet till fullmäktige.", "", "responsibility follow-up"},
		{"the outside world", "Omvärldsbevakning sker löpande.", "", ""},
		{"a day's name", "Kursen avslutas med en uppföljningsdag.", "", ""},
		{"equipment", "Temperaturen i kylen kontrolleras varje dag.", "", ""},

		{"twin town", "Kommunen har tre vänorter.", "", "partner-towns"},
		{"them", "Vi har två vänorter.\nUtbytet med dem rör skola.", "Utbytet med dem rör skola.", "partner-towns"},
		{"project country", "Projektet genomfördes i Kenya.", "", ""},
		{"question", "Vem ansvarar för planen?", "", ""},
		{"opener in another zone", "!Ansvariga för planen:\n- förvaltningarna", "förvaltningarna", "responsibility"},
		{"another zone", "!Kommunstyrelsen ansvarar för planen.", "Kommunstyrelsen ansvarar för planen.", ""},
	}
	g := New(rulesAlone())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read("x", tt.text)
			sentence := tt.sentence
			if sentence == "" {
				sentence = tt.text
			}
			if got := tagsOf(d, onlyFour(g.Tag(d)))[sentence]; got != tt.want {
				t.Errorf("%q is tagged %q, want %q", sentence, got, tt.want)
			}
		})
	}
}

// Of a document's own data, a line that says who is responsible or when it is renewed carries a tag; other lines do not.
func TestDocumentData(t *testing.T) {
	d := read("x", "!Ansvarig för revidering: miljöchefen\n!Miljöchefen ansvarar för planen.\n!Ann, chef för miljö Tfn: E-post: nämnden ansvarar\n")
	for i := range d.Sentences {
		d.Sentences[i].Zone = policy.ZoneInfo
	}
	tags := onlyFour(New(Default()).Tag(d))
	if len(tags) == 0 {
		t.Error("no tag")
	}
	for _, tag := range tags {
		if tag.Sentence != 0 {
			t.Errorf("%q is tagged %s", d.SentenceText(tag.Sentence), tag.Name)
		}
	}
}

// A row that says who and when does not say what somebody is responsible for; nor do a table's headings.
func TestRowOfNames(t *testing.T) {
	for row, want := range map[string]string{
		"Förvaltning\tAnsvarig\tTidsplan":                        "",
		"Omsorgsförvaltningen\tTeknisk chef\t31 maj 2026":        "",
		"Kultur- och fritidsförv.\tMiljöchef\tJuni 2025":         "",
		"Miljöchefen\tKallar till möten och samordnar arbetet\t": "responsibility",
	} {
		d := read("x", row+"\n")
		d.Sentences[0].Kind = policy.Row
		if got := tagsOf(d, onlyFour(New(Default()).Tag(d)))[d.SentenceText(0)]; got != want {
			t.Errorf("%q is tagged %q, want %q", row, got, want)
		}
	}
}

func TestEvidence(t *testing.T) {
	d := read("x", "## Ansvar\nKommunstyrelsen ansvarar för planen och ska följa upp den varje år.")
	want := map[string][]string{
		"responsibility": {"cue:ansvarar för", "body:kommunstyrelsen", "heading:Ansvar"},
		"follow-up":      {"cue:följa upp", "time:varje år"},
	}
	got := map[string]bool{}
	for _, tag := range New(Default()).Tag(d) {
		got[tag.Name] = true
		if tag.By != policy.ByProgram || tag.Score < cutScore || tag.Score > 1 {
			t.Errorf("%s: by %q, score %v", tag.Name, tag.By, tag.Score)
		}
		for _, w := range want[tag.Name] {
			if !slices.ContainsFunc(tag.Evidence, func(e string) bool {
				return strings.HasPrefix(e, w[:strings.Index(w, ":")]) && (e == w || strings.Contains(e, "ansvarar"))
			}) {
				t.Errorf("%s: evidence %q lacks %q", tag.Name, tag.Evidence, w)
			}
		}
		if len(tag.Evidence) > evidenceMost {
			t.Errorf("%d pieces of evidence", len(tag.Evidence))
		}
	}
	if !got["responsibility"] || !got["follow-up"] {
		t.Errorf("tags are %v", got)
	}
}

// A heading speaks for what stands soon after it, not for all that follows when later headings were not recognised.
func TestHeadingReach(t *testing.T) {
	text := "## Mål\n" + strings.Repeat("Vädret var fint den dagen.\n", ownReach) + "- Trygga barn\n"
	d := read("x", text)
	if tags := New(Default()).Tag(d); len(tags) != 0 {
		t.Errorf("%d sentences after the heading: %v", ownReach+1, tags)
	}
}

func TestTagIsDeterministicAndConcurrent(t *testing.T) {
	g := New(Default())
	var docs []*policy.Document
	var want [][]policy.Tag
	for _, l := range labelled(t) {
		docs = append(docs, l.doc)
		want = append(want, New(Default()).Tag(l.doc))
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for i := len(docs) - 1; i >= 0; i-- { // in another order
				if got := g.Tag(docs[i]); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%s is tagged differently the second time", docs[i].ID)
				}
			}
		})
	}
	wg.Wait()
}

func TestTagDoesNotChangeTheDocument(t *testing.T) {
	text := "## Ansvar\nNämnden ansvarar för:\n- planen\n"
	d := read("x", text)
	New(Default()).Tag(d)
	if !reflect.DeepEqual(d, read("x", text)) {
		t.Error("the document was changed")
	}
}

// Tags refer to sentences of the body, in order, each tag at most once a sentence, whatever the document is like.
func TestTagProperties(t *testing.T) {
	g := New(Default())
	words := []string{"Nämnden", "ska", "följa", "upp", "målet", "att", "vänorter", "du", "ansvarar", "för", "2030", ":", "?", "\n", "- ", "##", "av", "chefen", "\u00ad", "(", "ÅÄÖ", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOf(rapid.SliceOfN(rapid.SampledFrom(words), 1, 9)).Draw(t, "lines")
		var text strings.Builder
		for _, l := range lines {
			text.WriteString(strings.Join(l, " ") + "\n")
		}
		d := read("x", text.String())
		for i := range d.Sentences {
			d.Sentences[i].Zone = rapid.SampledFrom([]policy.Zone{policy.ZoneBody, policy.ZoneInfo}).Draw(t, "zone")
			d.Sentences[i].Opener = rapid.IntRange(-2, len(d.Sentences)+1).Draw(t, "opener")
			d.Sentences[i].Section = rapid.IntRange(-1, len(d.Sections)).Draw(t, "section")
		}
		for i := range d.Sections {
			d.Sections[i].Parent = rapid.IntRange(-1, len(d.Sections)).Draw(t, "parent") // even in a circle
		}
		last := -1
		seen := map[string]bool{}
		for _, tag := range g.Tag(d) {
			if tag.Sentence < last || tag.Sentence >= len(d.Sentences) {
				t.Fatalf("sentence %d after %d of %d", tag.Sentence, last, len(d.Sentences))
			}
			if tag.Sentence > last {
				clear(seen)
			}
			last = tag.Sentence
			if seen[tag.Name] || d.Sentences[tag.Sentence].Zone != policy.ZoneBody && !strings.Contains(d.SentenceText(tag.Sentence), ":") || tag.Score < 0 || tag.Score > 1 {
				t.Fatalf("tag %+v", tag)
			}
			seen[tag.Name] = true
		}
	})
}

func BenchmarkTag(b *testing.B) {
	docs := labelled(b)
	g := New(Default())
	sentences := 0
	for _, l := range docs {
		sentences += len(l.doc.Sentences)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range docs {
			g.Tag(l.doc)
		}
	}
	b.ReportMetric(float64(sentences)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
