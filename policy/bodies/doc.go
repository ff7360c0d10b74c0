// Package bodies finds the bodies and roles of a municipality in Swedish text: boards, committees, offices, groups,
// managers and coordinators.
//
// It recognises them by the form of the word, not by a list of names, so that a board nobody has heard of is found:
// a head ("nämnd", "förvaltning", "chef") with its inflection, whatever it is compounded with ("kultur- och fritidsnämnden"), whose
// it is ("kommunstyrelsens vice ordförande"), its attribute ("den internationella gruppen") and what it is for ("styrgruppen för
// internationellt arbete").
//
// The package is pure and knows nothing of documents; policy/tagging and policy/facts both stand on it. Start with [Find].
package bodies
