// Package render writes a comparison as files that people and programs read: a page for the browser, Markdown, a workbook, a memo,
// comma-separated values and JSON. It reads a compare.Report and nothing else, and the same report gives the same bytes.
//
// It is the last step of the flow. Start with [Folder], which writes every format into one folder and replaces that folder
// whole or not at all, or with [Write] for one format:
//
//	err := render.Folder(ctx, "rapport", report, render.Options{Lang: "sv"})
//
// # The files
//
//	index.html    the report for a browser, with a link to the page of each quote; prints on A4 landscape
//	index.en.html the same in the other language; of an English report it is index.sv.html
//	kommun-1440.html  a page for each municipality, in both languages, where there are too many to stand side by side
//	report.md     the same as Markdown
//	report.xlsx   sheets: matrix, answers, quotes, facts, partner towns, responsibility, follow-up, what comparing finds (missing,
//	              themes, shared goals, changes, distinctive words, reuse), unread
//	report.docx   a memo: the matrix, the quotes in sight with footnotes for their sources, the tables of facts
//	passages.csv  a row for each quote of each tag: UTF-8, commas; cells that a spreadsheet would compute begin with '
//	documents.csv, partner-towns.csv, responsibility.csv, follow-up.csv  the facts in the same form
//	gaps.csv, reuse.csv  what is lacking, and the passages that documents share
//	shared-goals.csv, versions.csv, words.csv  goals in similar words, changes between versions, distinctive words
//	datapackage.json  the columns of the CSV files, for programs (Frictionless Data)
//	report.json   the report as data; package compare documents the fields
//	facts.json    the facts of each document, as `export facts` prints them
//	styrdok-manifest.json  what the folder holds, with hashes: by it a later report knows that it may replace the folder
//
// # What stands in documents is text
//
// Documents come from anywhere. Their words appear in every format as text: markup is escaped, no cell of a workbook or a
// CSV file can be taken for a formula, and characters that a format cannot hold are shown as "�" or left out. The page for
// the browser makes no request and runs no script but its own; its content security policy sees to both.
//
// # Links
//
// A quote links to its page in the source PDF ("policy.pdf#page=3", RFC 8118). Links come from compare.Options.Links; [Href]
// makes one from two paths.
package render
