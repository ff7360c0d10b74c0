package repair

import (
	"bytes"

	"github.com/styrdok/styrdok/extract/internal/pdf/syntax"
)

// numbersBefore reads the object and generation number that end before i.
func numbersBefore(data []byte, i int) (id, gen int, ok bool) {
	gen, i, ok = numberBefore(data, i)
	if !ok {
		return 0, 0, false
	}
	id, _, ok = numberBefore(data, beforeComments(data, i))
	return id, gen, ok && id <= syntax.MaxID
}

// maxComments is how many lines of comments may stand between the numbers of an object, and maxComment how many bytes each has.
const maxComments, maxComment = 16, 512

// beforeComments returns where the comments begin that end at i, or i.
func beforeComments(data []byte, i int) int {
	for range maxComments {
		end := i
		for end > 0 && syntax.IsSpace(data[end-1]) {
			end--
		}
		from := max(0, end-maxComment)
		line := from + 1 + max(bytes.LastIndexByte(data[from:end], '\n'), bytes.LastIndexByte(data[from:end], '\r'))
		at := bytes.IndexByte(data[line:end], '%')
		if at < 0 {
			break
		}
		i = line + at
	}
	return i
}

func numberBefore(data []byte, i int) (n, at int, ok bool) {
	for i > 0 && syntax.IsSpace(data[i-1]) {
		i--
	}
	end := i
	for i > 0 && end-i < 10 && '0' <= data[i-1] && data[i-1] <= '9' {
		i--
	}
	for _, c := range data[i:end] {
		n = n*10 + int(c-'0')
	}
	return n, i, i < end
}

// streamStart returns where the data begins after the keyword "stream", which ends at pos.
func streamStart(data []byte, pos int) int {
	for pos < len(data) && (data[pos] == ' ' || data[pos] == '\t') {
		pos++
	}
	if pos < len(data) && data[pos] == '\r' {
		pos++
	}
	if pos < len(data) && data[pos] == '\n' {
		pos++
	}
	return pos
}

var endstream = []byte("endstream")

// extent returns the length of the stream data at offset and where to go on after it. A Length that does not lead to
// "endstream" is wrong; then the data ends at the next "endstream" or "endobj".
func (s *scan) extent(offset int, stated syntax.Object) (length, next int) {
	if n, ok := stated.(int64); ok && n >= 0 && n <= int64(len(s.data)-offset) {
		end := offset + int(n)
		after := end
		for after < len(s.data) && after < end+3 && syntax.IsSpace(s.data[after]) {
			after++
		}
		if bytes.HasPrefix(s.data[after:], endstream) {
			return int(n), after + len(endstream)
		}
	}
	rest := s.data[offset:]
	i := -1
	if !s.endless {
		i = bytes.Index(rest, endstream)
	}
	skip := len(endstream)
	if i < 0 {
		s.endless = true
		if i = bytes.Index(rest, []byte("endobj")); i < 0 {
			return len(rest), len(s.data)
		}
		skip = 0
	}
	next = offset + i + skip
	for n := 0; n < 2 && i > 0 && (rest[i-1] == '\n' && n == 0 || rest[i-1] == '\r'); n++ {
		i--
	}
	return i, next
}
