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
// A Report marshals to what report.json holds. Names are those of the struct tags; lists that are empty are [], never null;
// a state is "says", "says-not", "not-said" or "unread"; languages are "sv" and "en"; dates are ISO 8601; pages count from 1
// in the file's order; spans are byte ranges in the document's text.
//
//	{"schema": 1, "generator": "styrdok 0.1.0", "as_of": "2026-11-22",
//	 "tags": [{"name": "goals", "label": {"en": "Goals", "sv": "Mål"}}, …],
//	 "municipalities": [{"name": "Ekeby", "scb_code": "…", "documents": ["ekeby-policy"], "set_aside": 0,
//	   "cells": [{"tag": "goals", "state": "says", "count": 6, "binding": {"must": 5, …},
//	     "places": [{"document": "ekeby-policy", "pages": [1]}],
//	     "quotes": [{"document": "ekeby-policy", "quote": "…", "span": {…}, "page": 1, "pages": [1], "prefix": "…",
//	       "suffix": "…", "opener": "…", "before": "…", "after": "…", "section": ["1 Mål"], "score": 0.95,
//	       "binding": "must", "evidence": ["cue:…"], "by": "program", "also_in": [{"document": "…", "pages": [1]}]}, …]}, …],
//	   "partner_towns": {"state": "says", "status": "active", "towns": [{"name": "…", "country": "NO",
//	     "country_name": {"en": "Norway", "sv": "Norge"}, "status": "active", "sources": [{"document": "…", "quote": "…",
//	     "page": 2, "confidence": 0.9, "by": "program", …}]}], "counts": [{"stated": 3, "named": 2, "source": {…}}]},
//	   "responsible": {"state": "says", "bodies": [{"name": "kommunstyrelsen", "level": 1, "duties": [{"duty": "…", "source": {…}}]}]},
//	   "follow_up": {"state": "says", "items": [{"interval": "P1Y", "wording": {"en": "every year", "sv": "varje år"},
//	     "what": "…", "through": "…", "source": {…}}]}}, …],
//	 "documents": [{"id": "ekeby-policy", "source": "…", "tier": "governing", "title": {"value": "…", "state": "says",
//	   "source": {…}}, "kind": {…}, "status": {…}, "date": {…}, "diarienummer": {…}, "adopted_by": {…}, "age_years": 5,
//	   "pages": [{"number": 1, "method": "text", "words": 61}, …], "unread_pages": [], "complete": true, "issues": [],
//	   "facts": {…}}, …],
//	 "set_aside": [{"source": "…", "code": "encrypted", "reason": "…", "municipality": "Åmål"}]}
//
// "facts" of a document is its record in facts.json (see policy.FactsRecord). The cells of a municipality are in the order
// of "tags".
package compare
