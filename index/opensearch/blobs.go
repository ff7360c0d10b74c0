package opensearch

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"
)

// blobPart is how much of a blob one document of the cluster holds: far less than what it takes at once.
const blobPart = 4 << 20

// A blob is a document of the documents index: one with its name, or a part of one that is too large for one.
type blob struct {
	Name string `json:"name"`
	// Under are the names that it lies under, "" among them.
	Under []string `json:"under,omitempty"`
	// Size is that of the whole; Parts are the IDs of the parts, none if Data is all.
	Size  int      `json:"size"`
	Parts []string `json:"parts,omitempty"`
	Data  string   `json:"data,omitempty"`
}

func documentMapping() object {
	keyword := object{"type": "keyword"}
	return object{"dynamic": "strict", "properties": object{"name": keyword, "under": keyword, "size": object{"type": "long", "index": false},
		"parts": object{"type": "keyword", "index": false, "doc_values": false}, "data": object{"type": "binary"}}}
}

func documentSettings() object {
	return object{"number_of_shards": 1, "auto_expand_replicas": "0-1", "codec": "best_compression", "refresh_interval": "30s"}
}

// under lists the names that name lies under.
func under(name string) []string {
	out := []string{""}
	for i, r := range name {
		if r == '/' {
			out = append(out, name[:i])
		}
	}
	return out
}

// blobActions returns what writes a blob, the parts first. Parts have names of their own each time, so that who reads the old one while
// it is replaced reads it whole.
func blobActions(name string, data []byte, unique string) ([]action, error) {
	head := blob{Name: name, Under: under(name), Size: len(data)}
	var out []action
	add := func(id string, b blob) error {
		source, err := encode(b)
		out = append(out, action{id: id, source: source})
		return err
	}
	if len(data) <= blobPart {
		head.Data = base64.StdEncoding.EncodeToString(data)
		return out, add(name, head)
	}
	for chunk := range slices.Chunk(data, blobPart) {
		id := fmt.Sprintf("%s#%s#%d", name, unique, len(head.Parts))
		head.Parts = append(head.Parts, id)
		part := blob{Name: name + "#", Under: append(under(name), name), Data: base64.StdEncoding.EncodeToString(chunk)}
		if err := add(id, part); err != nil {
			return nil, err
		}
	}
	return out, add(name, head)
}

// readBlob reads the blob called name; the error wraps fs.ErrNotExist if there is none.
func (s *storage) readBlob(ctx context.Context, name string) ([]byte, error) {
	head, err := s.getBlob(ctx, name)
	if err != nil || len(head.Parts) == 0 {
		if err != nil {
			return nil, err
		}
		return base64.StdEncoding.DecodeString(head.Data)
	}
	data := make([]byte, 0, head.Size)
	for _, id := range head.Parts {
		part, err := s.getBlob(ctx, id)
		if err != nil {
			return nil, err
		}
		if data, err = base64.StdEncoding.AppendDecode(data, []byte(part.Data)); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (s *storage) getBlob(ctx context.Context, id string) (*blob, error) {
	if a, ok := s.bulk.pendingOn(id); ok {
		b := new(blob)
		return b, json.Unmarshal(a.source, b)
	}
	if err := s.bulk.wait(); err != nil {
		return nil, err
	}
	var answer struct {
		Source *blob `json:"_source"`
	}
	err := s.client.do(ctx, "GET", "/"+s.place.documents()+"/_doc/"+url.PathEscape(id), nil, &answer)
	if missing(err) {
		return nil, fmt.Errorf("%s: %w", id, fs.ErrNotExist)
	}
	return answer.Source, err
}

// blobs returns the names of the blobs under one of names, those of their parts among them, and their IDs, sorted.
func (s *storage) blobs(ctx context.Context, names []string, visit func(id, name string)) error {
	if err := s.settle(ctx); err != nil {
		return err
	}
	alias := s.place.documents()
	if err := s.client.do(ctx, "POST", "/"+alias+"/_refresh", nil, nil); err != nil {
		if missing(err) {
			return nil
		}
		return err
	}
	body := object{"size": maxResults, "query": unscored(object{"terms": object{"under": names}}), "_source": "name", "sort": []object{{"name": "asc"}, {"_doc": "asc"}}}
	last := ""
	for {
		var f struct {
			Hits struct {
				Hits []struct {
					ID     string          `json:"_id"`
					Sort   json.RawMessage `json:"sort"`
					Source blob            `json:"_source"`
				}
			}
		}
		if err := s.client.send(ctx, "POST", "/"+alias+"/_search?allow_partial_search_results=false", body, &f); err != nil {
			return err
		}
		for _, h := range f.Hits.Hits {
			visit(h.ID, h.Source.Name)
		}
		if len(f.Hits.Hits) < maxResults || string(f.Hits.Hits[maxResults-1].Sort) == last {
			return nil
		}
		last = string(f.Hits.Hits[maxResults-1].Sort)
		body["search_after"] = f.Hits.Hits[maxResults-1].Sort
	}
}

// directly returns the first name after under in name.
func directly(under, name string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(name, under), "/")
	first, _, _ := strings.Cut(rest, "/")
	return strings.TrimSuffix(first, "#")
}
