// Package compare lays the documents of several municipalities side by side: for each tag and each municipality what is
// said, in which words, in which document and on which page; what is not said; and what could not be read.
//
// It stands at the end of the flow, after policy/tagging and policy/facts and before compare/render. [Documents] is a pure
// function: no clock (the date is an option), no file system, no search engine, no map order; the same documents and
// options give the same [Report], whatever the order in which the documents come.
//
// Start with [Documents]:
//
//	report := compare.Documents(docs, compare.Options{AsOf: time.Now(), Tags: taxonomy.Definitions()})
//	for _, m := range report.Municipalities {
//		for i, tag := range report.Tags {
//			fmt.Println(m.Name, tag.Name, m.Cells[i].State, m.Cells[i].Count)
//		}
//	}
//
// # Four answers
//
// A [Cell] answers in one of four ways, and they are kept apart everywhere: the documents say something ([Says]), they say
// expressly that there is nothing ([SaysNot]: twinning is dormant, there are no partner towns), they do not say in what was
// read ([NotSaid]), or nothing was found while a page or a document could not be read ([Unread]).
//
// # Several documents of one municipality
//
// They are ranked (see [Tier]): a governing document before a web page, both before a proposal and a memo, and these before
// a document that was replaced; the newer before the older within a tier. The first document that has an answer gives it;
// what the others add stands behind it, and a sentence that several share stands once, with all its places.
//
// # JSON
//
// A Report marshals to what report.json holds: "schema" is 1; names are those of the struct tags; lists that are empty are
// [], never null; a state is "says", "says-not", "not-said" or "unread"; languages are "sv" and "en". Documents carry
// their facts in the form of facts.json (see policy.FactsRecord).
package compare
