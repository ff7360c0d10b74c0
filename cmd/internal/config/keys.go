package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// envPrefix begins the name of every environment variable that is read.
const envPrefix = "STYRDOK_"

// municipalitiesKey is a key that is a list, as is peersKey; they stand in files only.
const municipalitiesKey = "municipalities"

// A key is one setting of a single value.
type key struct {
	name string // in files; also the flag's name unless flag says otherwise
	flag string
	def  string
	// path says that the value names a file or a folder: a relative one in the user's file is meant from that file.
	path bool
	// secret values are never printed.
	secret bool
	check  func(value string) error
	set    func(c *Config, value string)
}

// keys are all settings of a single value, in the order in which they are printed.
var keys = []key{
	{name: "index", def: ".styrdok", path: true, check: notEmpty, set: func(c *Config, v string) { c.Index = v }},
	{name: "lang", def: "sv", check: oneOf("sv", "en"), set: func(c *Config, v string) { c.Lang = v }},
	{name: "csv", def: "standard", check: oneOf("standard", "excel-sv"), set: func(c *Config, v string) { c.CSV = v }},
	{name: "as-of", check: isDate, set: func(c *Config, v string) { c.AsOf, _ = parseDate(v) }},
	{name: "taxonomy", path: true, set: func(c *Config, v string) { c.Taxonomy = v }},
	{name: "municipality", set: func(c *Config, v string) { c.Municipality = v }},
	{name: "mapping", path: true, set: func(c *Config, v string) { c.Mapping = v }},
	{name: "sources", path: true, set: func(c *Config, v string) { c.Sources = v }},
	{name: "keep", def: "2", check: isCount, set: func(c *Config, v string) { c.Keep, _ = strconv.Atoi(v) }},
	{name: "pdf-password", flag: "password", secret: true, set: func(c *Config, v string) { c.Password = v }},
	{name: "ocr", def: "auto", check: oneOf("auto", "off"), set: func(c *Config, v string) { c.OCR = v == "auto" }},
	{name: "ocr-languages", def: "swe", check: notEmpty, set: func(c *Config, v string) { c.OCRLanguages = v }},
	{name: "fallback", def: "off", check: oneOf("off", "pdftotext", "mutool"), set: func(c *Config, v string) { c.Fallback = strings.TrimSuffix(v, "off") }},
	{name: "document-timeout", def: "60s", check: isTimeout, set: func(c *Config, v string) { c.DocumentTime, _ = time.ParseDuration(v) }},
	{name: "document-memory", def: "1024", check: isMemory, set: func(c *Config, v string) { c.DocumentMemory = megabytes(v) }},
	{name: "quiet", def: "false", check: isBool, set: func(c *Config, v string) { c.Quiet, _ = strconv.ParseBool(v) }},
	{name: "log-format", def: "text", check: oneOf("text", "json"), set: func(c *Config, v string) { c.LogFormat = v }},
	{name: "opensearch-user", set: func(c *Config, v string) { c.OpenSearch.User = v }},
	{name: "opensearch-password", secret: true, set: func(c *Config, v string) { c.OpenSearch.Password = v }},
	{name: "opensearch-password-file", path: true, set: func(c *Config, v string) { c.OpenSearch.PasswordFile = v }},
	{name: "opensearch-ca", path: true, set: func(c *Config, v string) { c.OpenSearch.CA = v }},
	{name: "opensearch-shards", def: "1", check: isCount, set: func(c *Config, v string) { c.OpenSearch.Shards, _ = strconv.Atoi(v) }},
}

// flagName returns the flag that sets k.
func (k key) flagName() string {
	if k.flag != "" {
		return k.flag
	}
	return k.name
}

// env returns the environment variable that sets k.
func (k key) env() string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(k.name, "-", "_"))
}

// keyOf returns the key called name.
func keyOf(name string) (key, bool) {
	i := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
	if i < 0 {
		return key{}, false
	}
	return keys[i], true
}

// knownNames lists what may stand in a file, for an error.
func knownNames() string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return strings.Join(append(names, municipalitiesKey, peersKey), ", ")
}

func notEmpty(v string) error {
	if v == "" {
		return fmt.Errorf("must not be empty")
	}
	return nil
}

func oneOf(values ...string) func(string) error {
	return func(v string) error {
		if !slices.Contains(values, v) {
			return fmt.Errorf("%q is not one of %s", v, strings.Join(values, ", "))
		}
		return nil
	}
}

func isBool(v string) error {
	if _, err := strconv.ParseBool(v); err != nil {
		return fmt.Errorf("%q is neither true nor false", v)
	}
	return nil
}

// isTimeout allows durations that some document can be read in.
func isTimeout(v string) error {
	if d, err := time.ParseDuration(v); err != nil || d < time.Second {
		return fmt.Errorf("%q is no time such as 60s or 5m, of a second or more", v)
	}
	return nil
}

// minMemory is what reading a small document takes, in MiB, with room to spare.
const minMemory = 128

func isMemory(v string) error {
	if n, err := strconv.ParseUint(v, 10, 20); err != nil || n < minMemory {
		return fmt.Errorf("%q is no number of MiB from %d", v, minMemory)
	}
	return nil
}

func isCount(v string) error {
	if n, err := strconv.ParseUint(v, 10, 16); err != nil || n < 1 {
		return fmt.Errorf("%q is no number from 1", v)
	}
	return nil
}

// megabytes returns the number of MiB in v as bytes.
func megabytes(v string) int64 {
	n, _ := strconv.ParseInt(v, 10, 64)
	return n << 20
}

func isDate(v string) error {
	_, err := parseDate(v)
	return err
}

// parseDate reads an ISO 8601 day; "" is the zero time.
func parseDate(v string) (time.Time, error) {
	if v == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.DateOnly, v)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is no date such as 2026-01-31", v)
	}
	return t, nil
}
