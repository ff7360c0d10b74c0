// Package plain reads plain text and Markdown into a positioned page without positions: blocks with their lines.
//
// It is one of the readers behind package extract, which decodes the text before. What it knows of form is what a line
// tells: blank lines, bullets, numbers, dot leaders, tabs, form feeds, and how far a line was from being full when it
// ended. Whether a block is a page head or a heading of its document is for extract/segment to say.
//
// Start with [Read].
package plain
