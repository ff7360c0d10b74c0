// Package extract turns any file into positioned pages. It recognises the format by content, hands the file to the
// reader of that format, holds the limits, and never loses a page silently: what could not be read is in the ledger.
//
// It is the first step of the flow; extract/segment takes what it returns. Start with [File].
package extract
