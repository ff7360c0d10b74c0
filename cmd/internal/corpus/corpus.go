package corpus

import (
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/policy"
)

// Options says which corpus it is; the zero value is one of all 290 municipalities.
type Options struct {
	// Seed makes another corpus of the same kind.
	Seed uint64
	// Municipalities is over how many municipalities the documents are spread, in the register's order; 0 means all.
	// Document n is of municipality n modulo that.
	Municipalities int
}

// A Block is a piece of a document.
type Block struct {
	Role Role
	Text string
}

// A Role is what a block is on the page.
type Role int

// The roles of blocks.
const (
	Owner Role = iota // whose document it is, over the title
	Title
	Info // a line of the box on the first page
	Heading
	Subheading
	Paragraph
	Item // of a list
)

// A Document is a made document.
type Document struct {
	Number       int
	Municipality policy.Municipality
	// Kind is what it calls itself: "Policy", "Handlingsplan".
	Kind  string
	Title string
	Year  int
	// Adopted is the date of adoption, ISO 8601.
	Adopted string
	Blocks  []Block
}

// kinds are the document types with how many in a hundred are of it.
var kinds = []struct {
	name  string
	share int
}{
	{"Policy", 18}, {"Riktlinjer", 22}, {"Plan", 12}, {"Strategi", 12}, {"Handlingsplan", 12}, {"Program", 10}, {"Reglemente", 6}, {"Regler", 8},
}

const firstYear, years = 2004, 22

// Document returns document n, from 0.
func (o Options) Document(n int) *Document {
	all := policy.DefaultRegister().All()
	if o.Municipalities > 0 && o.Municipalities < len(all) {
		all = all[:o.Municipalities]
	}
	w := newWriter(rand.New(rand.NewPCG(o.Seed, uint64(n))), all[n%len(all)].LongName)
	d := &Document{Number: n, Municipality: all[n%len(all)], Kind: kindAt(w.rng.IntN(100)), Year: firstYear + w.rng.IntN(years)}
	d.Title = d.Kind + " för " + w.noun(base)
	d.Adopted = fmt.Sprintf("%d-%02d-%02d", d.Year, 1+w.rng.IntN(12), 1+w.rng.IntN(28))
	w.opening(d)
	w.body(d)
	return d
}

func kindAt(percent int) string {
	for _, k := range kinds {
		if percent -= k.share; percent < 0 {
			return k.name
		}
	}
	return kinds[0].name
}

// Path returns the document's path below the corpus's folder, with the extension given: "Ale/ale-policy-for-avfallsplan-0012.pdf".
func (d *Document) Path(ext string) string {
	name := fmt.Sprintf("%s-%s-%05d", slug(d.Municipality.Name), slug(d.Title), d.Number)
	return path.Join(d.Municipality.Name, name+"."+ext)
}

// slug returns s as content systems write it in addresses.
func slug(s string) string {
	s = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e").Replace(strings.ToLower(s))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// Text returns the document as plain text.
func (d *Document) Text() []byte {
	var b strings.Builder
	for i, block := range d.Blocks {
		if i > 0 && (block.Role != d.Blocks[i-1].Role || block.Role == Paragraph) && (block.Role != Item || d.Blocks[i-1].Role != Paragraph) {
			b.WriteByte('\n')
		}
		if block.Role == Item {
			b.WriteString("- ")
		}
		b.WriteString(block.Text)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}
