// Package lsh finds which of many sets are probably alike, without holding each against each: MinHash signatures
// (Broder 1997) cut into bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). What it finds are
// candidates: the caller measures them. It serves compare, which looks for text that documents share.
//
// Start with [Candidates].
package lsh
