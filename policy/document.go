package policy

// A Span is a half-open range of bytes in [Document.Text]: Start is the first byte, End the first one after.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether other lies wholly inside s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether s and other share a byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// A Box is a rectangle on a page, in PDF points (1/72 inch) from the page's top left corner, y downwards.
// The zero Box means that the format has no positions.
type Box struct {
	X0 float64 `json:"x0"`
	Y0 float64 `json:"y0"`
	X1 float64 `json:"x1"`
	Y1 float64 `json:"y1"`
}

// A Document is one governing document as it was read.
//
// Text is canonical: the reading text in NFC, with page heads and feet, stamps and contents lists taken out (they are in
// Furniture), words broken at line ends joined, blocks separated by "\n", cells of a table row by "\t". Headings stand
// in Text too, each on a line of its own. Sections, Passages, Sentences and Anchors are in the order of Text.
type Document struct {
	// ID is the file's name without folder and extension; see [UniqueIDs] for files of one name.
	ID string `json:"id"`
	// Source is the file's path as reports name it: slash-separated, NFC, relative to the PATH that was given.
	Source string `json:"source"`
	// Path is where the file lay when it was read, for links; it is never part of an identity.
	Path string `json:"path,omitempty"`
	// Format is what the content was recognised as: "pdf", "text", "markdown", …
	Format string `json:"format"`
	// SHA256 is the lower-case hexadecimal hash of the file.
	SHA256 string `json:"sha256,omitempty"`
	// Metadata is what the file says of itself.
	Metadata Metadata `json:"metadata"`

	Text      string      `json:"text"`
	Pages     []Page      `json:"pages"`
	Anchors   []Anchor    `json:"anchors,omitempty"`
	Furniture []Furniture `json:"furniture,omitempty"`
	Sections  []Section   `json:"sections"`
	Passages  []Passage   `json:"passages"`
	Sentences []Sentence  `json:"sentences"`

	Municipality Assignment `json:"municipality"`
	Tags         []Tag      `json:"tags"`
	Facts        Facts      `json:"facts"`
	Issues       []Issue    `json:"issues,omitempty"`
}

// Metadata is what a file says of itself (a PDF's Info and XMP, front matter). Dates are ISO 8601, "" where unknown.
// It describes the file, which may be much younger than what it holds.
type Metadata struct {
	Title    string `json:"title,omitempty"`
	Author   string `json:"author,omitempty"`
	Producer string `json:"producer,omitempty"`
	Created  string `json:"created,omitempty"`
	Modified string `json:"modified,omitempty"`
	Language string `json:"language,omitempty"`
}

// A Page is one page of the file and how well it was read: a line of the ledger.
// A format without pages (plain text, Markdown) has one page, or one a form feed.
type Page struct {
	// Number counts from 1 in the file's order.
	Number int `json:"number"`
	// Label is the printed page number where the file tells it, else "".
	Label string `json:"label,omitempty"`
	// Width and Height are in PDF points; 0 where the format has none.
	Width  float64 `json:"width,omitempty"`
	Height float64 `json:"height,omitempty"`
	// Method is how the text was got.
	Method Method `json:"method"`
	// Words is the number of words read.
	Words int `json:"words"`
	// UnmappedShare is the share (0 to 1) of glyphs for which the file tells no character.
	UnmappedShare float64 `json:"unmapped_share,omitempty"`
	// SuspectShare is the share (0 to 1) of words that look torn apart or run together, as far as that can be told of the page.
	SuspectShare float64 `json:"suspect_share,omitempty"`
	// Images is the number of images on the page.
	Images int `json:"images,omitempty"`
	// Reader is the program that gave the text where it is another than this one ([MethodFallback]), "pdftotext".
	Reader string `json:"reader,omitempty"`
}

// Method says how a page's text was got.
type Method string

// The ways in which a page is read.
const (
	MethodText     Method = "text"     // from the file's own text
	MethodRepaired Method = "repaired" // from the file's own text, after the file was repaired
	MethodOCR      Method = "ocr"      // from a text layer that an OCR program laid over an image
	MethodFallback Method = "fallback" // by another program, which was asked because this one could not
	MethodEmpty    Method = "empty"    // nothing is on the page
	MethodUnread   Method = "unread"   // something is on the page, and it could not be read
)

// An Anchor ties a stretch of Text to where it stands on a page: one anchor a line.
type Anchor struct {
	Span Span `json:"span"`
	Page int  `json:"page"`
	Box  Box  `json:"box"`
}

// Furniture is text that stands on a page but is no part of the reading text.
type Furniture struct {
	Kind FurnitureKind `json:"kind"`
	Page int           `json:"page"`
	Text string        `json:"text"`
	Box  Box           `json:"box"`
}

// FurnitureKind says what a piece of furniture is.
type FurnitureKind string

// The kinds of furniture.
const (
	PageHead FurnitureKind = "page-head"
	PageFoot FurnitureKind = "page-foot"
	Stamp    FurnitureKind = "stamp"
	Contents FurnitureKind = "contents"
	Chrome   FurnitureKind = "chrome" // what a web page or a viewer puts around the text
)

