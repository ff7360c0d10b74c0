package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
)

// Bonuses and penalties order the quotes of a document whose scores lie close together. The strongest is the one that a
// reader would put first: it answers the question, it binds, and it can be understood alone.
const (
	factBonus    = 0.20 // a fact was found in it
	namesBonus   = 0.10 // it names what the tag stands for, as its subject
	mustBonus    = 0.15
	shouldBonus  = 0.10
	statesBonus  = 0.05
	shapePenalty = 0.20 // a table row, a fragment, or a sentence too long to take in
	frontPenalty = 0.15 // it begins with a clause or a word that leans on what stands before
	fewWords     = 4
	manyWords    = 60
	subjectWords = 6 // within which a sentence names its subject, or its verb
)

// leaning are first words of sentences that open a subordinate clause or point back.
var leaning = set("för", "då", "där", "när", "eftersom", "vid", "detta", "dessa", "genom", "här", "dock", "därför", "även",
	"samordningen", "uppgiften")

// strength says how well q, a quote of a sentence of this kind and of words ws, speaks for its document on a tag.
func strength(q *Quote, ws []string, tag string, kind policy.SentenceKind) float64 {
	s := q.Score
	switch q.Binding {
	case Must:
		s += mustBonus
	case Should:
		s += shouldBonus
	case States:
		s += statesBonus
	}
	for _, w := range ws[:min(len(ws), subjectWords)] {
		if hasStem(w, subjects[tag]) {
			s += namesBonus
			break
		}
	}
	if kind == policy.Row || len(ws) > manyWords || isFragment(q, ws) {
		s -= shapePenalty
	}
	if len(ws) > 0 && leaning[ws[0]] {
		s -= frontPenalty
	}
	return s
}

// isFragment reports whether q is no whole sentence by itself or with its opener.
func isFragment(q *Quote, words []string) bool {
	if strings.HasSuffix(q.Quote, ":") {
		return true // it opens a list
	}
	if q.Opener != "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(q.Quote)
	return len(words) < fewWords || unicode.IsLower(first)
}

// factSpans returns where the facts stand that belong to a tag.
func factSpans(d *policy.Document, tag string) []policy.Span {
	var spans []policy.Span
	add := func(e policy.Evidence) {
		if e.Span.Len() > 0 {
			spans = append(spans, e.Span)
		}
	}
	switch tag {
	case tagPartnerTowns:
		for _, t := range d.Facts.PartnerTowns {
			add(t.Evidence)
		}
	case tagFollowUp:
		for _, f := range d.Facts.FollowUp {
			if f.Interval != "" {
				add(f.Evidence)
			}
		}
	case tagResponsibility:
		for _, r := range d.Facts.Responsible {
			add(r.Evidence)
		}
	}
	return spans
}
