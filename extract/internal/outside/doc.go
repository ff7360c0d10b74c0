// Package outside gets the text of a PDF file from a program that is installed beside this one: pdftotext (of Poppler) or mutool (of
// MuPDF). They have met other broken files than we have. The program runs as a process of its own, within bounds of time and of what it
// may print.
package outside
