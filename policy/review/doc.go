// Package review takes in what people correct: it lays tags and facts out as rows, reads the verdicts on them, and applies
// them to the same document when it is read again.
//
// It stands after policy/tagging and policy/facts and before index and compare: what the program found stays as it is in
// the store, and [Apply] returns the document as it is to be shown. It is pure; files are the caller's.
//
//	rows := review.Rows(doc, stored, review.RowOptions{})          // out to the analyst
//	corrections, err := review.Parse("review.csv", data, tags)     // and back, line by line
//	stored = review.Merge(stored, corrections)
//	amended, conflicts := review.Apply(doc, stored)
//
// # How a place is found again
//
// By its quote, letters and digits alone, in lower case: spaces, hyphens and line ends may have moved. It must begin and
// end where words do. If it stands at several places, one that is a whole sentence goes before the others, then the one whose
// context (up to 32 characters on each side, as the W3C's TextQuoteSelector has it) is the same on both sides, then on
// one. If that leaves none or more than one, the correction is not applied: a [Conflict] says so.
package review
