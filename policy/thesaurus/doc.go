// Package thesaurus knows words of Swedish public administration that mean the same: förskola and dagis, avfall and sopor, SFI and svenska
// för invandrare. It is for searching, where the document does not say what the analyst types.
//
// It stands beside the flow: index asks it which words to look for beside those of a query. Start with [Find]. The words are in the files in data,
// which say how they are written; they are read at the first use.
package thesaurus
