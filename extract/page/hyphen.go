package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Join says how two pieces of text that a line break parts go together.
type Join int

// The ways to join.
const (
	JoinSpace  Join = iota // two words: put a space between
	JoinHyphen             // one word with a hyphen of its own ("BPSD-" "registret"): put nothing between
	JoinWord               // one word broken at the line end ("följan-" "de"): drop the hyphen
)

// Joining decides how left, which ends a line, goes together with right, which begins the next.
//
// A hyphen at the line end was put there by a typesetter if both sides are lower case ("källar-", "utrymmen"); it is the
// word's own if the side before it is an abbreviation or a number ("BPSD-", "2014-") or if right begins with a capital or a
// digit. A hyphen before "och", "eller", "samt" is a suspended one ("miljö- och klimatfrågor"): it stays, with its space.
func Joining(left, right string) Join {
	l, size := utf8.DecodeLastRuneInString(left)
	switch l {
	case '\u00ad':
		return JoinWord
	case '-', '\u2010':
	default:
		return JoinSpace
	}
	stem := left[:len(left)-size]
	before, _ := utf8.DecodeLastRuneInString(stem)
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
		return JoinSpace // a dash
	}
	first, _ := utf8.DecodeRuneInString(right)
	if suspended(right) {
		return JoinSpace
	}
	if unicode.IsUpper(first) || unicode.IsDigit(first) || !unicode.IsLower(before) {
		return JoinHyphen
	}
	if !unicode.IsLower(first) {
		return JoinHyphen
	}
	return JoinWord
}

// suspended reports whether right goes on after a suspended hyphen: "miljö- och klimatfrågor".
func suspended(right string) bool {
	word, _, _ := strings.Cut(right, " ")
	switch word {
	case "och", "eller", "samt", "respektive", "and", "or", "&":
		return true
	}
	return false
}

// Append joins right to left as [Joining] says and returns the whole, with the byte offset at which right begins.
func Append(left, right string) (joined string, at int) {
	if left == "" {
		return right, 0
	}
	switch Joining(left, right) {
	case JoinHyphen:
		return left + right, len(left)
	case JoinWord:
		_, size := utf8.DecodeLastRuneInString(left)
		left = left[:len(left)-size]
		return left + right, len(left)
	}
	return left + " " + right, len(left) + 1
}
