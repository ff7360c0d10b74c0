package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/opensearch"
)

// A made is how an index was made.
type made struct {
	Passages   int     `json:"passages"`
	Seconds    float64 `json:"seconds"`
	CPUSeconds float64 `json:"cpu_seconds"`
	Bytes      int64   `json:"bytes"`
}

func (m made) rate() float64 { return float64(m.Passages) / m.Seconds }

// A times is how long queries took, in milliseconds.
type times struct {
	Hits int     `json:"hits"`
	P50  float64 `json:"p50_ms"`
	P99  float64 `json:"p99_ms"`
}

func summary(took []time.Duration, hits int) times {
	slices.Sort(took)
	at := func(share int) float64 {
		return float64(took[min(len(took)-1, len(took)*share/100)].Microseconds()) / 1000
	}
	return times{hits, at(50), at(99)}
}

// atHand is how many documents are made before they are indexed: making them is not timed, and who indexes has few in memory at once.
const atHand = 50

// indexOurs makes an index in dir, or at a place in a cluster, of n documents, with a commit every so many documents.
func indexOurs(dir string, engine index.Engine, n, every int) (made, error) {
	var m made
	w, err := index.NewWriter(dir, engine, index.WriterOptions{Fresh: true, Keep: 1})
	if err != nil {
		return m, err
	}
	defer w.Close()
	for from := 0; from < n; {
		end := min(n, from+atHand, from-from%every+every)
		docs := documents(from, end)
		start, cpu := time.Now(), cpuTime()
		for _, d := range docs {
			if err := w.Put(d); err != nil {
				return m, err
			}
			m.Passages += len(d.Passages)
		}
		if end%every == 0 || end == n {
			if err := w.Commit(context.Background()); err != nil {
				return m, err
			}
		}
		m.Seconds += time.Since(start).Seconds()
		m.CPUSeconds += (cpuTime() - cpu).Seconds()
		from = end
	}
	// what a search needs: the current generation, not the one before it, with which it shares most files
	if opensearch.IsPlace(dir) {
		s, err := index.StatusOf(dir, engine)
		if err == nil {
			m.Bytes = s.EngineBytes
		}
		return m, err
	}
	m.Bytes, err = sizeOf(filepath.Join(dir, "generations", fmt.Sprintf("%06d", w.Generation())))
	return m, err
}

func sizeOf(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}

// searchOurs times queries, each rounds times, after one round to warm up.
func searchOurs(dir string, qs []string, facets []index.Field, rounds int) (times, error) {
	x, err := index.Open(dir, bleveindex.Engine{})
	if err != nil {
		return times{}, err
	}
	defer x.Close()
	var took []time.Duration
	hits := 0
	for round := range rounds + 1 {
		for _, q := range qs {
			start := time.Now()
			r, err := x.Search(context.Background(), q, index.SearchOptions{Facets: facets})
			if err != nil {
				return times{}, err
			}
			if round > 0 {
				took = append(took, time.Since(start))
				hits += len(r.Hits)
			}
		}
	}
	return summary(took, hits), nil
}

// ours returns q in our query language.
func (q query) ours() string {
	return fmt.Sprintf("%s kind:%s year:%d..%d", strings.Join(q.words, " "), q.kind, q.from, q.to)
}

// An export is an engine that writes passages as lines for the peers: the ID, the token fields, the value fields, what is stored.
type export struct{ path string }

var (
	tokenFields = []index.Field{index.FieldExact, index.FieldLemma, index.FieldPart, index.FieldRoot, index.FieldHeading}
	valueFields = []index.Field{index.FieldMunicipality, index.FieldTag, index.FieldKind, index.FieldYear, index.FieldDocument, index.FieldZone}
)

func (e export) Name() string { return "export" }
func (e export) Open(string) (index.Reader, error) {
	return nil, fmt.Errorf("an export cannot be read")
}
func (e export) Begin(_, _ string) (index.Batch, error) {
	f, err := os.Create(e.path)
	if err != nil {
		return nil, err
	}
	return &exported{f, bufio.NewWriterSize(f, 1<<20)}, nil
}

type exported struct {
	file *os.File
	w    *bufio.Writer
}

func (e *exported) Remove([]string) error { return nil }
func (e *exported) Close() error          { return errors.Join(e.w.Flush(), e.file.Close()) }
func (e *exported) Add(entries []index.Entry) error {
	for _, entry := range entries {
		e.w.WriteString(entry.ID)
		for _, f := range tokenFields {
			e.w.WriteByte('\t')
			for i, t := range entry.Tokens(f) {
				if i > 0 {
					e.w.WriteByte(' ')
				}
				e.w.WriteString(t)
			}
		}
		for _, f := range valueFields {
			e.w.WriteByte('\t')
			e.w.WriteString(strings.Join(entry.Values[f], "|"))
		}
		e.w.WriteByte('\t')
		e.w.Write(entry.Stored)
		e.w.WriteByte('\n')
	}
	return nil
}

// exportPassages writes the passages of n documents as lines to path.
func exportPassages(path, dir string, n int) error {
	w, err := index.NewWriter(dir, export{path}, index.WriterOptions{Fresh: true})
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	defer w.Close() // without a commit: nobody will read it
	const chunk = 200
	for from := 0; from < n; from += chunk {
		for _, d := range documents(from, min(n, from+chunk)) {
			if err := w.Put(d); err != nil {
				return err
			}
		}
	}
	return nil
}
