package compare

import (
	"cmp"
	"math"
	"slices"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A word is shown as distinctive if the difference is sure and large, and no single sentence makes it. A municipality of a page or
// two has few words that could be surer than the lower bounds: there a reader sees all that differs, and how sure it is.
const (
	minLogLikelihood      = 10.83 // p < 0.001 for one degree of freedom
	minLogLikelihoodSmall = 6.63  // p < 0.01
	smallCorpus           = 2000  // words
	minLogRatio           = 1     // twice as often
	minOccurrences        = 3
	minOccurrencesTiny    = 2
	tinyCorpus            = 1000 // words
	minSentences          = 2
	maxKeyWords           = 20
)

// vague are words that say nothing of what a document is about, beside those of swedish.IsStop.
var vague = set("ex", "t", "del", "fram", "ut", "bort", "in", "upp", "ner", "ge", "ta", "stå", "allt", "därför", "framför", "ingen", "grund", "liten", "stor")

// distinguish finds, by municipality, the words that its documents use far more than those of the others.
func distinguish(c *corpus) map[string][]KeyWord {
	all := make(map[string][]KeyWord)
	countWords(c).byMunicipality(func(name string, words []KeyWord) { all[name] = words })
	return all
}

// keyness counts base forms.
type keyness struct {
	*corpus
	lemmas []string
	// of has the number of each word's base form in lemmas, -1 for a word that does not count.
	of []int32
	// all is how often each base form stands in all documents, total how many words there are.
	all   []int
	total int
}

// countWords counts the words of what is neither boilerplate nor unassigned.
func countWords(c *corpus) *keyness {
	k := &keyness{corpus: c, of: make([]int32, len(c.words))}
	small := make(map[string]bool) // base forms of which a form stood in small letters: the others may be people's names
	for i, w := range c.words {
		small[c.lemma(uint32(i))] = small[c.lemma(uint32(i))] || w.small
	}
	numbers, names := make(map[string]int32), municipalityNames(c)
	for i, w := range c.words {
		k.of[i] = -1
		lemma := c.lemma(uint32(i))
		if !small[lemma] || swedish.IsStop(w.normal) || isNumber(w.normal) || noContent[w.normal] || noContent[lemma] || vague[lemma] || names[w.normal] {
			continue
		}
		n, ok := numbers[lemma]
		if !ok {
			n = int32(len(k.lemmas))
			numbers[lemma] = n
			k.lemmas = append(k.lemmas, lemma)
		}
		k.of[i] = n
	}
	k.all = make([]int, len(k.lemmas))
	k.each(func(_ string, s sentence, words []uint32) {
		k.total += len(words)
		for _, w := range words {
			if n := k.of[w]; n >= 0 {
				k.all[n]++
			}
		}
	})
	return k
}

// municipalityNames are the names of the municipalities, also in the genitive: that Ale's documents say Ale marks nothing.
func municipalityNames(c *corpus) map[string]bool {
	names := make(map[string]bool)
	for i := range c.docs {
		for _, t := range swedish.Words(c.municipalityOf(int32(i))) {
			w := swedish.Normal(t.Text)
			names[w], names[w+"s"] = true, true
		}
	}
	return names
}

// each visits the sentences that count, with their words, municipality by municipality.
func (k *keyness) each(visit func(municipality string, s sentence, words []uint32)) {
	for _, s := range k.sents {
		if name := k.municipalityOf(s.doc); name != "" && !k.isBoilerplate(k.clusterOf(s)) {
			visit(name, s, k.nodes[s.node].words)
		}
	}
}

// A tally counts the base forms of one municipality after another.
type tally struct {
	count, documents, sentences []int32
	last, lastSentence          []int32 // the document and the sentence, counted from 1, in which a base form stood last
	visited                     int32   // sentences
	met                         []int32 // the base forms that were met
	total                       int
}

func (t *tally) add(lemma, doc int32) {
	if t.count[lemma] == 0 {
		t.met = append(t.met, lemma)
	}
	t.count[lemma]++
	if t.last[lemma] != doc {
		t.last[lemma] = doc
		t.documents[lemma]++
	}
	if t.lastSentence[lemma] != t.visited {
		t.lastSentence[lemma] = t.visited
		t.sentences[lemma]++
	}
}

func (t *tally) reset() {
	for _, n := range t.met {
		t.count[n], t.documents[n], t.sentences[n] = 0, 0, 0
	}
	t.met, t.total = t.met[:0], 0
}

// byMunicipality calls found with the distinctive words of each municipality.
func (k *keyness) byMunicipality(found func(name string, words []KeyWord)) {
	n := len(k.lemmas)
	t := &tally{count: make([]int32, n), documents: make([]int32, n), sentences: make([]int32, n), last: make([]int32, n), lastSentence: make([]int32, n)}
	current := ""
	k.each(func(name string, s sentence, words []uint32) {
		if name != current {
			if current != "" {
				found(current, k.words(t))
			}
			current = name
			t.reset()
		}
		t.total += len(words)
		t.visited++
		for _, w := range words {
			if lemma := k.of[w]; lemma >= 0 {
				t.add(lemma, s.doc+1)
			}
		}
	})
	if current != "" {
		found(current, k.words(t))
	}
}

// words returns the distinctive words of a municipality; none if there is no other.
func (k *keyness) words(t *tally) []KeyWord {
	list := []KeyWord{}
	rest := k.total - t.total
	if rest == 0 {
		return list
	}
	sure, often := minLogLikelihood, minOccurrences
	if t.total < smallCorpus {
		sure = minLogLikelihoodSmall
	}
	if t.total < tinyCorpus {
		often = minOccurrencesTiny
	}
	for _, n := range t.met {
		count := int(t.count[n])
		if count < often || t.sentences[n] < minSentences {
			continue
		}
		w := KeyWord{Word: k.lemmas[n], Count: count, Rest: k.all[n] - count, Documents: int(t.documents[n])}
		w.LogLikelihood = round(logLikelihood(w.Count, w.Rest, t.total, rest), 2)
		w.LogRatio = round(logRatio(w.Count, w.Rest, t.total, rest), 2)
		if w.LogLikelihood < sure || w.LogRatio < minLogRatio {
			continue
		}
		w.PerThousand = round(1000*float64(w.Count)/float64(t.total), 2)
		w.RestPerThousand = round(1000*float64(w.Rest)/float64(rest), 2)
		list = append(list, w)
	}
	slices.SortFunc(list, func(a, b KeyWord) int {
		return cmp.Or(cmp.Compare(b.LogLikelihood, a.LogLikelihood), swedish.Compare(a.Word, b.Word))
	})
	return list[:min(len(list), maxKeyWords)]
}

// logLikelihood returns G² for a word that stands a times among c words and b times among d others: twice the sum of
// a·ln(a/E1) and b·ln(b/E2), where E1 and E2 are what would be expected if both used it alike (Rayson and Garside 2000, after
// Dunning 1993). It is 0 where one of the two has no words.
func logLikelihood(a, b, c, d int) float64 {
	if c == 0 || d == 0 {
		return 0
	}
	all := float64(a+b) / float64(c+d)
	return 2 * (part(a, all*float64(c)) + part(b, all*float64(d)))
}

func part(observed int, expected float64) float64 {
	if observed == 0 {
		return 0
	}
	return float64(observed) * math.Log(float64(observed)/expected)
}

// logRatio returns the binary logarithm of the ratio of the two frequencies; half an occurrence stands for none.
func logRatio(a, b, c, d int) float64 {
	if c == 0 || d == 0 {
		return 0
	}
	return math.Log2(max(0.5, float64(a)) / float64(c) / (max(0.5, float64(b)) / float64(d)))
}
