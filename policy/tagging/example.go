package tagging

// An example is a sentence that a tag's author gave as one that carries the tag: a bag of its content words.
type example struct {
	stems map[string]bool
	text  string
}

// Sentences are like an example when they share at least exampleLeast of their content words (Dice's coefficient);
// exampleWeight is what the whole likeness weighs, so that with the default bias a likeness of 0.6 tags on its own.
const (
	exampleLeast  = 0.5
	exampleWeight = 3.6
	stemLength    = 5 // letters that two forms of a word share: "finansiering", "finansieras"
)

func exampleOf(sentence string) example {
	e := example{stems: map[string]bool{}, text: sentence}
	l := lexicon{vocabulary: newVocabulary(nil), actors: &actorTable{}, forms: map[string]*wordInfo{}, shared: &sharedForms{}}
	for _, w := range l.split(nil, sentence) {
		if s, ok := contentStem(w.info.text); ok {
			e.stems[s] = true
		}
	}
	return e
}

// contentStem returns the first letters of a word of four letters or more; shorter words say little.
func contentStem(form string) (string, bool) {
	n := 0
	for i := range form {
		if n == stemLength {
			return form[:i], true
		}
		n++
	}
	return form, n >= 4
}

// likeness returns how much words share with e, 0 to 1.
func (e example) likeness(words []word) float64 {
	seen := make(map[string]bool, len(words))
	shared := 0
	for _, w := range words {
		s, ok := contentStem(w.info.text)
		if !ok || seen[s] {
			continue
		}
		seen[s] = true
		if e.stems[s] {
			shared++
		}
	}
	if len(seen)+len(e.stems) == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(seen)+len(e.stems))
}
