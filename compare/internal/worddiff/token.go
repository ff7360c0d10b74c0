package worddiff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/policy/swedish"
)

// A token is a word or a mark, with the spaces that follow it.
type token struct {
	// text is text[start:end] with the spaces, word without them and with one kind of dash and quotation mark.
	text, word string
	// weight is 0 for a mark, 1 for a function word and 2 for any other word.
	weight int
}

// marks makes one of the dashes and of the quotation marks: typography is no change.
var marks = strings.NewReplacer("\u2013", "-", "\u2014", "-", "\u2212", "-", "\u2010", "-", "\u2011", "-", "\u201c", "\"", "\u201d", "\"",
	"\u201e", "\"", "\u00ab", "\"", "\u00bb", "\"", "\u2018", "'", "\u2019", "'")

// tokens takes text apart; the texts of the tokens, joined, are text again without leading spaces.
func tokens(text string) []token {
	var all []token
	words := swedish.Words(text)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end, weight := i+size, 0
		for len(words) > 0 && words[0].Start < i {
			words = words[1:]
		}
		if len(words) > 0 && words[0].Start == i {
			end, weight = words[0].End, 2
			if swedish.IsStop(words[0].Text) {
				weight = 1
			}
		}
		after := end
		for after < len(text) {
			r, size := utf8.DecodeRuneInString(text[after:])
			if !unicode.IsSpace(r) {
				break
			}
			after += size
		}
		all = append(all, token{text[i:after], marks.Replace(text[i:end]), weight})
		i = after
	}
	return all
}
