// Scaleplan simulates how long several workers take to index a collection together, from measured times: `make bench-scale` measures them,
// docs/scale.md holds the plan. It is a closed queueing network: a bounded number of documents is under way at once, each is read by one of
// so many workers, in the order in which they are posted, and then put into the index by the one that writes.
//
//	go run ./cmd/internal/scaleplan -documents 1000000 -read 0.15 -write 0.02
//
// How long reading takes varies from document to document (-spread, the standard deviation as a share of the mean, log-normal, as
// sizes of documents are); writing takes time in proportion to it. Times are drawn with a fixed seed.
package main
