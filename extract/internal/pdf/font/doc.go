// Package font turns the codes in a PDF's strings into characters and widths: simple and composite fonts, Type 3, ToUnicode and
// other CMaps, encodings with their differences, glyph names.
//
// The glyph names in glyphs.txt are a part of the Adobe Glyph List, whose licence stands there.
//
// It stands between the object layer and the content interpreter. Start with [Load].
package font
