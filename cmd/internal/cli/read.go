package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

// errNothing says that there is nothing to work on.
var errNothing = errors.New("nothing could be read")

// errEmpty says that there is no document where some were expected.
var errEmpty = errors.New("no documents (.pdf, .docx, .odt, .html, .txt, .md)")

// find lists the files at paths.
func find(paths []string) (*input, error) {
	in := &input{roots: paths}
	var err error
	in.sources, in.passed, err = styrdok.Find(paths)
	var missing *fs.PathError
	if errors.As(err, &missing) && errors.Is(err, fs.ErrNotExist) {
		return nil, usagef("%s: no such file or folder", missing.Path)
	}
	if err != nil {
		return nil, err
	}
	if len(in.sources)+len(in.passed) == 0 {
		return nil, fmt.Errorf("%w in %s", errEmpty, strings.Join(paths, ", "))
	}
	in.leaveReadmes()
	return in, nil
}

// A reader is how documents are read by the settings in force.
type reader struct {
	*styrdok.Reader
	setup   worker.Setup
	mapping *config.Mapping
	folders *config.SourceFolders
	// known reports whether there is a municipality of this name.
	known func(name string) bool
}

// newReader returns a reader by the settings in force. What is wrong with them is told here, before a worker starts.
func (a *app) newReader() (*reader, error) {
	c := a.config
	r := &reader{setup: worker.Setup{
		Municipality: c.Municipality, Municipalities: c.Municipalities, Password: []byte(c.Password),
		TaxonomyName: c.Taxonomy, OCR: a.ocr(), Fallback: c.Fallback, Limits: a.limits(),
	}}
	o := styrdok.Options{Municipality: c.Municipality, Password: c.Password}
	o.Register = policy.DefaultRegister().With(c.Municipalities...)
	r.known = func(name string) bool { _, ok := o.Register.Find(name); return ok }
	if c.Municipality != "" && !r.known(c.Municipality) {
		return nil, &config.Error{Where: a.config.Origin("municipality"), Problem: fmt.Sprintf(
			"%q is no known municipality; add it under municipalities in %s", c.Municipality, config.FileName)}
	}
	var err error
	if c.Mapping != "" {
		if r.mapping, err = config.ReadMapping(c.Mapping, r.known); err != nil {
			return nil, a.settingError("mapping", err)
		}
	}
	o.MunicipalityOf = r.mapped
	if c.Taxonomy != "" {
		if r.setup.Taxonomy, err = os.ReadFile(c.Taxonomy); err != nil {
			return nil, a.settingError("taxonomy", err)
		}
		if o.Taxonomy, err = tagging.Load(c.Taxonomy, r.setup.Taxonomy); err != nil {
			return nil, a.settingError("taxonomy", err)
		}
	}
	r.Reader = styrdok.NewReader(o)
	return r, nil
}

// limits returns what one document may take.
func (a *app) limits() worker.Limits {
	return worker.Limits{Time: a.config.DocumentTime, Memory: a.config.DocumentMemory}
}

// ocr returns how text on scanned pages is recognised, nil for not at all. What was recognised is kept in the user's cache, by
// the picture's hash.
func (a *app) ocr() *worker.OCR {
	if !a.config.OCR {
		return nil
	}
	return &worker.OCR{Languages: a.config.OCRLanguages, Cache: config.CacheFolder("ocr")}
}

// mapped returns whose document s is by the mapping, else by the folders of the sources, or "".
func (r *reader) mapped(s styrdok.Source) string {
	if name := r.mapping.Municipality(s.Path); name != "" {
		return name
	}
	return r.folders.Municipality(s.Path)
}

// settingError says which setting brought err about.
func (a *app) settingError(key string, err error) error {
	var invalid *config.Error
	if errors.As(err, &invalid) {
		return err
	}
	return &config.Error{Where: a.config.Origin(key), Problem: err.Error()}
}

// read reads all sources, in workers over the cores. Documents are in the order of sources. It fails if nothing at all
// could be read.
func (a *app) read(ctx context.Context, r *reader, sources []styrdok.Source, passed []policy.SetAside) (
	*styrdok.Collection, error,
) {
	docs, asides, err := a.readEach(ctx, r, sources)
	if err != nil {
		return nil, err
	}
	c := &styrdok.Collection{SetAside: passed, Tags: r.Tags()}
	for i := range sources {
		if docs[i] == nil {
			c.SetAside = append(c.SetAside, asides[i])
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

// readEach returns for each source its document, or nil and why there is none. Its error says that reading was not done:
// ctx ended, or there are no workers.
func (a *app) readEach(ctx context.Context, r *reader, sources []styrdok.Source) ([]*policy.Document, []policy.SetAside, error) {
	docs, asides := make([]*policy.Document, len(sources)), make([]policy.SetAside, len(sources))
	step, end := a.progress("Reading", len(sources))
	defer end()
	n := worker.Workers(len(sources))
	pool := worker.NewPool(n, r.setup)
	defer pool.Close()
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(n)
	for i, s := range sources {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			doc, err := pool.Read(ctx, s, r.mapped(s))
			switch {
			case err == nil:
				docs[i] = doc
			case ctx.Err() != nil:
				return ctx.Err()
			case errors.Is(err, worker.ErrStart):
				return err
			default:
				asides[i] = r.SetAside(s, err)
			}
			step()
			return nil
		})
	}
	return docs, asides, g.Wait()
}
