// Package filter decodes the stream filters of PDF that carry text: Flate, LZW, ASCII85, ASCIIHex and RunLength, with
// their predictors. It keeps what could be decoded of damaged data, and never decodes more than its caller allows.
//
// It stands between the bytes of a file and whatever reads a stream. Start with [Decode].
package filter
