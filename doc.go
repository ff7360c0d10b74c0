// Package styrdok reads the governing documents of Swedish municipalities (policies, strategies, plans, guidelines), knows
// which sentence says what (goals, responsibility, follow-up, partner towns), finds the facts, and compares municipalities
// side by side, every claim with its quote and page.
//
// This package is the facade: the whole path in a few lines.
//
//	c, err := styrdok.Read(ctx, []string{"kommuner"}, styrdok.Options{})
//	if err != nil { … }
//	report := styrdok.Compare(c, styrdok.CompareOptions{Folder: "rapport"})
//	err = styrdok.Write(ctx, report, "rapport", styrdok.WriteOptions{})
//
//	err = styrdok.Index(ctx, ".styrdok", c)
//	results, err := styrdok.Search(ctx, ".styrdok", "vänort* tag:responsibility", index.SearchOptions{})
//
// What could not be read is never lost: it is in [Collection.SetAside], and each document's pages say how they were read.
// The packages below do the work, and everything here can be done with them: extract and extract/segment read,
// policy/tagging and policy/facts understand, index searches, compare and compare/render report.
//
// All of it is synchronous, silent, and safe for concurrent use by several goroutines on different documents.
package styrdok
