package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/policy"
)

// A Flow is the text of one paragraph in a format whose text flows (HTML, word processors), put together from runs. White
// space runs together to one space; soft hyphens, zero-width and control characters are left out. The zero Flow is empty.
type Flow struct {
	lines []flowLine
}

type flowLine struct {
	text  []byte
	fonts []fontShare
	gap   bool // white space was met that has not been written
}

// A fontShare is how many letters of a line are set in a font.
type fontShare struct {
	font    Font
	letters int
}

// Write appends s, set in font.
func (f *Flow) Write(s string, font Font) {
	if len(f.lines) == 0 {
		f.lines = append(f.lines, flowLine{})
	}
	l := &f.lines[len(f.lines)-1]
	letters := 0
	for _, r := range s {
		switch {
		case r == '\ufffd' || r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2064':
		case unicode.IsSpace(r) || unicode.Is(unicode.Z, r):
			l.gap = true
		case unicode.IsControl(r):
		default:
			if l.gap && len(l.text) > 0 {
				l.text = append(l.text, ' ')
			}
			l.gap = false
			l.text = append(l.text, string(r)...)
			letters++
		}
	}
	l.count(font, letters)
}

// count notes that letters more of the line are set in font.
func (l *flowLine) count(font Font, letters int) {
	if letters == 0 {
		return
	}
	for i := range l.fonts {
		if l.fonts[i].font == font {
			l.fonts[i].letters += letters
			return
		}
	}
	l.fonts = append(l.fonts, fontShare{font, letters})
}

// Break ends a line within the paragraph.
func (f *Flow) Break() { f.lines = append(f.lines, flowLine{}) }

// Empty reports whether nothing was written but white space.
func (f *Flow) Empty() bool {
	for _, l := range f.lines {
		if len(l.text) > 0 {
			return false
		}
	}
	return true
}

// Blocks returns the text as blocks and empties f. A paragraph whose lines are parted by hand (labels, addresses, bullets
// that were typed) becomes several blocks; a heading, a footnote or a list item becomes one, but that an empty line ends an item.
func (f *Flow) Blocks(kind Kind, level int, marker string) []Block {
	lines := f.lines
	f.lines = nil
	var out []Block
	var group []flowLine
	flush := func() {
		if b := blockOf(group); b.Text != "" {
			b.Kind, b.Level, b.Marker = kind, level, marker
			if kind == ListItem {
				kind, marker = Paragraph, ""
			}
			out = append(out, b)
		}
		group = nil
	}
	blank := false
	for _, l := range lines {
		l.text = norm.NFC.Append(nil, l.text...)
		if len(l.text) == 0 {
			blank = true
			continue
		}
		if n := len(group); n > 0 && kind != Heading && kind != Footnote && (blank || kind == Contents || kind == Paragraph && parted(string(group[n-1].text), string(l.text))) {
			flush()
		}
		group, blank = append(group, l), false
	}
	flush()
	for i := range out {
		typedBullet(&out[i])
	}
	return out
}

// blockOf joins lines.
func blockOf(lines []flowLine) Block {
	b := Block{Column: -1}
	var fonts flowLine
	var text []byte
	for i, l := range lines {
		if i > 0 {
			switch above := lines[i-1].text; Joining(string(above), string(l.text)) {
			case JoinSpace:
				text = append(text, ' ')
			case JoinWord:
				_, size := utf8.DecodeLastRune(above)
				text = text[:len(text)-size]
				b.Lines[i-1].End = max(b.Lines[i-1].Start, len(text))
			}
		}
		b.Lines = append(b.Lines, Line{Start: len(text), End: len(text) + len(l.text)})
		text = append(text, l.text...)
		for _, s := range l.fonts {
			fonts.count(s.font, s.letters)
		}
	}
	b.Text = string(text)
	most := 0
	for _, s := range fonts.fonts {
		if s.letters > most {
			most, b.Font = s.letters, s.font
		}
	}
	return b
}

// shortLine is how many letters a line has at most that its writer ended before it was full: a label, a line of an address.
const shortLine = 60

// parted reports whether a line break between two lines of a paragraph parts them, rather than fills the line.
func parted(above, below string) bool {
	if bullet(below) != "" || strings.ContainsAny(above[len(above)-1:], ".:?!") {
		return true
	}
	first, _ := firstRune(below)
	return len(above) < shortLine && (unicode.IsUpper(first) || unicode.IsDigit(first))
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// bullet returns the bullet that s begins with, "" if there is none: a sign and a space.
func bullet(s string) string {
	mark, _, ok := strings.Cut(s, " ")
	if !ok {
		return ""
	}
	switch mark {
	case "•", "·", "-", "–", "—", "*", "▪", "●", "○", "◦", "‣", "\uf0b7", "\uf0a7":
		return mark
	}
	return ""
}

// typedBullet makes a list item of a paragraph whose bullet was typed.
func typedBullet(b *Block) {
	mark := bullet(b.Text)
	if b.Kind != Paragraph || mark == "" {
		return
	}
	cut := len(mark) + 1
	b.Kind, b.Marker, b.Text = ListItem, mark, b.Text[cut:]
	for i := range b.Lines {
		b.Lines[i].Start, b.Lines[i].End = max(0, b.Lines[i].Start-cut), max(0, b.Lines[i].End-cut)
	}
}

// TableOf returns a table of rows of cells, whose white space runs together.
func TableOf(rows [][]string) Block {
	b := Block{Kind: Table, Column: -1}
	var sb strings.Builder
	for i, row := range rows {
		if i > 0 {
			sb.WriteByte('\n')
		}
		start := sb.Len()
		cells := make([]Cell, 0, len(row))
		for j, c := range row {
			if j > 0 {
				sb.WriteByte('\t')
			}
			at := sb.Len()
			sb.WriteString(strings.Join(strings.Fields(c), " "))
			cells = append(cells, Cell{Start: at, End: sb.Len()})
		}
		b.Rows = append(b.Rows, cells)
		b.Lines = append(b.Lines, Line{Start: start, End: sb.Len()})
	}
	b.Text = sb.String()
	return b
}

// Sheet returns the page that blocks fill, with its line in the ledger: words are counted, and a page with images but
// no word is unread.
func Sheet(number int, blocks []Block, images int) Page {
	p := Page{Blocks: blocks, Record: policy.Page{Number: number, Method: policy.MethodText, Images: images}}
	for _, b := range blocks {
		p.Record.Words += len(strings.Fields(b.Text))
	}
	switch {
	case p.Record.Words > 0:
	case images > 0:
		p.Record.Method = policy.MethodUnread
	default:
		p.Record.Method = policy.MethodEmpty
	}
	return p
}
