package plain

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// frontMatter takes the block between "---" lines at the beginning off and returns what it says of title, author, date
// and language.
func frontMatter(src string) (policy.Metadata, string) {
	var meta policy.Metadata
	rest, ok := strings.CutPrefix(src, "---\n")
	if !ok {
		return meta, src
	}
	head, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return meta, src
	}
	for _, l := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(l, ":")
		value = strings.TrimSpace(strings.Trim(strings.TrimSpace(value), `"'`))
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title", "titel":
			meta.Title = value
		case "author", "författare":
			meta.Author = value
		case "date", "datum", "created":
			meta.Created = value
		case "modified", "updated", "lastmod":
			meta.Modified = value
		case "lang", "language", "språk":
			meta.Language = value
		}
	}
	return meta, body
}

// leastUnderline is how many signs underline a heading: fewer are a torn bullet.
const leastUnderline = 3

// prepare puts torn bullets back, turns underlined headings into those with "#", and takes the indent off text that
// stands in no list.
func prepare(lines []string) []string {
	out := make([]string, 0, len(lines))
	list := false
	for i := 0; i < len(lines); i++ {
		l := strings.TrimRight(lines[i], " ")
		bare := strings.TrimSpace(l)
		if list = isItem(bare) || list && (bare == "" || bare != l); !list {
			l = bare
		}
		if n := len(out); n > 0 && len(bare) >= leastUnderline && out[n-1] != "" && (n == 1 || out[n-2] == "") {
			if bare == strings.Repeat("=", len(bare)) {
				out[n-1] = "# " + out[n-1]
				continue
			}
			if bare == strings.Repeat("-", len(bare)) && !strings.HasSuffix(out[n-1], ".") {
				out[n-1] = "## " + out[n-1]
				continue
			}
		}
		if mark, rest, certain := bullet(bare); mark != "" && (rest == "" || certain) {
			if rest == "" && i+1 < len(lines) {
				i++
				rest = strings.TrimSpace(lines[i])
			}
			if rest == "" {
				continue
			}
			l = l[:len(l)-len(strings.TrimLeft(l, " "))] + "- " + rest
		}
		if strings.HasSuffix(lines[i], "  ") && bare != "" && len(bare) < leastWidth {
			l += "  " // a break that the writer asked for; at the end of a long line it is a converter's habit
		}
		out = append(out, l)
	}
	return out
}

// withoutTags takes HTML tags and comments out.
func withoutTags(s string) string {
	var sb strings.Builder
	for s != "" {
		before, rest, ok := strings.Cut(s, "<")
		sb.WriteString(before)
		if !ok {
			break
		}
		end := ">"
		if strings.HasPrefix(rest, "!--") {
			end = "-->"
		}
		if _, s, ok = strings.Cut(rest, end); !ok {
			break
		}
		sb.WriteByte(' ')
	}
	return sb.String()
}
