// Package delimited reads tables that people edit: text with a tab, a semicolon or a comma between the cells, as
// spreadsheets write it, with a header, and with the line of each row for messages.
//
// It stands behind policy/evaluation and policy/review. Start with [Parse].
package delimited
