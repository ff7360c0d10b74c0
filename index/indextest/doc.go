// Package indextest is the conformance suite of engines of package index: whatever a query does, it does with each of them, with the
// same passages in the same order. The tests of an engine call [Suite.Test]; [Same] compares two indexes of the same
// documents, and [Judged] measures the answers to queries that people judged.
package indextest
