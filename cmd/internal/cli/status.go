package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok/index"
)

func newStatusCommand(a *app) *cobra.Command {
	format := newChoice("text", "json")
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Say what the index holds, and who is writing it",
		Long: `status prints how many documents and passages the index holds, since when, what it was made from, which generations can be
gone back to, and whether somebody is writing it; of an index in a cluster, also which processes read for it, how many documents each
has in hand, and how long the oldest has been waiting. It never waits. The exit code is 10 if there is no index.`,
		Example: `  styrdok status
  styrdok status --format json --index /var/lib/styrdok`,
		Args: cobra.NoArgs,
		RunE: a.action(func(context.Context, []string) error { return a.status(format.value) }),
	}
	cmd.Flags().Var(format, "format", "what is printed: text or json")
	addIndexFlag(cmd.Flags())
	return cmd
}

func (a *app) status(format string) error {
	s, err := index.StatusOf(a.config.Index, a.engine())
	if errors.Is(err, index.ErrNotFound) {
		return noIndex(err)
	}
	if err != nil {
		return advise(err)
	}
	if format == "json" {
		return writeJSON(a.stdout, s)
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	line := func(name string, value any) { fmt.Fprintf(w, "%s\t%v\n", name, value) }
	line("index", a.config.Index)
	line("documents", s.Documents)
	line("passages", s.Passages)
	line("set aside", s.SetAside)
	if s.PassedOver > 0 {
		line("passed over", s.PassedOver)
	}
	line("updated", local(s.Updated))
	line("size", fmt.Sprintf("%.1f MB, %s", float64(s.EngineBytes)/1e6, s.Engine))
	line("made from", oneLine(strings.Join(s.Roots, ", ")))
	for _, g := range s.Generations {
		state := ""
		switch {
		case g.Current:
			state = ", current"
		case g.Generation > s.Generation:
			state = ", gone back from"
		}
		line("generation", fmt.Sprintf("%d: %d documents, %s%s", g.Generation, g.Documents, local(g.Updated), state))
	}
	if o := s.Writer; o != nil {
		line("writing", fmt.Sprintf("process %d on %s, since %s", o.PID, o.Host, local(o.Since)))
	}
	if k := s.Work; k != nil {
		printWork(line, k)
	}
	return w.Flush()
}

// printWork prints who reads for an index, and what is left.
func printWork(line func(string, any), k *index.Work) {
	for _, x := range k.Workers {
		what := "reads"
		if x.Leads {
			what = "writes and reads"
		}
		if x.Lost {
			line("worker", fmt.Sprintf("process %d on %s has died or cannot be reached: last heard of %s; %d documents done, those in its hands go to others",
				x.PID, x.Host, local(x.Seen), x.Done))
			continue
		}
		line("worker", fmt.Sprintf("process %d on %s %s: %d documents now, %d done", x.PID, x.Host, what, x.Leases, x.Done))
	}
	if k.Waiting+k.Taken+k.Done > 0 {
		line("queue", fmt.Sprintf("%d documents wait, %d are being read, %d are read; the oldest for %s", k.Waiting, k.Taken, k.Done,
			max(time.Since(k.Oldest).Round(time.Second), 0)))
	}
}

func local(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }

// noIndex adds to the error that there is no index what to do.
func noIndex(err error) error {
	if errors.Is(err, index.ErrLocked) { // it is being made
		return err
	}
	return fmt.Errorf("%w; make one with \"styrdok index PATH\", or name it with --index", err)
}
