package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

// errNothing says that there is nothing to work on.
var errNothing = errors.New("nothing could be read")

// find lists the files at paths.
func find(paths []string) ([]styrdok.Source, []policy.SetAside, error) {
	sources, passed, err := styrdok.Find(paths)
	var missing *fs.PathError
	if errors.As(err, &missing) && errors.Is(err, fs.ErrNotExist) {
		return nil, nil, usagef("%s: no such file or folder", missing.Path)
	}
	if err != nil {
		return nil, nil, err
	}
	if len(sources)+len(passed) == 0 {
		return nil, nil, fmt.Errorf("no documents (.pdf, .txt, .md) in %s", strings.Join(paths, ", "))
	}
	return sources, passed, nil
}

// newReader returns a reader by the settings in force.
func (a *app) newReader() (*styrdok.Reader, error) {
	c := a.config
	o := styrdok.Options{Municipality: c.Municipality, Password: c.Password}
	o.Register = policy.DefaultRegister().With(c.Municipalities...)
	known := func(name string) bool { _, ok := o.Register.Find(name); return ok }
	if c.Municipality != "" && !known(c.Municipality) {
		return nil, &config.Error{Where: a.config.Origin("municipality"), Problem: fmt.Sprintf(
			"%q is no known municipality; add it under municipalities in %s", c.Municipality, config.FileName)}
	}
	if c.Mapping != "" {
		m, err := config.ReadMapping(c.Mapping, known)
		if err != nil {
			return nil, a.settingError("mapping", err)
		}
		o.MunicipalityOf = func(s styrdok.Source) string { return m.Municipality(s.Path) }
	}
	if c.Taxonomy != "" {
		data, err := os.ReadFile(c.Taxonomy)
		if err != nil {
			return nil, a.settingError("taxonomy", err)
		}
		if o.Taxonomy, err = tagging.Load(c.Taxonomy, data); err != nil {
			return nil, a.settingError("taxonomy", err)
		}
	}
	return styrdok.NewReader(o), nil
}

// settingError says which setting brought err about.
func (a *app) settingError(key string, err error) error {
	var invalid *config.Error
	if errors.As(err, &invalid) {
		return err
	}
	return &config.Error{Where: a.config.Origin(key), Problem: err.Error()}
}

// read reads all sources over the cores. Documents are in the order of sources. It fails if nothing at all could be read.
func (a *app) read(ctx context.Context, r *styrdok.Reader, sources []styrdok.Source, passed []policy.SetAside) (
	*styrdok.Collection, error,
) {
	docs, errs := make([]*policy.Document, len(sources)), make([]error, len(sources))
	step, end := a.progress("Reading", len(sources))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i, s := range sources {
			g.Go(func() error {
				if errs[i] = ctx.Err(); errs[i] == nil {
					docs[i], errs[i] = r.Read(ctx, s)
				}
				step()
				return nil
			})
		}
		_ = g.Wait()
	}()
	select {
	case <-done:
	case <-ctx.Done(): // not waiting for a parser that does not look at ctx: nothing has been written yet
	}
	end()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c := &styrdok.Collection{SetAside: passed, Tags: r.Tags()}
	for i, s := range sources {
		if errs[i] != nil {
			c.SetAside = append(c.SetAside, r.SetAside(s, errs[i]))
			continue
		}
		c.Documents = append(c.Documents, docs[i])
	}
	a.tell(c)
	if len(c.Documents) == 0 {
		return nil, errNothing
	}
	return c, nil
}
