package index

import (
	"encoding/json"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// indexed are the zones whose passages are indexed. The beginnings of other documents are not: what they say is said, and
// found, in those.
func indexed(z policy.Zone) bool { return z != policy.ZoneTeaser }

// minSaying is how many words a passage needs to be found by its headings. A shorter one (a cell, a name, a label) says
// nothing of what they speak of.
const minSaying = 5

// passageID returns the ID of passage n of the document with this ID.
func passageID(document string, n int) string { return document + "#" + strconv.Itoa(n) }

// passageIDs returns the IDs of the passages of a document that are indexed.
func passageIDs(doc *policy.Document) []string {
	var ids []string
	for i, p := range doc.Passages {
		if indexed(p.Zone) {
			ids = append(ids, passageID(doc.ID, i))
		}
	}
	return ids
}

// maxAnalyses is how many goroutines analyse a document: by four, passages are analysed faster than they are written.
const maxAnalyses = 4

// entriesOf returns doc's passages as an engine indexes them.
func entriesOf(doc *policy.Document, a *swedish.Analyzer) ([]Entry, error) {
	m := &entryMaker{doc: doc, analyzer: a, headings: map[int][]*swedish.Word{}}
	m.tags, m.reviewed = passageTags(doc)
	for i, p := range doc.Passages {
		if indexed(p.Zone) {
			m.passages = append(m.passages, i)
		}
	}
	m.out = make([]Entry, len(m.passages))
	var g errgroup.Group
	for range max(1, min(runtime.GOMAXPROCS(0), maxAnalyses, len(m.passages)/someEntries)) {
		g.Go(m.work)
	}
	return m.out, g.Wait()
}

// someEntries is how many passages are worth a goroutine.
const someEntries = 8

// An entryMaker makes entries of the passages of a document.
type entryMaker struct {
	doc            *policy.Document
	analyzer       *swedish.Analyzer
	tags, reviewed map[int][]string
	passages       []int
	next           atomic.Int64
	out            []Entry
	// headings are the words of the headings of sections that were met.
	mu       sync.Mutex
	headings map[int][]*swedish.Word
}

// work makes entries until all are made.
func (m *entryMaker) work() error {
	for {
		i := int(m.next.Add(1)) - 1
		if i >= len(m.passages) {
			return nil
		}
		var err error
		if m.out[i], err = m.entry(m.passages[i]); err != nil {
			return err
		}
	}
}

// entry makes the entry of passage i.
func (m *entryMaker) entry(i int) (Entry, error) {
	p := m.doc.Passages[i]
	hit := passageHit(m.doc, i, m.tags[i])
	hit.Reviewed = m.reviewed[i]
	stored, err := json.Marshal(hit)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{ID: passageID(m.doc.ID, i), Stored: stored, Words: m.analyzer.Words(hit.Text)}
	if len(e.Words) >= minSaying {
		e.Heading = m.heading(p.Section, hit)
	}
	e.Values = map[Field][]string{
		FieldDocument: {m.doc.ID}, FieldZone: {string(p.Zone)}, FieldTag: hit.Tags,
		FieldMunicipality: value(hit.Municipality), FieldKind: value(hit.Kind), FieldYear: value(yearValue(hit.Year)),
	}
	addFilters(e.Values, m.doc.Municipality.Municipality.LongName)
	return e, nil
}

// heading returns the words of the headings of a section, which is that of hit. The passages of a section share them.
func (m *entryMaker) heading(section int, hit Hit) []*swedish.Word {
	m.mu.Lock()
	defer m.mu.Unlock()
	h, ok := m.headings[section]
	if !ok {
		h = headingWords(m.analyzer, hit.Title, hit.Section)
		m.headings[section] = h
	}
	return h
}

func value(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func yearValue(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

// headingWords returns the words of a title and headings, without function words.
func headingWords(a *swedish.Analyzer, title string, section []string) []*swedish.Word {
	words := a.Words(title + "\n" + strings.Join(section, "\n"))
	return slices.DeleteFunc(words, func(w *swedish.Word) bool { return swedish.IsStop(w.Surface) })
}

// passageTags returns the names of the tags of each passage's sentences, sorted, and of those for which a person vouches.
func passageTags(doc *policy.Document) (all, reviewed map[int][]string) {
	all, reviewed = map[int][]string{}, map[int][]string{}
	for _, t := range doc.Tags {
		if t.Sentence < 0 || t.Sentence >= len(doc.Sentences) {
			continue
		}
		p := doc.Sentences[t.Sentence].Passage
		if !slices.Contains(all[p], t.Name) {
			all[p] = append(all[p], t.Name)
		}
		if t.By == policy.ByPerson && !slices.Contains(reviewed[p], t.Name) {
			reviewed[p] = append(reviewed[p], t.Name)
		}
	}
	for _, names := range []map[int][]string{all, reviewed} {
		for _, list := range names {
			slices.Sort(list)
		}
	}
	return all, reviewed
}

// passageHit returns what a hit on passage i shows.
func passageHit(doc *policy.Document, i int, tags []string) Hit {
	p := doc.Passages[i]
	c := doc.Cite(p.Span)
	h := Hit{
		Document: doc.ID, Source: doc.Source, Municipality: doc.Municipality.Municipality.Name, Title: title(doc),
		Kind: doc.Facts.Kind.Value, Year: year(doc.Facts.Date.Value), Text: c.Quote, Span: [2]int{p.Span.Start, p.Span.End},
		Page: c.Page, Pages: c.Pages, PageLabel: c.PageLabel, Zone: p.Zone, Passage: i, Tags: tags,
	}
	if p.Section >= 0 && p.Section < len(doc.Sections) {
		h.Section = doc.SectionPath(p.Section)
	}
	if h.Tags == nil {
		h.Tags = []string{}
	}
	return h
}

func title(doc *policy.Document) string {
	if t := doc.Facts.Title.Value; t != "" {
		return t
	}
	if len(doc.Sections) > 0 && doc.Sections[0].Heading != "" {
		return doc.Sections[0].Heading
	}
	return doc.Metadata.Title
}

// year returns the year of an ISO 8601 date, 0 if it has none.
func year(date string) int {
	if len(date) < 4 {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return 0
	}
	return y
}

// addFilters adds the values by which filters compare. A municipality is found by its long name too.
func addFilters(values map[Field][]string, longName string) {
	for _, f := range []Field{FieldDocument, FieldZone, FieldTag, FieldMunicipality, FieldKind} {
		for _, v := range values[f] {
			values[FilterField(f)] = append(values[FilterField(f)], filterKey(v))
		}
	}
	if longName != "" {
		values[FilterField(FieldMunicipality)] = append(values[FilterField(FieldMunicipality)], filterKey(longName))
	}
}
