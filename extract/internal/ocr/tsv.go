package ocr

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The columns of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
const (
	columnLevel = iota
	columnPage
	columnBlock
	columnParagraph
	columnLine
	columnWord
	columnLeft
	columnTop
	columnWidth
	columnHeight
	columnConfidence
	columnText
	columns
)

// wordLevel is the level of the rows that are words.
const wordLevel = "5"

// parse reads tesseract's table of words. Rows that are not as they should be are passed over.
func parse(table []byte) *Page {
	p := &Page{}
	line, last := -1, ""
	for row := range strings.Lines(string(table)) {
		f := strings.SplitN(strings.TrimRight(row, "\r\n"), "\t", columns)
		if len(f) != columns || f[columnLevel] != wordLevel {
			continue
		}
		text := strings.TrimSpace(f[columnText])
		if text == "" || !utf8.ValidString(text) {
			continue
		}
		box, ok := numbers(f[columnLeft : columnHeight+1])
		confidence, err := strconv.ParseFloat(f[columnConfidence], 64)
		if !ok || err != nil || !(confidence >= 0 && confidence <= 100) {
			continue
		}
		if at := strings.Join(f[columnPage:columnWord], "."); at != last {
			line, last = line+1, at
		}
		p.Words = append(p.Words, Word{
			Text: norm.NFC.String(text), Left: box[0], Top: box[1], Right: box[0] + box[2], Bottom: box[1] + box[3],
			Line: line, Confidence: confidence / 100,
		})
	}
	return p
}

// maxPixel is beyond the size of any picture that tesseract takes (32,767 pixels a side).
const maxPixel = 1 << 16

func numbers(fields []string) ([4]int, bool) {
	var n [4]int
	for i, f := range fields {
		v, err := strconv.Atoi(f)
		if err != nil || v < 0 || v > maxPixel {
			return n, false
		}
		n[i] = v
	}
	return n, true
}
