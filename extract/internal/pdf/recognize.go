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

// recognize adds to a page without text what stands on its pictures, as hidden text over them, and reports whether there was
// anything. The error is the recognizer's.
func recognize(ctx context.Context, page *content.Page, read Recognizer) (found bool, err error) {
	if read == nil || !scanned(page) {
		return false, nil
	}
	for _, p := range page.Pictures {
		if w, h := side(p); w < minPictureSide || h < minPictureSide {
			continue
		}
		file, width, height, err := encodePicture(p.Image)
		if err != nil {
			return found, err
		}
		across, _ := side(p)
		words, err := read(ctx, file, int(math.Round(float64(width)/across*72)))
		if err != nil {
			return found, err
		}
		page.Glyphs = append(page.Glyphs, overlay(words, p.Matrix, float64(width), float64(height))...)
		found = found || len(words) > 0
	}
	return found, nil
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
	var glyphs []content.Glyph
	for first := 0; first < len(words); {
		last := first + 1
		for last < len(words) && words[last].Line == words[first].Line {
			last++
		}
		glyphs = append(glyphs, line(words[first:last], m, width, height)...)
		first = last
	}
	return glyphs
}

// line sets the words of one line on a base line, in one size.
func line(words []Word, m content.Matrix, width, height float64) []content.Glyph {
	var sizes, drops []float64
	for _, w := range words {
		up, down := extent(w.Text)
		size := float64(w.Bottom-w.Top) / (up + down)
		sizes = append(sizes, size)
		drops = append(drops, down*size)
	}
	size := median(sizes)
	points := math.Round(2*size/height*math.Hypot(m[2], m[3])) / 2 // half points: measured heights tell no more
	var glyphs []content.Glyph
	for i, w := range words {
		base := 1 - (float64(w.Bottom)-drops[i])/height
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
