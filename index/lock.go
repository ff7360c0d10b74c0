package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// lockTries and lockWait are how often and after what time the lock is tried again: together far longer than it takes to look
// whether it is held.
const (
	lockTries = 4
	lockWait  = 50 * time.Millisecond
)

// lockMode lets other users see who writes: they search the index of a nightly job that runs as a user of its own.
const lockMode = 0o644

// Lock implements [Storage]. The operating system gives the lock back when the process ends, however it ends.
func (f *folder) Lock(o Owner) (func() error, error) {
	if err := f.ours(); err != nil {
		return nil, err
	}
	for _, name := range []string{documentsName, generationsName} {
		if err := os.MkdirAll(f.path(name), 0o755); err != nil {
			return nil, err
		}
	}
	l := flock.New(f.path(lockName), flock.SetPermissions(lockMode))
	ok, err := l.TryLock()
	for wait := 0; err == nil && !ok && wait < lockTries; wait++ { // somebody may be looking who has it
		time.Sleep(lockWait)
		ok, err = l.TryLock()
	}
	if err != nil {
		return nil, err
	}
	if !ok {
		who := ""
		if o, ok := f.lockOwner(); ok {
			who = " (" + o.describe(time.Now()) + ")"
		}
		return nil, fmt.Errorf("%s: %w%s", f.dir, ErrLocked, who)
	}
	data, err := json.Marshal(o)
	if err == nil {
		err = os.WriteFile(f.path(lockName), append(data, '\n'), 0o644) // in place: a renamed file would be another lock
	}
	if err == nil {
		err = f.sweep()
	}
	if err != nil {
		_ = l.Unlock()
		return nil, err
	}
	return l.Unlock, nil
}

// sweep removes what interrupted replacements left in the folder.
func (f *folder) sweep() error {
	names, err := f.Names("")
	for _, name := range names {
		if leftover(name) {
			err = errors.Join(err, f.Remove(name))
		}
	}
	return err
}

// lockOwner returns what the lock file says, whether it is held or not.
func (f *folder) lockOwner() (Owner, bool) {
	var o Owner
	data, err := os.ReadFile(f.path(lockName))
	return o, err == nil && json.Unmarshal(data, &o) == nil
}

// Owner implements [Storage].
func (f *folder) Owner() (Owner, bool) {
	if _, err := os.Stat(f.path(lockName)); err != nil {
		return Owner{}, false
	}
	l := flock.New(f.path(lockName), flock.SetFlag(os.O_RDONLY))
	if ok, err := l.TryRLock(); ok || err != nil {
		_ = l.Unlock()
		return Owner{}, false
	}
	return f.lockOwner()
}

// thisProcess is the owner that a writer is.
func thisProcess(now time.Time) Owner {
	host, _ := os.Hostname()
	return Owner{PID: os.Getpid(), Host: host, Since: now.UTC().Truncate(time.Second)}
}
