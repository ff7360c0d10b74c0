package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/styrdok/styrdok/extract/page"
)

// load returns the blocks of all pages with clean text.
func load(p *page.Document) []*block {
	var out []*block
	for i, pg := range p.Pages {
		number := pg.Record.Number
		if number <= 0 {
			number = i + 1
		}
		for _, src := range pg.Blocks {
			if b := loadBlock(src, number); b.text != "" {
				out = append(out, splitSender(b)...)
			}
		}
	}
	return out
}

func loadBlock(src page.Block, number int) *block {
	b := &block{kind: src.Kind, level: src.Level, marker: clean(src.Marker), font: src.Font, page: number,
		column: src.Column}
	lines := src.Lines
	if !tiled(lines, len(src.Text)) {
		lines = []page.Line{{Start: 0, End: len(src.Text), Box: src.Box}}
	}
	if src.Kind == page.Table {
		b.text, b.lines = cleanRows(src, number)
	} else {
		b.text, b.lines = cleanLines(src, lines, number)
	}
	return b
}

// senders end the first line of a heading that names who writes or who decides, above the title.
var senders = []string{"nämnden", "styrelsen", "fullmäktige", "förvaltningen", "kontoret", "utskottet", "tjänsteutlåtande",
	"tjänsteskrivelse", "protokollsutdrag", "sammanträdesprotokoll"}

// splitSender returns b, or the lines of a heading apart if the first names a sender or recipient.
func splitSender(b *block) []*block {
	var out []*block
	for b.kind == page.Heading && len(b.lines) > 1 && isSender(b.text[:b.lines[0].end]) {
		var head *block
		head, b = b.split(b.lines[1].start)
		out = append(out, head)
	}
	return append(out, b)
}

func isSender(s string) bool {
	low := strings.ToLower(strings.TrimSpace(s))
	for _, end := range senders {
		if strings.HasSuffix(low, end) && words(low) <= 4 && !linking[firstWord(low)] {
			return true
		}
	}
	return false
}

// tiled reports whether lines are in order and in bounds.
func tiled(lines []page.Line, size int) bool {
	at := 0
	for _, l := range lines {
		if l.Start < at || l.End < l.Start || l.End > size {
			return false
		}
		at = l.End
	}
	return len(lines) > 0
}

// cleanLines puts the text of src together from its lines, each cleaned.
func cleanLines(src page.Block, lines []page.Line, number int) (string, []line) {
	var sb strings.Builder
	var out []line
	last := 0
	for i, l := range lines {
		from, to := l.Start, l.End
		if i == 0 {
			from = 0
		}
		if i == len(lines)-1 {
			to = len(src.Text)
		}
		raw := src.Text[from:to]
		piece := clean(raw)
		if piece = closed(piece); piece == "" {
			continue
		}
		if sb.Len() > 0 {
			switch {
			case from > last && spaced(src.Text[last:from]), spaced(raw[:1]), last > 0 && spaced(src.Text[last-1:last]):
				sb.WriteByte(' ')
			default:
			}
		}
		start := sb.Len()
		sb.WriteString(piece)
		out = append(out, line{start: start, end: sb.Len(), page: number, box: l.Box})
		last = to
	}
	return sb.String(), out
}

// closed returns s without the characters it begins with that could melt together with what stands before, so that texts
// in NFC that are put together stay in NFC.
func closed(s string) string {
	for s != "" && !norm.NFC.PropertiesString(s).BoundaryBefore() {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}

func spaced(s string) bool { return strings.TrimSpace(s) != s || s == "" }

// clean returns s as valid UTF-8 in NFC on one line, with single spaces and no control characters or soft hyphens.
func clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf || s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200d':
			return -1
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// cleanRows puts the text of a table together row by row, each row a line whose box holds what was printed of it.
func cleanRows(src page.Block, number int) (string, []line) {
	var sb strings.Builder
	var out []line
	at := 0
	for _, raw := range strings.Split(src.Text, "\n") {
		from, to := at, at+len(raw)
		at = to + 1
		row := cleanCells(raw)
		if row == "" {
			continue
		}
		if sb.Len() > 0 {
			sb.WriteByte('\n')
		}
		l := line{start: sb.Len(), page: number, box: src.Box}
		sb.WriteString(row)
		l.end = sb.Len()
		first := true
		for _, printed := range src.Lines {
			if printed.Start < to && printed.End > from {
				if first {
					l.box, first = printed.Box, false
				}
				l.box = union(l.box, printed.Box)
			}
		}
		out = append(out, l)
	}
	return sb.String(), out
}

// cleanCells cleans a table row cell by cell.
func cleanCells(s string) string {
	parts := strings.Split(s, "\t")
	for i := range parts {
		parts[i] = closed(clean(parts[i]))
	}
	if strings.TrimSpace(strings.Join(parts, "")) == "" {
		return ""
	}
	return strings.Join(parts, "\t")
}
