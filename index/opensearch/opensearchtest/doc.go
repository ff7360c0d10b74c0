// Package opensearchtest starts real OpenSearch nodes on this machine alone, for tests and measurements: [Build] gets the packages
// from Maven and compiles the node's class, [Java.Start] starts a cluster. It needs Maven and a Java runtime, 21 or newer; contrib/deps.sh gets
// both. Nodes listen on 127.0.0.1, have a bounded heap, and end with the process that started them.
//
// It stands beside the product: nothing that is shipped imports it.
package opensearchtest
