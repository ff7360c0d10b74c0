package opensearch_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/indextest"
	"github.com/styrdok/styrdok/index/opensearch"
	"github.com/styrdok/styrdok/policy"
)

// call sends a request to the first node.
func call(t testing.TB, method, path, body string) string {
	t.Helper()
	r, err := http.NewRequest(method, cluster.URLs()[0]+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	data, _ := io.ReadAll(answer.Body)
	if answer.StatusCode >= http.StatusBadRequest {
		t.Fatalf("%s %s: %s: %s", method, path, answer.Status, data)
	}
	return string(data)
}

// prefixOf returns the prefix of a place.
func prefixOf(place string) string { return place[strings.LastIndexByte(place, '/')+1:] }

// document returns a document of one passage.
func document(id, text string) *policy.Document {
	span := policy.Span{Start: 0, End: len(text)}
	return &policy.Document{ID: id, Source: id + ".txt", Text: text, Passages: []policy.Passage{{Span: span, Section: -1, Zone: policy.ZoneBody, First: 0, Last: 1}},
		Sentences: []policy.Sentence{{Span: span, Section: -1, Zone: policy.ZoneBody}}, Anchors: []policy.Anchor{{Span: span, Page: 1}}, Pages: []policy.Page{{Number: 1}}}
}

var ale = document("ale", "Kommunen ansvarar för biblioteken i hela kommunen.")

func TestFaultOfAccess(t *testing.T) {
	place := newPlace(t)
	proxy, host, ca, err := cluster.Secured("styrdok", "rätt")
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	behind := "opensearchs://" + host + "/" + prefixOf(place)
	indextest.Fill(t, behind, newEngine(t, opensearch.Options{User: "styrdok", Password: "rätt", CA: ca}), []*policy.Document{ale})

	_, err = index.Open(behind, newEngine(t, opensearch.Options{User: "styrdok", Password: "fel", CA: ca}))
	if !errors.Is(err, opensearch.ErrRefused) || !strings.Contains(err.Error(), "wrong user name or password") || strings.Contains(err.Error(), "fel\"") {
		t.Errorf("a wrong password: %v", err)
	}
	began := time.Now()
	_, err = index.Open(behind, newEngine(t, opensearch.Options{User: "styrdok", Password: "rätt"}))
	if !errors.Is(err, opensearch.ErrUnreachable) || !strings.Contains(err.Error(), "opensearch-ca") || errors.Is(err, index.ErrDamaged) {
		t.Errorf("an unknown authority: %v", err)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("what cannot pass was tried for %s", took)
	}
	_, err = index.Open(strings.Replace(place, "opensearch://", "opensearchs://", 1), newEngine(t, opensearch.Options{}))
	if !errors.Is(err, opensearch.ErrUnreachable) || !strings.Contains(err.Error(), "speaks no TLS") {
		t.Errorf("TLS where there is none: %v", err)
	}
}

// A host that is not there is told of soon, and an index behind it is not called damaged.
func TestFaultOfHost(t *testing.T) {
	began := time.Now()
	_, err := index.NewWriter("opensearch://127.0.0.1:1/a", newEngine(t, opensearch.Options{}), index.WriterOptions{})
	if !errors.Is(err, opensearch.ErrUnreachable) || errors.Is(err, index.ErrDamaged) || errors.Is(err, index.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if took := time.Since(began); took > 15*time.Second {
		t.Errorf("it took %s", took)
	}
}

// What the cluster sets on its indexes when a disk is nearly full.
func TestFaultOfDisk(t *testing.T) {
	place := newPlace(t)
	e := newEngine(t, opensearch.Options{})
	x := indextest.Fill(t, place, e, []*policy.Document{ale})
	set := func(value string) {
		call(t, "PUT", "/"+prefixOf(place)+"-*/_settings", `{"index.blocks.read_only_allow_delete": `+value+`}`)
	}
	set("true")
	w, err := index.NewWriter(place, e, index.WriterOptions{})
	if err == nil {
		err = errors.Join(w.Put(document("hylte", "Nämnden följer upp planen.")), w.Commit(context.Background()))
		_ = w.Close()
	}
	if !errors.Is(err, opensearch.ErrReadOnly) || errors.Is(err, index.ErrDamaged) {
		t.Errorf("a full disk: %v", err)
	}
	if r, err := x.Search(t.Context(), "bibliotek", index.SearchOptions{}); err != nil || r.Total != 1 {
		t.Errorf("searching meanwhile: %v", err)
	}
	set("null")
	time.Sleep(opensearch.MaxSkew) // the lock could not be given back; it ends by itself
	for until := time.Now().Add(40 * time.Second); ; time.Sleep(time.Second) {
		w, err = index.NewWriter(place, e, index.WriterOptions{})
		if err == nil || time.Now().After(until) {
			break
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Put(document("hylte", "Nämnden följer upp planen.")), w.Commit(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	if d, err := index.Verify(context.Background(), place, e, nil); len(d) > 0 || err != nil {
		t.Errorf("afterwards: %v, %v", d, err)
	}
}

// An index of a newer program is neither read nor made anew.
func TestFaultOfNewerFormat(t *testing.T) {
	place := newPlace(t)
	e := newEngine(t, opensearch.Options{})
	indextest.Fill(t, place, e, []*policy.Document{ale})
	call(t, "PUT", "/"+prefixOf(place)+"-documents/_mapping", `{"_meta": {"by": "styrdok", "format": 99}}`)
	if _, err := index.Open(place, e); !errors.Is(err, index.ErrNewer) || !strings.Contains(err.Error(), "99") {
		t.Errorf("reading: %v", err)
	}
	if _, err := index.NewWriter(place, e, index.WriterOptions{Fresh: true}); !errors.Is(err, index.ErrNewer) {
		t.Errorf("writing: %v", err)
	}
}

// What is another's stays as it is.
func TestFaultOfAnothersIndex(t *testing.T) {
	place := newPlace(t)
	call(t, "PUT", "/"+prefixOf(place)+"-documents", `{}`)
	if _, err := index.NewWriter(place, newEngine(t, opensearch.Options{}), index.WriterOptions{}); !errors.Is(err, index.ErrNotOurs) {
		t.Errorf("%v", err)
	}
}

// A writer that dies leaves the last generation, and the next one clears away what it left; a generation that is only half there is found.
func TestFaultHalfWritten(t *testing.T) {
	place := newPlace(t)
	e := newEngine(t, opensearch.Options{})
	indextest.Fill(t, place, e, []*policy.Document{ale})
	prefix := prefixOf(place)
	call(t, "PUT", "/"+prefix+"-passages-000002", `{"mappings": {"_meta": {"by": "styrdok", "format": 1}}, "aliases": {"`+prefix+`-building-000002-x": {}}}`)
	x, err := index.Open(place, e)
	if err != nil || x.Generation() != 1 {
		t.Fatalf("what is half written is read: %v", err)
	}
	indextest.Fill(t, place, e, []*policy.Document{ale, document("hylte", "Nämnden följer upp planen.")})
	if s, err := index.StatusOf(place, e); err != nil || s.Generation != 3 || len(s.Generations) != 2 {
		t.Errorf("%+v, %v", s, err)
	}
	if out := call(t, "GET", "/_cat/indices/"+prefix+"-passages-*", ""); strings.Contains(out, "-000002") {
		t.Errorf("what a dead writer left is there: %s", out)
	}
	call(t, "DELETE", "/"+prefix+"-passages-000003", "")
	call(t, "PUT", "/"+prefix+"-passages-000003", `{"mappings": {"_meta": {"by": "styrdok", "format": 1}}, "aliases": {"`+prefix+`-passages": {}}}`)
	if _, err := index.Open(place, e); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("another index in the place of a generation: %v", err)
	}
	if r, err := index.Repair(context.Background(), place, e, index.WriterOptions{}); err != nil || r.Documents != 2 {
		t.Fatalf("repair: %+v, %v", r, err)
	}
	if y, err := index.Open(place, e); err != nil || hitsOf(y, "bibliotek") != 1 || hitsOf(y, "nämnd") != 1 {
		t.Errorf("after repair: %v", err)
	}
}

func hitsOf(x *index.Index, query string) int {
	r, err := x.Search(context.Background(), query, index.SearchOptions{})
	if err != nil {
		return -1
	}
	return r.Total
}

// A writer whose lock was taken by another cannot publish.
func TestLockThatIsLost(t *testing.T) {
	place := newPlace(t)
	e := newEngine(t, opensearch.Options{})
	w, err := index.NewWriter(place, e, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Put(ale); err != nil {
		t.Fatal(err)
	}
	call(t, "DELETE", "/"+prefixOf(place)+"-work/_doc/lock?refresh=true", "") // as if it had expired
	other, err := index.NewWriter(place, e, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(context.Background()); !errors.Is(err, index.ErrLocked) {
		t.Errorf("the first writer published: %v", err)
	}
	_ = w.Close()
	if err := errors.Join(other.Put(document("hylte", "Nämnden följer upp planen.")), other.Commit(context.Background()), other.Close()); err != nil {
		t.Errorf("the second writer: %v", err)
	}
	x, err := index.Open(place, e)
	if err != nil || hitsOf(x, "bibliotek") != 0 || hitsOf(x, "nämnd") != 1 {
		t.Errorf("%v", err)
	}
}

// A blob of any size comes back as it was.
func TestClusterBlobs(t *testing.T) {
	e := newEngine(t, opensearch.Options{})
	place := newPlace(t)
	s, err := e.Storage(place)
	if err != nil {
		t.Fatal(err)
	}
	unlock, err := s.Lock(index.Owner{Host: "a"})
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	large := strings.Repeat("åäö0123456789", 900_000)
	for name, data := range map[string]string{"generations/000001/empty": "", "generations/000001/small": "x", "documents/large": large} {
		if err := s.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
		for range 2 { // before and after it is on its way
			if got, err := s.Read(name); string(got) != data || err != nil {
				t.Errorf("%s has %d bytes, want %d: %v", name, len(got), len(data), err)
			}
			if err := s.Sync(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if names, err := s.Names("generations/000001"); fmt.Sprint(names) != "[empty small]" || err != nil {
		t.Errorf("%v, %v", names, err)
	}
	if err := errors.Join(s.Remove("generations/000001"), s.Remove("documents/large")); err != nil {
		t.Fatal(err)
	}
	if names, err := s.Names(""); len(names) != 0 || err != nil {
		t.Errorf("what was removed is there: %v, %v", names, err)
	}
}
