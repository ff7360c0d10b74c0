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
	if err := c.addWorkers(ctx, p, out); err != nil {
		return nil, err
	}
	return out, c.addTasks(ctx, p, out)
}

// addWorkers adds to out who serves the queue of p.
func (c *client) addWorkers(ctx context.Context, p place, out *index.Work) error {
	var answer struct {
		Hits struct {
			Hits []struct {
				Source worker `json:"_source"`
			}
		}
	}
	err := c.send(ctx, "POST", "/"+p.work()+"/_search", object{"size": maxResults, "sort": "since", "query": object{"term": object{"kind": "worker"}}}, &answer)
	if err != nil {
		return err
	}
	for _, h := range answer.Hits.Hits {
		w := h.Source
		if w.Owner == nil || time.Since(time.UnixMilli(w.Expires)) > gone {
			continue
		}
		out.Workers = append(out.Workers, index.Worker{Owner: *w.Owner, Leads: w.Leads, Leases: w.Leases, Done: w.Done,
			Seen: time.UnixMilli(w.Expires).Add(-lease).UTC(), Lost: w.free(time.Now())})
	}
	return nil
}

// addTasks adds to out how many tasks there are in each state.
func (c *client) addTasks(ctx context.Context, p place, out *index.Work) error {
	var answer struct {
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
	err := c.send(ctx, "POST", "/"+p.work()+"/_search", object{"size": 0, "query": object{"term": object{"kind": "task"}},
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
	return err
}
