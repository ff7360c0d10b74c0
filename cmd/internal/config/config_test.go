package config

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"github.com/styrdok/styrdok/policy"
)

// write puts text into a file of its own and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// flags returns the flags of a command after args were given.
func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	f := pflag.NewFlagSet("test", pflag.ContinueOnError)
	f.String("index", ".styrdok", "")
	f.String("lang", "sv", "")
	f.String("password", "", "")
	f.String("as-of", "", "")
	f.Bool("quiet", false, "")
	if err := f.Parse(args); err != nil {
		t.Fatal(err)
	}
	return f
}

// noEnvironment takes away what the surroundings may have set.
func noEnvironment(t *testing.T) {
	t.Helper()
	for _, k := range keys {
		t.Setenv(k.env(), "")
	}
}

func TestLoadDefaults(t *testing.T) {
	noEnvironment(t)
	c, err := Load(Sources{Flags: flags(t)})
	if err != nil {
		t.Fatal(err)
	}
	if c.Index != ".styrdok" || c.Lang != "sv" || c.LogFormat != "text" || c.Quiet || !c.AsOf.IsZero() {
		t.Errorf("defaults: %+v", c)
	}
	if c.DocumentTime != time.Minute || c.DocumentMemory != 1<<30 {
		t.Errorf("bounds: %v, %d", c.DocumentTime, c.DocumentMemory)
	}
	for _, s := range c.Settings {
		if s.Origin != "default" {
			t.Errorf("%s comes from %q, want default", s.Key, s.Origin)
		}
	}
}

func TestLoadPrecedence(t *testing.T) {
	for name, test := range map[string]struct {
		user, project, env string
		args               []string
		want, origin       string
	}{
		"user":        {user: "lang: en", want: "en", origin: "user.yaml:1"},
		"project":     {user: "lang: sv", project: "\nlang: en", want: "en", origin: "styrdok.yaml:2"},
		"environment": {user: "lang: sv", project: "lang: sv", env: "en", want: "en", origin: "environment STYRDOK_LANG"},
		"flag":        {project: "lang: en", env: "en", args: []string{"--lang=sv"}, want: "sv", origin: "flag --lang"},
		"flag at its default": {
			project: "lang: en", args: []string{"--lang", "sv"}, want: "sv", origin: "flag --lang",
		},
		"no value in a file": {user: "lang: en", project: "lang:", want: "en", origin: "user.yaml:1"},
		"no file":            {want: "sv", origin: "default"},
	} {
		t.Run(name, func(t *testing.T) {
			noEnvironment(t)
			t.Setenv("STYRDOK_LANG", test.env)
			c, err := Load(Sources{
				Flags:       flags(t, test.args...),
				UserFile:    write(t, "user.yaml", test.user),
				ProjectFile: write(t, "styrdok.yaml", test.project),
			})
			if err != nil {
				t.Fatal(err)
			}
			s := setting(t, c, "lang")
			if c.Lang != test.want || s.Value != test.want || !strings.HasSuffix(s.Origin, test.origin) {
				t.Errorf("lang = %q from %q, want %q from %q", c.Lang, s.Origin, test.want, test.origin)
			}
		})
	}
}

func setting(t *testing.T, c *Config, key string) Setting {
	t.Helper()
	for _, s := range c.Settings {
		if s.Key == key {
			return s
		}
	}
	t.Fatalf("no setting %q", key)
	return Setting{}
}

func TestLoadValues(t *testing.T) {
	noEnvironment(t)
	t.Setenv("STYRDOK_PDF_PASSWORD", "hemligt")
	user := write(t, "user.yaml", "taxonomy: t.yaml\nindex: /var/index\n")
	project := write(t, FileName, `
mapping: map.csv
quiet: true
municipalities:
  - {name: Ekeby, long_name: Ekeby kommun, code: 0114, county: Sjöbygdens län}
  - name: Sjövik
`)
	c, err := Load(Sources{UserFile: user, ProjectFile: project, Flags: flags(t, "--as-of", "2024-02-29")})
	if err != nil {
		t.Fatal(err)
	}
	want := []policy.Municipality{
		{Name: "Ekeby", LongName: "Ekeby kommun", Code: "0114", County: "Sjöbygdens län"}, {Name: "Sjövik"},
	}
	if !reflect.DeepEqual(c.Municipalities, want) {
		t.Errorf("municipalities = %+v", c.Municipalities)
	}
	if c.Taxonomy != filepath.Join(filepath.Dir(user), "t.yaml") {
		t.Errorf("taxonomy = %q, want it beside the user's file", c.Taxonomy)
	}
	if c.Mapping != "map.csv" || c.Index != "/var/index" || !c.Quiet {
		t.Errorf("mapping %q, index %q, quiet %v", c.Mapping, c.Index, c.Quiet)
	}
	if !c.AsOf.Equal(time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("as-of = %v", c.AsOf)
	}
	if c.Password != "hemligt" || setting(t, c, "pdf-password").Value != "(set)" {
		t.Errorf("password %q, shown as %v", c.Password, setting(t, c, "pdf-password").Value)
	}
}

