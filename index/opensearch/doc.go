// Package opensearch is the engine of index for more than one machine: passages, documents and generations lie in an OpenSearch
// cluster, so that those who read and write an index share nothing but it. First call:
//
//	e, err := opensearch.New(opensearch.Options{User: "styrdok", Password: password})
//	…
//	x, err := index.Open("opensearch://search1:9200,search2:9200/kommuner", e)
//
// # What is in the cluster
//
// An index at opensearch://host:port/PREFIX is these indexes:
//
//	PREFIX-passages-000007   the passages of generation 7; never changed once it is complete, and read-only
//	PREFIX-passages          an alias of the current generation: moving it, in one step, publishes a new one
//	PREFIX-documents         an alias of the documents as they were read, named by the hash of what is in them, and of what each
//	                         generation holds
//	PREFIX-work              an alias of who is at work: the writer's lock, workers, and what is still to be read
//
// A generation that starts from another is a clone of it: the cluster shares its files by hard links. The mapping of each index
// carries the version of its form; what a newer program wrote is refused.
//
// # Analysis and ranking
//
// The cluster gets the tokens that package index makes, in fields with the whitespace analyzer, and knows no Swedish. Scores are
// those of [github.com/styrdok/styrdok/index/internal/bm25f], computed by two short scripts from counts; how rare a word is over all shards is asked
// for first. So the same documents are found in the same order as with any other engine.
//
// # Faults
//
// Every request may be sent twice: what is written has names of its own, and what must happen once is compare-and-set. So requests are
// tried again, at other nodes, while nodes are away or overloaded, for a bounded time ([Options.Patience]). Clocks of the machines that write
// should agree within [MaxSkew]; if they do not, a lock may be taken from a writer that is alive, which then ends with an error, and nothing
// is lost.
package opensearch
