// Package tagging says what each sentence of a governing document speaks of: goals, responsibility, follow-up, partner towns, or
// whatever else a taxonomy defines.
//
// A tag may refine another (parent): a theme of goals is only given to a sentence that is tagged goals.
//
// It stands between extract/segment, which finds the sentences, and policy/facts and index, which use the tags. The
// first call is [New] on [Default] or on what [Load] read, then [Tagger.Tag] for each document.
//
// # How a sentence is judged
//
// A sentence is split into words, and each word form is looked up once: which word classes of the taxonomy it fits, and
// whether it names an actor (by the last part of the word: omvårdnads+nämnd). From the words come features: who or what
// the sentence is about (by Swedish word order), what is demanded (ska, bör, kan, vill), whether it tells what has
// happened, whether it names a time. From where it stands come others: the headings above, the line that opens its
// list, the sentence before, what kind of document it is. The taxonomy's rules add weights for cues (patterns of words)
// and features; the sum is read as log odds. Every weight is data, and the evidence of a tag names the rules that
// weighed most for it.
//
// Headings help where a sentence alone is unclear, and only for a while: a section that runs on has left its heading's
// subject, or a heading in it was not recognised.
//
// Tags that the taxonomy marks as learnt are judged a second time, by a [Model]: weights for the sentence's words and their parts
// give log odds of their own; these, the rules' log odds (and once more those of rules marked apart, which are trusted by
// themselves) and how likely the sentences around are to carry the tag decide together. Evidence names the words that weighed most. A tag of a user's own is judged by rules alone.
//
// # How it was made, and where it fails
//
// The rules and their weights were set by hand, on five documents about international work, on three real documents of another kind, and on
// testdata/labelled and testdata/otherwords. A [Learner] learns the model from labelled documents (make train); the one that ships was learnt from those of this
// repository alone. docs/quality.md says how good that is, on which documents, and what nobody had read.
//
// Known to fail: aims told in the present tense without any word of aim ("Matsedeln varierar efter årstid"); a duty told
// without anybody named; what a law says of a board, which reads like the municipality's own rule; tables torn apart; the
// aim of something beside the document's subject.
package tagging
