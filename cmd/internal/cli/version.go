package cli

import (
	"crypto/sha256"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

func newVersionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program, its taxonomy and its formats",
		Long: `version prints what a bug report and a methods note need: the version of the program, the Go it was built with, the
schema of its JSON, and the default taxonomy, by the beginning of its SHA-256.`,
		Example: "  styrdok version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.stdout, "styrdok  %s\ngo       %s %s/%s\nschema   %d\ntaxonomy default %.6x\n", version(),
				runtime.Version(), runtime.GOOS, runtime.GOARCH, policy.Schema, sha256.Sum256(tagging.DefaultYAML()))
			return err
		},
	}
}

// version returns the program's version, "devel" where the build does not know it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

// generator is how reports call this program.
func generator() string { return "styrdok " + version() }
