package segment

import "github.com/styrdok/styrdok/policy"

// splitPassages splits passages of more than maxPassageWords between sentences.
func splitPassages(d *policy.Document) {
	var out []policy.Passage
	for _, p := range d.Passages {
		out = append(out, splitPassage(d, p)...)
	}
	d.Passages = out
	for i, p := range out {
		for j := p.First; j < p.Last; j++ {
			d.Sentences[j].Passage = i
		}
	}
}

// splitPassage returns p in parts of about equal length.
func splitPassage(d *policy.Document, p policy.Passage) []policy.Passage {
	total := 0
	for i := p.First; i < p.Last; i++ {
		total += words(d.SentenceText(i))
	}
	if total <= maxPassageWords {
		return []policy.Passage{p}
	}
	var out []policy.Passage
	first, count := p.First, 0
	for i := p.First; i < p.Last; i++ {
		n := words(d.SentenceText(i))
		if count > 0 && count+n > maxPassageWords {
			out = append(out, cutPassage(d, p, first, i))
			first, count = i, 0
		}
		count += n
	}
	return append(out, cutPassage(d, p, first, p.Last))
}

// cutPassage returns the part of p that holds the sentences from first to last.
func cutPassage(d *policy.Document, p policy.Passage, first, last int) policy.Passage {
	q := p
	q.First, q.Last = first, last
	if first > p.First {
		q.Span.Start = d.Sentences[first].Span.Start
	}
	if last < p.Last {
		q.Span.End = d.Sentences[last-1].Span.End
	}
	return q
}
