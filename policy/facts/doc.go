// Package facts finds what a governing document says as data: whose it is, its kind, title, date and case number, its partner
// towns, who is responsible for what, how often it is followed up, and which other documents it names.
//
// It stands after tagging in the flow and adds to a policy.Document. Call [Assign] for the municipality, then [Extract] for the
// facts, then [Check] for what does not agree in them.
//
// Every fact is cut from the document's text or furniture and carries the citation. What the document does not say is left
// out: a date in a footnote, a law's number, another municipality's partner town are not guessed into facts.
package facts
