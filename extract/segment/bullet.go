package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/styrdok/styrdok/extract/page"
)

// bulletSigns begin a list item wherever they stand between spaces; in running text they have no other use.
const bulletSigns = "•▪●◦‣■➢➤✓✔"

// splitBullets makes list items of what stands behind bullets inside a paragraph: a reader or a converter has run the
// list together. A single bullet inside a text is left alone unless a colon stands before it.
func splitBullets(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		points := bulletsIn(b)
		if len(points) == 0 {
			out = append(out, b)
			continue
		}
		for _, piece := range b.pieces(points) {
			if sign, size := leadingBullet(piece.text); sign != "" {
				_, piece = piece.split(size)
				piece.kind, piece.marker = page.ListItem, sign
			}
			if piece.text != "" {
				out = append(out, piece)
			}
		}
	}
	return out
}

// bulletsIn returns where bullets stand in b's text if they make a list.
func bulletsIn(b *block) []int {
	if b.cut != "" || b.kind != page.Paragraph && b.kind != page.ListItem {
		return nil
	}
	var points []int
	for i := range b.text {
		if i > 0 && b.text[i-1] != ' ' {
			continue
		}
		if sign, _ := leadingBullet(b.text[i:]); sign != "" {
			points = append(points, i)
		}
	}
	if len(points) == 1 && points[0] > 0 && b.kind != page.ListItem && !strings.HasSuffix(strings.TrimRight(b.text[:points[0]], " "), ":") {
		return nil
	}
	return points
}

// leadingBullet returns the bullet that begins s before a space, and its length.
func leadingBullet(s string) (sign string, size int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || !strings.ContainsRune(bulletSigns, r) && (r < 0xE000 || r > 0xF8FF) || !strings.HasPrefix(s[size:], " ") {
		return "", 0
	}
	return s[:size], size
}
