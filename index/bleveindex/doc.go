// Package bleveindex is the engine of index that keeps passages in a folder with bleve (scorch, its newest index type). It
// is the only importer of bleve.
//
// Analysis, the query language, snippets and filters' values come ready made from index; what is done here is to write
// tokens as bleve's fields and to run a query tree. Ranking is BM25F, computed here over bleve's postings: bleve's own
// scoring weighs the fields of one word as if they were different words, and takes the number of different terms for the
// length of a field.
//
// First call: index.Open(dir, bleveindex.Engine{}).
package bleveindex
