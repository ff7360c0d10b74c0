package batch

import (
	"context"
	"errors"
	"reflect"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// refile takes out what is gone, and gives documents whose content is known their new names.
func (k *work) refile(ctx context.Context) error {
	for _, r := range k.plan.gone {
		if err := k.writer.Remove(r.ID); err != nil {
			return err
		}
	}
	k.report.Removed = len(k.plan.gone)
	if err := k.keep(); err != nil {
		return err
	}
	var again []*job
	for _, j := range k.plan.jobs {
		if j.todo == toRefile {
			again = append(again, j)
			if j.moved {
				if err := k.writer.Remove(j.from.ID); err != nil {
					return err
				}
			}
		}
		if j.was != nil && j.was.ID != j.source.ID {
			if err := k.writer.Remove(j.was.ID); err != nil {
				return err
			}
		}
	}
	for _, j := range again {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := k.rename(j); err != nil {
			return err
		}
	}
	return nil
}

// keep notes what is known of the files whose documents stay.
func (k *work) keep() error {
	for _, j := range k.plan.jobs {
		if j.todo != toKeep {
			continue
		}
		stays, err := k.admit(j)
		if err != nil {
			return err
		}
		if stays {
			k.writer.Note(j.source.ID, j.state)
			j.tally(&k.report.Unchanged)
		}
	}
	return nil
}

// rename puts the document of j.from under j's name. If it is another municipality's there, or is damaged, it is read.
func (k *work) rename(j *job) error {
	old, err := k.writer.Document(*j.from)
	if errors.Is(err, index.ErrDamaged) {
		j.todo = toRead
		return nil
	}
	if err != nil {
		return err
	}
	doc := *old
	doc.ID, doc.Source, doc.Path = j.source.ID, j.source.Name, pathOf(j.source.Path)
	if !reflect.DeepEqual(k.opts.Reader.Assign(&doc, j.source), doc.Municipality) {
		j.todo = toRead // until it is, it is found as it was
	}
	stays, err := k.put(j, &doc)
	if err != nil || !stays || j.todo == toRead {
		return err
	}
	switch {
	case j.from == j.was || j.moved:
		j.tally(&k.report.Unchanged)
		if j.moved {
			k.report.Moved++
		}
	case j.was != nil:
		j.tally(&k.report.Changed)
	default:
		j.tally(&k.report.New)
	}
	return nil
}

// put puts doc into the index as what j's file is. It reports false if another document says the same, and this one is passed over for it.
func (k *work) put(j *job, doc *policy.Document) (bool, error) {
	defer k.spend(time.Now())
	j.state.SHA256, j.state.Format = doc.SHA256, doc.Format
	unread := j.todo == toRead && j.from != nil && doc.SHA256 == j.from.SHA256 // it is put as it was, and still to be read
	if j.state.Text = textOf(doc); unread {
		j.state.Text = ""
	}
	k.pending++
	if stays, err := k.admit(j); !stays || err != nil {
		return false, err
	}
	if err := k.writer.Put(doc); err != nil {
		return false, err
	}
	state := j.state
	if unread {
		state.Basis = ""
	}
	k.writer.Note(doc.ID, state)
	return true, nil
}
