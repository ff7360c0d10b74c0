package cli

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/cmd/internal/worker"
	"github.com/styrdok/styrdok/index"
)

const rootLong = `styrdok reads the governing documents of Swedish municipalities (policies, strategies, plans, guidelines: PDF,
DOCX, ODT, HTML, plain text and Markdown), knows which sentence says what (goals, responsibility, follow-up, partner towns), finds the
facts, and compares municipalities side by side, every claim with its quote and page.

Settings: flags go before the environment (STYRDOK_LANG for --lang), that before styrdok.yaml in the working
directory, that before the user's own file; "styrdok config" shows what is in force.

` + exitCodesHelp

// An app is one run of the program.
type app struct {
	stdout, stderr io.Writer
	// started is set when the arguments were understood and the command begins.
	started bool
	// config and log are set when the command begins.
	config *config.Config
	log    logger
	// indexEngine is what --index is kept and searched by.
	indexEngine index.Engine
}

// Main runs the command line args (without the program's name) and returns the exit code. It stops when ctx ends.
func Main(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	worker.DelayCollection()
	a := &app{stdout: stdout, stderr: stderr, log: newLogger(stderr, "text", false)}
	root := newRootCommand(a)
	root.SetArgs(queryArgs(root, args))
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && !a.started {
		err = usagef("%s (see %q)", oneLine(err.Error()), cmd.CommandPath()+" --help")
	}
	if ctx.Err() != nil && err != nil && !errors.As(err, new(interrupted)) {
		err = ctx.Err() // whatever else went wrong went wrong because of it
	}
	return a.report(err)
}

func newRootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "styrdok",
		Short:         "Compare what Swedish municipalities say in their governing documents",
		Long:          rootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.PersistentFlags().Bool("quiet", false, "no progress bar, and no messages but of trouble")
	root.PersistentFlags().Var(newChoice("text", "json"), "log-format", "how messages are written to stderr: text or json")
	root.AddCommand(
		newRunCommand(a), newExtractCommand(a), newExportCommand(a), newIndexCommand(a), newSearchCommand(a),
		newAnalyzeCommand(a), newCompareCommand(a), newEvaluateCommand(a), newReviewCommand(a), newConfigCommand(a), newVersionCommand(a),
		newStatusCommand(a), newVerifyCommand(a), newRebuildCommand(a), newRollbackCommand(a), newPruneCommand(a), newCopyCommand(a),
		newWorkerCommand(a), newTrainCommand(a),
	)
	a.prepare(root)
	return root
}

// prepare has every command below cmd say when it begins, and lets the shell complete its flags.
func (a *app) prepare(cmd *cobra.Command) {
	if run := cmd.RunE; run != nil {
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			a.started = true
			return run(cmd, args)
		}
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if c, ok := f.Value.(*choice); ok {
			_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(c.allowed, cobra.ShellCompDirectiveNoFileComp))
		}
	})
	for _, c := range cmd.Commands() {
		a.prepare(c)
	}
}

// action returns what cobra runs for a command: its configuration is settled, then run is called.
func (a *app) action(run func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		c, err := config.Load(config.DefaultSources(cmd.Flags()))
		if err != nil {
			return err
		}
		a.config, a.log = c, newLogger(a.stderr, c.LogFormat, c.Quiet)
		if a.indexEngine, err = a.engineOf(c.Index); err != nil {
			return err
		}
		return run(cmd.Context(), args)
	}
}
