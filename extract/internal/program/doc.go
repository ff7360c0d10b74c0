// Package program runs a program that is installed beside this one (tesseract, pdftotext, mutool) as a process of its own, within
// bounds of time and of what it may print. Whoever knows what it prints is extract/internal/ocr and extract/internal/outside.
package program
