package opensearch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/styrdok/styrdok/index"
)

// The states of a task.
const (
	waiting = "waiting"
	taken   = "taken"
	done    = "done"
)

const (
	runID = "run"
	// maxAttempts is how often a task is begun: what has ended so many workers would end the next one, too.
	maxAttempts = 3
	// candidates is how many tasks a worker looks at, to take some of: enough that several workers seldom want the same.
	candidates = 64
)

// A run is one writer's work that is shared.
type run struct {
	Kind  string `json:"kind"`
	Run   string `json:"run"`
	Terms string `json:"terms"`
}

// A task is a part of a run. Token and Expires are those of its lease while it is taken.
type task struct {
	leased
	Run      string          `json:"run"`
	State    string          `json:"state"`
	Attempts int             `json:"attempts"`
	Since    int64           `json:"since"` // when it was posted, in milliseconds since 1970
	Payload  json.RawMessage `json:"payload,omitempty"`
	Result   []byte          `json:"result,omitempty"`
}

// A held is a task with where it was when it was seen last.
type held struct {
	mu   sync.Mutex
	id   string
	at   version
	task task
}

// put writes h as it is, if it is still what it was.
func (h *held) put(ctx context.Context, c *client, p place) error {
	now, err := c.putWork(ctx, p, h.id, h.at, h.task)
	if errors.Is(err, errConflict) { // perhaps with a first try of ours, whose answer was lost
		var seen task
		at, e := c.getWork(ctx, p, h.id, &seen)
		if e == nil && seen.Token == h.task.Token && seen.State == h.task.State && seen.Expires == h.task.Expires {
			now, err = at, nil
		}
	}
	if err == nil {
		h.at = now
	}
	return err
}

// find returns tasks of a run that may be taken: those that wait, and those whose worker did not renew its lease. The order is by chance, so
// that workers take different ones.
func (q *Queue) find(ctx context.Context, run string) ([]*held, error) {
	expired := object{"range": object{"expires": object{"lt": time.Now().Add(-MaxSkew).UnixMilli()}}}
	body := object{"size": candidates, "seq_no_primary_term": true, "query": object{"bool": object{
		"filter": []object{{"term": object{"kind": "task"}}, {"term": object{"run": run}}, {"range": object{"attempts": object{"lt": maxAttempts}}}},
		"should": []object{{"term": object{"state": waiting}}, {"bool": object{"filter": []object{{"term": object{"state": taken}}, expired}}}}, "minimum_should_match": 1}}}
	var answer struct {
		Hits struct {
			Hits []struct {
				ID string `json:"_id"`
				version
				Source task `json:"_source"`
			}
		}
	}
	if err := q.client.send(ctx, "POST", "/"+q.place.work()+"/_search", body, &answer); err != nil {
		return nil, err
	}
	var out []*held
	for _, h := range answer.Hits.Hits {
		out = append(out, &held{id: h.ID, at: h.version, task: h.Source})
	}
	rand.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out, nil
}

// Queue is the work that one writer of an index shares with others: it posts what is to be done, and every process that serves the queue, the
// writer's too, takes parts of it by lease. A worker that dies loses its leases after [MaxSkew] and 15 seconds more, and another does its
// parts; one that was only slow finds its lease gone and its result unwanted. It is safe for concurrent use.
type Queue struct {
	client *client
	place  place
	me     string // the token of this worker
	owner  index.Owner

	mu      sync.Mutex
	run     string
	next    int
	asked   map[string]chan answer
	failed  error
	stop    context.CancelFunc
	stopped chan struct{}

	found []*held // tasks that may be taken
	mine  map[*held]bool
	count int // tasks done
	// frozen is set by tests: no lease is renewed.
	frozen bool
}

// An answer is what came of a task.
type answer struct {
	result []byte
	err    error
}

// Errors of a queue.
var (
	// ErrNoRun says that nobody shares work at the place.
	ErrNoRun = errors.New("no work is shared there")
	// ErrTerms says that the work that is shared is another than was asked for.
	ErrTerms = errors.New("another run is at work, of other paths or by another program or settings")
	// ErrLeft says that the writer that shared the work has ended before the work did.
	ErrLeft = errors.New("the writer that shared its work has ended")
	// ErrGivenUp says that a part of the work ended every worker that began it.
	ErrGivenUp = fmt.Errorf("given up after %d workers died of it", maxAttempts)
)
