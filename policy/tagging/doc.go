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
// # How it was made, and where it fails
//
// The weights were set by hand. The rules were written on five documents about international work, on three real documents
// of another kind (a care plan with a quality register, instructions on alcohol and drugs, an energy plan), and on the
// documents of testdata/labelled, which are our own: each batch of these was labelled from the definition of the tags
// before the tagger was run on it, then kept as a test. Three further real documents (support to relatives, disclosure of
// records, heat waves) were never read while rules were written, and scored rarely: docs/quality.md has both figures.
//
// Known to fail: aims told in the present tense without any word of aim ("Matsedeln varierar efter årstid"); a duty told
// without anybody named; what a law says of a board, which reads like the municipality's own rule; tables torn apart; the
// aim of something beside the document's subject.
package tagging
