package indextest

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/styrdok/styrdok/extract"
	"github.com/styrdok/styrdok/extract/segment"
	"github.com/styrdok/styrdok/policy"
)

// A Found passage is a hit of what is measured.
type Found struct{ Document, Text string }

// A judgement says that a sentence answers a query.
type judgement struct {
	document, quote string
	grade           int
}

// A Query is one whose answers people judged.
type Query struct {
	Text   string
	judged []judgement
}

// Queries reads judged queries from a file: lines of id, query, document, quote and grade with tabs between them.
func Queries(t testing.TB, path string) []Query {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []Query
	last := ""
	for s := bufio.NewScanner(f); s.Scan(); {
		fields := strings.Split(s.Text(), "\t")
		grade, err := strconv.Atoi(fields[len(fields)-1])
		if err != nil || len(fields) != 5 {
			continue
		}
		if fields[0] != last {
			last = fields[0]
			out = append(out, Query{Text: fields[1]})
		}
		q := &out[len(out)-1]
		q.judged = append(q.judged, judgement{fields[2], fields[3], grade})
	}
	return out
}

// Documents reads the text files of folders.
func Documents(t testing.TB, folders ...string) []*policy.Document {
	t.Helper()
	var docs []*policy.Document
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no documents in %s", folder)
		}
		for _, f := range files {
			p, err := extract.File(context.Background(), f, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			d := segment.Document(p)
			d.ID = strings.TrimSuffix(filepath.Base(f), ".txt")
			docs = append(docs, d)
		}
	}
	return docs
}

// Judged returns how well search answers queries: the mean of nDCG@10 (Järvelin and Kekäläinen 2002), where a passage counts for a judged
// sentence that it holds, and a line a query.
func Judged(queries []Query, search func(query string) []Found) (mean float64, lines []string) {
	for _, q := range queries {
		left := slices.Clone(q.judged)
		gain := 0.0
		for rank, h := range search(q.Text) {
			best := 0
			left = slices.DeleteFunc(left, func(j judgement) bool {
				hit := j.document == h.Document && covers(h.Text, j.quote)
				if hit {
					best = max(best, j.grade)
				}
				return hit
			})
			gain += float64(best) / math.Log2(float64(rank)+2)
		}
		score := min(1, gain/ideal(q.judged))
		mean += score / float64(len(queries))
		lines = append(lines, fmt.Sprintf("%.2f %s", score, q.Text))
	}
	return mean, lines
}

func ideal(judged []judgement) float64 {
	grades := make([]int, len(judged))
	for i, j := range judged {
		grades[i] = j.grade
	}
	slices.Sort(grades)
	slices.Reverse(grades)
	sum := 0.0
	for k, g := range grades[:min(10, len(grades))] {
		sum += float64(g) / math.Log2(float64(k)+2)
	}
	return sum
}

// covers reports whether a hit holds at least 80 % of the quote's words, or lies inside it.
func covers(hit, quote string) bool {
	h, q := plainWords(hit), plainWords(quote)
	if len(h) == 0 || len(q) == 0 || len(h) > 150 {
		return false
	}
	return share(q, h) >= 0.8 || len(h) >= 5 && share(h, q) >= 0.9
}

// share returns the share of words that are in others.
func share(words, others []string) float64 {
	n := 0
	for _, w := range words {
		if slices.Contains(others, w) {
			n++
		}
	}
	return float64(n) / float64(len(words))
}

func plainWords(s string) []string {
	s = strings.ToLower(strings.NewReplacer("\u00ad", "", "-", "").Replace(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}
