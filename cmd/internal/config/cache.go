package config

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// CacheFolder returns the user's folder for what can be made anew, of the given kind. It need not exist.
func CacheFolder(kind string) string { return filepath.Join(xdg.CacheHome, "styrdok", kind) }
