// Package pdftest builds small PDF files for tests: well-formed ones, and ones that are wrong in a way of the test's choice.
//
// Start with [Pages] for a file of simple pages, or [New] for full control.
package pdftest
