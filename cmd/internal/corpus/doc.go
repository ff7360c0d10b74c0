// Package corpus makes governing documents that never were, for tests and measurements that need many: seeded, so that the same
// numbers give the same bytes, and any document by itself, so that a part of a corpus is the same as in the whole.
//
// It stands beside the flow: what it makes is read like anybody's files. The documents have the parts that municipal
// ones have (an info block, numbered sections with goals, responsibility, follow-up and partner towns, lists, page heads and feet), and
// words that are spread as in such texts: a few are in every sentence, most of the different ones (compounds, places, numbers) in one
// document, so that an index of them has the size and its searches the cost of an index of real ones. What they say means nothing.
//
//	go run ./cmd/internal/corpus/makecorpus -documents 300 -format pdf DIR
//
// First call: [Options.Document].
package corpus