func TestLoadErrors(t *testing.T) {
	for name, test := range map[string]struct {
		file, env string
		args      []string
		want      string
	}{
		"unknown key":          {file: "index: a\nlnag: en", want: `styrdok.yaml:2: unknown key "lnag"`},
		"unknown capital":      {file: "Lang: en", want: `styrdok.yaml:1: unknown key "Lang"`},
		"unknown empty key":    {file: "nothing:", want: `styrdok.yaml:1: unknown key "nothing"`},
		"unknown map":          {file: "a:\n  b: c", want: `styrdok.yaml:1: unknown key "a"`},
		"bad value":            {file: "lang: de", want: `styrdok.yaml:1: lang: "de" is not one of sv, en`},
		"bad time":             {file: "document-timeout: 60", want: `styrdok.yaml:1: document-timeout: "60" is no time such as 60s`},
		"too short a time":     {file: "document-timeout: 5ms", want: `styrdok.yaml:1: document-timeout: "5ms" is no time`},
		"bad memory":           {file: "document-memory: 1GB", want: `styrdok.yaml:1: document-memory: "1GB" is no number of MiB from 128`},
		"too little memory":    {file: "document-memory: 127", want: `styrdok.yaml:1: document-memory: "127" is no number`},
		"bad date":             {file: "as-of: 2024-02-30", want: `styrdok.yaml:1: as-of: "2024-02-30" is no date`},
		"bad bool":             {file: "quiet: kanske", want: `quiet: "kanske" is neither true nor false`},
		"a list for a value":   {file: "lang: [sv]", want: `styrdok.yaml:1: lang must be a single value`},
		"twice":                {file: "lang: sv\nlang: en", want: "styrdok.yaml:2: lang stands here twice"},
		"no mapping":           {file: "- lang", want: "styrdok.yaml:1: must be a list of settings"},
		"no YAML":              {file: "lang: [", want: "styrdok.yaml: line 1"},
		"empty index":          {file: `index: ""`, want: "styrdok.yaml:1: index: must not be empty"},
		"bad environment":      {env: "de", want: `environment STYRDOK_LANG: "de" is not one of`},
		"bad flag":             {args: []string{"--lang=de"}, want: `flag --lang: "de" is not one of`},
		"municipalities value": {file: "municipalities: Ekeby", want: "municipalities must be a list"},
		"municipality value":   {file: "municipalities: [Ekeby]", want: "each needs a name"},
		"nameless":             {file: "municipalities:\n- code: '9901'", want: "styrdok.yaml:2: municipalities: name is missing"},
		"bad code":             {file: "municipalities:\n- {name: E, code: 114}", want: `E: code "114" is not four digits`},
		"twins":                {file: "municipalities:\n- name: E\n- name: E", want: "styrdok.yaml:3: municipalities: E stands here twice"},
		"unknown in list":      {file: "municipalities:\n- {name: E, kod: 1}", want: `unknown key "kod"`},
		"list in list":         {file: "municipalities:\n- {name: [E]}", want: `name must be a single value`},
	} {
		t.Run(name, func(t *testing.T) {
			noEnvironment(t)
			t.Setenv("STYRDOK_LANG", test.env)
			_, err := Load(Sources{Flags: flags(t, test.args...), ProjectFile: write(t, FileName, test.file)})
			var invalid *Error
			if !errors.As(err, &invalid) || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("error %v, want one with %q", err, test.want)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("error of several lines: %v", err)
			}
		})
	}
}

func TestUnreadableFileIsAnError(t *testing.T) {
	noEnvironment(t)
	if _, err := Load(Sources{ProjectFile: t.TempDir()}); err == nil {
		t.Error("a folder was taken for a configuration file")
	}
}

// The commented file shows every key, and what it shows is the default.
func TestDefaultYAML(t *testing.T) {
	noEnvironment(t)
	for _, k := range keys {
		if !bytes.Contains(DefaultYAML(), []byte("\n# "+k.name+": ")) {
			t.Errorf("default.yaml does not show %s", k.name)
		}
	}
	if _, err := Load(Sources{ProjectFile: write(t, FileName, string(DefaultYAML()))}); err != nil {
		t.Errorf("as it stands: %v", err)
	}
	var all []string
	for _, line := range strings.Split(string(DefaultYAML()), "\n") {
		rest, ok := strings.CutPrefix(line, "# ")
		name, _, _ := strings.Cut(strings.TrimLeft(rest, "- "), ":")
		_, known := keyOf(name)
		if ok && (known || name == municipalitiesKey && !strings.HasPrefix(rest, " ") || name == peersKey || strings.HasPrefix(rest, "  ")) {
			all = append(all, rest)
		}
	}
	c, err := Load(Sources{ProjectFile: write(t, FileName, strings.Join(all, "\n"))})
	if err != nil {
		t.Fatalf("with the # taken away: %v", err)
	}
	if c.Index != ".styrdok" || c.Lang != "sv" || c.LogFormat != "text" || len(c.Municipalities) != 1 || len(c.Peers) != 1 {
		t.Errorf("with the # taken away: %+v", c)
	}
}

func TestResolve(t *testing.T) {
	t.Setenv("HOME", "/home/anna")
	for _, test := range [][3]string{
		{"a.yaml", "", "a.yaml"}, {"a.yaml", "/etc", "/etc/a.yaml"}, {"/a.yaml", "/etc", "/a.yaml"},
		{"~/a.yaml", "", "/home/anna/a.yaml"}, {"", "/etc", ""},
	} {
		if got := resolve(test[0], test[1]); got != test[2] {
			t.Errorf("resolve(%q, %q) = %q, want %q", test[0], test[1], got, test[2])
		}
	}
}

func FuzzParseLayer(f *testing.F) {
	f.Add([]byte("lang: en\nmunicipalities:\n- name: Ekeby\n"))
	f.Add([]byte("- a"))
	f.Add([]byte("a: &x [*x]"))
	f.Add(DefaultYAML())
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := parseLayer(FileName, data, "")
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("error of several lines: %v", err)
			}
			return
		}
		for name := range l.values {
			if l.lines[name] < 1 {
				t.Errorf("%s has no line", name)
			}
		}
	})
}
