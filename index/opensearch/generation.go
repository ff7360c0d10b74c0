package opensearch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok/index"
)

// Place implements [index.Storage].
func (s *storage) Place(name string, _ bool) (string, error) {
	if n, ok := generationIn(name); ok {
		return s.place.generationOf(n), nil
	}
	return s.place.name, nil
}

// generationIn returns the generation that "generations/000007/…" is of.
func generationIn(name string) (int, bool) {
	rest, ok := strings.CutPrefix(name, generationsBlob+"/")
	digits, _, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil
}

// Seal implements [index.Storage]. It makes the passages read-only.
func (s *storage) Seal(name, _ string, _ []index.Sum) ([]index.Sum, error) {
	ctx := context.Background()
	n, _ := generationIn(name)
	real := s.place.passagesOf(n)
	if err := s.client.send(ctx, "PUT", "/"+real+"/_settings", object{"index.blocks.write": true}, nil); err != nil {
		return nil, err
	}
	if err := s.client.do(ctx, "POST", "/"+real+"/_refresh", nil, nil); err != nil {
		return nil, err
	}
	sum, err := s.sum(ctx, real)
	if err != nil {
		return nil, err
	}
	if sum.SHA256, err = s.digest(ctx, real); err != nil {
		return nil, err
	}
	return []index.Sum{sum}, nil
}

// sum returns what is known of an index without reading it: its size, and when it was made, which tells it from another of its name.
func (s *storage) sum(ctx context.Context, real string) (index.Sum, error) {
	var settings map[string]struct {
		Settings struct {
			Index struct {
				Created string `json:"creation_date"`
			}
		}
	}
	if err := s.client.do(ctx, "GET", "/"+real+"/_settings", nil, &settings); err != nil {
		return index.Sum{}, err
	}
	var stats struct {
		All struct {
			Primaries struct {
				Store struct {
					Size int64 `json:"size_in_bytes"`
				}
			}
		} `json:"_all"`
	}
	if err := s.client.do(ctx, "GET", "/"+real+"/_stats/store", nil, &stats); err != nil {
		return index.Sum{}, err
	}
	created, _ := strconv.ParseInt(settings[real].Settings.Index.Created, 10, 64)
	return index.Sum{Name: real, Size: stats.All.Primaries.Store.Size, Modified: created}, nil
}

// digest returns the hash of how many passages each document has. The cluster keeps sums of its own of what is in its files.
func (s *storage) digest(ctx context.Context, real string) (string, error) {
	h := sha256.New()
	composite := object{"size": maxResults, "sources": []object{{"document": object{"terms": object{"field": index.FieldDocument, "missing_bucket": true}}}}}
	for {
		var answer struct {
			Aggregations struct {
				Documents struct {
					After   json.RawMessage `json:"after_key"`
					Buckets []struct {
						Key struct {
							Document *string `json:"document"`
						} `json:"key"`
						Count int `json:"doc_count"`
					}
				}
			}
		}
		err := s.client.send(ctx, "POST", "/"+real+"/_search?allow_partial_search_results=false", object{"size": 0, "aggs": object{"documents": object{"composite": composite}}}, &answer)
		if err != nil {
			return "", err
		}
		for _, b := range answer.Aggregations.Documents.Buckets {
			name := ""
			if b.Key.Document != nil {
				name = *b.Key.Document
			}
			fmt.Fprintf(h, "%q %d\n", name, b.Count)
		}
		if len(answer.Aggregations.Documents.Buckets) < maxResults {
			return hex.EncodeToString(h.Sum(nil)), nil
		}
		composite["after"] = answer.Aggregations.Documents.After
	}
}

