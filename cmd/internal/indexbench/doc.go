// Indexbench measures the index beside Lucene and OpenSearch, on the same made passages with the same tokens, in one run:
// how fast passages are indexed, how large the index is, and how fast filters with facets and highlights, and phrases, are
// answered. `make bench-index` runs it.
//
// It stands beside the product. The peers run from Maven packages with a Java runtime (see
// [github.com/styrdok/styrdok/index/opensearch/opensearchtest]), with bounded memory, and end with the measurement. Without Maven only the index
// itself is measured.
//
// What is timed: of ours, from a document's text to a committed generation, analysis and the copy of the documents included. Lucene
// and OpenSearch get our tokens ready made, through their whitespace analyzers; Lucene with one IndexWriter of 64 MB that commits when
// ours does, OpenSearch over HTTP in bulks of 1,000, flushed and refreshed when ours commits. Making the passages is not timed.
package main
