package batch

import (
	"errors"
	"fmt"
	"strings"
)

// Errors of a run that does not begin.
var (
	// ErrRemovals says that so many documents are gone that it looks like an accident.
	ErrRemovals = errors.New("the index stays as it is")
	// ErrSpace says that the disk would not hold what is to be written.
	ErrSpace = errors.New("not enough room on the disk")
	// ErrStop says that reading cannot go on, whatever the document.
	ErrStop = errors.New("reading cannot go on")
)

// maxGone is the share of the documents that may be gone at once: a folder that was tidied up, but no share that is not there.
const maxGone = 0.20

const (
	// perDocument is what a document takes in an index of which nothing is known, in bytes: twice what those of our corpora do.
	perDocument = 400 << 10
	// reserve is what must stay free beside, in bytes.
	reserve = 32 << 20
	// growth is how much more is needed while segments are merged, before the old ones are removed.
	growth = 2
)

// guard returns an error if p must not be carried out.
func guard(p *plan, o Options) error {
	if err := p.checkRemovals(o); err != nil {
		return err
	}
	return p.checkSpace(o)
}

func (p *plan) checkRemovals(o Options) error {
	if o.AllowRemovals || len(p.gone) == 0 {
		return nil
	}
	for _, root := range o.Roots {
		if strings.ContainsAny(root, "*?[") {
			continue
		}
		before, now := 0, 0
		for _, r := range p.before {
			if within(pathOf(root), r.File.Path) {
				before++
			}
		}
		for _, j := range p.jobs {
			if within(pathOf(root), j.state.Path) {
				now++
			}
		}
		if before > 0 && now == 0 {
			return fmt.Errorf("%s held %d documents and holds none now (is it mounted?); %w; --allow-removals takes them out", root, before, ErrRemovals)
		}
	}
	if float64(len(p.gone)) > maxGone*float64(len(p.before)) {
		return fmt.Errorf("%d of %d documents are gone, such as %s; %w; --allow-removals takes them out", len(p.gone), len(p.before),
			p.gone[0].File.Path, ErrRemovals)
	}
	return nil
}

func (p *plan) checkSpace(o Options) error {
	n := int64(0)
	for _, j := range p.jobs {
		if j.todo == toRead || j.todo == toRefile {
			n++
		}
	}
	if o.Free == nil || n == 0 {
		return nil
	}
	free, used, err := o.Free()
	if err != nil {
		return nil // where it cannot be told, writing will tell
	}
	each := int64(perDocument)
	if known := int64(len(p.before)); known >= 100 { // enough to go by
		each = used / known
	}
	if need := n*each*growth + reserve; free < need {
		return fmt.Errorf("%w: %s are free, about %s are needed for %d documents; make room, or see \"styrdok prune\"", ErrSpace,
			megabytes(free), megabytes(need), n)
	}
	return nil
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", n/1e6) }
