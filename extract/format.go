package extract

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// headSize is how many bytes a file is judged by. PDF allows its header anywhere in the first 1024 (ISO 32000-1, H.3).
const headSize = 1024

func isPDF(head []byte) bool { return bytes.Contains(head, []byte("%PDF")) }

// hasObjects reports whether a file that is called a PDF has the objects of one, whatever became of its header.
func hasObjects(name string, data []byte) bool {
	return strings.EqualFold(path.Ext(name), ".pdf") && bytes.Contains(data, []byte(" obj")) &&
		(bytes.Contains(data, []byte("endobj")) || bytes.Contains(data, []byte("%PDF-")))
}

// isMarkdown reports whether text is Markdown: by its name, its front matter, or headings as Markdown writes them.
func isMarkdown(name string, text []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return true
	}
	if bytes.HasPrefix(text, []byte("---\n")) || bytes.HasPrefix(text, []byte("---\r\n")) {
		return true
	}
	for line := range bytes.Lines(text) {
		level := len(line) - len(bytes.TrimLeft(line, "#"))
		if level >= 1 && level <= 6 && len(line) > level+1 && line[level] == ' ' {
			return true
		}
	}
	return false
}

// decode returns data as UTF-8 without a byte order mark: UTF-8, UTF-16 with a mark, or else Windows-1252. It reports
// false for what is no text at all.
func decode(data []byte) (text []byte, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return fromUTF16(data[2:], 1), true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return fromUTF16(data[2:], 0), true
	}
	if isBinary(data) {
		return nil, false
	}
	if utf8.Valid(trimPartial(data)) {
		return bytes.ToValidUTF8(data, nil), true
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return text, err == nil && mostlyLetters(text)
}

// trimPartial cuts a character off that the end of data breaks.
func trimPartial(data []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(data); i++ {
		if tail := data[len(data)-i:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return data[:len(data)-i]
			}
			break
		}
	}
	return data
}

// isBinary reports whether data has control characters that no text has.
func isBinary(data []byte) bool {
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1B {
			return true
		}
	}
	return false
}

// leastLetters is the share of letters, digits and white space below which bytes in Windows-1252 are no text. Swedish
// prose has 0.97, a table of figures 0.8; random bytes have 0.5.
const leastLetters = 0.7

func mostlyLetters(text []byte) bool {
	good, all := 0, 0
	for _, r := range string(text) {
		all++
		if r == utf8.RuneError {
			continue
		}
		if r <= ' ' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' || strings.ContainsRune("åäöÅÄÖéüÉÜ", r) {
			good++
		}
	}
	return all > 0 && float64(good)/float64(all) >= leastLetters
}

// fromUTF16 decodes UTF-16; high is the index of the high byte in each pair.
func fromUTF16(data []byte, high int) []byte {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+high])<<8|uint16(data[i+1-high]))
	}
	return []byte(string(utf16.Decode(units)))
}
