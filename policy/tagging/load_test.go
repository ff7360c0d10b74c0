package tagging

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy"
)

const finances = `schema: 1
extends: default
tags:
  - name: finances
    label: {sv: Pengar, en: Finances}
    headings: [finansiering*, budget*]
    cues: [finansier*, "söka|söker ... medel"]
    not: ["finansiell* rapport*"]
    examples: ["Projektet betalas med pengar ur unionens fonder."]
`

// A user's tag of a few lines works: by cue, by heading and by likeness to an example, and beside the four.
func TestAddedTag(t *testing.T) {
	x, err := Load("min.yaml", []byte(finances))
	if err != nil {
		t.Fatal(err)
	}
	text := "## Syfte\nKommunen söker årligen statliga medel.\nVäxeln har öppet till fem.\nEn finansiell rapport finansieras inte.\n" +
		"Projekten betalas med pengar ur unionens olika fonder.\n## Budget\nKostnaderna ryms inom ramen.\nNämnden ansvarar för att insatserna finansieras.\n"
	x = x.With(&Model{tags: x.model.tags})
	got := tagsOf(read("x", text), New(x).Tag(read("x", text)))
	want := map[string]string{
		"Kommunen söker årligen statliga medel.":                 "finances",
		"Växeln har öppet till fem.":                             "",
		"En finansiell rapport finansieras inte.":                "",
		"Projekten betalas med pengar ur unionens olika fonder.": "finances",
		"Kostnaderna ryms inom ramen.":                           "finances",
		"Nämnden ansvarar för att insatserna finansieras.":       "finances",
	}
	for sentence, tags := range want {
		if !strings.HasSuffix(got[sentence], tags) || tags == "" && got[sentence] != "" {
			t.Errorf("%q is tagged %q, want %q", sentence, got[sentence], tags)
		}
	}
	defs := x.Definitions()
	if last := defs[len(defs)-1]; last.Name != "finances" || last.Label["sv"] != "Pengar" || last.Label["en"] != "Finances" {
		t.Errorf("definition %+v", last)
	}
	if len(defs) != len(Default().Definitions())+1 {
		t.Errorf("%d definitions", len(defs))
	}
}

// An added tag does not change what the others are given.
func TestAddedTagLeavesTheOthers(t *testing.T) {
	x, err := Load("min.yaml", []byte(finances))
	if err != nil {
		t.Fatal(err)
	}
	plain, added := New(Default()), New(x)
	for _, l := range labelled(t) {
		var rest []string
		for _, tag := range added.Tag(l.doc) {
			if tag.Name != "finances" {
				rest = append(rest, tag.Name+l.doc.SentenceText(tag.Sentence))
			}
		}
		var want []string
		for _, tag := range plain.Tag(l.doc) {
			want = append(want, tag.Name+l.doc.SentenceText(tag.Sentence))
		}
		if strings.Join(rest, "|") != strings.Join(want, "|") {
			t.Fatalf("%s is tagged differently", l.doc.ID)
		}
	}
}

