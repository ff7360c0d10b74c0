package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/index/bleveindex"
	"github.com/styrdok/styrdok/index/opensearch"
)

// engineOf returns what the index at place is kept and searched by: a cluster, if place names one, else a folder. The commands know no
// more of engines.
func (a *app) engineOf(place string) (index.Engine, error) {
	if !opensearch.IsPlace(place) {
		return bleveindex.Engine{}, nil
	}
	c := a.config.OpenSearch
	o := opensearch.Options{User: c.User, Password: c.Password, Shards: c.Shards}
	var err error
	if c.PasswordFile != "" {
		data, err := os.ReadFile(c.PasswordFile)
		if err != nil {
			return nil, a.settingError("opensearch-password-file", err)
		}
		o.Password = string(bytes.TrimRight(data, "\r\n"))
	}
	if c.CA != "" {
		if o.CA, err = os.ReadFile(c.CA); err != nil {
			return nil, a.settingError("opensearch-ca", err)
		}
	}
	return opensearch.New(o), nil
}

// engine is that of --index.
func (a *app) engine() index.Engine { return a.indexEngine }

// indexFolder returns the folder of the index, "" if it lies in a cluster.
func (a *app) indexFolder() string {
	if opensearch.IsPlace(a.config.Index) {
		return ""
	}
	return a.config.Index
}

// adviseCluster adds to an error of a cluster what to do.
func adviseCluster(err error) error {
	switch {
	case errors.Is(err, opensearch.ErrRefused):
		return fmt.Errorf("%w; set %s and %s in the environment, or opensearch-user and opensearch-password-file in %s", err,
			"STYRDOK_OPENSEARCH_USER", "STYRDOK_OPENSEARCH_PASSWORD", config.FileName)
	case errors.Is(err, opensearch.ErrReadOnly):
		return fmt.Errorf("%w; the index is what it was; make room or add a node (the cluster then takes writes again by itself), and run this again", err)
	case errors.Is(err, index.ErrNewer):
		return fmt.Errorf("%w; nothing was changed", err)
	}
	return err
}
