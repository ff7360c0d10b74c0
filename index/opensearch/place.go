package opensearch

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// The schemes of places: without and with TLS.
const (
	scheme    = "opensearch"
	schemeTLS = "opensearchs"
)

// ErrPlace is the error of a place that cannot be meant.
var ErrPlace = errors.New("is no opensearch://HOST:PORT[,HOST:PORT…]/PREFIX")

// IsPlace reports whether place names an index in a cluster, whether it is right or not.
func IsPlace(place string) bool {
	return strings.HasPrefix(place, scheme+"://") || strings.HasPrefix(place, schemeTLS+"://")
}

// A place is where an index lies.
type place struct {
	addresses []string // URLs of nodes
	prefix    string
	name      string // as it was given
	// generation is the number of one, 0 for the index.
	generation int
}

// prefixes are what indexes may be called, with room for what is added.
var prefixes = regexp.MustCompile(`^[a-z0-9][a-z0-9_.-]{0,99}$`)

const defaultPort = "9200"

// parsePlace reads "opensearch://host:port,host:port/prefix", with "#N" behind it for a generation.
func parsePlace(s string) (place, error) {
	bad := func(why string) (place, error) {
		return place{}, fmt.Errorf("%q %w: %s", withoutUser(s), ErrPlace, why)
	}
	p := place{}
	var fragment string
	p.name, fragment, _ = strings.Cut(s, "#")
	if fragment != "" {
		n, err := strconv.Atoi(fragment)
		if err != nil || n < 1 {
			return bad("it names no generation")
		}
		p.generation = n
	}
	kind, rest, _ := strings.Cut(p.name, "://")
	transport := map[string]string{scheme: "http", schemeTLS: "https"}[kind]
	if transport == "" {
		return bad("its scheme is unknown")
	}
	if strings.Contains(rest, "@") {
		return bad("a user or password must not stand in it; set opensearch-user and opensearch-password in the environment or a file")
	}
	hosts, prefix, _ := strings.Cut(rest, "/")
	p.prefix = strings.TrimSuffix(prefix, "/")
	if !prefixes.MatchString(p.prefix) {
		return bad("a prefix is lower-case letters, digits, and - _ . between them")
	}
	for _, h := range strings.Split(hosts, ",") {
		u, err := url.Parse(transport + "://" + h)
		if err != nil || u.Hostname() == "" || u.Path != "" || u.RawQuery != "" {
			return bad(fmt.Sprintf("%q is no host", h))
		}
		if u.Port() == "" {
			u.Host += ":" + defaultPort
		}
		p.addresses = append(p.addresses, u.String())
	}
	return p, nil
}

// withoutUser returns s without what may be a password.
func withoutUser(s string) string {
	kind, rest, ok := strings.Cut(s, "://")
	if i := strings.LastIndexByte(rest, '@'); ok && i >= 0 {
		return kind + "://…@" + rest[i+1:]
	}
	return s
}

// The names of a place's indexes and aliases.
func (p place) passages() string  { return p.prefix + "-passages" }
func (p place) documents() string { return p.prefix + "-documents" }
func (p place) work() string      { return p.prefix + "-work" }

// passagesOf returns the index of generation n, building the alias that it has until it is complete, by which only the writer that began
// it writes: token is that writer's, * stands for any.
func (p place) passagesOf(n int) string { return fmt.Sprintf("%s-%06d", p.passages(), n) }
func (p place) building(n int, token string) string {
	return fmt.Sprintf("%s-building-%06d-%s", p.prefix, n, strings.ToLower(token))
}

// generationOf returns the place of generation n as an engine is told it.
func (p place) generationOf(n int) string { return fmt.Sprintf("%s#%d", p.name, n) }

// number returns the generation whose passages are in the index called name.
func (p place) number(name string) (int, bool) {
	digits, ok := strings.CutPrefix(name, p.passages()+"-")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil && n > 0
}
