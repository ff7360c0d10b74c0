package swedish

const (
	// maxSpellings bounds how many spellings of a word are looked at: seven vowels that may have lost their marks.
	maxSpellings = 1500
	// maxUnknown is how many spellings are returned of a word that is none of ours in any: a place name.
	maxUnknown = 40
)

// marked are the letters that an unmarked one may stand for.
var marked = map[rune][]string{'a': {"a", "å", "ä"}, 'o': {"o", "ö"}}

// Unfold returns the words that word may stand for if it was typed without the marks of å, ä and ö: vanort - vänort. If
// there are words of the word list among them, these alone, else compounds of such; word itself is not returned. None for a word that
// has such a letter, or so many that may be one that it is hopeless.
func Unfold(word string) []string {
	w := Normal(word)
	if Fold(w) != w {
		return nil
	}
	spellings := []string{""}
	for _, r := range w {
		letters := marked[r]
		if letters == nil {
			letters = []string{string(r)}
		}
		if len(spellings)*len(letters) > maxSpellings {
			return nil
		}
		next := make([]string, 0, len(spellings)*len(letters))
		for _, s := range spellings {
			for _, l := range letters {
				next = append(next, s+l)
			}
		}
		spellings = next
	}
	return likely(spellings[1:]) // the first has no marks
}

// likely returns those of spellings that are words, or all if none is and they are few.
func likely(spellings []string) []string {
	lx := words()
	var listed, made []string
	for _, s := range spellings {
		if len(lx.lookup(s)) > 0 {
			listed = append(listed, s)
		} else if _, ok := lx.splitKnown(s); ok && listed == nil {
			made = append(made, s)
		}
	}
	switch {
	case listed != nil:
		return listed
	case made == nil && len(spellings) <= maxUnknown:
		return spellings
	}
	return made
}
