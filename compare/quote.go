package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy"
)

// contextRunes is how much text a quote shows on each side at most: about four lines, enough to judge it by.
const contextRunes = 400

// A candidate is a quote with what it is judged by: what other quotes that say the same have too, and how well it speaks.
type candidate struct {
	Quote
	key      string
	strength float64
}

// quotesOf returns the quotes of d for tag: the sentences that carry one of names (the tag with its sub-tags), the strongest
// first.
func quotesOf(d *policy.Document, tag Tag, names map[string]bool) []candidate {
	subject := subjectOf(tag)
	best, themes := make(map[int]policy.Tag), make(map[int][]string)
	var order []int
	for _, t := range d.Tags {
		if !names[t.Name] || t.Sentence < 0 || t.Sentence >= len(d.Sentences) || !inText(d, d.Sentences[t.Sentence].Span) {
			continue
		}
		if t.Name != tag.Name && !slices.Contains(themes[t.Sentence], t.Name) {
			themes[t.Sentence] = append(themes[t.Sentence], t.Name)
		}
		old, seen := best[t.Sentence]
		if !seen {
			order = append(order, t.Sentence)
		}
		if !seen || t.By == policy.ByPerson && old.By != policy.ByPerson || t.By == old.By && t.Score > old.Score {
			best[t.Sentence] = t
		}
	}
	facts, opens := factSpans(d, subject), make(map[int]bool)
	for _, i := range order {
		opens[d.Sentences[i].Opener] = true
	}
	quotes := make([]candidate, 0, len(order))
	for _, i := range order {
		q := newCandidate(d, i, best[i], subject)
		slices.Sort(themes[i])
		q.Themes = themes[i]
		if slices.ContainsFunc(facts, q.Span.Overlaps) {
			q.strength += factBonus
		}
		if opens[i] {
			q.strength -= shapePenalty // its items carry it along
		}
		quotes = append(quotes, q)
	}
	slices.SortStableFunc(quotes, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return quotes
}

// newCandidate returns sentence i of d as a quote on subject. Its words are looked for once.
func newCandidate(d *policy.Document, i int, t policy.Tag, subject string) candidate {
	q := newQuote(d, i, t)
	ws, opener := words(q.Quote), words(q.Opener)
	q.Binding = modalOf(slices.Concat(opener, ws))
	q.Negative = denies(subject, ws)
	return candidate{q, quoteKey(opener, ws, q.Quote), strength(&q, ws, subject, d.Sentences[i].Kind)}
}

// newQuote returns sentence i of d as a quote.
func newQuote(d *policy.Document, i int, t policy.Tag) Quote {
	s := d.Sentences[i]
	q := Quote{
		Document: d.ID, Citation: d.Cite(s.Span), Section: orEmpty(d.SectionPath(s.Section)),
		Score: t.Score, Evidence: orEmpty(t.Evidence), By: t.By,
	}
	if s.Opener >= 0 && s.Opener < len(d.Sentences) && s.Opener != i && inText(d, d.Sentences[s.Opener].Span) {
		q.Opener = d.SentenceText(s.Opener)
	}
	q.Before, q.After = contextOf(d, s.Passage, s.Span)
	return q
}

// contextOf returns what stands before and after span in its passage, and, where the passage holds no more on that side,
// in the passage next to it of the same section.
func contextOf(d *policy.Document, passage int, span policy.Span) (before, after string) {
	if passage < 0 || passage >= len(d.Passages) || !d.Passages[passage].Span.Contains(span) || !inText(d, d.Passages[passage].Span) {
		return "", ""
	}
	p := d.Passages[passage]
	start, end := p.Span.Start, p.Span.End
	if passage > 0 && start == span.Start {
		if n := d.Passages[passage-1]; n.Section == p.Section && n.Span.Start < start && inText(d, n.Span) {
			start = n.Span.Start
		}
	}
	if passage+1 < len(d.Passages) && end == span.End {
		if n := d.Passages[passage+1]; n.Section == p.Section && n.Span.End > end && inText(d, n.Span) {
			end = n.Span.End
		}
	}
	return cutLeft(d.Text[start:span.Start]), cutRight(d.Text[span.End:end])
}

// cutLeft returns the last runes of s, from a word's beginning and with "…" where something is left out.
func cutLeft(s string) string {
	s = strings.TrimSpace(s)
	n := utf8.RuneCountInString(s)
	if n <= contextRunes {
		return s
	}
	for ; n > contextRunes; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	if _, rest, ok := strings.Cut(s, " "); ok {
		s = rest
	}
	return "… " + s
}

// cutRight returns the first runes of s, to a word's end and with "…" where something is left out.
func cutRight(s string) string {
	s = strings.TrimSpace(s)
	i, n := 0, 0
	for i = range s {
		if n == contextRunes {
			break
		}
		n++
	}
	if n < contextRunes || utf8.RuneCountInString(s) == contextRunes {
		return s
	}
	s = s[:i]
	if j := strings.LastIndexByte(s, ' '); j > 0 {
		s = s[:j]
	}
	return s + " …"
}
