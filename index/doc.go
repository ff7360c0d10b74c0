// Package index is the index that a caller sees: a folder that holds the documents as they were read and a search engine's
// index of their passages, the query language, and the results.
//
// It stands between the reading of documents (extract, policy) and those who search them. It knows no engine: the caller
// hands one in, [github.com/styrdok/styrdok/index/bleveindex] for the one that needs nothing but a folder:
//
//	w, err := index.NewWriter(dir, bleveindex.Engine{}, index.WriterOptions{})
//	…
//	err = w.Put(doc)
//	err = errors.Join(w.Commit(ctx), w.Close())
//
//	x, err := index.Open(dir, bleveindex.Engine{})
//	…
//	results, err := x.Search(ctx, `vänort +avtal municipality:Hylte`, index.SearchOptions{})
//
// # What is in the folder
//
//	CURRENT                    which generation is the one to read, with the hash of its manifest
//	LOCK                       held while one writer writes; it says who
//	documents/<hash>.json.gz   a document as it was read: the truth, named by the hash of what is in it, never changed
//	corrections.jsonl          what people corrected; the callers' own, which no writer touches
//	generations/<n>/           manifest.json (what it is, with hashes), documents.json (which documents) and engine/ (the
//	                           engine's own files)
//
// The documents are the truth; what the engine keeps is made from them and can be made again. A writer makes a new
// generation beside the current one and makes it current by renaming one file over CURRENT, so that a reader, in
// this process or another, sees the old generation whole or the new one whole and never waits. Whatever ends a writer, at
// whatever moment, leaves the last generation that it committed. The last generations of earlier runs stay to go back to
// ([Rollback]).
//
// Opening compares the sizes and times of the engine's files with those of the manifest, and their hashes where these differ; a
// stored document is compared with its hash when it is read. [Verify] compares everything, [Repair] mends what can be mended.
//
// A folder is one [Storage]; an engine that keeps its indexes elsewhere brings its own ([Storer]).
//
// # Query language
//
// Words are or-ed and ranked; each stands for all its inflections and for the compounds that it is a part of.
//
//	vänort avtal            passages with either, those with both first
//	+vänort avtal           vänort is required
//	-projekt                passages with the word are left out (those with a compound of it are not)
//	"gällande avtal"        the words as they stand, in that order
//	internat*               words that begin so
//	municipality:Hylte tag:responsibility kind:policy year:2014..2018 section:ansvar document:hylte-riktlinjer
//
// Filters of one field are or-ed (municipality:Ale municipality:Åmål), those of different fields and-ed; a minus before
// a filter leaves out what it names. The fields may be named in Swedish: kommun, tagg, typ, år, avsnitt, dokument. Where
// nothing matches, the parts of the query's compounds are sought instead (see [Results]).
//
// Beside a plain word others are looked for, with less weight, that mean the same ([github.com/styrdok/styrdok/policy/thesaurus]); the results say
// which. What is required, left out or quoted means itself, and with [SearchOptions].NoSynonyms every word does.
package index
