// Package object is the object layer of the PDF reader: values of a file behind an interface of ours, which never panics, caches
// what is dear, and decodes streams with filters of ours under limits.
//
// Below it github.com/ledongthuc/pdf opens the file, resolves references and parses objects; that package is imported only
// here. Files that it cannot open come as an image that package repair made. Start with [Open].
package object
