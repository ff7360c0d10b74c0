// Package people finds what is personal in text: the names of people, e-mail addresses and telephone numbers.
//
// A municipality's document often names the official who keeps it. That is no fact on what the document says, and a table of officials
// and their numbers is not what anybody should get from reading thousands of documents. So policy/facts leaves such things out of facts,
// and compare out of tables; quotes stay as they stand in the document.
//
// Names are told by their form: a given name that many in Sweden have, or a family name with an ending that only names have, each beside
// another word with a capital. The package is pure. Start with [Without]:
//
//	people.Without("Kommunchef Eva Lund, tfn 0500-12 34 56") // "Kommunchef"
package people