func TestReplacedTag(t *testing.T) {
	x, err := Load("min.yaml", []byte("schema: 1\nextends: default\ntags:\n  - name: goals\n    label: {sv: Målbild}\n    cues: [visionen]\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := read("x", "Arbetet syftar till trygghet.\nVisionen talar om trygghet.\n")
	if got := tagsOf(d, New(x).Tag(d)); got["Arbetet syftar till trygghet."] != "" || got["Visionen talar om trygghet."] != "goals" {
		t.Errorf("tags %v", got)
	}
	if n := len(x.Definitions()); n != len(Default().Definitions()) {
		t.Errorf("%d definitions", n)
	}
}

func TestChildTag(t *testing.T) {
	x, err := Load("min.yaml", []byte("schema: 1\nextends: default\ntags:\n  - name: housing\n    parent: goals\n    label: {sv: Bostäder}\n    cues: [bostäder*]\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := read("x", "Arbetet ska ge fler bostäder.\nAntalet bostäder var lågt 2019.\nVi ska bygga:\n- Små bostäder\n- Radhus\n")
	tags := New(x).Tag(d)
	got := tagsOf(d, tags)
	want := map[string]string{"Arbetet ska ge fler bostäder.": "goals housing", "Antalet bostäder var lågt 2019.": ""}
	for sentence, names := range want {
		if got[sentence] != names {
			t.Errorf("%q is tagged %q, want %q", sentence, got[sentence], names)
		}
	}
	for _, tag := range tags {
		if parent := map[bool]string{true: "goals"}[tag.Name == "housing"]; tag.Parent != parent {
			t.Errorf("the parent of %s is %q", tag.Name, tag.Parent)
		}
	}
}

func TestLoadStandsAlone(t *testing.T) {
	x, err := Load("min.yaml", []byte("schema: 1\ntags:\n  - name: children\n    label: {sv: Barnperspektiv}\n    cues: [barn*, \"unga|ungdomar\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := read("x", "Barnens bästa beaktas.\nKommunstyrelsen ansvarar för planen.\n")
	tags := New(x).Tag(d)
	if len(tags) != 1 || tags[0].Name != "children" || tags[0].Evidence[0] != "cue:Barnens" {
		t.Errorf("tags %+v", tags)
	}
}

func TestLoadErrors(t *testing.T) {
	tag := "schema: 1\ntags:\n  - name: x\n    label: {sv: X}\n"
	tests := []struct{ name, yaml, want string }{
		{"empty", "", "t.yaml:1: the file is empty"},
		{"schema", "tags: []", "t.yaml:1: schema is 0"},
		{"no tags", "schema: 1\n", "t.yaml:1: there are no tags"},
		{"no YAML", "schema: 1\ntags: [\n", "t.yaml:"},
		{"unknown key", "schema: 1\ntags:\n  - name: x\n    cue: [a]\n", "t.yaml:4: field cue not found"},
		{"name", "schema: 1\ntags:\n  - name: Stora Mål\n", "t.yaml:3: \"Stora Mål\" is no tag name"},
		{"no name", "schema: 1\ntags:\n  - label: {sv: X}\n    cues: [a]\n", "is no tag name"},
		{"twice", tag + "    cues: [a]\n  - name: x\n    label: {sv: X}\n    cues: [b]\n", "t.yaml:6: the tag x is defined twice"},
		{"no label", "schema: 1\ntags:\n  - name: x\n    cues: [a]\n", "t.yaml:3: the tag x has no label"},
		{"nothing", tag, "t.yaml:3: the tag x has no cues"},
		{"parent", tag + "    parent: y\n    cues: [a]\n", "t.yaml:5: the parent y of x is no tag above it"},
		{"parent below", "schema: 1\ntags:\n  - name: x\n    parent: y\n    label: {sv: X}\n    cues: [a]\n  - name: y\n    label: {sv: Y}\n    cues: [b]\n",
			"t.yaml:4: the parent y of x is no tag above it"},
		{"parent of itself", tag + "    parent: x\n    cues: [a]\n", "t.yaml:5: the parent x of x is no tag above it"},
		{"threshold", tag + "    cues: [a]\n    threshold: 1.5\n", "t.yaml:6: threshold is 1.5"},
		{"number", tag + "    cues: [a]\n    bias: many\n", "t.yaml:6: a number between"},
		{"class", tag + "    cues: [\"{nope} a\"]\n", "t.yaml:5: \"{nope} a\": there is no word class {nope}"},
		{"gap at the end", tag + "    cues:\n      - a\n      - b ...\n", "t.yaml:7: \"b ...\" ends in a gap"},
		{"star inside", tag + "    cues: [a*b]\n", "t.yaml:5: \"a*b\": \"a*b\" is no word"},
		{"null", tag + "    cues: [a, ~]\n", "t.yaml:5: a text is expected here"},
		{"rule without weight", tag + "    rules:\n      - cue: a\n", "t.yaml:6: the rule has no weight"},
		{"rule without anything", tag + "    rules:\n      - weight: 1\n", "t.yaml:3: the rule has neither cue nor if"},
		{"condition", tag + "    rules:\n      - {if: [subject:thing], weight: 1}\n", "t.yaml:6: there is no condition \"subject:thing\"; there are subject:body"},
		{"condition kind", tag + "    rules:\n      - {if: [weather], weight: 1}\n", "t.yaml:6: there is no condition \"weather\""},
		{"actor kind", tag + "    cues: [a]\nactors:\n  king: kung\n", "t.yaml:7: there is no kind of actor \"king\""},
		{"subject kind", tag + "    cues: [a]\nsubjects:\n  king: [kung]\n", "t.yaml:7: there is no condition \"subject:king\""},
		{"class in itself", tag + "    cues: [a]\nwords:\n  a: \"{b}\"\n  b: \"{a}\"\n", "holds itself"},
		{"extends", "schema: 1\nextends: other\n" + tag[len("schema: 1\n"):], "t.yaml:2: extends is \"other\""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load("t.yaml", []byte(tt.yaml))
			if !errors.Is(err, ErrTaxonomy) {
				t.Fatalf("error is %v", err)
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error is %q, want %q", err, tt.want)
			}
		})
	}
}

func TestDefault(t *testing.T) {
	data := DefaultYAML()
	if x, err := Load("kopia.yaml", data); err != nil || len(x.tags) != len(Default().tags) {
		t.Fatalf("the copy of the built-in taxonomy cannot be read: %v", err)
	}
	clear(data)
	if bytes.Equal(data, defaultYAML) {
		t.Error("DefaultYAML hands out the embedded bytes")
	}
	want := []string{"goals", "responsibility", "follow-up", "partner-towns"}
	defs := Default().Definitions()
	for i, name := range want {
		if defs[i].Name != name || defs[i].Label["sv"] == "" || defs[i].Label["en"] == "" {
			t.Errorf("definition %d is %+v, want %s with labels", i, defs[i], name)
		}
	}
	defs[0].Label["sv"] = "annat"
	if Default().Definitions()[0].Label["sv"] != "Mål" {
		t.Error("Definitions hands out the taxonomy's own labels")
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(finances))
	f.Add([]byte("schema: 1\ntags:\n  - name: x\n    label: {sv: X}\n    cues: [\"^ a ..3 b|c* $\"]\n"))
	f.Add([]byte("schema: 1\nwords: {a: \"b *c !d\"}\ntags: [{name: x, label: {sv: X}, rules: [{if: [word:a], weight: 2}]}]\n"))
	f.Add([]byte("a: &a [*a]"))
	d := read("x", "## Mål\nNämnden ska söka medel för a b c.\n- d\n")
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := Load("f.yaml", data)
		if err != nil {
			if !errors.Is(err, ErrTaxonomy) || !strings.Contains(err.Error(), "f.yaml:") {
				t.Fatalf("error is %v", err)
			}
			return
		}
		for _, tag := range New(x).Tag(d) {
			if tag.Sentence < 0 || tag.Sentence >= len(d.Sentences) || tag.By != policy.ByProgram {
				t.Fatalf("tag %+v", tag)
			}
		}
	})
}
