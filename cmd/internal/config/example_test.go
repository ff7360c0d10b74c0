package config_test

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/styrdok/styrdok/cmd/internal/config"
)

func ExampleLoad() {
	flags := pflag.NewFlagSet("run", pflag.ContinueOnError)
	flags.String("lang", "sv", "language of the report")
	_ = flags.Parse([]string{"--lang", "en"})

	c, err := config.Load(config.Sources{Flags: flags})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Lang, c.Settings[1].Origin)
	// Output: en flag --lang
}
