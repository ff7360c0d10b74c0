// Package segment turns positioned pages into a policy.Document: one reading text with its furniture taken out, a tree of
// sections, and passages and sentences with the zone that each stands in.
//
// It stands between the readers of package extract and everything that reads a policy.Document. What a reader says of a
// block (its kind, its level) is taken as a hint; position, repetition over the pages and the words themselves decide.
//
// The steps, one file each: load (clean text), contents, folio and furniture (what is no reading text), note (footnotes),
// broken, bullet and clause (what a reader ran together), join (what a page, a column or a page head broke apart), runin
// (headings that stand inside flowing text), heading, items, level, zone, build.
//
// Start with [Document].
package segment
