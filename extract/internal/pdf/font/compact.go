package font

// compact reads the charset and the encoding of a CFF font (Adobe Technical Note 5176). A simple font's codes lead to glyphs, whose
// names tell the characters. CID fonts tell none.
func compact(data []byte) *program {
	r := reader(data)
	if len(r) < 4 || r.u8(0) != 1 {
		return nil
	}
	_, at := index(r, r.u8(2))
	dicts, at := index(r, at)
	texts, _ := index(r, at)
	if len(dicts) == 0 {
		return nil
	}
	top := dictOf(dicts[0])
	if _, isCID := top[12<<8|30]; isCID {
		return nil
	}
	glyphs, _ := index(r, top[17])
	if len(glyphs) == 0 {
		return nil
	}
	f := &compactFont{data: r, strings: texts, glyphs: len(glyphs)}
	names := f.charset(top[15])
	p := &program{texts: map[uint32]string{}}
	for code, glyph := range f.encoding(top[16], names) {
		if glyph > 0 && glyph < len(names) {
			if text := nameText(names[glyph], code); text != "" {
				p.texts[uint32(code)] = text
			}
		}
	}
	return p
}

// A compactFont is a CFF font that is being read.
type compactFont struct {
	data    reader
	strings []reader
	glyphs  int
}

// index reads an INDEX at at; it returns its elements and where it ends.
func index(r reader, at int) (items []reader, end int) {
	n, size := r.u16(at), r.u8(at+2)
	if n == 0 {
		return nil, at + 2
	}
	if size < 1 || size > 4 || at+3+(n+1)*size > len(r) {
		return nil, len(r)
	}
	offset := func(i int) int {
		v := 0
		for k := range size {
			v = v<<8 | r.u8(at+3+i*size+k)
		}
		return v
	}
	base := at + 2 + (n+1)*size
	for i := range n {
		a, b := base+offset(i), base+offset(i+1)
		if a < 0 || b < a || b > len(r) {
			return items, len(r)
		}
		items = append(items, r[a:b])
	}
	return items, base + offset(n)
}

// dictOf reads a DICT: the last operand of each operator, if it is an integer.
func dictOf(r reader) map[int]int {
	d := map[int]int{}
	last := 0
	for i := 0; i < len(r); {
		b := r.u8(i)
		i++
		switch {
		case b <= 21:
			if b == 12 {
				b = 12<<8 | r.u8(i)
				i++
			}
			d[b] = last
			last = 0
		case b == 28:
			last = int(int16(r.u16(i)))
			i += 2
		case b == 29:
			last = int(int32(r.u32(i)))
			i += 4
		case b == 30: // a real number
			for i < len(r) && r.u8(i)&0xf != 0xf && r.u8(i)>>4 != 0xf {
				i++
			}
			i++
		case b >= 32 && b <= 246:
			last = b - 139
		case b >= 247 && b <= 250:
			last = (b-247)*256 + r.u8(i) + 108
			i++
		case b >= 251 && b <= 254:
			last = -(b-251)*256 - r.u8(i) - 108
			i++
		}
	}
	return d
}

// charset returns the name of each glyph.
func (f *compactFont) charset(at int) []string {
	names := make([]string, 1, f.glyphs)
	add := func(sid int) {
		if len(names) < f.glyphs {
			names = append(names, f.name(sid))
		}
	}
	if at <= 2 { // one of the predefined ones; ISOAdobe is the order of the standard strings
		for sid := 1; sid < f.glyphs && sid <= 228; sid++ {
			add(sid)
		}
		return names
	}
	format := f.data.u8(at)
	at++
	for len(names) < f.glyphs && at < len(f.data) {
		sid, left := f.data.u16(at), 0
		at += 2
		switch format {
		case 1:
			left = f.data.u8(at)
			at++
		case 2:
			left = f.data.u16(at)
			at += 2
		}
		for i := 0; i <= left && len(names) < f.glyphs; i++ {
			add(sid + i)
		}
	}
	return names
}

// encoding returns the glyph of each code.
func (f *compactFont) encoding(at int, names []string) map[int]int {
	codes := map[int]int{}
	if at <= 1 { // the standard encoding, by name
		glyphs := map[string]int{}
		for i, name := range names {
			glyphs[nameText(name, -1)] = i
		}
		for code, r := range table(standardEncoding) {
			if r != 0 {
				codes[code] = glyphs[string(r)]
			}
		}
		return codes
	}
	format, n := f.data.u8(at), f.data.u8(at+1)
	at += 2
	glyph := 1
	for i := range n {
		if format&0x7f == 0 {
			codes[f.data.u8(at+i)] = glyph
			glyph++
			continue
		}
		first, left := f.data.u8(at+2*i), f.data.u8(at+2*i+1)
		for k := 0; k <= left && first+k < 256; k++ {
			codes[first+k] = glyph
			glyph++
		}
	}
	return codes
}

// name returns the string of the number sid: a standard one, or one of the font's own.
func (f *compactFont) name(sid int) string {
	if sid < standardStrings {
		return standardString(sid)
	}
	if i := sid - standardStrings; i < len(f.strings) {
		return string(f.strings[i])
	}
	return ""
}
