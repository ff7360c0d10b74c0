package opensearch

import (
	"context"
	"strings"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/internal/bm25f"
)

// keys names what must be counted to score n: each of a phrase's words, the terms that a word's rarity is counted by, all that begin
// with a prefix.
func keys(n index.Node) []string {
	var out []string
	for _, t := range n.Terms {
		switch {
		case n.Op == index.OpPrefix:
			out = append(out, prefixKey(n))
			return out
		case n.Op == index.OpPhrase || bm25f.Counts(t):
			out = append(out, termKey(t.Field, t.Text))
		}
	}
	return out
}

const keyEnd = "\x00"

func termKey(f index.Field, text string) string { return "t" + string(f) + keyEnd + text }

// prefixKey names all passages that have a word with one of n's beginnings.
func prefixKey(n index.Node) string {
	key := "p"
	for _, t := range n.Terms {
		key += string(t.Field) + keyEnd + t.Text + keyEnd
	}
	return key
}

// keyQuery returns the query of what key names.
func keyQuery(key string) object {
	parts := strings.Split(key[1:], keyEnd)
	var should []object
	for i := 0; i+1 < len(parts); i += 2 {
		t := index.WeightedTerm{Field: index.Field(parts[i]), Text: parts[i+1], Weight: 1}
		should = append(should, term(t, key[0] == 'p', false))
	}
	return atLeastOne(should)
}

// allKeys returns the keys of all of n that scores.
func allKeys(n index.Node) []string {
	var out []string
	switch n.Op {
	case index.OpWord, index.OpPrefix, index.OpPhrase:
		return keys(n)
	case index.OpAny, index.OpBool:
		for _, list := range [][]index.Node{n.Must, n.Should} {
			for _, child := range list {
				out = append(out, allKeys(child)...)
			}
		}
	}
	return out
}

// countAll counts what keys name, and all passages, unless it is known: a generation does not change.
func (r *reader) countAll(ctx context.Context, keys []string) error {
	var unknown []string
	var filters []object
	r.mu.Lock()
	seen := map[string]bool{}
	for _, k := range keys {
		if _, ok := r.counts[k]; !ok && !seen[k] {
			seen[k] = true
			unknown, filters = append(unknown, k), append(filters, keyQuery(k))
		}
	}
	_, known := r.counts[totalKey]
	r.mu.Unlock()
	if known && len(unknown) == 0 {
		return nil
	}
	body := object{"size": 0, "track_total_hits": true}
	if len(filters) > 0 {
		body["aggs"] = object{"keys": object{"filters": object{"filters": filters}}}
	}
	var answer struct {
		Hits         total
		Aggregations struct {
			Keys struct {
				Buckets []struct {
					Count int `json:"doc_count"`
				}
			}
		}
	}
	if err := r.search(ctx, body, &answer); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.counts) > maxCounts {
		clear(r.counts)
	}
	r.counts[totalKey] = answer.Hits.Total.Value
	for i, b := range answer.Aggregations.Keys.Buckets {
		r.counts[unknown[i]] = b.Count
	}
	return nil
}

const (
	// totalKey is the key of all passages.
	totalKey = ""
	// maxCounts bounds how many counts are remembered.
	maxCounts = 100_000
)

func (r *reader) known(key string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.counts[key]
}
