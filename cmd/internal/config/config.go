package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/styrdok/styrdok/policy"
)

// FileName is the name of the configuration file in the working directory and, under styrdok/, in the user's folder.
const FileName = "styrdok.yaml"

// An Error is a setting that cannot be meant: an unknown key, a bad value, a file that is no YAML.
type Error struct {
	// Where is a file with its line, "flag --lang" or "environment STYRDOK_LANG".
	Where string
	// Problem says what is wrong, with the key where Where does not tell it.
	Problem string
}

// Error returns the error on one line.
func (e *Error) Error() string { return e.Where + ": " + e.Problem }

// Config is what is in force. Paths are as given, relative to the working directory.
type Config struct {
	// Index is the folder of the index, or its place in a cluster.
	Index string
	// OpenSearch is how that cluster is spoken to.
	OpenSearch OpenSearch
	// Lang is the language of what analysts read, "sv" or "en".
	Lang string
	// CSV is the form of CSV files, "standard" or "excel-sv".
	CSV string
	// AsOf is the day that ages are counted from; the zero time stands for today.
	AsOf time.Time
	// Taxonomy is the path of a taxonomy that replaces the default one, "" for the default.
	Taxonomy string
	// Municipality is the municipality that all documents are given to, "" for what each says itself.
	Municipality string
	// Mapping is the path of the mapping file, "" if there is none.
	Mapping string
	// Sources is the path of a file that names the folders to index, "" if none is set.
	Sources string
	// Keep is how many runs of index can be gone back to, the last one counted in.
	Keep int
	// Password opens encrypted PDFs.
	Password string
	// OCR says that pages without text are to be read by tesseract, in OCRLanguages.
	OCR          bool
	OCRLanguages string
	// Fallback is the program that is asked for PDFs that could not be read, "" for none.
	Fallback string
	// DocumentTime is how long reading one document may take.
	DocumentTime time.Duration
	// DocumentMemory is how much memory reading one document may take, in bytes.
	DocumentMemory int64
	// Quiet leaves out progress and messages that are no trouble.
	Quiet bool
	// LogFormat is "text" or "json".
	LogFormat string
	// Municipalities are made known beside the register.
	Municipalities []policy.Municipality
	// Peers are the groups of municipalities that reports hold against one another.
	Peers []PeerGroup

	// Settings are all values as they were settled, for people.
	Settings []Setting
}

// OpenSearch is how a cluster is spoken to.
type OpenSearch struct {
	// User and Password are those of HTTP basic authentication; PasswordFile is a file with the password.
	User, Password, PasswordFile string
	// CA is the path of the certificates that the cluster's may be signed by, "" for the system's.
	CA string
	// Shards is how many shards a new index has.
	Shards int
}

// A Setting is one value with where it came from.
type Setting struct {
	Key   string `json:"key"`
	Value any    `json:"value"`
	// Origin is "default", "flag --lang", "environment STYRDOK_LANG" or the path of a file.
	Origin string `json:"origin"`
}

// Sources says where to look besides the environment.
type Sources struct {
	// Flags are the command's; those that were set on the command line count.
	Flags *pflag.FlagSet
	// ProjectFile and UserFile are the paths of the configuration files; "" and a path without a file are none.
	ProjectFile, UserFile string
}

// DefaultSources returns what a command uses: its flags, styrdok.yaml in the working directory, and
// styrdok/styrdok.yaml in the user's (else the system's) XDG configuration folder.
func DefaultSources(flags *pflag.FlagSet) Sources {
	user, err := xdg.SearchConfigFile("styrdok/" + FileName)
	if err != nil {
		user = ""
	}
	return Sources{Flags: flags, ProjectFile: FileName, UserFile: user}
}

// Load settles the configuration. Its errors are an [*Error], or those of reading a file.
func Load(s Sources) (*Config, error) {
	user, err := readLayer(s.UserFile, filepath.Dir(s.UserFile))
	if err != nil {
		return nil, err
	}
	project, err := readLayer(s.ProjectFile, "")
	if err != nil {
		return nil, err
	}
	v := viper.New()
	for _, k := range keys {
		v.SetDefault(k.name, k.def)
		if err := v.BindEnv(k.name, k.env()); err != nil {
			return nil, err
		}
		if f := s.flag(k); f != nil {
			if err := v.BindPFlag(k.name, f); err != nil {
				return nil, err
			}
		}
	}
	for _, l := range []*layer{user, project} {
		if err := v.MergeConfigMap(l.values); err != nil {
			return nil, &Error{l.path, err.Error()}
		}
	}
	return settle(v, s, user, project)
}

// settle takes the values out of v, checked, each with its origin.
func settle(v *viper.Viper, s Sources, user, project *layer) (*Config, error) {
	c := &Config{}
	for _, k := range keys {
		value, origin := v.GetString(k.name), s.origin(k, user, project)
		if k.check != nil {
			if err := k.check(value); err != nil {
				return nil, &Error{origin, err.Error()}
			}
		}
		k.set(c, value)
		if k.secret && value != "" {
			value = "(set)"
		}
		c.Settings = append(c.Settings, Setting{Key: k.name, Value: value, Origin: origin})
	}
	c.Municipalities, _ = v.Get(municipalitiesKey).([]policy.Municipality)
	c.Settings = append(c.Settings, Setting{
		Key: municipalitiesKey, Value: c.Municipalities, Origin: fileOrigin(municipalitiesKey, user, project),
	})
	c.Peers, _ = v.Get(peersKey).([]PeerGroup)
	c.Settings = append(c.Settings, Setting{Key: peersKey, Value: c.Peers, Origin: fileOrigin(peersKey, user, project)})
	return c, nil
}

// flag returns the flag for k if it was set on the command line, else nil.
func (s Sources) flag(k key) *pflag.Flag {
	if s.Flags == nil {
		return nil
	}
	if f := s.Flags.Lookup(k.flagName()); f != nil && f.Changed {
		return f
	}
	return nil
}

// origin says where the value of k comes from, the strongest source first.
func (s Sources) origin(k key, user, project *layer) string {
	switch {
	case s.flag(k) != nil:
		return "flag --" + k.flagName()
	case os.Getenv(k.env()) != "":
		return "environment " + k.env()
	}
	return fileOrigin(k.name, user, project)
}

func fileOrigin(name string, user, project *layer) string {
	for _, l := range []*layer{project, user} {
		if line, ok := l.lines[name]; ok {
			return fmt.Sprintf("%s:%d", l.path, line)
		}
	}
	return "default"
}

// readFile reads the file at path; no path and no file give nothing.
func readFile(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// Origin returns where the value of the key comes from.
func (c *Config) Origin(key string) string {
	for _, s := range c.Settings {
		if s.Key == key {
			return s.Origin
		}
	}
	return "default"
}
