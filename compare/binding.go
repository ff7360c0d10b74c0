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
	{May, set("kan", "får", "kunna")},
}

// bindingOf returns how binding a sentence is; an item of a list is read together with its opener.
func bindingOf(sentence, opener string) Binding {
	return modalOf(append(words(opener), words(sentence)...))
}

func modalOf(words []string) Binding {
	for _, m := range modals {
		for i, w := range words {
			if m.words[w] {
				if w != "får" {
					return m.binding
				}
				if b := ofGets(words[i+1:]); b != States {
					return b
				}
			}
		}
	}
	return States
}

// ofGets returns what "får" means by the words that follow it: leave to do something, or a prohibition; before a noun ("får
// vänner") it is no modal verb.
func ofGets(next []string) Binding {
	switch {
	case len(next) == 0:
		return States
	case next[0] == "inte" || next[0] == "ej":
		return Must
	case strings.HasSuffix(next[0], "a") || shortInfinitives[next[0]]:
		return May
	}
	return States
}

// shortInfinitives are those that do not end in -a.
var shortInfinitives = set("ske", "gå", "stå", "se", "ge", "bli", "ha", "bo", "tas", "göras", "användas", "också", "endast", "även")

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
