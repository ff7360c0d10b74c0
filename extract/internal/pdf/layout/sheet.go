package layout

import (
	"math"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
)

// A Sheet is a page's words before they are put in order.
type Sheet struct {
	// Width and Height are the page's.
	Width, Height float64

	words  []word
	rules  []content.Rule
	turned []word // text that runs in another direction than most, each run upright in its own space
	turns  []int  // the direction of each of turned
	turn   int    // the direction of most text: quarter turns clockwise

	// memory that is used again: the text of a line, the places of its words, the text of a block
	lineBytes  []byte
	places     []place
	blockBytes []byte
}

// Words returns how many words the sheet has.
func (s *Sheet) Words() int { return len(s.words) + len(s.turned) }

// NewSheet makes a sheet of what a page shows. It keeps nothing of p, whose glyphs it may change.
func NewSheet(p *content.Page) *Sheet {
	s := &Sheet{Width: p.Width, Height: p.Height}
	composeAccents(p.Glyphs)
	var count [5]int
	for i := range p.Glyphs {
		count[direction(&p.Glyphs[i])]++
	}
	for d := 1; d < 4; d++ {
		if count[d] > count[s.turn] {
			s.turn = d
		}
	}
	builders := [5]*wordBuilder{}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		d := direction(g)
		if builders[d] == nil {
			builders[d] = newWordBuilder(s, d)
		}
		builders[d].add(g)
	}
	for d, b := range builders {
		if b == nil {
			continue
		}
		words := b.finish()
		if d == s.turn {
			s.words = words
			continue
		}
		for range words {
			s.turns = append(s.turns, d)
		}
		s.turned = append(s.turned, words...)
	}
	for _, r := range p.Rules {
		s.rules = append(s.rules, turnRule(r, s.turn, s.Width, s.Height))
	}
	return s
}

// direction tells which way a glyph runs: 0 to 3 quarter turns clockwise, 4 askew. A few degrees are a scanner's.
func direction(g *content.Glyph) int {
	dx, dy := g.DX, g.DY
	switch ax, ay := math.Abs(dx), math.Abs(dy); {
	case ay <= 0.12*ax && dx >= 0:
		return 0
	case ay <= 0.12*ax:
		return 2
	case ax <= 0.12*ay && dy > 0:
		return 1
	case ax <= 0.12*ay:
		return 3
	}
	return 4
}

// upright turns a point so that text of the direction turn runs from left to right.
func upright(x, y float64, turn int, width, height float64) (float64, float64) {
	switch turn {
	case 1:
		return y, width - x
	case 2:
		return width - x, height - y
	case 3:
		return height - y, x
	}
	return x, y
}

func turnRule(r content.Rule, turn int, width, height float64) content.Rule {
	x0, y0 := upright(r.X0, r.Y0, turn, width, height)
	x1, y1 := upright(r.X1, r.Y1, turn, width, height)
	return content.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}
