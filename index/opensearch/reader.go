package opensearch

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/styrdok/styrdok/index"
)

// A reader searches a generation.
type reader struct {
	client *client
	index  string
	mu     sync.Mutex
	counts map[string]int
}

// total is how many passages match.
type total struct {
	Total struct{ Value int }
}

// A found is an answer to a search.
type found struct {
	Hits struct {
		total
		Hits []struct {
			ID     string                  `json:"_id"`
			Score  float64                 `json:"_score"`
			Sort   json.RawMessage         `json:"sort"`
			Source struct{ Stored string } `json:"_source"`
		}
	}
	Aggregations map[index.Field]struct {
		Buckets []struct {
			Key   json.RawMessage `json:"key"`
			Count int             `json:"doc_count"`
		}
	}
}

// search sends a search. All shards must answer: half an answer would be taken for a whole one.
func (r *reader) search(ctx context.Context, body object, out any) error {
	err := r.client.send(ctx, "POST", "/"+r.index+"/_search?allow_partial_search_results=false", body, out)
	if missing(err) {
		return fmt.Errorf("generation %s was removed while it was read; open the index again: %w", r.index, err)
	}
	return err
}

// Search implements [index.Reader].
func (r *reader) Search(ctx context.Context, q index.Request) (*index.Response, error) {
	if err := r.countAll(ctx, allKeys(q.Query)); err != nil {
		return nil, err
	}
	query, err := builder{r.known(totalKey), r.known}.build(q.Query, true)
	if err != nil {
		return nil, err
	}
	body := object{"query": query, "sort": order(q.Sort), "track_scores": true, "track_total_hits": true, "size": q.Size, "_source": storedField}
	if len(q.Facets) > 0 {
		aggs := object{}
		for _, f := range q.Facets {
			aggs[string(f)] = object{"terms": object{"field": string(f), "size": q.FacetSize, "shard_size": shardValues * q.FacetSize,
				"order": []object{{"_count": "desc"}, {"_key": "asc"}}}}
		}
		body["aggs"] = aggs
	}
	if err := r.skip(ctx, body, q.From, q.Size); err != nil {
		return nil, err
	}
	var f found
	if err := r.search(ctx, body, &f); err != nil {
		return nil, err
	}
	return f.response(q.Facets)
}

// shardValues is how many times more values of a field each shard counts than are asked for, so that none of the most frequent is
// missed.
const shardValues = 10

// skip makes body pass over the first from hits: by itself where the cluster allows it, else by looking at where they end.
func (r *reader) skip(ctx context.Context, body object, from, size int) error {
	if from+size <= maxResults {
		body["from"] = from
		return nil
	}
	step := object{"query": body["query"], "sort": body["sort"], "track_scores": true, "track_total_hits": false, "_source": false}
	for left := from; left > 0; left -= min(left, maxResults) {
		step["size"] = min(left, maxResults)
		var f found
		if err := r.search(ctx, step, &f); err != nil {
			return err
		}
		if len(f.Hits.Hits) == 0 {
			break
		}
		step["search_after"] = f.Hits.Hits[len(f.Hits.Hits)-1].Sort
	}
	body["search_after"] = step["search_after"]
	return nil
}

// order returns a sort; the ID settles what is equal, so that pages do not overlap.
func order(s index.Sort) []object {
	standing := []object{{string(index.FieldDocument): object{"order": "asc", "missing": "_last"}}, {numberField: "asc"}, {idField: "asc"}}
	score := []object{{"_score": "desc"}}
	switch s {
	case index.SortYear:
		return slices.Concat([]object{{string(index.FieldYear): object{"order": "desc", "missing": "_last"}}}, score, standing)
	case index.SortDocument:
		return standing
	}
	return append(score, standing...)
}

func (f found) response(facets []index.Field) (*index.Response, error) {
	out := &index.Response{Total: f.Hits.Total.Value}
	for _, h := range f.Hits.Hits {
		out.Hits = append(out.Hits, index.RawHit{ID: h.ID, Score: h.Score, Stored: []byte(h.Source.Stored)})
	}
	if len(facets) > 0 {
		out.Facets = map[index.Field][]index.FacetValue{}
	}
	for _, name := range facets {
		values := []index.FacetValue{}
		for _, b := range f.Aggregations[name].Buckets {
			text := string(b.Key) // a number
			if b.Key[0] == '"' {
				if err := json.Unmarshal(b.Key, &text); err != nil {
					return nil, err
				}
			}
			values = append(values, index.FacetValue{Value: text, Count: b.Count})
		}
		out.Facets[name] = values
	}
	return out, nil
}

// Count implements [index.Reader].
func (r *reader) Count() (int, error) {
	err := r.countAll(context.Background(), nil)
	return r.known(totalKey), err
}

// Frequency implements [index.Reader].
func (r *reader) Frequency(ctx context.Context, f index.Field, text string) (int, error) {
	key := termKey(f, text)
	err := r.countAll(ctx, []string{key})
	return r.known(key), err
}

// maxNear bounds how many words are returned.
const maxNear = 1000

// Near implements [index.Reader].
func (r *reader) Near(ctx context.Context, f index.Field, text string, edits int) ([]index.FacetValue, error) {
	if utf8.RuneCountInString(text) <= edits {
		return nil, nil
	}
	var answer struct {
		Suggest map[string][]struct {
			Options []struct{ Text string }
		}
	}
	err := r.search(ctx, object{"size": 0, "suggest": object{"near": object{"text": tokenText(text), "term": object{"field": string(f), "suggest_mode": "always",
		"max_edits": edits, "prefix_length": 1, "min_word_length": 1, "size": maxNear, "shard_size": maxNear, "accuracy": 0.01, "max_inspections": 100,
		"max_term_freq": 1 << 30, "string_distance": "damerau_levenshtein"}}}}, &answer)
	if err != nil {
		return nil, err
	}
	var out []index.FacetValue
	var all []string
	for _, s := range answer.Suggest["near"] {
		for _, o := range s.Options {
			out, all = append(out, index.FacetValue{Value: o.Text}), append(all, termKey(f, o.Text))
		}
	}
	if err := r.countAll(ctx, all); err != nil {
		return nil, err
	}
	for i := range out {
		out[i].Count = r.known(all[i])
	}
	return slices.Clip(out), nil
}

// Close implements [index.Reader].
func (r *reader) Close() error { return nil }
