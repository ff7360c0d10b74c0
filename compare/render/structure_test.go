package render_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/compare/render"
)

// walk calls visit for n and every node in it.
func walk(n *html.Node, visit func(*html.Node)) {
	visit(n)
	for c := range n.ChildNodes() {
		walk(c, visit)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	walk(n, func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

func parse(t *testing.T, r *compare.Report, lang string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(write(t, "html", r, render.Options{Lang: lang})))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// every calls check on the page of each report in each language.
func every(t *testing.T, check func(t *testing.T, doc *html.Node)) {
	for name, r := range map[string]*compare.Report{"sample": sampleReport(), "analysed": analysedReport(), "hostile": hostileReport(),
		"nothing": compare.Documents(nil, compare.Options{Tags: nil}), "many": compare.Documents(nil, compare.Options{SetAside: sampleReport().SetAside})} {
		for _, lang := range []string{"sv", "en"} {
			t.Run(name+" "+lang, func(t *testing.T) { check(t, parse(t, r, lang)) })
		}
	}
}

func TestPageLinksWithinItself(t *testing.T) {
	every(t, func(t *testing.T, doc *html.Node) {
		ids, refs := make(map[string]int), make(map[string]bool)
		walk(doc, func(n *html.Node) {
			if id := attr(n, "id"); id != "" {
				ids[id]++
			}
			if href := attr(n, "href"); strings.HasPrefix(href, "#") {
				refs[href[1:]] = true
			}
			if l := attr(n, "aria-labelledby"); l != "" {
				refs[l] = true
			}
		})
		for id, n := range ids {
			if n > 1 {
				t.Errorf("id %q stands %d times", id, n)
			}
		}
		for ref := range refs {
			if ids[ref] == 0 {
				t.Errorf("nothing has the id %q", ref)
			}
		}
		if len(refs) < 5 {
			t.Errorf("only %d links", len(refs))
		}
	})
}

// Every row of every table has as many cells as the head has, and every cell says what it is where the table is stacked.
func TestPageTables(t *testing.T) {
	every(t, func(t *testing.T, doc *html.Node) {
		walk(doc, func(table *html.Node) {
			if table.Data != "table" {
				return
			}
			columns := -1
			walk(table, func(row *html.Node) {
				if row.Type != html.ElementNode || row.Data != "tr" {
					return
				}
				n := 0
				for c := range row.ChildNodes() {
					if c.Type != html.ElementNode {
						continue
					}
					switch span := attr(c, "colspan"); span {
					case "":
						n++
					default:
						n += int(span[0] - '0')
					}
					if c.Data == "th" && attr(c, "scope") == "" {
						t.Errorf("a head without scope: %s", textOf(c))
					}
				}
				if columns < 0 {
					columns = n
				} else if n != columns {
					t.Errorf("%d cells under %d heads: %s", n, columns, textOf(row))
				}
			})
		})
	})
}

// Headings go down one level at a time.
func TestPageHeadings(t *testing.T) {
	every(t, func(t *testing.T, doc *html.Node) {
		last, n := 0, 0
		walk(doc, func(h *html.Node) {
			if h.Type != html.ElementNode || len(h.Data) != 2 || h.Data[0] != 'h' || h.Data[1] < '1' || h.Data[1] > '6' {
				return
			}
			level := int(h.Data[1] - '0')
			if level > last+1 {
				t.Errorf("from level %d to %d at %q", last, level, textOf(h))
			}
			if textOf(h) == "" {
				t.Errorf("a heading of level %d without text", level)
			}
			last = level
			n++
		})
		if n < 5 {
			t.Errorf("%d headings", n)
		}
	})
}

// Every quote has its page beside it, and every answer its words: colour alone says nothing.
func TestPageQuotesAndAnswers(t *testing.T) {
	every(t, func(t *testing.T, doc *html.Node) {
		walk(doc, func(n *html.Node) {
			switch class := attr(n, "class"); {
			case class == "quote":
				where := ""
				walk(n, func(c *html.Node) {
					if attr(c, "class") == "where" {
						where = textOf(c)
					}
				})
				if !strings.HasPrefix(where, "s. ") && !strings.HasPrefix(where, "p. ") {
					t.Errorf("no page beside %.80q", textOf(n))
				}
			case strings.HasPrefix(class, "chip"):
				if textOf(n) == "" {
					t.Error("an answer without words")
				}
				switch strings.TrimPrefix(class, "chip ") {
				case "says", "says-not", "not-said", "unread":
				default:
					t.Errorf("class %q", class)
				}
			}
		})
	})
}

// In sight are three quotes of the first document and one of each further one, the rest behind a button; all of them once.
func TestPageShowsAllQuotes(t *testing.T) {
	r := sampleReport()
	want := 0
	for _, m := range r.Municipalities {
		for _, c := range m.Cells {
			want += c.Count
		}
	}
	got, hidden := 0, 0
	walk(parse(t, r, "sv"), func(n *html.Node) {
		if attr(n, "class") != "quote" {
			return
		}
		got++
		for p := n.Parent; p != nil; p = p.Parent {
			if attr(p, "class") == "more" {
				hidden++
				break
			}
		}
	})
	if got != want || hidden == 0 || hidden >= got/2 {
		t.Errorf("%d quotes on the page, %d of them behind a button; the report has %d", got, hidden, want)
	}
}

// Every row of a Markdown table has as many cells as its head.
func TestMarkdownTables(t *testing.T) {
	for name, r := range map[string]*compare.Report{"sample": sampleReport(), "analysed": analysedReport(), "hostile": hostileReport()} {
		columns, tables := 0, 0
		for n, line := range strings.Split(write(t, "md", r, render.Options{}), "\n") {
			if !strings.HasPrefix(line, "|") {
				columns = 0
				continue
			}
			cells := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") - 1
			if columns == 0 {
				columns = cells
				tables++
			}
			if cells != columns || !strings.HasSuffix(line, "|") {
				t.Errorf("%s line %d has %d cells under %d heads: %.120s", name, n+1, cells, columns, line)
			}
		}
		if want := 7 + min(1, len(r.Countries)) + min(1, len(r.Themes)); tables != want {
			t.Errorf("%s: %d tables, want %d", name, tables, want)
		}
	}
}
