package opensearch

import (
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/styrdok/styrdok/index"
)

// Errors of a cluster; those of this package wrap one of them, or one of package index, where they apply.
var (
	// ErrUnreachable says that no node answers.
	ErrUnreachable = errors.New("the cluster cannot be reached")
	// ErrRefused says that the cluster does not know the user or does not let it do what it must.
	ErrRefused = errors.New("the cluster refuses access")
	// ErrReadOnly says that the cluster takes nothing more, for want of disk.
	ErrReadOnly = errors.New("the cluster's disks are nearly full, and it takes nothing more")
	// errConflict says that a compare-and-set found something else, errMissing that something is not there.
	errConflict = errors.New("it was changed meanwhile")
	errMissing  = errors.New("it is not there")
	// errExists says that an index is there already.
	errExists = errors.New("it is there already")
)

// A failure is a request that failed.
type failure struct {
	status  int
	passing bool // another try may succeed
	err     error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// Is makes every failure but that something is not there one that says nothing of the index itself.
func (f *failure) Is(target error) bool {
	return target == index.ErrUnavailable && !errors.Is(f.err, errMissing)
}

// unreachable returns the failure of a request that no node answered.
func (c *client) unreachable(err error) error {
	f := &failure{passing: true}
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	text := fmt.Sprint(err)
	switch {
	case errors.As(err, &unknown), errors.As(err, &host), errors.As(err, &invalid), strings.Contains(text, "x509:"):
		f.passing = false
		f.err = fmt.Errorf("%s: %w: its certificate is not trusted (%w); name the file of its authority: opensearch-ca", c.address, ErrUnreachable, err)
	case strings.Contains(text, "server gave HTTP response to HTTPS client"), strings.Contains(text, "does not look like a TLS handshake"):
		f.passing = false
		f.err = fmt.Errorf("%s: %w: it speaks no TLS; %s:// is without", c.address, ErrUnreachable, scheme)
	default:
		f.err = fmt.Errorf("%s: %w: %w", c.address, ErrUnreachable, err)
	}
	return f
}

// A cause is what a cluster says of an error.
type cause struct {
	Type   string `json:"type"`
	Reason string `json:"reason"`
}

// refused returns the failure of a request that was answered with an error.
func (c *client) refused(status int, body []byte) error {
	var answer struct {
		Error json.RawMessage `json:"error"`
	}
	var why struct {
		cause
		Root []cause `json:"root_cause"`
	}
	if json.Unmarshal(body, &answer) != nil || json.Unmarshal(answer.Error, &why) != nil {
		why.Reason = strings.Join(strings.Fields(fmt.Sprintf("%.200s", body)), " ")
	}
	if len(why.Root) > 0 {
		why.cause = why.Root[0]
	}
	return c.explain(status, why.cause)
}

// explain returns the failure of a request, or of a part of one, that was answered with status and why.
func (c *client) explain(status int, why cause) *failure {
	f := &failure{status: status}
	say := func(kind error) *failure {
		f.err = fmt.Errorf("%s: %w (%d, %s)", c.address, kind, status, why.Reason)
		return f
	}
	blocked := why.Type == "cluster_block_exception"
	switch {
	case status == http.StatusUnauthorized:
		f.err = fmt.Errorf("%s: %w: wrong user name or password (user %q)", c.address, ErrRefused, c.user)
	case blocked && (strings.Contains(why.Reason, "read-only-allow-delete") || strings.Contains(why.Reason, "read_only")):
		return say(ErrReadOnly)
	case blocked && strings.Contains(why.Reason, "index write (api)"):
		return say(index.ErrLocked) // it was completed, or taken over, by another process
	case status == http.StatusForbidden:
		f.err = fmt.Errorf("%s: %w: user %q lacks a permission (%s)", c.address, ErrRefused, c.user, why.Reason)
	case status == http.StatusConflict:
		return say(errConflict)
	case status == http.StatusNotFound:
		return say(errMissing)
	case why.Type == "resource_already_exists_exception":
		return say(errExists)
	case status == http.StatusTooManyRequests, status == http.StatusBadGateway, status == http.StatusServiceUnavailable, status == http.StatusGatewayTimeout:
		f.passing = true
		return say(errors.New("the cluster is not ready"))
	default:
		return say(fmt.Errorf("the cluster answers %s", why.Type))
	}
	return f
}

// missing reports whether err says that something is not there.
func missing(err error) bool { return errors.Is(err, errMissing) }
