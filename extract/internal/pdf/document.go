package pdf

import (
	"context"
	"fmt"
	"unicode"

	"github.com/styrdok/styrdok/extract/internal/pdf/content"
	"github.com/styrdok/styrdok/extract/internal/pdf/layout"
	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// readDocument reads an open file. Its pages' text is laid out when all pages are known: heads, feet and headings show only then.
func readDocument(ctx context.Context, doc *object.Document, opts Options) (*page.Document, error) {
	catalog := doc.Trailer().Key("Root")
	leaves, cut := walkPages(catalog.Key("Pages"))
	if len(leaves) == 0 {
		return nil, fmt.Errorf("%w: it has no pages", ErrDamaged)
	}
	out := &page.Document{Format: "pdf", Metadata: metadata(doc.Trailer(), catalog)}
	if cut {
		out.Issues = append(out.Issues, policy.Issue{Severity: policy.Error, Code: "too-many-pages",
			Message: fmt.Sprintf("Dokumentet har fler än %d sidor; resten lästes inte.", maxPages)})
	}
	interpreter := content.NewInterpreter(catalog)
	defer interpreter.Close()
	label := labels(catalog.Key("PageLabels"))
	sheets := make([]*layout.Sheet, len(leaves))
	out.Pages = make([]page.Page, len(leaves))
	unrecognized := make([]error, len(leaves))
	words := 0
	for i, leaf := range leaves {
		if words > maxWords {
			sheets, out.Pages, leaves = sheets[:i], out.Pages[:i], leaves[:i]
			out.Issues = append(out.Issues, policy.Issue{Severity: policy.Error, Page: i, Code: "too-many-words",
				Message: fmt.Sprintf("Dokumentet har mer text än vad som läses; vad som står efter sidan %d lästes inte.", i)})
			break
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		seen := interpreter.Page(leaf.source())
		why, err := recognize(ctx, seen, opts.Recognize)
		if err != nil {
			return nil, err
		}
		sheets[i] = layout.NewSheet(seen)
		words += sheets[i].Words()
		unrecognized[i] = why
		out.Pages[i].Record = record(i, label(i), seen)
		if seen.Cut {
			out.Issues = append(out.Issues, policy.Issue{Severity: policy.Warning, Page: i + 1, Code: "page-cut",
				Message: "Sidan innehåller mer än vad som läses av en sida; texten kan vara ofullständig."})
		}
		if seen.Damaged {
			out.Issues = append(out.Issues, policy.Issue{Severity: policy.Error, Page: i + 1, Code: "page-damaged",
				Message: "En del av sidans innehåll är skadat och kunde inte läsas."})
		}
		out.Links = append(out.Links, links(leaf.dict, i+1)...)
	}
	tags := newStructure(catalog, leaves)
	blocks := layout.Blocks(sheets, tags.role)
	out.Outline = outline(catalog, leaves)
	bookmarked(blocks, out.Outline)
	layout.Levels(blocks)
	for i := range blocks {
		out.Pages[i].Blocks = blocks[i]
		finish(out, i, unrecognized[i])
	}
	if n := doc.Lost(); n > 0 {
		out.Issues = append(out.Issues, policy.Issue{Severity: policy.Error, Code: "file-cut",
			Message: "Filens slut saknas, och delar av innehållet med det."})
	}
	return out, nil
}

// maxWords is how many words are read of a document: they are all held until the last page is seen, some 200 bytes each. The largest
// budget of a municipality has a quarter of it.
const maxWords = 2_000_000

// record begins a page's line in the ledger with what the interpreter saw.
func record(i int, label string, seen *content.Page) policy.Page {
	r := policy.Page{Number: i + 1, Label: label, Width: seen.Width, Height: seen.Height, Images: seen.Images, Method: policy.MethodText}
	if total := len(seen.Glyphs); seen.Unmapped > 0 && total > 0 {
		r.UnmappedShare = min(1, float64(seen.Unmapped)/float64(total))
	}
	hidden := 0
	for j := range seen.Glyphs {
		if seen.Glyphs[j].Hidden {
			hidden++
		}
	}
	if seen.Images > 0 && 2*hidden > len(seen.Glyphs) {
		r.Method = policy.MethodOCR
	}
	return r
}

// unmappedLimit is the share of unknown characters from which a page's text is no text.
const unmappedLimit = 0.5

// finish completes page i's line in the ledger, and reports what could not be read; why says why its pictures were not.
func finish(out *page.Document, i int, why error) {
	p := &out.Pages[i]
	for j := range p.Blocks {
		p.Record.Words += countWords(p.Blocks[j].Text)
		if p.Blocks[j].Marker != "" {
			p.Record.Words++
		}
	}
	p.Record.SuspectShare = page.SuspectShare(p.Blocks)
	switch {
	case p.Record.Words == 0 && p.Record.Images > 0:
		p.Record.Method = policy.MethodUnread
		message := "Sidan är en bild utan text och kunde inte läsas."
		if why != nil {
			message = "Sidan är en bild utan text och kunde inte läsas: " + why.Error() + "."
		}
		out.Issues = append(out.Issues, policy.Issue{Severity: policy.Error, Page: i + 1, Code: "page-unread", Message: message})
	case p.Record.UnmappedShare > unmappedLimit:
		p.Record.Method = policy.MethodUnread
		out.Issues = append(out.Issues, policy.Issue{Severity: policy.Error, Page: i + 1, Code: "page-unmapped",
			Message: "Sidans teckensnitt säger inte vilka tecken som visas; texten kunde inte läsas."})
	case p.Record.SuspectShare > page.GarbledShare:
		out.Issues = append(out.Issues, policy.Issue{Severity: policy.Warning, Page: i + 1, Code: "page-garbled",
			Message: "Sidans ord är isärdragna eller ihopskrivna; texten kan vara fel läst."})
	case p.Record.Words == 0:
		p.Record.Method = policy.MethodEmpty
	}
}

// countWords counts what white space parts.
func countWords(text string) int {
	n, inside := 0, false
	for _, r := range text {
		if unicode.IsSpace(r) {
			inside = false
		} else if !inside {
			inside = true
			n++
		}
	}
	return n
}

// markRepaired notes that the pages were read after a repair.
func markRepaired(d *page.Document) {
	for i := range d.Pages {
		if d.Pages[i].Record.Method == policy.MethodText {
			d.Pages[i].Record.Method = policy.MethodRepaired
		}
	}
	d.Issues = append(d.Issues, policy.Issue{Severity: policy.Warning, Code: "repaired",
		Message: "Filen är skadad och lästes efter lagning; något kan saknas."})
}
