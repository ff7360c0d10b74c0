package bleveindex

import "github.com/blevesearch/bleve/v2"

// An update changes an index that is there.
type update struct{ index bleve.Index }

func newUpdate(dir string) (*update, error) {
	x, err := bleve.OpenUsing(dir, map[string]any{"bolt_timeout": lockTimeout})
	if err != nil {
		return nil, err
	}
	return &update{x}, nil
}

// write removes and adds passages. What is removed and added again stays.
func (u *update) write(ops operations) error {
	b := u.index.NewBatch()
	for _, id := range ops.remove {
		b.Delete(id)
	}
	for _, d := range ops.add {
		if err := b.IndexAdvanced(d); err != nil {
			return err
		}
	}
	return u.index.Batch(b)
}

func (u *update) close() error { return u.index.Close() }
