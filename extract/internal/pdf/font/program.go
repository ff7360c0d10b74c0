package font

import "github.com/styrdok/styrdok/extract/internal/pdf/object"

// A program is what an embedded font program tells of its glyphs' characters.
type program struct {
	texts map[uint32]string // by code of a simple font, by CID of a composite one
}

func (p *program) text(code uint32) string { return p.texts[code] }

// loadProgram reads the embedded font program; nil if there is none, or none that tells anything.
func loadProgram(descriptor object.Value) *program {
	return nil
}
