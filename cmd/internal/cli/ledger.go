package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
)

// errPartly says that the work was done, but that some input could not be read.
var errPartly = errors.New("some input could not be read")

// tell names what could not be read.
func (a *app) tell(c *styrdok.Collection) {
	for _, s := range c.SetAside {
		a.log.Warn("not read", "source", s.Source, "code", s.Code, "reason", s.Reason)
	}
	for _, d := range c.Documents {
		a.tellLosses(d.Source, losses(d.Issues, d.Pages))
	}
}

// tellLosses names what is missing of one document: a message for each kind of trouble, with the pages.
func (a *app) tellLosses(source string, lost []policy.Issue) {
	var kinds []policy.Issue
	pages := make(map[string][]int)
	for _, i := range lost {
		if _, ok := pages[i.Code]; !ok {
			kinds = append(kinds, i)
		}
		pages[i.Code] = append(pages[i.Code], i.Page)
	}
	for _, i := range kinds {
		a.log.Warn("partly read", "source", source, "pages", pageRanges(pages[i.Code]), "code", i.Code, "reason", i.Message)
	}
}

// pageRanges writes page numbers for people: "2,4-6"; "all" where the trouble is the whole document's.
func pageRanges(pages []int) string {
	pages = slices.Compact(slices.Sorted(slices.Values(pages)))
	if len(pages) == 0 || pages[0] == 0 {
		return "all"
	}
	var parts []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		part := strconv.Itoa(pages[i])
		if j > i {
			part += "-" + strconv.Itoa(pages[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ",")
}

// losses returns the issues that say that something of d is missing, one for each unread page among them.
func losses(issues []policy.Issue, pages []policy.Page) []policy.Issue {
	var lost []policy.Issue
	told := make(map[int]bool)
	for _, i := range issues {
		if i.Severity == policy.Error {
			lost = append(lost, i)
			told[i.Page] = true
		}
	}
	for _, p := range pages {
		if p.Method == policy.MethodUnread && !told[p.Number] {
			lost = append(lost, policy.Issue{
				Severity: policy.Error, Page: p.Number, Code: "page-unread", Message: "Sidan gick inte att läsa.",
			})
		}
	}
	return lost
}

// partly returns an error that wraps errPartly if c is not all that there was, else nil.
func partly(c *styrdok.Collection) error {
	broken := 0
	for _, d := range c.Documents {
		if len(losses(d.Issues, d.Pages)) > 0 {
			broken++
		}
	}
	if broken+len(c.SetAside) == 0 {
		return nil
	}
	return fmt.Errorf("done, but %w: %d of %d files not at all, %d in part", errPartly,
		len(c.SetAside), len(c.SetAside)+len(c.Documents), broken)
}
