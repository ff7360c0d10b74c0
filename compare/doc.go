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
// # What is found by laying documents side by side
//
// [Reuse] is text that documents share: sentences that are alike are found by MinHash (internal/lsh), runs of them grow over
// their neighbours, and what is shown is aligned word by word (internal/worddiff). What stands in most municipalities is
// boilerplate and makes no pair. [Version] says what came, went, was reworded or moved between two versions of a document.
// [SharedGoal] is a goal that several municipalities have in similar words: base forms weighed by how rare they are. [KeyWord]
// is a word that marks a municipality, by log-likelihood. [Gap] is what most others have and one lacks, with its basis. [Due]
// says whether a document ought to have been renewed, by policy.Elections, intervals and days of validity.
//
// All of it takes time and memory in proportion to the sentences: no sentence is held against more than a fixed number of
// others, and no more than a fixed number of pairs is aligned. What that leaves out is counted.
//
// # JSON
//
// A Report marshals to what report.json holds; docs/report-schema.md documents it field by field, and is made from the
// comments here. Lists that are empty are [], never null; dates are ISO 8601; pages count from 1 in the file's order; spans
// are byte ranges in the document's text. The cells of a municipality are in the order of the report's tags.
package compare
