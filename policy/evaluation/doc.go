// Package evaluation measures how well the tags of documents agree with what a person labelled: precision, recall and F1,
// with an interval, and the sentences on which the two differ.
//
// It stands beside the flow, after policy/tagging: it reads what [policy.Document] holds and changes nothing. Start with
// [ParseLabels], then [Measure].
//
// # What is counted
//
// The unit is the word, so that a long sentence counts for more than a short one, and a half-found sentence for a half.
// A label is a quote; its words are marked wherever the quote stands in the document's own text (see below). A word may be
// required for a tag, acceptable, or neither. With P the words that carry the tag by the program, R those required, A
// those acceptable:
//
//	precision = |P ∩ (R ∪ A)| / |P|        1 where the program tags nothing
//	recall    = |P ∩ R| / |R|              1 where nothing is required
//	F1        = 2 · precision · recall / (precision + recall)
//
// So an acceptable word is neither missed nor wrong. (F1 is the harmonic mean of van Rijsbergen, Information Retrieval, 2nd
// ed. 1979, ch. 7; the two levels are those of the vital and the okay answers in Voorhees, Overview of the TREC 2003
// Question Answering Track.) Over several tags or documents the words are added up before the division (micro average).
//
// # Where quotes stand
//
// Words are compared in lower case and without hyphens. A quote stands wherever all its words follow one another; if that
// is nowhere, where at least four fifths of them stand in their order, with at most thirty other words between (a scan
// misreads letters; a page number may stand inside a sentence), unless a negation stands between that the quote leaves
// out. It is sought in the text first, then in the furniture. If a quote stands at several places and at some of them is a whole
// sentence, those count. A required quote that stands nowhere counts as missed in full, and is reported.
//
// # The interval
//
// A percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13) in two stages (Davison and
// Hinkley, Bootstrap Methods and their Application, 1997, section 3.8): documents are drawn with replacement, and from each
// one drawn its sentences. It says how far the figure would move with other documents of the same kinds; it cannot tell of
// kinds that are not among them. The figure of one document is drawn over its sentences alone. The same seed gives
// the same interval.
package evaluation
