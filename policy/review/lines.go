package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/styrdok/styrdok/policy"
)

// ErrFormat is the error of a file of corrections that cannot be read.
var ErrFormat = errors.New("the corrections cannot be read")

// Encode returns corrections as text, a JSON object a line.
func Encode(corrections []Correction) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, c := range corrections {
		if err := enc.Encode(c); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// Decode is the inverse of [Encode]. The error wraps [ErrFormat] and names the line. No line of a later schema is read: a
// later version may mean something else by it.
func Decode(data []byte) ([]Correction, error) {
	var out []Correction
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		c := Correction{Line: i + 1}
		if err := json.Unmarshal(line, &c); err != nil {
			return nil, fmt.Errorf("line %d: %w: %w", i+1, ErrFormat, err)
		}
		_, known := formOf(c.Name)
		switch {
		case c.Schema != policy.Schema:
			return nil, fmt.Errorf("line %d: %w: schema %d", i+1, ErrFormat, c.Schema)
		case c.Kind != KindTag && (c.Kind != KindFact || !known), c.Verdict != Keep && c.Verdict != Remove && c.Verdict != Add && c.Verdict != Change,
			c.Document == "", c.Name == "":
			return nil, fmt.Errorf("line %d: %w: %s %s of %s %q", i+1, ErrFormat, c.Verdict, c.Name, c.Kind, c.Document)
		}
		out = append(out, c)
	}
	return out, nil
}
