package render
import "io"
func writeMarkdown(w io.Writer, v *view) error { return nil }
func writeXLSX(w io.Writer, v *view) error { return nil }
