package segment

import (
	"strings"

	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

const (
	// leastRunInWords is how many words a block has at least to be searched for headings inside.
	leastRunInWords = 12
	// maxRunInWords is how many words a heading has at most that no contents list vouches for.
	maxRunInWords = 5
	// leastTitledWords is how many words a block has at least that begins with a heading word: shorter ones are labels with their value.
	leastTitledWords = 6
	// maxTitledWords is how many heading words stand before a full stop or colon: "Syfte och mål:".
	maxTitledWords = 3
)

// splitRunIns cuts headings out of flowing text: numbered ones ("… kommunen. 2. Syfte Kommunens …"), those of the contents
// list, and those that a capital after them betrays ("Vänorter Kommunen har …").
func splitRunIns(blocks []*block, list contents) []*block {
	r := runIns{list: list, lower: lowerWords(blocks)}
	var out []*block
	for i, b := range blocks {
		least := leastRunInWords
		if titled(b.text) > 0 {
			least = leastTitledWords
		}
		if b.kind != page.Paragraph && b.kind != page.ListItem || words(b.text) < least {
			out = append(out, b)
			continue
		}
		out = append(out, r.cut(b)...)
		if i+1 < len(blocks) && isProse(blocks[i+1].text) {
			out = r.cutEnd(out)
		}
	}
	return out
}

// cutEnd cuts a heading off the end of the last block of out: "… följande mål: Miljö och klimat", where the text under it
// is a block of its own.
func (r *runIns) cutEnd(out []*block) []*block {
	b := out[len(out)-1]
	if b.heading || ended(b.text) {
		return out
	}
	at := max(strings.LastIndex(b.text, ". "), strings.LastIndex(b.text, ": ")) + 2
	if at < 2 {
		return out
	}
	s := b.text[at:]
	first := bare(firstWord(s))
	if words(s) > maxRunInWords || !startsUpper(s) || starters[first] || !r.lower[first] || hasFinite(s) || linking[bare(lastWord(s))] ||
		strings.ContainsAny(s, ".,:;?!()\"”") {
		return out
	}
	b, head := b.split(at)
	head.kind, head.runIn, head.heading = page.Heading, true, true
	out[len(out)-1] = b
	return append(out, head)
}

type runIns struct {
	list  contents
	lower map[string]bool // words that stand in lower case somewhere
	major int             // the last section number met
}

// lowerWords returns the words that stand in lower case somewhere in blocks: with a capital they are no names.
func lowerWords(blocks []*block) map[string]bool {
	set := map[string]bool{}
	for _, b := range blocks {
		for _, w := range strings.Fields(b.text) {
			if startsLower(w) {
				set[bare(w)] = true
			}
		}
	}
	return set
}

// A cutting is where a heading stands in a block's text.
type cutting struct{ start, end int }

// cut returns b in pieces, headings by themselves.
func (r *runIns) cut(b *block) []*block {
	var points []int
	headings := map[int]bool{}
	for _, c := range r.find(b) {
		points = append(points, c.start, c.end)
		headings[len(points)-1] = true
	}
	if points == nil {
		return []*block{b}
	}
	pieces := b.pieces(points)
	var out []*block
	for i, piece := range pieces {
		if headings[i] {
			piece.kind, piece.runIn, piece.heading = page.Heading, true, true
		}
		if piece.text != "" {
			out = append(out, piece)
		}
	}
	return out
}

// find returns the headings that stand in b's text, at the beginning of a sentence or after a colon.
func (r *runIns) find(b *block) []cutting {
	var out []cutting
	if n := titled(b.text); n > 0 && b.marker == "" && n < len(b.text) {
		out = append(out, cutting{0, n})
	}
	for _, s := range swedish.Sentences(b.text) {
		if len(out) > 0 && s.Start < out[len(out)-1].end {
			continue
		}
		if n := r.match(b.text[s.Start:], s.Start == 0 && b.marker != ""); n > 0 {
			out = append(out, cutting{s.Start, s.Start + n})
			continue
		}
		sentence := b.text[s.Start:s.End]
		for at := 0; ; {
			i := strings.Index(sentence[at:], ": ")
			if i < 0 {
				break
			}
			at += i + 2
			if n := r.unnumbered(sentence[at:]); n > 0 {
				out = append(out, cutting{s.Start + at, s.Start + at + n})
				break
			}
		}
	}
	return out
}

// titled returns the length of the heading word that s begins with, set off by a full stop, a colon or a dash, "Syfte. Planen …",
// "Syfte och mål: …"; 0 if it begins with none.
func titled(s string) int {
	n := 0
	for i := range maxTitledWords {
		word, _, _ := strings.Cut(s[n:], " ")
		name := strings.TrimRight(word, ".:")
		if !common[strings.ToLower(name)] || (i == 0) != startsUpper(name) {
			return 0
		}
		n += len(word)
		rest := s[n:]
		switch {
		case name != word && (rest == "" || startsUpper(strings.TrimLeft(rest, " "))):
			return n
		case strings.HasPrefix(rest, " – ") && startsUpper(rest[len(" – "):]):
			return n + len(" –")
		case !strings.HasPrefix(rest, " och "):
			return 0
		}
		n += len(" och ")
	}
	return 0
}

// match returns the length of the heading that s, the beginning of a sentence, begins with; 0 if it begins with none.
func (r *runIns) match(s string, item bool) int {
	if item {
		return 0
	}
	if n := r.numbered(s); n > 0 {
		return n
	}
	if n := r.listed(s); n > 0 {
		return n
	}
	if w := firstWord(s); len(w) < len(s) && headingZone(w) == policy.ZoneReferences && startsUpper(s[len(w)+1:]) {
		return len(w)
	}
	return r.unnumbered(s)
}
