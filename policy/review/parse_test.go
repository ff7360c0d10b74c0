package review

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/styrdok/styrdok/policy"
)

var someTags = []string{"goals", "funding", "responsibility"}

const head = "document\tkind\tname\tvalue\tverdict\tcorrection\tquote\n"

func TestParse(t *testing.T) {
	data := head +
		"plan\ttag\tgoals\t\tremove\t\tVi vill.\n" +
		"plan\ttag\tgoals\t\t\t\tUtan utlåtande.\n" +
		"plan\ttagg\tgoals\t\tÄndra\tfunding, responsibility\tVi vill.\n" +
		"plan\tmening\t\t\tlägg till\tgoals\tVi ska.\n" +
		"plan\tsentence\t\t\tkeep\t\tVi ska.\n" +
		"plan\ttag\tfunding\t\tadd\t\tVi betalar.\n" +
		"plan\tfact\tpartner_towns\tTime | NO\tchange\tTime | GB | dormant\tVänorten Time.\n" +
		"plan\tuppgift\tdate\t2014\tbehåll\tstruntas i\t'=2014\n" +
		"plan\tfact\tpartner_towns\t\tundo\tTime | NO\tVänorten Time.\n"
	got, err := Parse("r.tsv", []byte(data), someTags)
	if err != nil {
		t.Fatal(err)
	}
	tag := func(v Verdict, name, quote string, line int) Correction {
		return Correction{Schema: 1, Document: "plan", Kind: KindTag, Verdict: v, Name: name, Quote: quote, Line: line}
	}
	fact := Correction{Schema: 1, Document: "plan", Kind: KindFact, Name: "partner_towns", Quote: "Vänorten Time."}
	changed, undone, date := fact, fact, fact
	changed.Verdict, changed.Value, changed.Correction, changed.Line = Change, "Time | NO", "Time | GB | dormant", 8
	undone.Verdict, undone.Value, undone.Line = Undo, "Time | NO", 10
	date.Name, date.Verdict, date.Value, date.Quote, date.Line = "date", Keep, "2014", "=2014", 9
	want := []Correction{tag(Remove, "goals", "Vi vill.", 2), tag(Remove, "goals", "Vi vill.", 4), tag(Add, "funding", "Vi vill.", 4),
		tag(Add, "responsibility", "Vi vill.", 4), tag(Add, "goals", "Vi ska.", 5), tag(Add, "funding", "Vi betalar.", 7), changed, date, undone}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseNamesEachBadLine(t *testing.T) {
	for row, want := range map[string]string{
		"plan\ttag\tgoals\t\tmaybe\t\tVi vill.":                        `verdict "maybe": want keep, remove, add, change or undo`,
		"plan\ttag\tgoals\t\t\tfunding\tVi vill.":                      "there is a correction, but no verdict: want add or change",
		"\ttag\tgoals\t\tkeep\t\tVi vill.":                             "the document is not named",
		"plan\tword\tgoals\t\tkeep\t\tVi vill.":                        `kind "word": want tag, fact or sentence`,
		"plan\ttag\tgoals\t\tkeep\t\t…":                                "the quote is empty",
		"plan\ttag\t\t\tkeep\t\tVi vill.":                              "the tag is not named",
		"plan\ttag\tgoals\t\tchange\t\tVi vill.":                       `verdict "change": the correction names no tag`,
		"plan\ttag\tgoals\t\tchange\tklimat\tVi vill.":                 `there is no tag "klimat"; there are goals, funding, responsibility`,
		"plan\tsentence\t\t\tremove\t\tVi vill.":                       `verdict "remove" on a sentence without a tag: want add, and the tag as correction`,
		"plan\tfact\tmood\tgod\tkeep\t\tVi vill.":                      `there is no fact "mood" that can be corrected; there are title, kind,`,
		"plan\tfact\tpartner_towns\t\tadd\tTime | no\tTime.":           `country "no": want two capital letters of ISO 3166-1, such as NO`,
		"plan\tfact\tpartner_towns\t\tadd\tTime | NO | sleepy\tTime.":  `status "sleepy": want one of active, dormant, ended, unknown`,
		"plan\tfact\tpartner_towns\t\tadd\tTime | NO | active | x\tT.": `correction "Time | NO | active | x" has 4 parts: want name | country | status`,
		"plan\tfact\tpartner_towns\t\tadd\t\tTime.":                    "the correction is empty: want name | country | status",
		"plan\tfact\tpartner_towns\t\tadd\tTime\t":                     "the quote is empty; a fact needs one that stands in the document",
		"plan\tfact\tpartner_towns\t\tremove\t\tTime.":                 `verdict "remove": the row has no value`,
		"plan\tfact\tdate\t2014\tchange\t2014-02-31\tden":              `date "2014-02-31": want 2014, 2014-02 or 2014-02-13`,
		"plan\tfact\tdates\t2014 | adopted\tchange\t2014 | made\tden":  `role "made": want one of adopted, revised,`,
		"plan\tfact\tfollow_up\t\tadd\tyearly | planen\tden":           `interval "yearly": want an ISO 8601 duration such as P1Y or P6M, or mandate-period`,
		"plan\tfact\tstatus\tunknown\tchange\tlost\tden":               `status "lost": want one of in-force,`,
		"plan\tfact\tpartner_towns_stated_count\t2\tchange\ttwo\tden":  `number "two": want a number`,
		"plan\tfact\tpartner_towns_status\tactive\tchange\tended\tden": `status "ended": want one of active, dormant, none,`,
	} {
		got, err := Parse("r.tsv", []byte(head+"plan\ttag\tgoals\t\tkeep\t\tVi vill.\n"+row+"\n"), someTags)
		if err == nil || got != nil || !strings.HasPrefix(err.Error(), "r.tsv:3: "+want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want %s", row, err, want)
		}
	}
	_, err := Parse("r.tsv", []byte(head+"plan\tx\t\t\tkeep\t\t\n\nplan\ttag\tgoals\t\tno\t\tx\n"), someTags)
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.Contains(err.Error(), "\nr.tsv:4: ") {
		t.Errorf("not each line: %v", err)
	}
	if _, err := ParseCells("r.xlsx", [][]string{{"a"}}, someTags); err == nil || !strings.Contains(err.Error(), `r.xlsx:1: there is no column "document"`) {
		t.Error(err)
	}
}

func TestMerge(t *testing.T) {
	tag := func(v Verdict, quote string) Correction {
		return Correction{Document: "plan", Kind: KindTag, Name: "goals", Verdict: v, Quote: quote, Prefix: "Före det här. ", Suffix: " Efter."}
	}
	stored := Merge(nil, []Correction{tag(Keep, "Vi vill."), tag(Remove, "Vi ska.")})
	later := Merge(stored, []Correction{tag(Remove, "vi  vill"), tag(Undo, "Vi ska."), tag(Add, "Vi bör.")})
	want := []Correction{tag(Add, "Vi bör."), tag(Remove, "vi  vill")}
	if diff := cmp.Diff(want, later, cmpopts.IgnoreFields(Correction{}, "Schema")); diff != "" {
		t.Error(diff)
	}
	title := func(v Verdict, value, to string) Correction {
		return Correction{Document: "plan", Kind: KindFact, Name: "title", Verdict: v, Value: value, Correction: to}
	}
	if got := Merge([]Correction{title(Change, "Plan", "Min plan")}, []Correction{title(Keep, "Plan", "")}); len(got) != 1 || got[0].Verdict != Keep {
		t.Errorf("a document with two titles: %+v", got)
	}
}

func TestDecodeErrors(t *testing.T) {
	const good = `{"schema":1,"document":"plan","kind":"tag","name":"goals","verdict":"keep","quote":"Vi vill."}` + "\n"
	if got, err := Decode([]byte(good + "\n")); err != nil || len(got) != 1 || got[0].Line != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	for bad, want := range map[string]string{
		`{"schema":`: "line 2: the corrections cannot be read: unexpected end of JSON input",
		`{"schema":2,"document":"plan","kind":"tag","name":"goals","verdict":"keep"}`:      "line 2: the corrections cannot be read: schema 2",
		`{"schema":1,"document":"plan","kind":"tag","name":"goals","verdict":"undo"}`:      `line 2: the corrections cannot be read: undo goals of tag "plan"`,
		`{"schema":1,"document":"plan","kind":"fact","name":"goals","verdict":"keep"}`:     `line 2: the corrections cannot be read: keep goals of fact "plan"`,
		`{"schema":1,"document":"plan","kind":"sentence","name":"goals","verdict":"keep"}`: `line 2: the corrections cannot be read: keep goals of sentence "plan"`,
	} {
		if _, err := Decode([]byte(good + bad)); err == nil || err.Error() != want {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// table writes rows as a CSV file.
func table(rows []Row) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(Columns())
	for _, r := range rows {
		_ = w.Write(r.Cells())
	}
	w.Flush()
	return b.Bytes()
}

func TestRows(t *testing.T) {
	d := withTowns()
	d.Tags = []policy.Tag{{Name: "partner-towns", Sentence: 0, By: policy.ByProgram}}
	stored := []Correction{
		{Schema: 1, Document: "plan", Kind: KindTag, Name: "partner-towns", Verdict: Remove, Quote: "vänorter är time i norge och lejre i danmark", Note: "nej"},
		{Schema: 1, Document: "plan", Kind: KindTag, Name: "goals", Verdict: Keep, Quote: "Som är borta."},
		{Schema: 1, Document: "plan", Kind: KindFact, Name: "partner_towns", Verdict: Change, Value: "Time | NO | active", Correction: "Time | GB",
			Quote: "Vänorter är Time i Norge och Lejre i Danmark."},
	}
	var got []string
	for _, r := range Rows(d, stored, RowOptions{All: true}) {
		c := r.Cells()
		got = append(got, strings.Join(append(append([]string{c[1]}, c[3:6]...), c[7], c[8], c[9], c[10], c[11]), ";"))
	}
	want := []string{"1;tag;partner-towns;;remove;;nej;person;", "1;sentence;;;;;;;", "1;sentence;;;;;;;", "1;fact;date;2014-02-13;;;;program;",
		"1;fact;partner_towns;Time | NO | active;change;Time | GB;;person;", "1;fact;partner_towns;Lejre | DK | active;;;;program;",
		"1;fact;follow_up;P1Y | arbetet;;;;program;", ";tag;goals;;keep;;;person;gone"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What was exported with verdicts comes back as the same verdicts, and adds nothing.
func TestExportAndImportAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := generate(t)
		var said []Correction
		for _, r := range Rows(d, nil, RowOptions{All: true}) {
			c := r.Correction
			c.Note = rapid.SampledFrom([]string{"", "=1+1", "säger \"nej\";", "a\tb\nc"}).Draw(t, "note")
			switch v := rapid.SampledFrom([]Verdict{"", Keep, Remove, Add}).Draw(t, "verdict"); {
			case v == "":
			case c.Kind == KindSentence:
				c.Kind, c.Name, c.Verdict = KindTag, "responsibility", Add
				said = append(said, c)
			default:
				c.Verdict = v
				said = append(said, c)
			}
		}
		stored := Merge(nil, said)
		back, err := Parse("r.csv", table(Rows(d, stored, RowOptions{})), someTags)
		if err != nil {
			t.Fatal(err)
		}
		ignore := cmpopts.IgnoreFields(Correction{}, "Line", "SHA256", "Prefix", "Suffix")
		again := Merge(stored, back)
		if diff := cmp.Diff(stored, again, ignore, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		cells := [][]string{Columns()}
		for _, r := range Rows(d, stored, RowOptions{}) {
			cells = append(cells, r.Cells())
		}
		sheet, err := ParseCells("r.xlsx", cells, someTags)
		if err != nil || len(sheet) != len(back) {
			t.Fatalf("%d from a sheet, %d from CSV; %v", len(sheet), len(back), err)
		}
	})
}

// Whatever a table holds: corrections that can be stored and applied, or an error that names the line.
func FuzzParse(f *testing.F) {
	f.Add(head+"plan\ttag\tgoals\t\tremove\t\tVi vill.\n", "Vi vill. Vi ska.")
	f.Add(head+"plan\tfact\tpartner_towns\tTime | NO\tchange\tTime | GB\tVi vill.\n", "Vi vill.")
	f.Add("document;kind;name;verdict;correction;quote\nplan;fact;date;add;2014;vill\nplan;mening;;add;goals;vi", "Vi vill.")
	f.Fuzz(func(t *testing.T, data, text string) {
		got, err := Parse("r", []byte(data), someTags)
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !strings.HasPrefix(line, "r:") || got != nil {
					t.Fatalf("%d corrections, %q", len(got), line)
				}
			}
			return
		}
		stored := Merge(nil, got)
		encoded, err := Encode(stored)
		if err != nil {
			t.Fatal(err)
		}
		decoded, err := Decode(encoded)
		if err != nil || cmp.Diff(stored, decoded, cmpopts.IgnoreFields(Correction{}, "Line"), cmpopts.EquateEmpty()) != "" {
			t.Fatalf("%v\n%s", err, cmp.Diff(stored, decoded))
		}
		d := document(strings.Split(strings.ToValidUTF8(text, ""), ".")...)
		amended, _ := Apply(d, stored)
		for _, tag := range amended.Tags {
			if tag.Sentence < 0 || tag.Sentence >= len(d.Sentences) {
				t.Fatalf("tag of sentence %d of %d", tag.Sentence, len(d.Sentences))
			}
		}
		for _, x := range factsOf(&amended.Facts) {
			if e := x.evidence; e.Span.Len() > 0 && d.Text[e.Span.Start:e.Span.End] != e.Quote {
				t.Fatalf("quote %q is not in the text", e.Quote)
			}
		}
	})
}

// FuzzDecode: a damaged file gives an error, never something else.
func FuzzDecode(f *testing.F) {
	f.Add(`{"schema":1,"document":"plan","kind":"tag","name":"goals","verdict":"keep","quote":"Vi vill."}`)
	f.Fuzz(func(t *testing.T, data string) {
		got, err := Decode([]byte(data))
		if err != nil {
			return
		}
		encoded, err := Encode(got)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Decode(encoded)
		if err != nil || cmp.Diff(got, again, cmpopts.IgnoreFields(Correction{}, "Line"), cmpopts.EquateEmpty()) != "" {
			t.Fatalf("%v", err)
		}
	})
}
