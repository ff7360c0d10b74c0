package index

import "slices"

// PassedOver returns the files that could be read and are no documents of the index, as [Writer.SetPassedOver] or an earlier generation has
// them.
func (w *Writer) PassedOver() []Aside { return slices.Clone(w.passed) }

// SetPassedOver says which files could be read and are no documents of the index, and why. It takes the place of what an earlier call or an
// earlier generation said.
func (w *Writer) SetPassedOver(list []Aside) {
	if !slices.Equal(list, w.passed) {
		w.passed, w.dirty = slices.Clone(list), true
	}
}
