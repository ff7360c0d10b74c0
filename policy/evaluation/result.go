package evaluation

import (
	"math"
)

// A Result is what [Measure] returns; as JSON it is what `styrdok evaluate --format json` prints.
type Result struct {
	Schema int `json:"schema"`
	// All is over all tags and documents (micro average).
	All Score `json:"all"`
	// LowestTag is the least F1 of a tag.
	LowestTag float64 `json:"lowest_tag_f1"`
	// Tags are the scores by tag, by name; Documents those by document, by ID.
	Tags      []TagScore      `json:"tags"`
	Documents []DocumentScore `json:"documents"`
	// Mistakes are the quotes on which program and labels differ by half or more, by document.
	Mistakes []Mistake `json:"mistakes"`
	// NotLocated are the labels whose quote stands nowhere in its document; those required count as missed.
	NotLocated []Mistake `json:"not_located"`
	// NoDocument are the labels of documents that were not there; they count nowhere.
	NoDocument []Label `json:"-"`
	// Unlabelled are the documents without a label, which count nowhere.
	Unlabelled []string `json:"unlabelled_documents"`
	// Interval says how the intervals were made; nil if there are none.
	Interval *Bootstrap `json:"interval"`
}

// A Score is how well something was found, 0 to 1, rounded to four decimals.
type Score struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	// Interval is that of F1, nil where none was made: of a tag in one document.
	Interval *Interval `json:"f1_interval,omitempty"`
	Words    Counts    `json:"words"`
}

// An Interval is where a figure lies in the middle 95 of 100 draws; see the package documentation.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

func newScore(c Counts, interval *Interval) Score {
	return Score{round(c.Precision()), round(c.Recall()), round(c.F1()), interval, c}
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// A TagScore is how well a tag was found, and how well in each document in which it is required or was found.
type TagScore struct {
	Tag string `json:"tag"`
	Score
	Documents []DocumentScore `json:"documents"`
}

// A DocumentScore is how well tags were found in a document.
type DocumentScore struct {
	Document string `json:"document"`
	Score
}

// A Mistake is a quote on which program and labels differ.
type Mistake struct {
	Kind     Kind   `json:"kind"`
	Document string `json:"document"`
	Tag      string `json:"tag"`
	Quote    string `json:"quote"`
	// Page is where the quote stands, 0 if it was not located in the text.
	Page int `json:"page,omitempty"`
	// Line is the label's line in its file, and Level its level; 0 and "" of what is wrong.
	Line  int   `json:"line,omitempty"`
	Level Level `json:"level,omitempty"`
	// Evidence is why the program tagged what is wrong.
	Evidence []string `json:"evidence,omitempty"`
}

// Kind says what kind of mistake it is.
type Kind string

// The kinds of mistakes.
const (
	Missed     Kind = "missed"      // required, and not half of its words carry the tag
	Wrong      Kind = "wrong"       // tagged, and not half of its words may be
	NotLocated Kind = "not-located" // labelled, but the quote stands nowhere in the document
)

// summarize adds up what was measured.
func (r *Result) summarize(ms []*measured, tags []string, opts Options) {
	draw := newBootstrap(opts)
	r.Interval = draw.settings()
	all := make([]int, len(tags))
	for i := range tags {
		all[i] = i
	}
	r.All = draw.score(ms, all)
	r.LowestTag, r.Tags, r.Documents = 1, []TagScore{}, []DocumentScore{}
	for i, tag := range tags {
		t := TagScore{Tag: tag, Score: draw.score(ms, []int{i}), Documents: []DocumentScore{}}
		for _, m := range ms {
			if c := total(m.units[i]); c.Predicted+c.Required > 0 {
				t.Documents = append(t.Documents, DocumentScore{m.doc.ID, newScore(c, nil)})
			}
		}
		r.Tags = append(r.Tags, t)
		r.LowestTag = min(r.LowestTag, t.F1)
	}
	for _, m := range ms {
		r.Documents = append(r.Documents, DocumentScore{m.doc.ID, draw.score([]*measured{m}, all)})
	}
}

func total(units []Counts) Counts {
	var c Counts
	for _, u := range units {
		c.plus(u)
	}
	return c
}
