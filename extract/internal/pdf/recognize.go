package pdf

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/internal/pdf/font"
)

// A Recognizer reads the words on a picture (JPEG, JPEG 2000 or PNG); dpi is the picture's resolution on the page.
type Recognizer func(ctx context.Context, picture []byte, dpi int) ([]Word, error)

// A Word is a word that was recognised on a picture, in pixels from its top left corner. Words of one line have the same Line.
type Word struct {
	Text                     string
	Left, Top, Right, Bottom int
	Line                     int
}

const (
	// minPictureSide is the shortest side, in points, of a picture that may hold text: less is a logo's or a rule's.
	minPictureSide = 18
	// minPictureShare is the share of the page that its pictures must cover to be a scan.
	minPictureShare = 0.3
)

// recognize adds to a page without text what stands on its pictures, as hidden text over them. why says what kept a picture from
// being read; err is ctx's.
func recognize(ctx context.Context, page *content.Page, read Recognizer) (why, err error) {
	if read == nil || !scanned(page) {
		return nil, nil
	}
	for _, p := range page.Pictures {
		across, down := side(p)
		if across < minPictureSide || down < minPictureSide {
			continue
		}
		file, width, height, err := encodePicture(p.Image)
		if err != nil {
			why = err
			continue
		}
		words, err := read(ctx, file, int(math.Round(float64(width)/across*72)))
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return err, nil
		}
		page.Glyphs = append(page.Glyphs, overlay(words, p.Matrix, float64(width), float64(height))...)
	}
	return why, nil
}

// scanned reports whether a page is pictures without text.
func scanned(page *content.Page) bool {
	for i := range page.Glyphs {
		if strings.TrimSpace(page.Glyphs[i].Text) != "" {
			return false
		}
	}
	area := 0.0
	for _, p := range page.Pictures {
		w, h := side(p)
		area += w * h
	}
	return area >= minPictureShare*page.Width*page.Height
}

// side returns the sides of a picture on the page, in points.
func side(p content.Picture) (width, height float64) {
	m := p.Matrix
	return math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3])
}

// recognized is the font of recognised text: nothing is known of it.
var recognized = &font.Font{Ascent: 0.8, Descent: -0.2, Unit: 1}

// overlay returns words as glyphs on the page. A picture of width x height pixels fills the unit square of m.
func overlay(words []Word, m content.Matrix, width, height float64) []content.Glyph {
	var lines [][]Word
	for i, w := range words {
		if i == 0 || w.Line != words[i-1].Line {
			lines = append(lines, nil)
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], w)
	}
	sizes := lineSizes(lines)
	var glyphs []content.Glyph
	for i, l := range lines {
		points := math.Round(2*sizes[i]/height*math.Hypot(m[2], m[3])) / 2 // half points: measured heights tell no more
		glyphs = append(glyphs, setLine(l, points, m, width, height)...)
	}
	return glyphs
}

// sameSize is how much the measured heights of lines in one size differ: the letters of a word decide how high it is.
const sameSize = 0.1

// lineSizes returns the type size of each line in pixels. Lines that are nearly as high as most words are as high.
func lineSizes(lines [][]Word) []float64 {
	var all []float64
	sizes := make([]float64, len(lines))
	for i, l := range lines {
		var own []float64
		for _, w := range l {
			up, down := extent(w.Text)
			own = append(own, float64(w.Bottom-w.Top)/(up+down))
		}
		sizes[i] = median(own)
		all = append(all, own...)
	}
	body := 0.0
	if len(all) > 0 {
		body = median(all)
	}
	for i, s := range sizes {
		if math.Abs(s-body) <= sameSize*body {
			sizes[i] = body
		}
	}
	return sizes
}

// setLine sets the words of one line in one size.
func setLine(words []Word, points float64, m content.Matrix, width, height float64) []content.Glyph {
	var glyphs []content.Glyph
	for _, w := range words {
		up, down := extent(w.Text)
		base := 1 - (float64(w.Bottom)-down/(up+down)*float64(w.Bottom-w.Top))/height
		runes := []rune(w.Text)
		step := float64(w.Right-w.Left) / width / float64(len(runes))
		for j, r := range runes {
			x := float64(w.Left)/width + float64(j)*step
			x0, y0 := m.Apply(x, base)
			x1, y1 := m.Apply(x+step, base)
			glyphs = append(glyphs, content.Glyph{Text: string(r), X: x0, Y: y0, DX: x1 - x0, DY: y1 - y0, Size: points,
				Font: recognized, MCID: -1, Hidden: true, Moved: j == 0})
		}
	}
	return glyphs
}

// The extents of letters above and below the base line for a font size of 1, as in common text faces (Times, Arial).
const (
	capHeight = 0.70
	xHeight   = 0.50
	descent   = 0.21
)

// extent returns how far the letters of a word reach above and below the base line.
func extent(word string) (up, down float64) {
	up = xHeight
	for _, r := range word {
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("bdfhkltåäöéiij!?()/§%\"'”", r):
			up = capHeight
		}
		if strings.ContainsRune("gjpqyç,;()Q", r) {
			down = descent
		}
	}
	return up, down
}

func median(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	return s[len(s)/2]
}
