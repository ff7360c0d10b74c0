package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/styrdok/styrdok/policy/swedish"
)

const (
	// nodeHeap is the node's heap in megabytes.
	nodeHeap = 1024
	// bulk is how many passages are sent at once.
	bulk = 1000
)

// A node is an OpenSearch node, by its address.
type node struct{ url string }

// call sends a request and returns the body of the answer.
func (n node) call(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, method, n.url+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= http.StatusBadRequest {
		err = fmt.Errorf("%s %s: %s: %.300s", method, path, answer.Status, data)
	}
	return data, err
}

// mappings returns the fields as Lucene has them.
func mappings() map[string]any {
	fields := map[string]any{"stored": map[string]any{"type": "keyword", "index": false, "doc_values": false}, "year_number": map[string]any{"type": "integer"}}
	for _, f := range tokenFields {
		options := "freqs"
		if f == "exact" {
			options = "positions"
		}
		fields[string(f)] = map[string]any{"type": "text", "analyzer": "whitespace", "index_options": options}
	}
	for _, f := range valueFields {
		fields[string(f)] = map[string]any{"type": "keyword"}
	}
	return map[string]any{"properties": fields}
}

// commit waits until what was sent is on the disk and can be searched.
func (n node) commit(ctx context.Context) error {
	_, err := n.call(ctx, "POST", "/passages/_flush", nil)
	if err == nil {
		_, err = n.call(ctx, "POST", "/passages/_refresh", nil)
	}
	return err
}

// index sends the passages of a file; after every commit passages, and at the end, it waits until they are on the disk and can be searched,
// as those of ours and of Lucene are.
func (n node) index(ctx context.Context, passages string, commit int) (made, error) {
	var m made
	settings, _ := json.Marshal(map[string]any{"mappings": mappings(),
		"settings": map[string]any{"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}})
	if _, err := n.call(ctx, "PUT", "/passages", settings); err != nil {
		return m, err
	}
	f, err := os.Open(passages)
	if err != nil {
		return m, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var body bytes.Buffer
	start := time.Now()
	send := func() error {
		if body.Len() == 0 {
			return nil
		}
		data, err := n.call(ctx, "POST", "/passages/_bulk", body.Bytes())
		if err == nil && bytes.Contains(data[:min(len(data), 200)], []byte(`"errors":true`)) {
			err = fmt.Errorf("bulk: %.500s", data)
		}
		body.Reset()
		return err
	}
	for lines.Scan() {
		source(&body, strings.Split(lines.Text(), "\t"))
		if m.Passages++; m.Passages%bulk == 0 {
			if err := send(); err != nil {
				return m, err
			}
		}
		if m.Passages%commit == 0 {
			if err := errors.Join(send(), n.commit(ctx)); err != nil {
				return m, err
			}
		}
	}
	if err := errors.Join(lines.Err(), send()); err != nil {
		return m, err
	}
	if err := n.commit(ctx); err != nil {
		return m, err
	}
	m.Seconds = time.Since(start).Seconds()
	return m, nil
}

// source adds a passage to a bulk.
func source(body *bytes.Buffer, fields []string) {
	doc := map[string]any{"stored": fields[len(fields)-1]}
	for i, f := range tokenFields {
		doc[string(f)] = fields[1+i]
	}
	for i, f := range valueFields {
		if v := fields[1+len(tokenFields)+i]; v != "" {
			doc[string(f)] = strings.Split(v, "|")
		}
	}
	action, _ := json.Marshal(map[string]any{"index": map[string]string{"_id": fields[0]}})
	data, _ := json.Marshal(doc)
	body.Write(append(append(action, '\n'), append(data, '\n')...))
}

// body returns q as OpenSearch is asked it: the words with their base forms, parts and headings, the filters, four facets, and the words
// marked in the ten best.
func (q query) body() []byte {
	var should []any
	term := func(field, text string, boost float64) {
		should = append(should, map[string]any{"term": map[string]any{field: map[string]any{"value": text, "boost": boost}}})
	}
	for _, t := range swedish.Analyze(strings.Join(q.words, " ")) {
		term("exact", t.Surface, 0.2)
		for _, l := range t.Lemmas {
			term("lemma", l, 1)
			term("part", l, 0.6)
			term("heading", l, 0.35)
		}
		for _, r := range t.Roots {
			term("root", r, 0.3)
		}
	}
	facets := map[string]any{}
	for _, f := range []string{"municipality", "tag", "kind", "year"} {
		facets[f] = map[string]any{"terms": map[string]any{"field": f, "size": 300}}
	}
	years := map[string]any{"gte": fmt.Sprint(q.from), "lte": fmt.Sprint(q.to)}
	data, _ := json.Marshal(map[string]any{
		"size": 10, "track_total_hits": true, "_source": []string{"stored"}, "aggs": facets,
		"query": map[string]any{"bool": map[string]any{"should": should, "minimum_should_match": 1, "filter": []any{
			map[string]any{"term": map[string]any{"kind": q.kind}}, map[string]any{"range": map[string]any{"year": years}}}}},
		"highlight": map[string]any{"fields": map[string]any{"exact": map[string]any{}, "lemma": map[string]any{}}},
	})
	return data
}

// search times queries, each rounds times, after one round to warm up. The node's own cache of answers is off, as ours has none.
func (n node) search(ctx context.Context, qs []query, rounds int) (times, error) {
	var took []time.Duration
	hits := 0
	for round := range rounds + 1 {
		for _, q := range qs {
			body := q.body()
			start := time.Now()
			data, err := n.call(ctx, "POST", "/passages/_search?request_cache=false", body)
			if err != nil {
				return times{}, err
			}
			var answer struct {
				Hits struct{ Hits []json.RawMessage }
			}
			if err := json.Unmarshal(data, &answer); err != nil {
				return times{}, err
			}
			if round > 0 {
				took = append(took, time.Since(start))
				hits += len(answer.Hits.Hits)
			}
		}
	}
	return summary(took, hits), nil
}
