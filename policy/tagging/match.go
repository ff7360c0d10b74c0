package tagging

import "strings"

// specials are the word classes that are recognised by their form, not by a list.
var specials = map[string]bool{
	"actor": true, "body": true, "role": true, "staff": true, "outside": true, "number": true, "year": true,
}

// slotsOf returns the slots that a form fits.
func (v *vocabulary) slotsOf(info *wordInfo) bitset {
	fits, not := newBitset(v.slots), newBitset(v.slots)
	put := func(marks []mark) {
		for _, m := range marks {
			if m.not {
				not.set(m.slot)
			} else {
				fits.set(m.slot)
			}
		}
	}
	put(v.exact[info.text])
	for i := range info.text { // i is where a rune begins
		if i > 0 {
			put(v.prefix[info.text[:i]])
		}
		put(v.suffix[info.text[i:]])
	}
	put(v.prefix[info.text])
	for _, x := range v.infix {
		if strings.Contains(info.text, x.text) {
			put([]mark{x.mark})
		}
	}
	for _, s := range v.special {
		if info.special(s.name) {
			fits.set(s.slot)
		}
	}
	for i := range fits {
		fits[i] &^= not[i]
	}
	for _, u := range v.unions {
		if fits.has(u.member) {
			fits.set(u.whole)
		}
	}
	return fits
}

// special reports whether the form is of a class that is recognised by its form.
func (w *wordInfo) special(name string) bool {
	switch name {
	case "actor":
		return w.actor == actorBody || w.actor == actorRole || w.actor == actorStaff
	case "body":
		return w.actor == actorBody
	case "role":
		return w.actor == actorRole
	case "staff":
		return w.actor == actorStaff
	case "outside":
		return w.actor == actorOutside
	case "year":
		return len(w.text) >= 4 && isNumber(w.text[:4]) && (w.text[:2] == "19" || w.text[:2] == "20") && (len(w.text) == 4 || w.text[4] == '-')
	default: // number
		return isNumber(w.text)
	}
}

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// match returns where p first matches at word i: the index after its last word, or -1.
func (p *pattern) match(words []word, i int) int {
	if p.atStart && i > p.steps[0].gap || !p.fits(words[i], 0) {
		return -1
	}
	return p.rest(words, i+1, 1)
}

// rest matches the steps from k on at word i or, within the step's gap, after it.
func (p *pattern) rest(words []word, i, k int) int {
	if k == len(p.steps) {
		if p.atEnd && i != len(words) {
			return -1
		}
		return i
	}
	for j := i; j < len(words) && j <= i+p.steps[k].gap; j++ {
		if words[j].boundary && p.steps[k].gap > 0 && p.steps[k].gap < defaultGap {
			return -1 // a counted gap stays within its clause
		}
		if p.fits(words[j], k) {
			if end := p.rest(words, j+1, k+1); end >= 0 {
				return end
			}
		}
	}
	return -1
}

func (p *pattern) fits(w word, k int) bool {
	return p.steps[k].slot == anySlot || w.info.slots.has(p.steps[k].slot)
}

// find returns the first match of p in words as a half-open range, or -1, -1.
func (p *pattern) find(words []word) (start, end int) {
	for i := range words {
		if end := p.match(words, i); end >= 0 {
			return i, end
		}
	}
	return -1, -1
}

// findAny returns whether one of patterns matches words.
func findAny(patterns []pattern, words []word) bool {
	for i := range patterns {
		if start, _ := patterns[i].find(words); start >= 0 {
			return true
		}
	}
	return false
}
