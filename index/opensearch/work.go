package opensearch

import (
	"context"
	"time"

	"github.com/styrdok/styrdok/index"
)

// Work implements [index.Sharer].
func (e *Engine) Work(name string) (*index.Work, error) {
	p, c, err := e.reach(name)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	out := &index.Work{Workers: []index.Worker{}}
	if err := c.do(ctx, "POST", "/"+p.work()+"/_refresh", nil, nil); err != nil {
		if missing(err) {
			return out, nil
		}
		return nil, err
	}
	var answer struct {
		Hits struct {
			Hits []struct {
				Source worker `json:"_source"`
			}
		}
		Aggregations struct {
			States struct {
				Buckets []struct {
					Key    string
					Count  int `json:"doc_count"`
					Oldest struct{ Value float64 }
				}
			}
		}
	}
	if err := c.send(ctx, "POST", "/"+p.work()+"/_search", object{"size": maxResults, "query": object{"term": object{"kind": "worker"}}}, &answer); err != nil {
		return nil, err
	}
	for _, h := range answer.Hits.Hits {
		w := h.Source
		out.Workers = append(out.Workers, index.Worker{Owner: *w.Owner, Leads: w.Leads, Leases: w.Leases, Done: w.Done,
			Seen: time.UnixMilli(w.Expires).Add(-lease).UTC(), Lost: w.free(time.Now())})
	}
	err = c.send(ctx, "POST", "/"+p.work()+"/_search", object{"size": 0, "query": object{"term": object{"kind": "task"}},
		"aggs": object{"states": object{"terms": object{"field": "state"}, "aggs": object{"oldest": object{"min": object{"field": "since"}}}}}}, &answer)
	for _, b := range answer.Aggregations.States.Buckets {
		switch b.Key {
		case waiting:
			out.Waiting = b.Count
		case taken:
			out.Taken = b.Count
		case done:
			out.Done = b.Count
		}
		if at := time.UnixMilli(int64(b.Oldest.Value)).UTC(); b.Key != done && (out.Oldest.IsZero() || at.Before(out.Oldest)) {
			out.Oldest = at
		}
	}
	return out, err
}
