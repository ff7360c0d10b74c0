package pdf

import (
	"encoding/xml"
	"strings"

	"github.com/styrdok/styrdok/extract/internal/pdf/object"
	"github.com/styrdok/styrdok/policy"
)

// metadata reads what the file says of itself: Info, and XMP for what Info leaves out.
func metadata(trailer, catalog object.Value) policy.Metadata {
	info := trailer.Key("Info")
	text := func(key string) string { return strings.TrimSpace(strings.ToValidUTF8(info.Key(key).Text(), "")) }
	m := policy.Metadata{Title: text("Title"), Author: text("Author"), Producer: text("Producer"),
		Created: isoDate(text("CreationDate")), Modified: isoDate(text("ModDate")), Language: catalog.Key("Lang").Text()}
	if x := catalog.Key("Metadata"); x.IsStream() {
		if data, err := x.Data(); err == nil && len(data) < maxXMP {
			readXMP(data, &m)
		}
	}
	return m
}

// maxXMP is the size of the largest metadata that is read: they hold thumbnails at times, never books.
const maxXMP = 4 << 20

// readXMP fills in from XMP what m does not have yet.
func readXMP(data []byte, m *policy.Metadata) {
	d := xml.NewDecoder(strings.NewReader(string(data)))
	d.Strict = false
	fields := map[string]*string{"title": &m.Title, "creator": &m.Author, "Producer": &m.Producer, "CreateDate": &m.Created,
		"ModifyDate": &m.Modified}
	set := func(name, value string) {
		value = strings.TrimSpace(value)
		if field := fields[name]; field != nil && *field == "" {
			if strings.HasSuffix(name, "Date") && (len(value) < 4 || strings.Trim(value[:4], "0123456789") != "") {
				return
			}
			*field = value
		}
	}
	var open []string
	for len(open) < 100 {
		t, err := d.Token()
		if err != nil {
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
			for _, a := range t.Attr {
				set(a.Name.Local, a.Value)
			}
		case xml.EndElement:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			for i := len(open) - 1; i >= 0 && i >= len(open)-3; i-- {
				if fields[open[i]] != nil {
					set(open[i], string(t))
					break
				}
			}
		}
	}
}

// isoDate turns a PDF date ("D:20170302101500+01'00'") into ISO 8601, as far as it goes; "" for what is no date.
func isoDate(s string) string {
	s = strings.TrimPrefix(s, "D:")
	n := 0
	for n < len(s) && n < 14 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	digits, zone := s[:n], s[n:]
	if n < 4 {
		return ""
	}
	out := digits[:4]
	for i, sep := 4, 0; i+2 <= n; i, sep = i+2, sep+1 {
		out += []string{"-", "-", "T", ":", ":"}[sep] + digits[i:i+2]
	}
	if n == 10 { // hours alone are no ISO time
		out += ":00"
	}
	if n < 10 {
		return out
	}
	switch {
	case strings.HasPrefix(zone, "Z"):
		return out + "Z"
	case len(zone) >= 3 && (zone[0] == '+' || zone[0] == '-'):
		minutes := "00"
		if len(zone) >= 6 && zone[3] == '\'' {
			minutes = zone[4:6]
		}
		if strings.Trim(zone[1:3]+minutes, "0123456789") == "" {
			return out + zone[:3] + ":" + minutes
		}
	}
	return out
}
