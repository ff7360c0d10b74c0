package tagging

// phraseReach is how many words after an inverted verb may belong to the subject: "ska den lokala samordnaren".
const phraseReach = 6

// subject finds who or what the sentence says something of, by Swedish word order: the subject stands before the first
// finite verb, unless something else is fronted (a preposition, a subordinate clause, an adverb); then it stands after
// the main verb.
func (a *analysis) subject() {
	if len(a.verbs) == 0 {
		a.withoutVerb()
		return
	}
	first := a.verbs[0]
	if a.words[0].info.text == "att" { // "Att hålla planen aktuell": an infinitive, a duty of somebody named elsewhere
		a.set(isSubjectNone, "", "")
		return
	}
	if first == 0 {
		a.startsWithVerb()
		a.main(first)
		return
	}
	if !a.is(0, classPreposition) && !a.is(0, classSubordinator) && !a.is(0, classAdverb) && !a.startsWithTime() {
		if !a.phrase(0, first) {
			a.set(isSubjectOther, "", "")
		}
		a.main(first)
		return
	}
	for _, v := range a.mainFirst() {
		if a.phrase(v+1, min(v+1+phraseReach, len(a.words))) {
			a.main(v)
			return
		}
	}
	a.set(isSubjectOther, "", "")
	a.main(first)
}

// mainFirst returns the finite verbs of a sentence that something is fronted in, the likeliest main verb first: the
// first after a fronted phrase, a modal verb after a fronted clause, which has a verb of its own.
func (a *analysis) mainFirst() []int {
	clause := a.is(0, classSubordinator)
	for i := 1; i < a.verbs[0] && !clause; i++ {
		clause = a.is(i, classSubordinator)
	}
	if !clause {
		return a.verbs
	}
	var modals, others []int
	for _, v := range a.verbs {
		if a.modal(v) >= 0 {
			modals = append(modals, v)
		} else {
			others = append(others, v)
		}
	}
	return append(modals, others...)
}

// withoutVerb handles a sentence in which no finite verb was recognised. If it begins with an actor and goes on, the
// verb is one that the taxonomy does not know ("Registrator gallrar posten"); else it has no subject.
func (a *analysis) withoutVerb() {
	head := 1
	if a.is(0, classDeterminer) || a.is(0, classDistributive) {
		head = 2
	}
	if len(a.words) < head+2 || a.words[head].boundary || a.is(head, classPreposition) || !a.actorPhrase(0, head) {
		a.set(isSubjectNone, "", "")
		return
	}
	a.set(hasVerb, "", "")
}

// main notes what kind of verb the main clause has.
func (a *analysis) main(verb int) {
	switch {
	case a.is(verb, classStative):
		a.set(hasStative, "", "")
	case a.is(verb, classPassive):
		a.set(hasPassive, "", "")
	}
}

// startsWithTime reports whether a time is fronted: "En gång om året sammanställer förvaltningen …".
func (a *analysis) startsWithTime() bool {
	times := a.tagger.taxonomy.language.times
	for i := range times {
		if end := times[i].match(a.words, 0); end > 0 && a.isFinite(end) {
			return true
		}
	}
	return false
}

// startsWithVerb handles "Ska ge personalen …" and "Ansvarar för …", where nobody is named, questions, which name their
// subject next, and conditions ("Är chefen borta avgör rektor …"), whose main clause names it.
func (a *analysis) startsWithVerb() {
	if a.has(isFormQuestion) && a.phrase(1, min(1+phraseReach, len(a.words))) {
		return
	}
	if (a.is(0, classStative) || a.is(0, classHave)) && a.actorPhrase(1, min(3, len(a.words))) {
		return
	}
	a.set(isSubjectNone, "", "")
}

// phrase looks for a subject among the words from start to end, up to the first word that ends a noun phrase, and sets
// its feature. It reports whether it found one.
func (a *analysis) phrase(start, end int) bool {
	for start < end && a.is(start, classAdverb) {
		start++
	}
	cut := start
	for cut < end && !(cut > start && (a.is(cut, classPreposition) || a.is(cut, classSubordinator))) && !a.isFinite(cut) {
		if cut == start && a.is(cut, classPreposition) {
			return false
		}
		cut++
	}
	if a.actorPhrase(start, cut) {
		return true
	}
	head := a.words[start:cut]
	for k := len(head) - 1; k >= 0; k-- {
		for _, s := range a.tagger.taxonomy.language.subjects {
			if headFits(s.patterns, head, k) {
				a.set(s.feature, "subject", head[k].info.text)
				return true
			}
		}
	}
	return false
}

// actorPhrase looks for an actor that is not in the genitive, or for "varje verksamhet", and sets it as the subject.
func (a *analysis) actorPhrase(start, end int) bool {
	distributive := false
	for i := start; i < end; i++ {
		info := a.words[i].info
		distributive = distributive || a.is(i, classDistributive)
		switch {
		case info.actor != actorNone && !a.words[i].aside && (!info.genitive || i == end-1):
			a.set(actors[info.actor].subject, actors[info.actor].name, info.text)
			return true
		case distributive && a.is(i, classUnit):
			a.set(isSubjectBody, "body", info.text)
			return true
		}
	}
	return false
}

func (a *analysis) isFinite(i int) bool {
	for _, v := range a.verbs {
		if v == i {
			return true
		}
	}
	return false
}

// headFits reports whether a pattern of one or more words matches so that it ends at word k.
func headFits(patterns []pattern, head []word, k int) bool {
	for i := range patterns {
		for s := 0; s <= k; s++ {
			if patterns[i].match(head, s) == k+1 {
				return true
			}
		}
	}
	return false
}
