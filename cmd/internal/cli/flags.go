package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// A choice is a flag that takes one of some values.
type choice struct {
	value   string
	allowed []string
}

// newChoice returns a choice among values, of which the first is the default.
func newChoice(values ...string) *choice { return &choice{values[0], values} }

// String returns the value.
func (c *choice) String() string { return c.value }

// Set takes the value, if it is allowed.
func (c *choice) Set(value string) error {
	if !slices.Contains(c.allowed, value) {
		return fmt.Errorf("want one of %s", strings.Join(c.allowed, ", "))
	}
	c.value = value
	return nil
}

// Type returns what stands for the value in the help.
func (c *choice) Type() string { return strings.Join(c.allowed, "|") }

// The flags below are read through config, which also knows their defaults; a default stands here for the help.

// addIndexFlag adds --index.
func addIndexFlag(f *pflag.FlagSet) {
	f.String("index", ".styrdok", "`place` of the index: a folder, or opensearch://HOST:PORT/PREFIX (opensearchs:// with TLS)")
}

// addReadFlags adds the flags of commands that read documents.
func addReadFlags(f *pflag.FlagSet) {
	f.String("municipality", "", "`name` of the municipality to which all documents are given, whatever they say")
	f.String("mapping", "", "`file` that says which document is whose: lines of \"path pattern,municipality\"")
	f.String("taxonomy", "", "`file` of a taxonomy instead of the default one (see \"styrdok config taxonomy\")")
	f.String("password", "", "`password` of encrypted PDFs; better given as STYRDOK_PDF_PASSWORD")
}

// addReportFlags adds the flags of commands that write a report.
func addReportFlags(f *pflag.FlagSet) {
	f.Var(newChoice("sv", "en"), "lang", "language of the report")
	f.Var(newChoice("standard", "excel-sv"), "csv", "form of CSV files: excel-sv opens in Excel on a Swedish system")
	f.String("as-of", "", "`date` that the age of documents is counted from, such as 2026-01-31 (default today)")
}
