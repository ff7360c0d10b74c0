package opensearch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/styrdok/styrdok/index"
)

// maxToken is how many bytes of a token are kept: the whitespace analyzer parts words of more than 255 letters. What is longer is no word.
const maxToken = 250

// spaceInToken stands for a space within a token, which would part it.
const spaceInToken = '▁'

// tokenText returns a token as the cluster has it.
func tokenText(s string) string {
	if len(s) > maxToken {
		n := maxToken
		for !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && r != '\u00a0' || unicode.IsControl(r) {
			return spaceInToken
		}
		return r
	}, s)
}

// numberOf returns which passage of its document the one with this ID is, 0 if the ID does not tell.
func numberOf(id string) int {
	n, err := strconv.ParseUint(id[strings.LastIndexByte(id, '#')+1:], 10, 24)
	if err != nil || !strings.Contains(id, "#") {
		return 0
	}
	return int(n)
}

// appendSource appends e as a line of JSON.
func appendSource(b *bytes.Buffer, e index.Entry) error {
	if !utf8.Valid(e.Stored) {
		return fmt.Errorf("passage %s: what is stored is no UTF-8", e.ID)
	}
	doc := make(object, 24)
	doc[idField], doc[storedField], doc[numberField] = e.ID, string(e.Stored), numberOf(e.ID)
	var text strings.Builder
	for _, f := range tokenFields {
		tokens := e.Tokens(f)
		if len(tokens) == 0 {
			continue
		}
		text.Reset()
		for i, t := range tokens {
			if i > 0 {
				text.WriteByte(' ')
			}
			text.WriteString(tokenText(t))
		}
		doc[string(f)], doc[lengthOf(f)] = text.String(), len(tokens)
	}
	for _, f := range append([]index.Field{index.FieldYear}, valueFields...) {
		if v := e.Values[f]; len(v) > 0 {
			doc[string(f)] = v
		}
	}
	for _, f := range filterFields {
		if v := e.Values[index.FilterField(f)]; len(v) > 0 {
			doc[string(index.FilterField(f))] = v
		}
	}
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}
