package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/styrdok/styrdok/extract/internal/outside"
	"github.com/styrdok/styrdok/extract/internal/plain"
	"github.com/styrdok/styrdok/extract/page"
	"github.com/styrdok/styrdok/policy"
)

// Fallback names a program that is asked for the text of PDF files, and of pages, that this package calls unread or garbled. What it
// gives has no positions, headings or tables. Files that only a password opens are not given to it.
type Fallback struct {
	// Program is "pdftotext" or "mutool"; it must be installed.
	Program string
	// Timeout is for one file; 0 is 20 seconds.
	Timeout time.Duration
}

// missing returns what the program reads of a file that could not be read, err if that is nothing.
func (f *Fallback) missing(ctx context.Context, r io.ReaderAt, size int64, err error) (*page.Document, error) {
	if f == nil {
		return nil, err
	}
	texts, trouble := f.pages(ctx, r, size)
	if trouble != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w (%w)", err, trouble)
	}
	doc := &page.Document{Format: "pdf"}
	for i, text := range texts {
		doc.Pages = append(doc.Pages, f.page(i+1, text))
	}
	doc.Issues = append(doc.Issues, f.issue(0))
	return doc, nil
}

// mend reads anew the pages of doc that were not read, or garbled.
func (f *Fallback) mend(ctx context.Context, r io.ReaderAt, size int64, doc *page.Document) error {
	if f == nil {
		return nil
	}
	bad := map[int]bool{}
	for i := range doc.Pages {
		bad[i] = garbled(&doc.Pages[i].Record)
	}
	texts, err := []string(nil), error(nil)
	for i := range doc.Pages {
		if !bad[i] {
			continue
		}
		if texts == nil {
			if texts, err = f.pages(ctx, r, size); err != nil {
				doc.Issues = append(doc.Issues, f.failure(err))
				return ctx.Err()
			}
		}
		if i >= len(texts) {
			break
		}
		p := f.page(i+1, texts[i])
		if p.Record.Words == 0 || garbled(&p.Record) {
			continue
		}
		old := &doc.Pages[i]
		p.Record.Label, p.Record.Width, p.Record.Height, p.Record.Images = old.Record.Label, old.Record.Width, old.Record.Height, old.Record.Images
		*old = p
		doc.Issues = append(without(doc.Issues, i+1), f.issue(i+1))
	}
	return nil
}

func (f *Fallback) pages(ctx context.Context, r io.ReaderAt, size int64) ([]string, error) {
	e := &outside.Reader{Program: f.Program, Timeout: f.Timeout}
	return e.Pages(ctx, r, size)
}

// page makes a page of what the program printed.
func (f *Fallback) page(number int, text string) page.Page {
	doc, _ := plain.Read([]byte(text), false) // plain text can always be read
	p := page.Page{Record: policy.Page{Number: number, Method: policy.MethodEmpty}}
	for _, q := range doc.Pages { // a transcript may have been parted
		p.Blocks = append(p.Blocks, q.Blocks...)
		p.Record.Words += q.Record.Words
	}
	if p.Record.Words > 0 {
		p.Record.Method, p.Record.Reader = policy.MethodFallback, f.Program
		p.Record.SuspectShare = page.SuspectShare(p.Blocks)
		lost := strings.Count(text, "\ufffd")
		p.Record.UnmappedShare = min(1, float64(lost)/float64(max(1, len([]rune(text)))))
	}
	return p
}

// garbled reports whether a page has text of which a person could make nothing.
func garbled(p *policy.Page) bool {
	return p.Method == policy.MethodUnread && p.UnmappedShare > 0 || p.SuspectShare > page.GarbledShare
}

// without returns the issues but those that say that a page could not be read.
func without(issues []policy.Issue, number int) []policy.Issue {
	out := issues[:0]
	for _, i := range issues {
		if i.Page != number || i.Code != "page-unmapped" && i.Code != "page-garbled" {
			out = append(out, i)
		}
	}
	return out
}

// issue says that the program read the page, or for 0 the document.
func (f *Fallback) issue(number int) policy.Issue {
	what := "Filen"
	if number > 0 {
		what = "Sidan"
	}
	return policy.Issue{Severity: policy.Warning, Page: number, Code: "fallback",
		Message: what + " lästes av programmet " + f.Program + "; rubriker, tabeller och lägen på sidan saknas."}
}

// failure says why the program gave nothing.
func (f *Fallback) failure(err error) policy.Issue {
	why := "kunde inte läsa filen"
	if errors.Is(err, outside.ErrNotInstalled) {
		why = "är inte installerat"
	}
	return policy.Issue{Severity: policy.Warning, Code: "fallback-failed", Message: "Programmet " + f.Program + " " + why + "."}
}
