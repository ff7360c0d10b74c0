// Package pdf reads PDF files into positioned pages: text in reading order, headings, lists, tables, page heads and feet, the
// ledger of how each page was read, metadata, bookmarks and links.
//
// It stands between extract, which calls [Read], and the parts below it: syntax (tokens and objects), filter (stream filters),
// repair (files that the object layer cannot open), object (the object layer, on github.com/ledongthuc/pdf), font, content (the
// interpreter of pages), layout (glyphs to blocks). None of them knows the packages above it.
package pdf
