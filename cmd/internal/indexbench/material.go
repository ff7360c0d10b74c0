package main

import (
	"math/rand/v2"
	"strings"

	"github.com/styrdok/styrdok/cmd/internal/corpus"
	"github.com/styrdok/styrdok/policy"
)

// tagsBySection are the tags that the passages under a heading get.
var tagsBySection = map[string]string{
	"Mål": "goals", "Syfte": "goals", "Ansvar": "responsibility", "Genomförande": "responsibility", "Uppföljning": "follow-up", "Vänorter": "partner-towns",
}

// document returns a made document as it would be read: reading is not what is measured here.
func document(d *corpus.Document) *policy.Document {
	doc := &policy.Document{ID: strings.TrimSuffix(strings.ReplaceAll(d.Path("txt"), "/", "-"), ".txt"), Source: d.Path("pdf"), Format: "pdf",
		Sections: []policy.Section{{Heading: d.Title, Parent: -1}}, Pages: []policy.Page{{Number: 1}}}
	doc.Municipality.Municipality = d.Municipality
	doc.Facts.Kind.Value, doc.Facts.Date.Value, doc.Facts.Title.Value = strings.ToLower(d.Kind), d.Adopted, d.Title
	var text strings.Builder
	tag, parent := "", 0
	for _, b := range d.Blocks {
		start := text.Len()
		text.WriteString(b.Text)
		span := policy.Span{Start: start, End: text.Len()}
		text.WriteByte('\n')
		last := len(doc.Passages) - 1
		switch {
		case b.Role == corpus.Heading || b.Role == corpus.Subheading:
			s := policy.Section{Heading: b.Text, Level: 1}
			if b.Role == corpus.Subheading {
				s.Level, s.Parent = 2, parent
			} else {
				_, name, _ := strings.Cut(b.Text, " ")
				tag, parent = tagsBySection[name], len(doc.Sections)
			}
			doc.Sections = append(doc.Sections, s)
		case b.Role == corpus.Item && last >= 0:
			doc.Passages[last].Span.End = span.End
		case b.Role == corpus.Paragraph:
			n := len(doc.Sentences)
			if tag != "" {
				doc.Tags = append(doc.Tags, policy.Tag{Name: tag, Sentence: n})
			}
			doc.Sentences = append(doc.Sentences, policy.Sentence{Span: span, Passage: last + 1, Section: len(doc.Sections) - 1, Zone: policy.ZoneBody})
			doc.Passages = append(doc.Passages, policy.Passage{Span: span, Section: len(doc.Sections) - 1, Zone: policy.ZoneBody, First: n, Last: n + 1})
		}
		doc.Anchors = append(doc.Anchors, policy.Anchor{Span: span, Page: 1})
	}
	doc.Text = text.String()
	return doc
}

// documents returns documents from to end of the corpus.
func documents(from, end int) []*policy.Document {
	var docs []*policy.Document
	for n := from; n < end; n++ {
		docs = append(docs, document(corpus.Options{Seed: 1}.Document(n)))
	}
	return docs
}

// A query is one that is timed: words with filters, of one kind and some years.
type query struct {
	words    []string
	kind     string
	from, to int
}

// queries returns n queries of two words of the corpus, a kind and a range of years.
func queries(n int) []query {
	rng := rand.New(rand.NewPCG(2, 0))
	kinds := []string{"policy", "riktlinjer", "plan", "strategi", "handlingsplan", "program"}
	var out []query
	for range n {
		words := strings.Fields(some(rng).Text)
		from := 2004 + rng.IntN(12)
		out = append(out, query{[]string{pick(rng, words), pick(rng, words)}, kinds[rng.IntN(len(kinds))], from, from + 3 + rng.IntN(8)})
	}
	return out
}

// some returns one of the first documents, which are in a corpus of any size.
func some(rng *rand.Rand) *policy.Document {
	const first = 200
	return document(corpus.Options{Seed: 1}.Document(rng.IntN(first)))
}

func pick(rng *rand.Rand, words []string) string {
	for {
		w := strings.ToLower(strings.Trim(words[rng.IntN(len(words))], ".,:§()-"))
		if len(w) > 5 {
			return w
		}
	}
}

// phrases returns n phrases of two or three words that stand in the corpus.
func phrases(n int) []string {
	rng := rand.New(rand.NewPCG(3, 0))
	var out []string
	for len(out) < n {
		doc := some(rng)
		p := doc.Passages[rng.IntN(len(doc.Passages))].Span
		words := strings.Fields(doc.Text[p.Start:p.End])
		size := 2 + rng.IntN(2)
		if len(words) < size+2 {
			continue
		}
		at := rng.IntN(len(words) - size)
		phrase := strings.ToLower(strings.Join(words[at:at+size], " "))
		if !strings.ContainsAny(phrase, ".,:-()\"§") {
			out = append(out, phrase)
		}
	}
	return out
}
