// Package worddiff says how one text became another, word by word: what was kept, removed and added. It serves compare,
// which shows edited passages and versions of documents.
//
// Start with [Diff].
package worddiff
