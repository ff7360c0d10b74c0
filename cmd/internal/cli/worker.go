package cli

import (
	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/cmd/internal/worker"
)

// newWorkerCommand returns the hidden command by which the program reads documents in processes of its own.
func newWorkerCommand(*app) *cobra.Command {
	return &cobra.Command{
		Use:    worker.Name,
		Short:  "Read documents for another styrdok",
		Long:   "worker reads documents for the styrdok that started it, which talks to it over stdin and stdout. It is not for people.",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return worker.Run(cmd.Context(), worker.NewHandler)
		},
		Example: "  styrdok worker",
	}
}
