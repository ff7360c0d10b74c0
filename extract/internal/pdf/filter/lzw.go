package filter

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwCodes = 4096
)

// unlzw decodes LZW data as PDF and TIFF have it: most significant bit first, codes of 9 to 12 bits, and where early is true
// (the standard's default) codes that grow one code before they must.
func unlzw(data []byte, limit int, early bool) ([]byte, error) {
	var (
		prefix [lzwCodes]uint16
		suffix [lzwCodes]byte
		stack  [lzwCodes]byte
		out    []byte
		bits   uint32
		have   uint
	)
	width, next, prev, first := uint(9), 258, -1, byte(0)
	change := 0
	if early {
		change = 1
	}
	for _, c := range data {
		bits = bits<<8 | uint32(c)
		if have += 8; have < width {
			continue
		}
		have -= width
		code := int(bits >> have & (1<<width - 1))
		if code == lzwEnd {
			break
		}
		if code == lzwClear {
			width, next, prev = 9, 258, -1
			continue
		}
		if code > next || prev < 0 && code > 255 {
			break // damage
		}
		n, at := 0, code
		if code == next { // the code that is just being made
			stack[n] = first
			n, at = 1, prev
		}
		for at > 255 {
			stack[n] = suffix[at]
			n++
			at = int(prefix[at])
		}
		first = byte(at)
		out = append(out, first)
		for n--; n >= 0; n-- {
			out = append(out, stack[n])
		}
		if len(out) > limit {
			return out[:limit], ErrTooLarge
		}
		if prev >= 0 && next < lzwCodes {
			prefix[next], suffix[next] = uint16(prev), first
			next++
		}
		if next+change >= 1<<width && width < 12 {
			width++
		}
		prev = code
	}
	return out, nil
}
