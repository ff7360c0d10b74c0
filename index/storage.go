package index

import (
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// Errors of an index. Errors of this package wrap one of them where they apply.
var (
	ErrNotFound = errors.New("no index there")
	ErrFormat   = errors.New("the index was written by another version")
	// ErrNewer says that only a newer version of this program knows the index's format.
	ErrNewer   = errors.New("the index was written by a newer version")
	ErrLocked  = errors.New("the index is being written by another process")
	ErrDamaged = errors.New("the index is damaged")
	// ErrUnavailable says that the place of the index does not answer, which tells nothing of the index.
	ErrUnavailable = errors.New("the index cannot be reached")
	// ErrNotOurs says that a folder holds something else than an index, and is left untouched.
	ErrNotOurs = errors.New("is no index folder and stays untouched; choose another folder")
)

// A Storage keeps what of an index is not its engine's: documents as they were read, what generations hold, and which is
// current. It knows nothing of what is in them: they are blobs with slash-separated names. It is a folder, unless an
// [Engine] brings another one: see [Storer].
type Storage interface {
	// Lock makes the caller the only writer and the place ready for one. The error wraps [ErrLocked] and names the owner,
	// or wraps [ErrNotOurs].
	Lock(o Owner) (unlock func() error, err error)
	// Owner returns who holds the lock; false if nobody does.
	Owner() (Owner, bool)
	// Read returns a blob; the error wraps fs.ErrNotExist if there is none.
	Read(name string) ([]byte, error)
	// Write writes a blob, which readers see whole or not at all. Only Sync makes sure that it stays.
	Write(name string, data []byte) error
	// Sync waits until all that was written will outlast a power failure.
	Sync() error
	// Replace is Write and Sync of one blob; whenever it is interrupted, there is the old one or the new one.
	Replace(name string, data []byte) error
	// Names lists what lies directly under a name, sorted; nothing if there is none.
	Names(under string) ([]string, error)
	// Remove removes what lies at and under a name; there need be none.
	Remove(name string) error
	// Place returns, for an engine, where what lies under name is ("" is all), and makes it if it is to be written to.
	Place(name string, write bool) (string, error)
	// Seal makes sure that what an engine wrote under name stays, and returns its sums. What it shares with what lies under from
	// ("" is none), whose sums are known, need not be looked at again.
	Seal(name, from string, known []Sum) ([]Sum, error)
	// Check compares what lies under name with its sums: closely, or only as much as takes no time. The error wraps [ErrDamaged].
	Check(name string, sums []Sum, closely bool) error
	// Discard removes the place if nothing is left in it.
	Discard()
}

// A Storer is an [Engine] whose indexes do not lie in a folder.
type Storer interface {
	Storage(place string) (Storage, error)
}

// storageOf returns where the index lies that is called place.
func storageOf(place string, e Engine) (Storage, error) {
	if s, ok := e.(Storer); ok {
		return s.Storage(place)
	}
	return newFolder(place), nil
}

// An Owner is a process that writes an index.
type Owner struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
}

// describe says who o is, for a person.
func (o Owner) describe(now time.Time) string {
	age := now.Sub(o.Since).Round(time.Second)
	return fmt.Sprintf("process %d on %s, since %s, for %s", o.PID, o.Host, o.Since.Local().Format("2006-01-02 15:04:05"), max(age, 0))
}

// A Sum is what a file of an engine was when it was written.
type Sum struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
	// Modified is the file's time in nanoseconds since 1970.
	Modified int64 `json:"modified"`
}

// The names in an index.
const (
	currentName     = "CURRENT"
	lockName        = "LOCK"
	documentsName   = "documents"
	generationsName = "generations"
	manifestName    = "manifest.json"
	recordsName     = "documents.json"
	engineName      = "engine"
	// correctionsName is where a person's corrections stand; no writer touches it.
	correctionsName = "corrections.jsonl"
)

// generationName returns the name of generation n.
func generationName(n int) string { return fmt.Sprintf("%s/%06d", generationsName, n) }

// engineOf returns the name under which generation n has its engine's files.
func engineOf(n int) string { return generationName(n) + "/" + engineName }

// damaged returns err as an [ErrDamaged], unless it says that the place of the index does not answer.
func damaged(err error) error {
	if errors.Is(err, ErrUnavailable) || errors.Is(err, ErrNewer) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// missing reports whether err says that something is not there.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
