package tagging

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// defaultGap is how many words "..." may stand for: about a clause. A longer reach ties words of different clauses.
const defaultGap = 7

// maxGap and maxSteps bound what a taxonomy may ask for, so that no pattern is slow.
const (
	maxGap   = 20
	maxSteps = 12
)

// A pattern is a sequence of words with gaps between them, compiled from a cue such as "ansvar* för" or "följ* ... upp".
type pattern struct {
	text    string
	steps   []step
	atStart bool // "^": the first word of the sentence, or as many words later as the first gap allows
	atEnd   bool // "$": the last word
}

// A step is one place of a pattern: a slot, or any word where slot is anySlot, after at most gap other words.
type step struct {
	slot int
	gap  int
}

const anySlot = -1

// vocabulary numbers the slots that patterns ask for: "ansvar*", "ska|skall", "{goal-verb}". It knows for each word form
// which slots the form fits, so that matching is a test of a bit.
type vocabulary struct {
	classes map[string][]string // the taxonomy's word classes
	numbers map[string]int      // slot text -> number
	exact   map[string][]mark
	prefix  map[string][]mark
	suffix  map[string][]mark
	infix   []infixMark
	special []specialMark
	unions  []union // in an order in which each member is complete before it is used
	slots   int
}

// A union says that what fits the slot member fits the slot whole too.
type union struct{ whole, member int }

// A mark says that a literal speaks for a slot, or against it ("!ansvarslös*").
type mark struct {
	slot int
	not  bool
}

type infixMark struct {
	text string
	mark
}

type specialMark struct {
	name string
	slot int
}

func newVocabulary(classes map[string][]string) *vocabulary {
	return &vocabulary{
		classes: classes, numbers: map[string]int{},
		exact: map[string][]mark{}, prefix: map[string][]mark{}, suffix: map[string][]mark{},
	}
}

// pattern compiles text.
func (v *vocabulary) pattern(text string) (pattern, error) {
	p := pattern{text: text}
	gap := 0
	for _, f := range strings.Fields(strings.ToLower(text)) {
		switch {
		case f == "^" && len(p.steps) == 0:
			p.atStart = true
		case p.atEnd:
			return p, fmt.Errorf("%q: nothing may follow $", text)
		case f == "$" && len(p.steps) > 0:
			p.atEnd = true
		case strings.HasPrefix(f, ".."):
			n, err := gapOf(f)
			if err != nil || len(p.steps) == 0 && !p.atStart {
				return p, fmt.Errorf("%q: %q is no gap here; write ... or ..3 between two words", text, f)
			}
			gap = n
		default:
			slot, err := v.slot(f)
			if err != nil {
				return p, fmt.Errorf("%q: %w", text, err)
			}
			p.steps = append(p.steps, step{slot, gap})
			gap = 0
		}
	}
	switch {
	case len(p.steps) == 0:
		return p, fmt.Errorf("%q holds no word", text)
	case gap > 0:
		return p, fmt.Errorf("%q ends in a gap", text)
	case p.steps[0].slot == anySlot:
		return p, fmt.Errorf("%q begins with any word", text)
	case len(p.steps) > maxSteps:
		return p, fmt.Errorf("%q has more than %d words", text, maxSteps)
	}
	return p, nil
}

func gapOf(field string) (int, error) {
	if field == "..." {
		return defaultGap, nil
	}
	n, err := strconv.Atoi(field[2:])
	if err != nil || n < 1 || n > maxGap {
		return 0, fmt.Errorf("a gap is 1 to %d words", maxGap)
	}
	return n, nil
}

// slot returns the number of a slot, "_" being any word.
func (v *vocabulary) slot(text string) (int, error) { return v.slotWithin(text, nil) }

// slotWithin is slot; within are the classes that are being opened.
func (v *vocabulary) slotWithin(text string, within []string) (int, error) {
	if text == "_" {
		return anySlot, nil
	}
	if n, ok := v.numbers[text]; ok {
		return n, nil
	}
	n := v.slots
	v.slots++
	v.numbers[text] = n
	literals := strings.Split(text, "|")
	if name, ok := className(text); ok && !specials[name] {
		members, ok := v.classes[name]
		if !ok {
			return 0, fmt.Errorf("there is no word class %s", text)
		}
		literals, within = members, append(within, name)
	}
	for _, literal := range literals {
		if err := v.add(n, literal, within); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// add files a literal under slot n. A class within a slot has a slot of its own, so that what is excepted from the class
// ("!träffas") is not excepted from the whole.
func (v *vocabulary) add(n int, literal string, within []string) error {
	name, ok := className(literal)
	switch {
	case ok && specials[name]:
		v.special = append(v.special, specialMark{name, n})
		return nil
	case ok && slices.Contains(within, name):
		return fmt.Errorf("the word class {%s} holds itself", name)
	case ok:
		member, err := v.slotWithin(literal, within)
		if err != nil {
			return err
		}
		v.unions = append(v.unions, union{n, member})
		return nil
	}
	m := mark{slot: n}
	if rest, ok := strings.CutPrefix(literal, "!"); ok {
		m.not, literal = true, rest
	}
	return v.file(m, strings.ToLower(literal))
}

func (v *vocabulary) file(m mark, literal string) error {
	core := strings.Trim(literal, "*")
	if core == "" || strings.ContainsAny(core, "*{}!|^$ ") {
		return fmt.Errorf("%q is no word; * may stand first or last", literal)
	}
	switch first, last := literal[0] == '*', literal[len(literal)-1] == '*'; {
	case first && last:
		v.infix = append(v.infix, infixMark{core, m})
	case first:
		v.suffix[core] = append(v.suffix[core], m)
	case last:
		v.prefix[core] = append(v.prefix[core], m)
	default:
		v.exact[core] = append(v.exact[core], m)
	}
	return nil
}

func className(literal string) (string, bool) {
	if len(literal) > 2 && literal[0] == '{' && literal[len(literal)-1] == '}' {
		name := literal[1 : len(literal)-1]
		return name, !strings.ContainsAny(name, "{}|")
	}
	return "", false
}
