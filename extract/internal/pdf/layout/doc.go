// Package layout turns the glyphs of a document's pages into blocks in reading order: glyphs to words, words to rows, rows to
// columns and tables, lines to blocks, and over all pages headings, page heads and feet, footnotes.
//
// It stands between the content interpreter and the page model. Start with [NewSheet] for each page, then [Blocks].
package layout
