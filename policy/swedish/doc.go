// Package swedish is the language: sentences, words, lemmas, compound parts, folding and collation. It is pure, knows no
// search engine and no document, and is safe for concurrent use. Its data is read at the first use, not at start.
//
// It stands beside the flow: extract/segment takes sentences from it, policy/tagging and policy/facts take words and
// lemmas, and index takes the terms of every engine, so that the tokens are the same in each. Start with [Analyze], which
// gives each word of a text with its byte offsets, lemmas and parts; [Lemmas] and [Parts] answer for one word.
//
// # How a word is understood
//
// The package has a word list of its own (the files in data: the vocabulary of Swedish public administration and of
// general speech by declension and conjugation), and from it makes every inflected form. A word that is not among them is tried as a
// compound whose last part is (vänortsavtalet: vänorts + avtalet), then as a word with a known derivational ending
// (-ning, -het, -era). Where that leaves doubt, and for all other words, each ending that the word has names the base forms
// that may stand under it, so that a base form meets its inflections whichever paradigm it follows.
package swedish
