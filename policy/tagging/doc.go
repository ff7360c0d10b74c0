// Package tagging says what each sentence of a governing document speaks of: goals, responsibility, follow-up, partner towns, or
// whatever else a taxonomy defines.
//
// It stands between extract/segment, which finds the sentences, and policy/facts and index, which use the tags. The
// first call is [New] on [Default] or on what [Load] read, then [Tagger.Tag] for each document.
package tagging
