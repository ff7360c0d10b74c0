// Package policy is the domain of styrdok: municipalities and the documents by which they govern themselves,
// with the sections, passages and sentences of each document, what each sentence is tagged as, the facts found, and
// the citation that every one of them carries.
//
// It stands in the middle of the flow: extract and extract/segment fill a [Document], policy/tagging and policy/facts
// add to it, index and compare read it. The package does no I/O and knows no file format and no search engine.
//
// Start with [Document]; take a quote with its page by [Document.Cite].
//
// # Offsets and pages
//
// Every [Span] is a half-open byte range in [Document.Text], which is UTF-8 in NFC. Pages are numbered from 1 as they
// lie in the file; the label is what is printed on the page, where the file says it ("iv", "5").
//
// # Glossary
//
// One word a concept, in code as in docs. Swedish stays in data and in what analysts read.
//
//	municipality     kommun
//	county           län
//	governing document (document)  styrdokument: policy, strategi, plan, riktlinjer …
//	goals            mål
//	responsibility   ansvar
//	follow-up        uppföljning
//	partner town     vänort
//	body             organ: nämnd, styrelse, utskott, förvaltning, grupp, or a role
//	duty             uppgift
//	adopted          antagen, beslutad, fastställd
//	mandate period   mandatperiod (four years; from one general election to the next)
//	case number (diarienummer, kept as the Swedish term in data)  diarienummer, dnr
//	proposal         förslag
//	memo to a board  tjänsteutlåtande
//	furniture        sidhuvud, sidfot, stämpel, innehållsförteckning: on the page, not in the text
//	zone             which part of a document a sentence stands in: body, info, contact …
package policy
