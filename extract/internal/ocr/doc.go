// Package ocr reads the text of a picture of a page through the program tesseract, which runs as a process of its own
// with a limit of time. It is what extract turns to for a page that holds a picture and no text.
//
// Start with [Engine.Recognize].
package ocr
