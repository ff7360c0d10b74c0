// Package batch brings an index up to date with the files that it is made of: the nightly job, and the first half of "run". It
// finds out what became of each file since the last time (plan.go), refuses what looks like an accident (guard.go), has read what
// must be read, and puts it into the index in bounded steps, each of which is committed (work.go).
//
// Files are compared by size and times, then by hash. A file that lies elsewhere now is moved in the index and not read again; so
// is one that got another ID because of a namesake. One that could not be read is set aside, and tried again only when it, the
// program or the settings have changed.
//
// The package reads no documents and knows no workers: its caller gives it a [Reader]. It runs in one goroutine but for those that
// wait for the Reader. Start with [Run].
package batch
