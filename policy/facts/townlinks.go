package facts

import (
	"strings"
	"unicode"
)

// linked reports whether place i, the country of which is not told, is joined to a twin word by nothing but words that name: "vänorterna
// A och B", "vänortsavtal finns med A", "A och B är våra vänorter".
func linked(s, l string, keys []keyword, all []place, i int) bool {
	first, last := i, i
	for first > 0 && joined(s[all[first-1].end:all[first].start]) {
		first--
	}
	for last+1 < len(all) && joined(s[all[last].end:all[last+1].start]) {
		last++
	}
	if rings(l, all[first].start, all[last].end) {
		return true
	}
	for _, k := range keys {
		if k.sign <= 0 || k.start > 0 && upperAt(s, k.start) && k.end+1 == all[first].start && s[k.start-1] == ' ' {
			continue // "Föreningen Vänort Battambang" is a name
		}
		if k.end <= all[first].start && !boundTwinWord(k.of(l)) && leadsTo(k.of(l), l[k.end:all[first].start], last > first) {
			return true
		}
		if k.start >= all[last].end && (becomes(l[:all[first].start], l[all[last].end:k.start]) || copula(l[all[last].end:k.start])) {
			return true
		}
	}
	return false
}

// instance reports whether place i is an instance of something other than a partner town: "på en annan ort, t.ex. Oslo".
func instance(s, l string, keys []keyword, all []place, i int) bool {
	for i > 0 && joined(s[all[i-1].end:all[i].start]) {
		i--
	}
	before := strings.TrimRight(l[:all[i].start], " ")
	if !hasSuffixOf(before, "t.ex.", "t ex", "till exempel", "exempelvis", "for example", "e.g.") {
		return false
	}
	for _, k := range keys {
		if k.sign > 0 && k.end <= len(before) && onlyWords(strings.ReplaceAll(l[k.end:all[i].start], "t.ex.", "t.ex"), linkWords) {
			return false
		}
	}
	return true
}

// rings reports whether the names at bytes from to end are said to make a ring of partner towns with us: "Tillsammans med A och B bildar vi en vänortskrets".
func rings(l string, from, end int) bool {
	if !strings.HasSuffix(l[:from], "tillsammans med ") || !hasWord(l[end:], "vi", "kommunen") {
		return false
	}
	return hasAny(l[end:], "vänortskrets", "vänortsked", "vänortsring", "vänortsgrupp", "krets av vänorter", "ring av vänorter", "kedja av vänorter")
}

// namesRest reports whether a sentence is nothing but "De övriga är A, B och C": it goes on about the towns before it.
func namesRest(l string, all []place, s string) bool {
	lead, ok := strings.CutSuffix(strings.TrimSpace(l[:all[0].start]), " är")
	if !ok || !restLeads[lead] || strings.Trim(l[all[len(all)-1].end:], " .") != "" {
		return false
	}
	for k := 1; k < len(all); k++ {
		if !joined(s[all[k-1].end:all[k].start]) {
			return false
		}
	}
	return true
}

var restLeads = map[string]bool{"de övriga": true, "de andra": true, "övriga": true, "de två andra": true, "de tre andra": true, "de två övriga": true, "de tre övriga": true, "de fyra övriga": true,
	"de fyra andra": true, "dessa": true, "de": true}

// leadsTo reports whether a twin word and the words after it lead to names. Right before a name it must be one that names take: "vänorten
// Time", "vänorter Time och Gran", but not "samordning av vänorter Årligen", where a table's columns run together.
func leadsTo(twin, gap string, several bool) bool {
	if strings.TrimSpace(gap) == "" {
		return several || hasSuffixOf(twin, "en", "erna", "ort", "stad")
	}
	return onlyWords(gap, linkWords)
}

// joined reports whether nothing but a comma or a conjunction stands between two names.
func joined(gap string) bool {
	gap = strings.TrimLeft(gap, noteMarks)
	switch strings.Join(strings.Fields(strings.ReplaceAll(gap, ",", " , ")), " ") {
	case ",", "och", "samt", "och med", "samt med", ", med", ", och", ", samt", "&", "and":
		return true
	}
	return false
}

// boundTwinWord reports whether a twin word is about something other than the town itself: "vänortsföreningen", "vänortsstämman".
func boundTwinWord(w string) bool {
	return hasAny(w, "förening", "kommitté", "grupp", "samordn", "ansvarig", "stämma", "träff", "möte", "besök", "resa", "resor", "konferens", "vecka", "dag", "fest", "stipendi", "fond", "pris", "tåg", "gata", "park", "spel", "läger", "festival",
		"turnering", "konsert", "kören", "lopp", "match", "tävling", "bibliotek", "ombud", "rådet", "budget", "konto", "ärende")
}

var linkWords = set(`som är heter med omfattar består av utgörs följande finns nämligen dvs d.v.s såsom kommunerna städerna orterna kommuner orter städer kommunen staden orten två tre
	fyra fem sex sju åtta nio tio har idag tecknats tecknades tecknat ingåtts ingått slutits gällande aktiva är: are with namely och samarbete utbyte avtal finns: numera formella bland
	annat t.ex ex till exempel sedan våra kommunens i norden europa världen utomlands länder andra olika`)

// onlyWords reports whether a text in lower case has no words but those of allowed and numbers, and no sentence end.
func onlyWords(l string, allowed map[string]bool) bool {
	if strings.ContainsAny(l, ".;!?") {
		return false
	}
	n := 0
	l = strings.ReplaceAll(l, "i dag", "idag")
	for _, w := range splitWords(l) {
		word := w.of(l)
		if n++; n > 10 || !allowed[word] && !unicode.IsDigit(firstRune(word)) {
			return false
		}
	}
	return true
}
