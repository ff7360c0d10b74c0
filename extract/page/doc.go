// Package page is the positioned page: what a reader of one file format hands to extract/segment. It knows blocks,
// lines, words with their boxes, fonts and the ledger, and nothing of sentences or tags.
//
// It stands between the readers in extract/internal (which fill a [Document]) and extract/segment (which turns it into a
// policy.Document).
package page
