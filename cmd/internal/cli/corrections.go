package cli

import (
	"fmt"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

// correctionsName is what the corrections of people are called in the index.
const correctionsName = "corrections.jsonl"

// corrections returns what people corrected in the documents of the index; nothing if there is no such file.
func (a *app) corrections() ([]review.Correction, error) {
	data, err := index.Corrections(a.config.Index, a.engine())
	if isNotFolder(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	list, err := review.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s/%s: %w", a.config.Index, correctionsName, err)
	}
	return list, nil
}

// writeCorrections replaces the file of corrections, whole or not at all.
func (a *app) writeCorrections(list []review.Correction) error {
	data, err := review.Encode(list)
	if err != nil {
		return err
	}
	return index.SetCorrections(a.config.Index, a.engine(), data)
}

// amended returns d as people corrected it.
func amended(d *policy.Document, corrections []review.Correction) *policy.Document {
	d, _ = review.Apply(d, corrections)
	return d
}

// corrected returns c, which was read with err, with the corrections of the index applied.
func (a *app) corrected(c *styrdok.Collection, err error) (*styrdok.Collection, error) {
	if err != nil {
		return nil, err
	}
	corrections, err := a.corrections()
	if err != nil {
		return nil, err
	}
	a.amend(c, corrections)
	return c, nil
}

// amend applies corrections to the documents of c, tells which could not be applied, and returns how many say what the
// program now says itself.
func (a *app) amend(c *styrdok.Collection, corrections []review.Correction) (needless int) {
	for i, d := range c.Documents {
		var conflicts []review.Conflict
		c.Documents[i], conflicts = review.Apply(d, corrections)
		needless += a.tellConflicts(conflicts)
	}
	return needless
}

// tellConflicts names the corrections that could not be applied, and returns how many are needless.
func (a *app) tellConflicts(conflicts []review.Conflict) (needless int) {
	for _, x := range conflicts {
		if x.Problem == review.Agrees {
			needless++
			continue
		}
		a.tellConflict(x)
	}
	return needless
}

// tellNeedless tells of n corrections that say what the program says itself.
func (a *app) tellNeedless(n int) {
	if n > 0 {
		a.log.Info("the program now says what people corrected; \"review export\" shows where", "corrections", n)
	}
}

// problems say why a correction was not applied.
var problems = map[review.Problem]string{
	review.Gone:      "the quote does not stand in the document",
	review.Ambiguous: "the quote stands at several places, and the context does not tell which is meant",
	review.Moved:     "the value is read at another place now",
}

// tellConflict names a correction that could not be applied.
func (a *app) tellConflict(x review.Conflict) {
	a.log.Warn("correction not applied", "document", x.Document, "kind", string(x.Kind), "name", x.Name, "verdict", string(x.Verdict),
		"quote", firstWords(x.Quote), "reason", problems[x.Problem])
}

// firstWords returns the beginning of a quote, enough to know it by.
func firstWords(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
