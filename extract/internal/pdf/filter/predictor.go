package filter

// maxRow is the longest row of a predictor taken: a row is an image's line, and no image is wider than this.
const maxRow = 1 << 24

// unpredict undoes the predictor of s in place and returns what it holds.
func (s Step) unpredict(data []byte) []byte {
	if s.Predictor < 2 {
		return data
	}
	colors, bits, columns := max(s.Colors, 1), s.Bits, s.Columns
	if bits < 1 {
		bits = 8
	}
	if columns < 1 {
		columns = 1
	}
	if colors > 64 || bits > 32 || columns > maxRow {
		return nil
	}
	pixel := (colors*bits + 7) / 8
	row := (colors*bits*columns + 7) / 8
	if s.Predictor == 2 {
		if bits == 8 {
			for start := 0; start < len(data); start += row {
				line := data[start:min(start+row, len(data))]
				for i := pixel; i < len(line); i++ {
					line[i] += line[i-pixel]
				}
			}
		}
		return data
	}
	return unpng(data, row, pixel)
}

// unpng undoes PNG's row filters; each row says in its first byte which it has, whatever Predictor promises.
func unpng(data []byte, row, pixel int) []byte {
	out := data[:0]
	row = min(row, len(data)) // whatever a bomb's Columns say
	prior := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		line := data[1:min(1+row, len(data))]
		data = data[1+len(line):]
		for i := range line {
			var left, upLeft byte
			if i >= pixel {
				left, upLeft = line[i-pixel], prior[i-pixel]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += prior[i]
			case 3:
				line[i] += byte((int(left) + int(prior[i])) / 2)
			case 4:
				line[i] += paeth(left, prior[i], upLeft)
			}
		}
		copy(prior, line)
		out = append(out, line...)
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
