package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v3"

	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/tagging"
)

type configOptions struct {
	defaults bool
	format   *choice
}

func newConfigCommand(a *app) *cobra.Command {
	o := configOptions{format: newChoice("text", "json")}
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the settings in force and where each comes from",
		Long: `config prints the settings that are in force here, each with where it comes from: a flag, the environment, a file
with its line, or the default. With --default it prints a commented file to start from.`,
		Example: `  styrdok config
  styrdok config --default > styrdok.yaml
  styrdok config taxonomy > taxonomy.yaml`,
		Args: cobra.NoArgs,
	}
	show := a.action(func(context.Context, []string) error { return a.showConfig(o) })
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if o.defaults { // works with a broken file, too
			return a.print(config.DefaultYAML())
		}
		return show(cmd, args)
	}
	f := cmd.Flags()
	f.BoolVar(&o.defaults, "default", false, "print a commented file with the defaults")
	f.Var(o.format, "format", "what is printed: text (as YAML), or json")
	addIndexFlag(f)
	addReadFlags(f)
	addReportFlags(f)
	cmd.AddCommand(&cobra.Command{
		Use:   "taxonomy",
		Short: "Print the default taxonomy, to start one's own from",
		Long: `taxonomy prints the taxonomy that is built in: which tags there are, and what speaks for each. A changed copy is used
with --taxonomy FILE, or as taxonomy in styrdok.yaml.`,
		Example: "  styrdok config taxonomy > taxonomy.yaml",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.print(tagging.DefaultYAML()) },
	})
	return cmd
}

func (a *app) print(data []byte) error {
	_, err := a.stdout.Write(data)
	return err
}

func (a *app) showConfig(o configOptions) error {
	if o.format.value == "json" {
		return writeJSON(a.stdout, struct {
			Schema   int              `json:"schema"`
			Settings []config.Setting `json:"settings"`
		}{policy.Schema, a.config.Settings})
	}
	for _, s := range a.config.Settings {
		text, err := settingYAML(s)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(a.stdout, "# %s\n%s", s.Origin, text); err != nil {
			return err
		}
	}
	return nil
}

// settingYAML returns s as it would stand in a file.
func settingYAML(s config.Setting) ([]byte, error) {
	list, ok := s.Value.([]policy.Municipality)
	if !ok {
		return yaml.Marshal(map[string]any{s.Key: s.Value})
	}
	items := []map[string]string{}
	for _, m := range list {
		item := map[string]string{"name": m.Name}
		for key, value := range map[string]string{"long_name": m.LongName, "code": m.Code, "county": m.County} {
			if value != "" {
				item[key] = value
			}
		}
		items = append(items, item)
	}
	return yaml.Marshal(map[string]any{s.Key: items})
}

// writeJSON writes v as JSON for people and programs, letters as they are.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
