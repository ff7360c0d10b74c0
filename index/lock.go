package index

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// A lockOwner is what the lock file says of the process that holds it.
type lockOwner struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
}

// lock takes the writer's lock or returns an error that wraps [ErrLocked] and names the owner. The operating system
// gives the lock back when the process ends, however it ends.
func (f folder) lock(now time.Time) (*flock.Flock, error) {
	l := flock.New(f.path(lockName))
	ok, err := l.TryLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%s: %w%s", string(f), ErrLocked, f.owner())
	}
	host, _ := os.Hostname()
	data, err := json.Marshal(lockOwner{PID: os.Getpid(), Host: host, Since: now.UTC().Truncate(time.Second)})
	if err == nil {
		err = os.WriteFile(f.path(lockName), append(data, '\n'), 0o644) // in place: a renamed file would be another lock
	}
	if err != nil {
		_ = l.Unlock()
		return nil, err
	}
	return l, nil
}

// owner says who holds the lock, "" if the file does not tell.
func (f folder) owner() string {
	var o lockOwner
	data, err := os.ReadFile(f.path(lockName))
	if err != nil || json.Unmarshal(data, &o) != nil {
		return ""
	}
	return fmt.Sprintf(" (process %d on %s, since %s)", o.PID, o.Host, o.Since.Local().Format("2006-01-02 15:04:05"))
}
