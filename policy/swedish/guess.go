package swedish

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"
)

// minStem is how many letters a guessed stem keeps: with two, too many short words fall together.
const minStem = 3

// guessEndings are inflectional endings, longest first. What stays after one is taken for the stem.
var guessEndings = []string{"arens", "arnas", "ornas", "ernas", "aren", "arna", "orna", "erna", "are", "ade", "ens", "ets", "dde", "ar", "or", "er", "en", "et", "an", "ad", "at",
	"as", "de", "te", "a", "e"}

// bases are the endings that a base form may have in the place of an inflectional one: fåror - fåra, slussarna - slussare,
// vaktar - vakta, krympte - krympa, försenat - försenad.
var bases = map[string][]string{
	"or": {"a"}, "orna": {"a"}, "ornas": {"a"}, "an": {"a"}, "aren": {"are"}, "arens": {"are"}, "arna": {"are"}, "arnas": {"are"},
	"ar": {"a"}, "er": {"a"}, "ade": {"a", "ad"}, "at": {"a", "ad"}, "ad": {"a"}, "as": {"a"}, "de": {"a"}, "dde": {"da"}, "te": {"a"},
}

// guess returns the base forms of a word that neither the word list nor its last part explains: the stem under its
// ending, by rule. A stem that is a known word is not taken, as that word's forms are all known.
func (lx *lexicon) guess(w string) []string {
	if utf8.RuneCountInString(w) < minStem+1 || strings.ContainsAny(w, "0123456789") {
		return []string{w}
	}
	out := lx.stems(w)
	if base, ok := strings.CutSuffix(w, "s"); ok && !strings.HasSuffix(base, "s") && utf8.RuneCountInString(base) > minStem {
		out = append(lx.stems(base), out...)
	}
	return dedupe(out)
}

// stems returns the stem of w, the base form with an ending of its own that w may be of ([bases]), and, where the ending may as well be the word's own (register, tecken), w itself.
func (lx *lexicon) stems(w string) []string {
	if shortBase(w) {
		return []string{w}
	}
	for _, e := range guessEndings {
		stem, ok := strings.CutSuffix(w, e)
		if !ok {
			continue
		}
		var out []string
		if lx.stemFits(stem) {
			out = append(out, restoreE(stem))
		}
		if utf8.RuneCountInString(stem) >= minStem {
			for _, b := range bases[e] {
				out = append(out, stem+b)
			}
		}
		if len(out) == 0 {
			continue
		}
		if len(e) <= len("are") {
			out = append(out, w)
		}
		return out
	}
	if stem, ok := strings.CutSuffix(w, "n"); ok && endsInVowel(stem) && lx.stemFits(stem) {
		return append(lx.stems(stem), w) // the n may be the word's own: zon
	}
	if stem := snowball(w); lx.stemFits(stem) {
		return []string{restoreE(stem)}
	}
	return []string{w}
}

// shortBase reports whether w is a short word in -a or -e, which is mostly a base form: under a longer one there may be an
// adjective (vrondiga), under koda there is no kod.
func shortBase(w string) bool {
	const short = 5
	return utf8.RuneCountInString(w) <= short && (strings.HasSuffix(w, "a") || strings.HasSuffix(w, "e"))
}

// stemFits reports whether stem is long enough, has a vowel, and is no known word.
func (lx *lexicon) stemFits(stem string) bool {
	return utf8.RuneCountInString(stem) >= minStem && strings.IndexFunc(stem, isVowel) >= 0 && len(lx.forms[stem]) == 0
}

// restoreE puts back the e that an ending drove out of the last syllable: registr - register.
func restoreE(stem string) string {
	n := len(stem)
	if n < 3 || strings.IndexByte("lrn", stem[n-1]) < 0 {
		return stem
	}
	if strings.IndexByte("bdfgkpstv", stem[n-2]) < 0 || stem[n-2:] == "gn" {
		return stem
	}
	return stem[:n-1] + "e" + stem[n-1:]
}

// snowball returns the stem by the Snowball algorithm for Swedish.
func snowball(w string) string {
	env := snowballstem.NewEnv(w)
	swedish.Stem(env)
	return env.Current()
}

// dedupe drops what is double and keeps the order.
func dedupe(list []string) []string {
	out := list[:0]
	for _, s := range list {
		if !contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
