package html

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/styrdok/styrdok/policy"
)

// metadata returns what the page says of itself in its head: the title, Dublin Core, Open Graph, schema.org.
func metadata(doc *goquery.Document) policy.Metadata {
	meta := map[string]string{}
	doc.Find("meta[content]").Each(func(_ int, s *goquery.Selection) {
		value := strings.Join(strings.Fields(s.AttrOr("content", "")), " ")
		for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
			if name := strings.ToLower(s.AttrOr(key, "")); name != "" && value != "" && meta[name] == "" {
				meta[name] = value
			}
		}
	})
	linked := linkedData(doc)
	first := func(names ...string) string {
		for _, n := range names {
			if meta[n] != "" {
				return meta[n]
			}
		}
		return ""
	}
	date := func(ld string, names ...string) string {
		for _, s := range append([]string{linked[ld]}, values(meta, names)...) {
			if d := isoDate(s); d != "" {
				return d
			}
		}
		return isoDate(doc.Find("time[itemprop="+ld+"]").AttrOr("datetime", ""))
	}
	m := policy.Metadata{
		Title:    strings.Join(strings.Fields(doc.Find("head title").First().Text()), " "),
		Author:   first("author", "dc.creator", "dcterms.creator", "article:author"),
		Producer: first("generator"),
		Created:  date("datePublished", "article:published_time", "dc.date.created", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date", "date", "created"),
		Modified: date("dateModified", "article:modified_time", "og:updated_time", "dc.date.modified", "dcterms.modified", "last-modified", "changed"),
		Language: doc.Find("html").AttrOr("lang", ""),
	}
	if m.Title == "" {
		m.Title = first("og:title", "dc.title", "dcterms.title")
	}
	if m.Language == "" {
		m.Language = first("dc.language", "dcterms.language", "content-language")
	}
	return m
}

func values(m map[string]string, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = m[n]
	}
	return out
}

// linkedData returns the dates in the page's JSON-LD: of the first object that has them.
func linkedData(doc *goquery.Document) map[string]string {
	out := map[string]string{}
	doc.Find("script[type='application/ld+json']").Each(func(_ int, s *goquery.Selection) {
		var v any
		if json.Unmarshal([]byte(s.Text()), &v) == nil {
			collectDates(v, out)
		}
	})
	return out
}

func collectDates(v any, out map[string]string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			collectDates(e, out)
		}
	case map[string]any:
		for _, key := range []string{"datePublished", "dateModified"} {
			if s, ok := v[key].(string); ok && out[key] == "" {
				out[key] = s
			}
		}
		collectDates(v["@graph"], out)
	}
}

// isoDate returns s as ISO 8601, with its time if it has one; "" for what is no date.
func isoDate(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", time.RFC1123, time.RFC1123Z} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly, "2006/01/02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
