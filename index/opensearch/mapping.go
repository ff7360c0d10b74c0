package opensearch

import (
	"context"
	"errors"
	"fmt"

	"github.com/styrdok/styrdok/index"
)

// An object is JSON that is sent.
type object = map[string]any

var (
	tokenFields  = []index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot, index.FieldHeading}
	valueFields  = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldDocument}
	filterFields = append([]index.Field{index.FieldZone}, valueFields...)
)

// lengthOf is the field that has how many tokens the field f has.
func lengthOf(f index.Field) string { return string(f) + "_length" }

const (
	idField     = "id"     // the passage's ID; the cluster's own _id cannot be sorted by
	numberField = "number" // which passage of its document it is
	storedField = "stored" // what a hit shows
	// counted is the similarity of token fields: how often a term is there times its weight. All else is done in the query.
	counted       = "counted"
	countedScript = "return query.boost * doc.freq;"
)

// maxResults is how deep one search may look; deeper ones are done in steps of it.
const maxResults = 10_000

func passageSettings(shards int) object {
	return object{
		"number_of_shards": shards, "auto_expand_replicas": "0-1", // a copy where there is a node for it
		"refresh_interval": "-1", "codec": "best_compression", "max_result_window": maxResults,
		"similarity": object{counted: object{"type": "scripted", "script": object{"source": countedScript}}},
	}
}

// passageMapping returns the fields of a passage. The tokens are not kept beside their index: they can be made again.
func passageMapping() object {
	keyword := object{"type": "keyword"}
	fields := object{idField: keyword, numberField: object{"type": "integer", "index": false}, storedField: object{"type": "keyword", "index": false, "doc_values": false},
		string(index.FieldYear): object{"type": "integer", "ignore_malformed": true}}
	for _, f := range tokenFields {
		options := "freqs"
		if f == index.FieldExact {
			options = "positions" // for phrases
		}
		fields[string(f)] = object{"type": "text", "analyzer": "whitespace", "similarity": counted, "norms": false, "index_options": options}
		fields[lengthOf(f)] = object{"type": "integer", "index": false}
	}
	for _, f := range valueFields {
		fields[string(f)] = keyword
	}
	for _, f := range filterFields {
		fields[string(index.FilterField(f))] = object{"type": "keyword", "doc_values": false}
	}
	return object{"dynamic": "strict", "_source": object{"includes": []string{storedField}}, "properties": fields}
}

// create makes an index with an alias. Its mapping carries the format of this program.
func create(ctx context.Context, c *client, name, alias string, mapping, settings object) error {
	mapping["_meta"] = object{"format": format, "by": "styrdok"}
	err := c.send(ctx, "PUT", "/"+name, object{"settings": object{"index": settings}, "mappings": mapping, "aliases": object{alias: object{}}}, nil)
	if err = sentTwice(ctx, c, name, alias, err); err != nil {
		return fmt.Errorf("making %s: %w", name, err)
	}
	return nil
}

// sentTwice returns err, the error of making an index with an alias, unless it says that the index is there already and it has that alias: a
// first try, whose answer was lost, made it. An index of another writer is an error that wraps [index.ErrLocked].
func sentTwice(ctx context.Context, c *client, name, alias string, err error) error {
	if !errors.Is(err, errExists) {
		return err
	}
	switch now := c.do(ctx, "GET", "/"+name+"/_alias/"+alias, nil, nil); {
	case now == nil:
		return nil
	case missing(now):
		return fmt.Errorf("%w: another one made it", index.ErrLocked)
	default:
		return now
	}
}

// checkFormat returns whether the index, or the alias, called name is there. The error wraps [index.ErrNewer] if a newer program wrote it.
func checkFormat(ctx context.Context, c *client, name string) (bool, error) {
	var answer map[string]struct {
		Mappings struct {
			Meta struct {
				Format int    `json:"format"`
				By     string `json:"by"`
			} `json:"_meta"`
		} `json:"mappings"`
	}
	err := c.do(ctx, "GET", "/"+name+"/_mapping", nil, &answer)
	if missing(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	for real, m := range answer {
		switch meta := m.Mappings.Meta; {
		case meta.By != "styrdok":
			return true, fmt.Errorf("the cluster's index %s %w", real, index.ErrNotOurs)
		case meta.Format > format:
			return true, fmt.Errorf("%w: %s has format %d, and this program knows %d; use the newer program", index.ErrNewer, real, meta.Format, format)
		}
	}
	return true, nil
}
