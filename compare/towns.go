package compare

import "github.com/styrdok/styrdok/policy"

// applyTownStatus lets the first document that knows how things stand with the partner towns decide the state, and sees to
// it that the sentence by which it is known is among the quotes.
func (c *Cell) applyTownStatus(g *group, seen map[string]int) {
	d := townStatus(g)
	if d == nil {
		if c.State == SaysNot {
			c.Detail = "none"
		}
		return
	}
	status := d.Facts.PartnerTownsStatus
	c.State = Says
	switch status.Value {
	case "dormant", "none":
		c.State, c.Detail = SaysNot, status.Value
	case "mentioned-unnamed":
		c.Detail = status.Value
	}
	e := status.Evidence
	if e.Quote == "" {
		return
	}
	for i := range c.Quotes {
		if q := &c.Quotes[i]; q.Document == d.ID && q.Span.Overlaps(e.Span) {
			q.Negative = q.Negative || c.State == SaysNot
			return
		}
	}
	if key := quoteKey(nil, words(e.Quote), e.Quote); !has(seen, key) {
		c.addQuote(Quote{
			Document: d.ID, Citation: e.Citation, Section: []string{}, Score: e.Confidence, Evidence: []string{}, By: e.By,
			Binding: bindingOf(e.Quote, ""), Negative: c.State == SaysNot,
		}, key, seen)
	}
}

func has[V any](m map[string]V, key string) bool {
	_, ok := m[key]
	return ok
}

// townStatus returns the first document of g, in order of rank, that says how things stand with the partner towns; nil if
// none does. A mention without names says little: a document further down that says more goes before it, unless it is the
// older of the two.
func townStatus(g *group) *policy.Document {
	var mention *policy.Document
	for _, d := range g.docs {
		switch d.Facts.PartnerTownsStatus.Value {
		case "active", "dormant", "none":
			if mention == nil || !olderThan(d, mention) {
				return d
			}
		case "mentioned-unnamed":
			if mention == nil {
				mention = d
			}
		}
	}
	return mention
}

// olderThan reports whether both documents have a date and a's is the earlier one.
func olderThan(a, b *policy.Document) bool {
	x, y := a.Facts.Date.Value, b.Facts.Date.Value
	return x != "" && y != "" && x < y
}