// A Section is a heading and what stands under it. Section 0 is always the document itself, with the title as its
// heading if one was found and with Level 0.
type Section struct {
	// Heading is the heading as it is read, without its number; "" in a document without one.
	Heading string `json:"heading"`
	// Number is the heading's own number ("4", "4.2"), "" if it has none.
	Number string `json:"number,omitempty"`
	// Level is 0 for the document, 1 for its sections, 2 for theirs.
	Level int `json:"level"`
	// Parent is the index of the section that this one stands in; -1 for section 0.
	Parent int `json:"parent"`
	// HeadingSpan is where the heading stands in Text (with its number); empty if there is none.
	HeadingSpan Span `json:"heading_span"`
	// Span runs from the heading to the end of the section's last subsection.
	Span Span `json:"span"`
	// Zone is what kind of part it is.
	Zone Zone `json:"zone"`
}

// Zone says which part of a document a section or a sentence belongs to. Only what stands in the body carries tags and list
// facts (and a line of the info block that says who is responsible, or when it is renewed, a tag); document facts (date, diarienummer) are sought in the body, in the info block and in the furniture.
type Zone string

// The zones of a document.
const (
	ZoneBody       Zone = "body"       // what the document says
	ZoneInfo       Zone = "info"       // the document's own data: adopted by, date, dnr, empty form labels
	ZoneContact    Zone = "contact"    // addresses, telephone numbers, opening hours
	ZoneReferences Zone = "references" // lists of sources and related documents
	ZoneNote       Zone = "note"       // footnotes
	ZoneAnnex      Zone = "annex"      // templates and forms after the text
	ZoneTeaser     Zone = "teaser"     // the beginnings of other documents
)

// A Passage is a paragraph, a list with its opener, or a table: the unit of index and hit, of 150 words at most (longer
// ones are split between sentences).
type Passage struct {
	Span    Span        `json:"span"`
	Section int         `json:"section"`
	Kind    PassageKind `json:"kind"`
	Zone    Zone        `json:"zone"`
	// First and Last are the half-open range of its sentences' indexes.
	First int `json:"first"`
	Last  int `json:"last"`
}

// PassageKind says what a passage is.
type PassageKind string

// The kinds of passage.
const (
	Paragraph PassageKind = "paragraph"
	List      PassageKind = "list"
	Table     PassageKind = "table"
)

// A Sentence is a sentence, a list item or a row of a table: the unit of a tag.
type Sentence struct {
	Span    Span         `json:"span"`
	Passage int          `json:"passage"`
	Section int          `json:"section"`
	Kind    SentenceKind `json:"kind"`
	Zone    Zone         `json:"zone"`
	// Opener is the index of the sentence that opens the list in which an item stands ("Målen är att:"), of the role line
	// above a subjectless sentence, or of a table's header row; -1 if there is none.
	Opener int `json:"opener"`
}

// SentenceKind says what a sentence is.
type SentenceKind string

// The kinds of sentence.
const (
	Prose SentenceKind = "prose"
	Item  SentenceKind = "item" // a list item; its span leaves the bullet or number out
	Row   SentenceKind = "row"  // a table row
)

// A Tag says that a sentence speaks of something.
type Tag struct {
	// Name is the tag's name in the taxonomy, "goals".
	Name string `json:"name"`
	// Parent is the tag that this one refines, which the sentence carries, too: goals for the theme climate. "" if there is none.
	Parent string `json:"parent,omitempty"`
	// Sentence is an index into [Document.Sentences].
	Sentence int `json:"sentence"`
	// Score is how sure the tagger is, 0 to 1.
	Score float64 `json:"score"`
	// Evidence names what spoke for it: "cue:ansvarar för", "body:kommunstyrelsen", "heading:Mål", "opener:…".
	Evidence []string `json:"evidence"`
	// By is who says so.
	By By `json:"by"`
}

// A TagDefinition is what a report needs to know of a tag.
type TagDefinition struct {
	Name string `json:"name"`
	// Parent is the tag that this one refines (a theme of goals), or "".
	Parent string `json:"parent,omitempty"`
	// Label maps a language ("sv", "en") to what a reader sees.
	Label map[string]string `json:"label"`
}

// By says who made a statement.
type By string

// Who makes statements.
const (
	ByProgram By = "program"
	ByPerson  By = "person"
)

// An Issue is trouble that was met and survived: a page that could not be read, a count that does not agree.
type Issue struct {
	Severity Severity `json:"severity"`
	// Page is the page it concerns, 0 for the whole document.
	Page int `json:"page,omitempty"`
	// Code is a stable, kebab-case name of the kind of trouble: "page-unread".
	Code string `json:"code"`
	// Message is a sentence for a person, in Swedish.
	Message string `json:"message"`
}

// Severity says how much an issue matters.
type Severity string

// The severities.
const (
	Info    Severity = "info"
	Warning Severity = "warning" // something may be missing or wrong
	Error   Severity = "error"   // something is missing
)

// A SetAside is a file that could not be read at all, and why: a line of the ledger.
type SetAside struct {
	Source string `json:"source"`
	// Code is the kind of trouble: encrypted, empty, no-text, too-large, unsupported, corrupt, vanished, unreadable, circular; or what
	// the reading itself came to: crashed, timeout, out-of-memory.
	Code string `json:"code"`
	// Reason is a sentence for a person, in Swedish.
	Reason string `json:"reason"`
	// Municipality is whose document it would be, where the folder or a mapping tells.
	Municipality string `json:"municipality,omitempty"`
	// Detail is for whoever mends the reader: where it crashed, a function a line. It is in no language.
	Detail string `json:"detail,omitempty"`
}
