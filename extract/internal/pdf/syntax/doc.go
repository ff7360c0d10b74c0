// Package syntax reads PDF syntax: tokens of content streams and CMaps, and whole objects. It is tolerant: a bad token
// loses a token, an unclosed container ends where the data or the object ends.
//
// It stands at the bottom of the PDF reader. A [Lexer] gives tokens without allocating; a [Parser] builds objects.
package syntax
