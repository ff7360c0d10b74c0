package plain

import (
	"strings"
)

// mend trims the lines and puts bullets and numbers that stand alone before the text they were torn from.
func mend(lines []string) []string {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		out = append(out, strings.Trim(l, " "))
	}
	for i := 0; i < len(out); i++ {
		if !lone(out[i]) {
			continue
		}
		j := i
		for j < len(out) && lone(out[j]) {
			j++
		}
		k := j
		for k < len(out) && k-j < 1 && out[k] == "" {
			k++
		}
		for n := 0; n < j-i && k+n < len(out) && out[k+n] != "" && !lone(out[k+n]); n++ {
			out[k+n] = out[i+n] + " " + strings.TrimSpace(out[k+n])
			out[i+n] = ""
		}
		i = j
	}
	for i, l := range out {
		if mark, rest, _ := bullet(l); mark != "" && rest == "" {
			out[i] = ""
		}
	}
	return joinMended(out)
}

// joinMended takes out the blank line that mend left between an item's text and the line before it, so that the lines
// of a list stay one group.
func joinMended(lines []string) []string {
	out := lines[:0]
	for i, l := range lines {
		if l == "" && i+1 < len(lines) && len(out) > 0 && isItem(out[len(out)-1]) && isItem(lines[i+1]) {
			continue
		}
		out = append(out, l)
	}
	return out
}

func isItem(l string) bool {
	mark, _, _ := bullet(l)
	number, _ := enumeration(l)
	return mark != "" || number != ""
}

// lone reports whether l is a bullet or list number without text.
func lone(l string) bool {
	if l == "" {
		return false
	}
	if mark, rest, _ := bullet(l); mark != "" {
		return rest == ""
	}
	mark, rest := enumeration(l)
	return mark != "" && rest == ""
}
