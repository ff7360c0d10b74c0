package compare

import (
	"strings"
	"unicode"
)

// Binding says how binding a sentence is, by its modal verb.
type Binding string

// The degrees, from the strongest.
const (
	Must   Binding = "must"   // ska, skall, måste
	Should Binding = "should" // bör
	May    Binding = "may"    // kan, får
	States Binding = "states" // none of these: it says how things are
)

// modals are the words that decide, in the order in which they win: what must be is no weaker for a "kan" beside it.
var modals = [...]struct {
	binding Binding
	words   map[string]bool
}{
	{Must, set("ska", "skall", "måste", "skyldig", "skyldiga", "skyldigt", "åligger", "krävs")},
	{Should, set("bör", "borde")},
	{May, set("kan", "får", "kunna", "möjlighet")},
}

// bindingOf returns how binding a sentence is; an item of a list takes what its opener says where it says nothing itself.
func bindingOf(sentence, opener string) Binding {
	if b := modalOf(words(sentence)); b != States {
		return b
	}
	return modalOf(words(opener))
}

func modalOf(words []string) Binding {
	for _, m := range modals {
		for i, w := range words {
			if m.words[w] {
				if w == "får" && i+1 < len(words) && (words[i+1] == "inte" || words[i+1] == "ej") {
					return Must // a prohibition
				}
				return m.binding
			}
		}
	}
	return States
}

func (c *BindingCount) add(b Binding) {
	switch b {
	case Must:
		c.Must++
	case Should:
		c.Should++
	case May:
		c.May++
	default:
		c.States++
	}
}

// words returns the words of s in lower case.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
