package evaluation

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A factsMeasure measures the facts of one document.
type factsMeasure struct {
	doc      *policy.Document
	record   policy.FactsRecord
	gold     goldFacts
	count    FactsCount
	mistakes []FactMistake
}

func (m *factsMeasure) all() {
	m.scalars()
	if m.gold.Towns != nil {
		m.towns()
	}
	if m.gold.FollowUp != nil {
		m.intervals()
	}
	if m.gold.Responsible != nil {
		m.bodies()
	}
	for _, t := range m.record.PartnerTowns {
		m.faithful("partner_towns", t.Evidence)
	}
	for _, f := range m.record.FollowUp {
		m.faithful("follow_up", f.Evidence)
	}
	for _, d := range m.record.Responsible {
		m.faithful("responsible", d.Evidence)
	}
}

func (m *factsMeasure) mistake(kind, fact, want, got string) {
	m.mistakes = append(m.mistakes, FactMistake{kind, m.doc.ID, fact, want, got})
}

// ask counts a fact that the gold names.
func (m *factsMeasure) ask(fact, want, got string, right bool) {
	m.count.Asked++
	if right {
		m.count.Right++
	} else {
		m.mistake("wrong", fact, want, got)
	}
}

func (m *factsMeasure) invented(fact, got string) {
	m.count.Invented++
	m.mistake("invented", fact, "", got)
}

// scalars compares the facts of one value, as JSON names them.
func (m *factsMeasure) scalars() {
	var got map[string]any
	data, err := json.Marshal(m.record)
	if err == nil {
		err = json.Unmarshal(data, &got)
	}
	if err != nil {
		return // a record is plain data: it cannot fail
	}
	for _, name := range scalarNames {
		if want, asked := m.gold.scalars[name]; asked {
			m.ask(name, show(want), show(got[name]), foldValue(want) == foldValue(got[name]))
		}
	}
}

// show writes a scalar of JSON for people.
func show(v any) string {
	if v == nil {
		return "nothing"
	}
	return fmt.Sprint(v)
}

// foldValue returns the words of a scalar as they are compared; "" of null.
func foldValue(v any) string {
	if v == nil {
		return ""
	}
	return foldWords(fmt.Sprint(v))
}

func foldWords(s string) string {
	var out []string
	for _, w := range words(s) {
		out = append(out, w.text)
	}
	return strings.Join(out, " ")
}

func (m *factsMeasure) towns() {
	key := func(name, country string) string { return foldWords(name) + " (" + country + ")" }
	var got, want []string
	for _, t := range m.record.PartnerTowns {
		got = append(got, key(t.Name, t.Country))
	}
	for _, t := range *m.gold.Towns {
		want = append(want, key(t.Name, t.Country))
		m.ask("partner_towns", key(t.Name, t.Country), strings.Join(got, ", "), slices.Contains(got, key(t.Name, t.Country)))
	}
	if len(want) == 0 {
		m.ask("partner_towns", "none", strings.Join(got, ", "), len(got) == 0)
	}
	for _, t := range got {
		if !slices.Contains(want, t) {
			m.invented("partner_towns", t)
		}
	}
}

func (m *factsMeasure) intervals() {
	var got []string
	for _, f := range m.record.FollowUp {
		if f.Interval != nil && !slices.Contains(got, *f.Interval) {
			got = append(got, *f.Interval)
		}
	}
	known := slices.Clone(m.gold.FollowUpAcceptable)
	for _, f := range *m.gold.FollowUp {
		known = append(known, f.Interval)
		m.ask("follow_up", f.Interval, strings.Join(got, ", "), slices.Contains(got, f.Interval))
	}
	for _, i := range got {
		if !slices.Contains(known, i) {
			m.invented("follow_up", i)
		}
	}
}

// faithful counts an item whose quote does not stand in the text, at the place that it names, or in the furniture.
func (m *factsMeasure) faithful(fact string, e policy.Evidence) {
	if e.Quote != "" && (e.Span.Len() > 0 && e.Span.Start >= 0 && e.Span.End <= len(m.doc.Text) && m.doc.Text[e.Span.Start:e.Span.End] == e.Quote ||
		e.Span.Len() == 0 && slices.ContainsFunc(m.doc.Furniture, func(f policy.Furniture) bool { return strings.Contains(f.Text, e.Quote) })) {
		return
	}
	m.count.Unfaithful++
	m.mistake("unfaithful", fact, "", e.Quote)
}
