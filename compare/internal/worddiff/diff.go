package worddiff

import "strings"

// Op says what a step does.
type Op int

// The steps.
const (
	Keep Op = iota
	Remove
	Add
)

// A Step is a stretch of one or more words that is kept, removed or added. Text is cut from the new text, or from the old
// one if it is removed, with the spaces that follow.
type Step struct {
	Op   Op
	Text string
}

// maxCells bounds the table of an alignment: two texts of 2,000 words each. Longer ones are aligned at their beginnings and
// ends only, and what lies between counts as replaced.
const maxCells = 4_000_000

// Diff returns the steps that lead from before to after: a longest common subsequence of their words and marks, each as it
// is written. Where texts differ, what is removed stands before what is added; a mark or a function word alone between two
// changes counts as changed, since one change reads better than two. Equal texts give one step, or none if they are empty.
func Diff(before, after string) []Step {
	a, b := tokens(before), tokens(after)
	head := 0
	for head < len(a) && head < len(b) && a[head].word == b[head].word {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail].word == b[len(b)-1-tail].word {
		tail++
	}
	var s script
	s.keep(b[:head])
	s.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	s.keep(b[len(b)-tail:])
	s.bridge()
	return s.steps()
}

// A script is a list of changes in order.
type script []change

// A change is a stretch that is kept, or one that takes the place of another.
type change struct {
	kept         []token
	removed, add []token
}

func (s *script) keep(kept []token) {
	if len(kept) == 0 {
		return
	}
	if n := len(*s); n > 0 && len((*s)[n-1].kept) > 0 {
		(*s)[n-1].kept = append((*s)[n-1].kept[:len((*s)[n-1].kept):len((*s)[n-1].kept)], kept...)
		return
	}
	*s = append(*s, change{kept: kept})
}

func (s *script) replace(removed, added []token) {
	if len(removed)+len(added) == 0 {
		return
	}
	if n := len(*s); n > 0 && len((*s)[n-1].kept) == 0 {
		c := &(*s)[n-1]
		c.removed, c.add = append(c.removed[:len(c.removed):len(c.removed)], removed...), append(c.add[:len(c.add):len(c.add)], added...)
		return
	}
	*s = append(*s, change{removed: removed, add: added})
}

// middle aligns what the two texts do not begin or end with alike.
func (s *script) middle(a, b []token) {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxCells {
		s.replace(a, b)
		return
	}
	longest := table(a, b)
	width := len(b) + 1
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i].word == b[j].word:
			s.keep(b[j : j+1])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && longest[(i+1)*width+j] >= longest[i*width+j+1]:
			s.replace(a[i:i+1], nil)
			i++
		default:
			s.replace(nil, b[j:j+1])
			j++
		}
	}
}

// table returns the length of the longest common subsequence of a[i:] and b[j:] at i*(len(b)+1)+j.
func table(a, b []token) []int32 {
	width := len(b) + 1
	t := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].word == b[j].word {
				t[i*width+j] = t[(i+1)*width+j+1] + 1
			} else {
				t[i*width+j] = max(t[(i+1)*width+j], t[i*width+j+1])
			}
		}
	}
	return t
}

// bridge makes one change of two that only marks or a single function word part.
func (s *script) bridge() {
	var out script
	for i, c := range *s {
		between := len(c.kept) > 0 && i > 0 && i+1 < len(*s)
		if between && weightOf(c.kept) <= 1 {
			out.replace(c.kept, c.kept)
			continue
		}
		if len(c.kept) > 0 {
			out.keep(c.kept)
		} else {
			out.replace(c.removed, c.add)
		}
	}
	*s = out
}

func weightOf(tokens []token) int {
	n := 0
	for _, t := range tokens {
		n += t.weight
	}
	return n
}

func (s script) steps() []Step {
	var steps []Step
	add := func(op Op, tokens []token) {
		if len(tokens) > 0 {
			steps = append(steps, Step{op, join(tokens)})
		}
	}
	for _, c := range s {
		add(Keep, c.kept)
		add(Remove, c.removed)
		add(Add, c.add)
	}
	return steps
}

func join(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	return b.String()
}