// Check implements [index.Storage].
func (s *storage) Check(_ string, sums []index.Sum, closely bool) error {
	ctx := context.Background()
	for _, want := range sums {
		got, err := s.sum(ctx, want.Name)
		switch {
		case missing(err):
			return fmt.Errorf("%w: the cluster's index %s is missing", index.ErrDamaged, want.Name)
		case err != nil:
			return err
		case got.Modified != want.Modified:
			return fmt.Errorf("%w: the cluster's index %s is another than was written", index.ErrDamaged, want.Name)
		case !closely:
			continue
		}
		digest, err := s.digest(ctx, want.Name)
		if err != nil {
			return err
		}
		if digest != want.SHA256 {
			return fmt.Errorf("%w: the cluster's index %s does not hold what was written", index.ErrDamaged, want.Name)
		}
	}
	return nil
}

// generations returns the numbers of the generations that have an index, complete or not.
func (s *storage) generations(ctx context.Context) ([]int, error) {
	var answer map[string]json.RawMessage
	err := s.client.do(ctx, "GET", "/"+s.place.passages()+"-*/_alias", nil, &answer)
	if err != nil && !missing(err) {
		return nil, err
	}
	var out []int
	for name := range answer {
		if n, ok := s.place.number(name); ok {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out, nil
}

// current returns the generation that the alias of passages names; the error wraps fs.ErrNotExist if there is none.
func (s *storage) current(ctx context.Context) (int, error) {
	var answer map[string]json.RawMessage
	err := s.client.do(ctx, "GET", "/_alias/"+s.place.passages(), nil, &answer)
	if missing(err) {
		return 0, fmt.Errorf("%s: %w", s.place.passages(), fs.ErrNotExist)
	}
	if err != nil {
		return 0, err
	}
	for name := range answer {
		if n, ok := s.place.number(name); ok && len(answer) == 1 {
			return n, nil
		}
	}
	return 0, fmt.Errorf("%w: the alias %s names no generation, or several", index.ErrDamaged, s.place.passages())
}

// publish makes the generation that data is about the current one: in one step, and only if the one before is what it was when this
// writer looked.
func (s *storage) publish(data []byte) error {
	ctx := context.Background()
	var next struct {
		Generation int `json:"generation"`
	}
	if err := json.Unmarshal(data, &next); err != nil || next.Generation < 1 {
		return fmt.Errorf("opensearch: %s names no generation", currentBlob)
	}
	before, err := s.current(ctx)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, index.ErrDamaged) {
		return err
	}
	if err := errors.Join(s.Write(currentOf(next.Generation), data), s.Sync()); err != nil {
		return err
	}
	if err := s.lock.holds(ctx); err != nil {
		return err
	}
	alias, real := s.place.passages(), s.place.passagesOf(next.Generation)
	actions := []object{{"add": object{"index": real, "alias": alias}}, {"remove": object{"index": real, "alias": s.place.building(next.Generation, "*"), "must_exist": false}}}
	if before != 0 && before != next.Generation {
		actions = append([]object{{"remove": object{"index": s.place.passagesOf(before), "alias": alias, "must_exist": true}}}, actions...)
	}
	err = s.client.send(ctx, "POST", "/_aliases", object{"actions": actions}, nil)
	if missing(err) {
		if now, nowErr := s.current(ctx); nowErr == nil && now == next.Generation {
			return nil // a first try, whose answer was lost, did it
		}
		return fmt.Errorf("%s: another writer made a generation current: %w", s.place.name, index.ErrLocked)
	}
	return err
}

// Discard implements [index.Storage]: an index of which no generation was ever complete leaves nothing.
func (s *storage) Discard() {
	ctx := context.Background()
	if _, busy := s.Owner(); busy {
		return
	}
	if _, err := s.current(ctx); !errors.Is(err, fs.ErrNotExist) {
		return
	}
	for _, alias := range []string{s.place.documents(), s.place.work()} {
		var count struct{ Count int }
		if err := s.client.do(ctx, "POST", "/"+alias+"/_refresh", nil, nil); err != nil {
			continue
		}
		if err := s.client.do(ctx, "GET", "/"+alias+"/_count", nil, &count); err == nil && count.Count == 0 {
			_ = s.client.do(ctx, "DELETE", "/"+alias+firstIndex, nil, nil)
		}
	}
}
