// Package worker reads documents in processes of their own. A parser that overflows its stack, never ends or takes all
// memory takes its process with it, and nothing in Go can prevent that; so the process that it takes is a worker, and the
// file becomes a line of the ledger.
//
// A worker is the same program, started as "styrdok worker" by a [Pool]. It gets a [Setup] and then one request after the
// other on its stdin, and answers on its stdout, in frames of JSON (wire.go). It is bounded by [Limits], and ends when its
// stdin does, so that none outlives the program that started it. What it prints to stderr is kept for the ledger's detail
// if it dies, else dropped.
//
// Start with [NewPool] on the program's side and [Run] on the worker's.
package worker
