package page

import "github.com/styrdok/styrdok/policy"

// A Document is a file as its reader saw it.
type Document struct {
	// Format is "pdf", "text", "markdown", "html", …
	Format   string
	Metadata policy.Metadata
	Pages    []Page
	Outline  []OutlineEntry
	Links    []Link
	Issues   []policy.Issue
}

// A Page is one page: its blocks in reading order. Formats without pages have one page.
type Page struct {
	// Record is the page's line in the ledger; Number, Label, Width and Height stand there.
	Record policy.Page
	Blocks []Block
}

// A Block is a run of text that belongs together: a paragraph, a heading, a list item, a table, a page head.
type Block struct {
	Kind Kind
	// Level is a heading's level from 1, 0 if unknown or no heading.
	Level int
	// Text is the block's text on one line: lines joined by a space, words that were broken at a line end joined, soft
	// hyphens gone, NFC. A hyphen that ends the block's last line is kept (the word may go on in the next block).
	// For a table, Text is its rows joined by "\n" and their cells by "\t".
	Text string
	// Marker is a list item's bullet or number as it stands ("•", "3.", "a)"), which Text leaves out; "" if none.
	Marker string
	// Lines tile Text in order.
	Lines []Line
	// Rows is filled for a table only.
	Rows [][]Cell
	Box  policy.Box
	Font Font
	// Column counts from 0 on pages of several columns; blocks that span all have -1.
	Column int
}

// A Line is one printed line of a block.
type Line struct {
	// Start and End are the line's byte range in the block's Text.
	Start, End int
	Box        policy.Box
	// Words are the line's words with their boxes; nil in formats without positions.
	Words []Word
}

// A Word is a word with where it stands.
type Word struct {
	// Start and End are the word's byte range in the block's Text. A word broken at a line end has a part in each line.
	Start, End int
	Box        policy.Box
}

// A Cell is a cell of a table.
type Cell struct {
	// Start and End are the cell's byte range in the block's Text.
	Start, End int
	Box        policy.Box
}

// A Font is the font that most of a block is set in. Size is in points as it appears on the page.
type Font struct {
	Name   string
	Size   float64
	Bold   bool
	Italic bool
}

// An OutlineEntry is a bookmark. Level counts from 1; Page is 0 if the entry leads nowhere.
type OutlineEntry struct {
	Level int
	Title string
	Page  int
}

// A Link is a link on a page.
type Link struct {
	Page   int
	Target string // a URI
	Text   string
}

// Kind says what a block is. A reader sets what it can tell from position and markup; segment decides the rest.
type Kind int

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Table
	PageHead
	PageFoot
	Footnote
	Contents // a line of a contents list
	Stamp    // rotated or stamped text
	Chrome   // what a web page puts around its text: menus, buttons
	Hidden   // text that is no part of what a person reads
)

// String returns the kind's name, "list-item".
func (k Kind) String() string {
	names := [...]string{"paragraph", "heading", "list-item", "table", "page-head", "page-foot", "footnote", "contents",
		"stamp", "chrome", "hidden"}
	if k < 0 || int(k) >= len(names) {
		return "unknown"
	}
	return names[k]
}
