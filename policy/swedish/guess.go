package swedish

import (
	"strings"
	"unicode/utf8"
)

// minStem is how many letters a guessed stem keeps: with two, too many short words fall together.
const minStem = 3

// guess returns the base forms of a word that neither the word list nor its last part explains: what may stand under its
// endings, by rule. A base form that is a known word is not taken, as that word's forms are all known.
func (lx *lexicon) guess(out []string, w string) []string {
	if utf8.RuneCountInString(w) < minStem+1 || strings.ContainsAny(w, "0123456789") {
		return append(out, w)
	}
	out = lx.bases(out, w)
	if base, ok := strings.CutSuffix(w, "s"); ok && !strings.HasSuffix(base, "s") && utf8.RuneCountInString(base) >= minStem {
		out = lx.bases(out, base)
	}
	return dedupe(out)
}

// bases adds to out the base forms that w may have, w itself last.
func (lx *lexicon) bases(out []string, w string) []string {
	n := len(out)
	for _, h := range certain {
		if out = lx.apply(out, w, h); len(out) > n {
			return out
		}
	}
	for _, h := range hypotheses {
		out = lx.apply(out, w, h)
	}
	return append(out, w)
}

// apply adds to out the base forms that w has by h.
func (lx *lexicon) apply(out []string, w string, h hypothesis) []string {
	stem, ok := strings.CutSuffix(w, h.ending)
	if !ok || utf8.RuneCountInString(stem) < minStem || strings.IndexFunc(stem, isVowel) < 0 || h.fits != nil && !h.fits(stem) {
		return out
	}
	for _, b := range h.bases {
		for _, l := range based(stem, b) {
			ids := lx.inflecting(lx.forms[l])
			if len(ids) == 0 {
				out = append(out, l)
			} else if len(h.ending) > 1 || h.ending == "n" {
				out = append(out, lx.lemmasOf("", ids)...)
			}
		}
	}
	return out
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
