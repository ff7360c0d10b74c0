package cli

import (
	"context"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
)

// fromIndex returns the documents of the index as people corrected them, with the names that the taxonomy in force has for
// their tags; with ids, only those documents, and nothing of what was set aside.
func (a *app) fromIndex(ctx context.Context, ids ...string) (*styrdok.Collection, error) {
	return a.corrected(a.asRead(ctx, ids...))
}

// asRead returns the documents of the index as the program read them.
func (a *app) asRead(ctx context.Context, ids ...string) (*styrdok.Collection, error) {
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	ix, err := a.openIndex()
	if err != nil {
		return nil, err
	}
	defer ix.Close()
	c := &styrdok.Collection{Tags: r.Tags()}
	records, err := ix.Records()
	if err != nil {
		return nil, advise(err)
	}
	if len(ids) > 0 {
		if records, err = chosen(records, ids); err != nil {
			return nil, err
		}
	} else if c.SetAside, err = ix.SetAside(); err != nil {
		return nil, err
	}
	c.Documents, err = load(ctx, len(records), func(i int) (*policy.Document, error) {
		d, _, err := ix.Document(records[i].ID)
		return d, err
	})
	return c, advise(err)
}

// chosen returns the records of the given IDs.
func chosen(records []index.DocumentRecord, ids []string) ([]index.DocumentRecord, error) {
	var unknown []string
	for _, id := range ids {
		if !slices.ContainsFunc(records, func(r index.DocumentRecord) bool { return r.ID == id }) {
			unknown = append(unknown, id)
		}
	}
	if len(unknown) > 0 {
		return nil, usagef("no document %s in the index", strings.Join(unknown, ", "))
	}
	return slices.DeleteFunc(records, func(r index.DocumentRecord) bool { return !slices.Contains(ids, r.ID) }), nil
}

// load returns n stored documents, in order, on all cores: to unpack and to decode them takes longer than to compare them.
func load(ctx context.Context, n int, get func(i int) (*policy.Document, error)) ([]*policy.Document, error) {
	docs := make([]*policy.Document, n)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range docs {
		g.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			docs[i], err = get(i)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return docs, nil
}
