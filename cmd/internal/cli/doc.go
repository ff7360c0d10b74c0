// Package cli is the command line: one file a command, each with its options, its flags and what it does. It stands at
// the end of the flow and owns what the libraries leave to their caller: concurrency, messages, progress, exit codes.
//
// Start with [Main].
package cli
