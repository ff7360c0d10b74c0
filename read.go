package styrdok

import (
	"context"
	"path"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/facts"
	"github.com/styrdok/styrdok/policy/tagging"
)

// Options steers reading. The zero value works: the Swedish register, the taxonomy that ships, no password.
//
// Reading happens in the caller's process, with the limits that [extract.Options] tells of: a file made to do so can end the
// process or never be done. The command reads each file in a worker process instead.
type Options struct {
	// Municipality is whose documents they all are; "" lets each document tell.
	Municipality string
	// MunicipalityOf returns whose document a source is, by a mapping of the caller's, or "" to let the document tell. It is
	// asked only where Municipality is "".
	MunicipalityOf func(s Source) string
	// Register is where municipalities are looked up; nil is [policy.DefaultRegister].
	Register *policy.Register
	// Taxonomy says what the tags are; nil is [tagging.Default].
	Taxonomy *tagging.Taxonomy
	// Password opens encrypted PDFs.
	Password string
	// OCR reads pages that are pictures without text; nil leaves them unread, and says so in the ledger.
	OCR *extract.OCR
	// Fallback is the program asked for PDFs that could not be read; nil is none.
	Fallback *extract.Fallback
}

// A Source is a file to read and the ID that its document gets.
type Source struct {
	extract.Source
	ID string
}

// A Collection is what was read: the documents in the order of their sources, and the files that could not be read.
type Collection struct {
	Documents []*policy.Document
	SetAside  []policy.SetAside
	// Tags is what the documents are tagged by.
	Tags []policy.TagDefinition
}

// Find returns the files at paths (files, folders, globs), each with an ID of its own, and what was passed over.
// A path that does not exist is an error that wraps fs.ErrNotExist.
func Find(paths []string) ([]Source, []policy.SetAside, error) {
	found, passed, err := extract.Find(paths)
	if err != nil {
		return nil, nil, err
	}
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = string([]rune(path.Join(path.Join(f.Folders...), path.Base(f.Name)))) // an ID is UTF-8, whatever a file is called
	}
	sources := make([]Source, len(found))
	for i, id := range policy.UniqueIDs(names) {
		sources[i] = Source{Source: found[i], ID: id}
	}
	return sources, passed, nil
}

// Read reads all files at paths, one after the other: see [Find] for paths. A file that cannot be read is set aside, with
// the reason; an error means that a path does not exist or that ctx ended.
func Read(ctx context.Context, paths []string, opts Options) (*Collection, error) {
	sources, passed, err := Find(paths)
	if err != nil {
		return nil, err
	}
	r := NewReader(opts)
	c := &Collection{SetAside: passed, Tags: r.Tags()}
	for _, s := range sources {
		doc, err := r.Read(ctx, s)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			c.SetAside = append(c.SetAside, r.SetAside(s, err))
			continue
		}
		c.Documents = append(c.Documents, doc)
	}
	return c, nil
}

// A Reader reads one source after the other by the same options. It is safe for concurrent use.
type Reader struct {
	opts   Options
	tagger *tagging.Tagger
	tags   []policy.TagDefinition
}

// NewReader returns a Reader.
func NewReader(opts Options) *Reader {
	if opts.Register == nil {
		opts.Register = policy.DefaultRegister()
	}
	if opts.Taxonomy == nil {
		opts.Taxonomy = tagging.Default()
	}
	return &Reader{opts: opts, tagger: tagging.New(opts.Taxonomy), tags: opts.Taxonomy.Definitions()}
}

// Tags returns what documents are tagged by.
func (r *Reader) Tags() []policy.TagDefinition { return r.tags }

// Read takes one source the whole way: pages, sections and sentences, municipality, tags, facts. The error wraps one of
// extract's (extract.ErrEncrypted, …) or is ctx's; a document of which a part could not be read comes back without an
// error, with its issues.
func (r *Reader) Read(ctx context.Context, s Source) (*policy.Document, error) {
	doc, err := r.Parse(ctx, s)
	if err != nil {
		return nil, err
	}
	r.Annotate(doc, s)
	return doc, nil
}

// Parse is the first half of Read: pages, sections and sentences.
func (r *Reader) Parse(ctx context.Context, s Source) (*policy.Document, error) {
	pages, err := extract.File(ctx, s.Path, extract.Options{Password: r.opts.Password, OCR: r.opts.OCR, Fallback: r.opts.Fallback})
	if err != nil {
		return nil, err
	}
	hash, err := extract.HashFile(s.Path)
	if err != nil {
		return nil, err
	}
	doc := segment.Document(pages)
	doc.ID, doc.Source, doc.Path, doc.SHA256 = s.ID, s.Name, s.Path, hash
	return doc, nil
}

// Annotate is the second half of Read: it adds to doc, parsed from s, whose it is, its tags and its facts.
func (r *Reader) Annotate(doc *policy.Document, s Source) {
	doc.Municipality = r.Assign(doc, s)
	doc.Tags = r.tagger.Tag(doc)
	doc.Facts = facts.Extract(doc)
	doc.Issues = append(doc.Issues, facts.Check(doc, doc.Facts)...)
}

// Assign returns whose document doc is if it lies where s does.
func (r *Reader) Assign(doc *policy.Document, s Source) policy.Assignment {
	name, basis := r.municipality(s)
	return facts.Assign(doc, facts.AssignOptions{Register: r.opts.Register, Folders: s.Folders, Override: name, Basis: basis})
}

// SetAside returns the ledger's line for a source that Read could not read.
func (r *Reader) SetAside(s Source, err error) policy.SetAside {
	aside := extract.SetAside(s.Name, err)
	aside.Municipality, _ = r.municipality(s)
	for i := len(s.Folders) - 1; i >= 0 && aside.Municipality == ""; i-- {
		if m, ok := r.opts.Register.Find(s.Folders[i]); ok {
			aside.Municipality = m.Name
		}
	}
	return aside
}

// municipality returns what the caller says of whose document s is, and how.
func (r *Reader) municipality(s Source) (name, basis string) {
	if r.opts.Municipality != "" {
		return r.opts.Municipality, "option"
	}
	if r.opts.MunicipalityOf != nil {
		if name := r.opts.MunicipalityOf(s); name != "" {
			return name, "mapping"
		}
	}
	return "", ""
}
